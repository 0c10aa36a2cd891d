#include "answer/lay/named_together.h"

#include <algorithm>
#include <set>
#include <string>

#include "answer/choice/finding_order.h"
#include "answer/choice/pertinence.h"
#include "answer/lay/kinds_of_asked.h"
#include "answer/lay/page_titles.h"
#include "answer/lay/page_words.h"
#include "answer/lay/torn_sentences.h"
#include "answer/lay/with_its_subject.h"
#include "base/ascii.h"
#include "base/one_of.h"
#include "evidence/relevance.h"
#include "findings/sentences/page_furniture.h"
#include "question/intents.h"
#include "question/words.h"
#include "text/phrases.h"

namespace attest {
namespace {

// Of the words that were asked those that name nothing by themselves.
constexpr std::string_view kBare[] = {"hurt",    "hurts",   "pain",  "painful", "with",  "from",    "feel",
                                      "fall",    "falling", "going", "make",    "makes", "your",    "have",
                                      "disease", "when",    "turn",  "over",    "drink", "drinking"};

// A word that begins so: "tire" finds "tiredness".
bool has_word_like(std::string_view lower, std::string_view start) {
  return has_phrase(lower, std::string(start) + "*");
}

bool names_by_asked_words(const Concept& asked, std::string_view lower) {
  constexpr size_t kWordMin = 4;
  bool any = false;
  Stemmer stemmer;
  for (const QuestionWord& word : question_words(asked.asked_as, stemmer)) {
    if (word.stop || word.folded.size() < kWordMin || is_one_of(word.folded, kBare)) continue;
    any = true;
    if (!has_word_like(lower, word.stem)) return false;
  }
  return any;
}

bool names_thing(const Concept& asked, std::string_view lower) {
  constexpr float kSameMin = 0.9F;
  constexpr size_t kLongName = 5;
  return names_by_asked_words(asked, lower) ||
         std::any_of(asked.variants.begin(), asked.variants.end(), [&](const ConceptVariant& variant) {
           if (variant.weight < kSameMin || variant.abbreviation) return false;
           const std::string name = lower_ascii(variant.words);
           return has_phrase(lower, name.size() >= kLongName ? name + "*" : name);
         });
}

bool is_time_of_life(const Concept& asked) {
  return asked.role == ConceptRole::kPopulation && !asked.required &&
         asked.thesaurus_id != "attest:pregnancy" && asked.thesaurus_id != "attest:breastfeeding";
}

size_t things_asked(const UnderstoodQuestion& question) {
  return static_cast<size_t>(std::count_if(question.concepts.begin(), question.concepts.end(),
                                           [](const Concept& asked) { return !is_time_of_life(asked); })) +
         question.other_stems.size();
}

// "Can cause serious side effects" names none.
bool tells_named_harm(std::string_view lower) {
  static constexpr std::string_view kOfEffects[] = {"side effect*", "complication*"};
  static constexpr std::string_view kNames[] = {"include*", "such as", "like"};
  static constexpr std::string_view kHarm[] = {"can cause", "may cause",   "risk of",
                                               "harm your", "raise* your", "increase* your"};
  return has_any_phrase(lower, kOfEffects) ? has_any_phrase(lower, kNames) : has_any_phrase(lower, kHarm);
}

constexpr std::string_view kDoes[] = {"can cause", "may cause",    "causes",     "cause",  "lead to",
                                      "result in", "side effect*", "increase*",  "risk*",  "harm*",
                                      "interact*", "avoid",        "should not", "do not", "problems"};

// "When used with statins, fibrates may increase the risk": what does it is named last before it is said.
const Mention* named_before_harm(const Finding& finding, std::string_view lower, size_t& said) {
  said = lower.size();
  for (const std::string_view does : kDoes) said = std::min(said, find_phrase(lower, does));
  const Mention* last = nullptr;
  for (const Mention& one : finding.interventions) {
    if (one.span.empty() || !finding.sentence.contains(one.span)) continue;
    if (one.span.start - finding.sentence.start < said &&
        (last == nullptr || one.span.start > last->span.start))
      last = &one;
  }
  return last;
}

bool is_one_asked(const Evidence& pages, const Mention& one) {
  return std::any_of(pages.question.concepts.begin(), pages.question.concepts.end(),
                     [&](const Concept& asked) {
                       const std::string id = vocabulary_id(asked);
                       return one.id == id || pages.vocabulary->is_a(one.id, id);
                     });
}

bool is_done_by_asked(const Evidence& pages, const Finding& finding, std::string_view lower) {
  if (has_phrase(lower, "not used") || has_phrase(lower, "without")) return false;
  size_t said = 0;
  const Mention* last = named_before_harm(finding, lower, said);
  if (last == nullptr) return lower.substr(std::min(said, lower.size())).starts_with("side effect");
  return is_one_asked(pages, *last);
}

bool tells_help(std::string_view lower) {
  static constexpr std::string_view kHelps[] = {
      "help*",    "relieve*",       "reduce*",     "treat*",        "improve*", "ease*",  "recommend*",
      "prevent*", "not been shown", "no evidence", "does not work", "used for", "used to"};
  return has_any_phrase(lower, kHelps);
}

bool is_of_asked_page(const UnderstoodQuestion& question, const PageTitle& title) {
  return std::any_of(question.concepts.begin(), question.concepts.end(), [&](const Concept& asked) {
    return subject_fit(asked, title.subject) != SubjectFit::kOther;
  });
}

// How well such a sentence answers; 0: not.
double worth_of(const Evidence& pages, const Finding& finding) {
  const std::string_view sentence = pages.sentence_of(finding);
  const Document& document = pages.source_of(finding).document;
  const std::optional<ByteSpan> with_subject = with_its_subject(document, finding.sentence);
  // What a pronoun stands for is named before it.
  const std::string lower = lower_ascii(with_subject ? with_subject->of(document.text) : sentence);
  const UnderstoodQuestion& question = pages.question;
  if (sentence.empty() || is_lower(sentence.front()) || !is_letter_or_digit(sentence.front()) ||
      points_back(lower) || lacks_its_subject(lower) || is_page_furniture(sentence) ||
      tells_of_research(lower) || !may_be_followed(sentence) || !names_all_asked(question, lower) ||
      is_of_unnamed_kind(pages, finding))
    return 0;
  const bool of_effect = question.intent == Intent::kEffect || is_treatment_question(question);
  const PageTitle title = read_page_title(pages.source_of(finding).document.record.title);
  double worth = 1;
  if (names_treatment(question)) {
    if (of_effect && (!tells_help(lower) || !is_of_asked_page(question, title))) return 0;
    const bool by_page = with_subject && is_of_asked_page(question, title);
    if (!of_effect &&
        (!has_any_phrase(lower, kDoes) || (!by_page && !is_done_by_asked(pages, finding, lower))))
      return 0;
    if (things_asked(question) < 2 && !tells_named_harm(lower)) return 0;
  } else if (question.intent == Intent::kTreatment && !has_any_phrase(lower, kDoes) && !tells_help(lower)) {
    return 0;
  }
  if (has_any_phrase(lower, kDoes)) worth += 1;
  for (const Concept& asked : question.concepts) {
    if (subject_fit(asked, title.subject) != SubjectFit::kOther) worth += 1;
  }
  constexpr double kBytesOfOne = 300;
  return worth - static_cast<double>(lower.size()) / kBytesOfOne;
}

}  // namespace

bool asks_by_name(const UnderstoodQuestion& question) {
  if (question.concepts.empty() || question.is_follow_up || question.line_of_therapy > 0) return false;
  if (std::any_of(question.concepts.begin(), question.concepts.end(),
                  [](const Concept& asked) { return asked.sought; }))
    return false;
  switch (question.intent) {
    case Intent::kHarm: return true;
    case Intent::kGeneral:
    case Intent::kCause:
    case Intent::kEffect:
    case Intent::kTreatment:
    case Intent::kPrognosis: return things_asked(question) >= 2;
    default: return false;
  }
}

bool names_all_asked(const UnderstoodQuestion& question, std::string_view lower) {
  constexpr size_t kStemMin = 4;
  return std::all_of(
             question.concepts.begin(), question.concepts.end(),
             [&](const Concept& asked) { return is_time_of_life(asked) || names_thing(asked, lower); }) &&
         std::all_of(question.other_stems.begin(), question.other_stems.end(), [&](const std::string& stem) {
           return stem == "caus" || (stem.size() >= kStemMin && has_word_like(lower, stem));
         });
}

bool is_harm_of_another(const Evidence& evidence, const Finding& finding, std::string_view lower) {
  size_t said = 0;
  const Mention* last = named_before_harm(finding, lower, said);
  return said < lower.size() && last != nullptr && !is_one_asked(evidence, *last);
}

bool holds_asked_word(const UnderstoodQuestion& question, std::string_view lower) {
  // Who asks for the side effects of an injection into a muscle asks for all of them.
  const bool all_asked =
      matches_pattern(plain_words(question.resolved), "effect~|harm~|adverse|risk~|danger~");
  const bool of_harm =
      question.intent == Intent::kGeneral || (question.intent == Intent::kHarm && !all_asked);
  if (!of_harm || question.other_stems.empty() || !names_treatment(question)) return true;
  constexpr size_t kStemMin = 4;
  return std::any_of(question.other_stems.begin(), question.other_stems.end(), [&](const std::string& stem) {
    return stem.size() < kStemMin || stem == "interact" || has_word_like(lower, stem);
  });
}

std::vector<Statement> words_on_named(const Evidence& pages) {
  constexpr size_t kStatements = 2;
  std::vector<std::pair<double, const Finding*>> found;
  for (const AnswerSource& source : pages.sources) {
    if (!pages.reports_evidence(source)) continue;
    for (const Finding& finding : source.findings) {
      if (const double worth = worth_of(pages, finding); worth > 0) found.emplace_back(worth, &finding);
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<Statement> words;
  std::set<std::string> told;
  for (const auto& [worth, finding] : found) {
    if (words.size() == kStatements) break;
    if (told.insert(sentence_key(pages.sentence_of(*finding))).second)
      words.push_back(quote_with_subject(pages, *finding));
  }
  return words;
}

}  // namespace attest
