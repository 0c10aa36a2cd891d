#include "answer/lay/passing_by.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "answer/choice/asked_harm.h"
#include "answer/choice/nearest.h"
#include "answer/choice/section_plans.h"
#include "answer/lay/asked_focus.h"
#include "answer/lay/asked_leave.h"
#include "answer/lay/doctors_words.h"
#include "answer/lay/kinds_of_asked.h"
#include "answer/lay/lay_caution.h"
#include "answer/lay/named_together.h"
#include "answer/lay/named_treatments.h"
#include "answer/lay/page_telling.h"
#include "answer/lay/page_titles.h"
#include "answer/lay/page_words.h"
#include "answer/lay/told_harms.h"
#include "answer/lay/torn_sentences.h"
#include "answer/lines/left_out.h"
#include "base/ascii.h"
#include "evidence/relevance.h"
#include "findings/effects/less_harm.h"
#include "question/words.h"
#include "search/coverage.h"
#include "text/phrases.h"

namespace attest {
namespace {

// A statement with the finding that it quotes.
struct Told {
  const AnswerSource* source = nullptr;
  const Finding* finding = nullptr;
  std::string lower;
};

class Sources {
 public:
  explicit Sources(const Evidence& evidence) {
    for (const AnswerSource& source : evidence.sources) {
      for (const Finding& finding : source.findings)
        places_.try_emplace({source.id, finding.sentence.start}, &source, &finding);
      by_id_.try_emplace(source.id, &source);
    }
  }

  Told told(const Statement& statement) const {
    Told told;
    if (statement.citations.empty()) return told;
    const Citation& citation = statement.citations.front();
    told.lower = lower_ascii(citation.quote);
    if (const auto source = by_id_.find(citation.document); source != by_id_.end())
      told.source = source->second;
    if (const auto place = places_.find({citation.document, citation.span.start}); place != places_.end())
      std::tie(told.source, told.finding) = place->second;
    return told;
  }

 private:
  std::map<std::pair<std::string, size_t>, std::pair<const AnswerSource*, const Finding*>> places_;
  std::map<std::string, const AnswerSource*> by_id_;
};

bool tells_of_treating(std::string_view lower) {
  static constexpr std::string_view kHelps[] = {"help*",      "reliev*",    "reduc*",  "treat*", "improv*",
                                                "ease*",      "prevent*",   "get rid", "cure*",  "control*",
                                                "recommend*", "effective*", "avoid*",  "worse*"};
  return has_any_phrase(lower, kHelps);
}

// What comes near must name all that was asked, itself or by the title of a page on it.
bool names_all_near(const UnderstoodQuestion& question, const Told& told) {
  std::string lower = told.lower;
  if (told.source != nullptr && advises(*told.source))
    lower += " " + lower_ascii(told.source->document.record.title);
  return names_all_asked(question, lower) &&
         (question.intent != Intent::kTreatment || tells_of_treating(told.lower));
}

// "Level walking improved in 80%": of what was done to them, where nobody asked for that.
bool is_unasked_result(const Evidence& evidence, const Told& told) {
  if (told.finding == nullptr || told.source == nullptr || advises(*told.source) ||
      names_treatment(evidence.question))
    return false;
  if (tells_result_of_treatment(evidence, *told.finding)) return true;
  static constexpr std::string_view kBetter[] = {"improve*", "resolved", "success*", "response", "relief"};
  const Intent intent = evidence.question.intent;
  const bool told_of_kind =
      told.finding->kind == FindingKind::kRate || told.finding->kind == FindingKind::kEffect;
  const bool open =
      intent == Intent::kGeneral || intent == Intent::kSymptoms || intent == Intent::kDefinition;
  static constexpr std::string_view kOfTreatment[] = {"adverse reaction*", "adverse event*", "side effect*"};
  if (open && (told.finding->kind == FindingKind::kHarm || has_any_phrase(told.lower, kOfTreatment)))
    return true;
  return open && told_of_kind && has_any_phrase(told.lower, kBetter);
}

bool is_other_harm(const Evidence& evidence, const Told& told) {
  if (evidence.question.intent != Intent::kHarm || !names_treatment(evidence.question)) return false;
  static constexpr std::string_view kOfHarm[] = {
      "safe*",     "harm*",     "side effect*", "side-effect*", "adverse",    "danger*", "risk*",
      "avoid",     "caution*",  "can cause",    "may cause",    "should not", "toxic*",  "problem*",
      "reaction*", "interact*", "worse*",       "bleed*",       "tolerated"};
  const bool of_safety =
      has_any_phrase(told.lower, kOfHarm) || speaks_of_safety(told.lower) || tells_of_harm(told.lower);
  // "It can cause complications": the flu, on a page on its vaccine.
  if (!of_safety || tells_of_less_harm(told.lower) || told.lower.starts_with("it ")) return true;
  // "Less often than", "a better profile": of which of two is the better one.
  static constexpr std::string_view kLess[] = {
      "excellent side*",  "excellent safety", "less side*",     "fewer side*",       "less adverse",
      "fewer adverse",    "less nausea",      "better adverse", "favorable adverse", "favourable adverse",
      "lessens the risk", "low* risk of",     "reduction in"};
  if (has_any_phrase(told.lower, kLess)) return true;
  // "It is recommended for those at high risk": whom it is for.
  static constexpr std::string_view kGiven[] = {"is recommended for", "is used to",
                                                "is used for",        "used to treat",
                                                "for treatment of",   "for the treatment of"};
  static constexpr std::string_view kDone[] = {"side effect*", "cause*",  "avoid*",
                                               "harm*",        "adverse", "safe*"};
  if (has_any_phrase(told.lower, kGiven) && !has_any_phrase(told.lower, kDone)) return true;
  return told.finding != nullptr && (!is_of_asked_treatment(evidence, *told.finding) ||
                                     is_harm_of_another(evidence, *told.finding, told.lower));
}

// "Side effects were minimal" is said of something that the sentence does not name.
bool hides_what_harmed(const Evidence& evidence, const Told& told) {
  if (evidence.question.intent != Intent::kHarm || names_treatment(evidence.question) ||
      told.finding == nullptr || told.source == nullptr || advises(*told.source))
    return false;
  return plays_down_harm(told.lower) ||
         std::none_of(told.finding->interventions.begin(), told.finding->interventions.end(),
                      [](const Mention& one) { return !one.is_control && !one.span.empty(); });
}

// "There are many reasons", "treatment depends on the cause": names nothing.
bool says_nothing(std::string_view lower) {
  static constexpr std::string_view kOpen[] = {"depends on",
                                               "depend on",
                                               "many reasons",
                                               "many causes",
                                               "vary",
                                               "varies",
                                               "talk to your",
                                               "talk with your",
                                               "ask your",
                                               "several treatments",
                                               "many ways",
                                               "many different",
                                               "different treatments",
                                               "speak to your",
                                               "a personal decision",
                                               "variable",
                                               "many medications are used",
                                               "many medicines are used"};
  static constexpr std::string_view kNames[] = {"include*", "including", "such as", "like", "for example"};
  constexpr size_t kBytesMax = 160;
  return lower.size() <= kBytesMax && has_any_phrase(lower, kOpen) && !has_any_phrase(lower, kNames);
}

// A sentence that is part of another one, or none.
bool is_torn(std::string_view lower) {
  return lacks_its_subject(lower) || lower.starts_with("may ") || lower.starts_with("can be ") ||
         lower.starts_with('(');
}

// "ACEIs have no effect": a line of a list, without a full stop and without what was asked.
bool is_line_of_list(const UnderstoodQuestion& question, const Told& told) {
  constexpr auto kWordsMax = 14;
  if (told.lower.empty() || told.lower.find_last_of(".!)\"'") + 2 >= told.lower.size() ||
      std::count(told.lower.begin(), told.lower.end(), ' ') >= kWordsMax)
    return false;
  return std::none_of(question.concepts.begin(), question.concepts.end(), [&](const Concept& asked) {
    return std::any_of(asked.variants.begin(), asked.variants.end(), [&](const ConceptVariant& variant) {
      return has_phrase(told.lower, lower_ascii(variant.words) + "*");
    });
  });
}

// "Scores improved by at least one point": of how it was measured.
bool is_of_measure(const Told& told) {
  static constexpr std::string_view kMeasures[] = {"score",           "scores", "experimental group",
                                                   "groups differed", "scale",  "subscale*"};
  return told.source != nullptr && !advises(*told.source) && has_any_phrase(told.lower, kMeasures);
}

// A page on another disease answers why something comes and what it may be, not what helps against it or
// how it goes.
bool is_course_of_other_disease(const Evidence& evidence, const Told& told) {
  switch (evidence.question.intent) {
    case Intent::kPrognosis:
    case Intent::kDuration:
    case Intent::kTreatment:
    case Intent::kDiagnosis:
    case Intent::kPrevention:
      return told.source != nullptr && is_page_on_other_disease(evidence, *told.source);
    default: return false;
  }
}

// One case, or a few: of no use to another person who asks what helps or what comes of it.
bool is_of_one_case(const UnderstoodQuestion& question, const Told& told) {
  return question.intent != Intent::kHarm && told.source != nullptr &&
         (told.source->appraisal.design == StudyDesign::kCaseReport ||
          told.source->appraisal.design == StudyDesign::kCaseSeries);
}

// "Usually helps first", by the word of one paper that is no guidance.
bool is_first_by_one_paper(const Statement& statement, const Told& told) {
  static constexpr std::string_view kAdvising[] = {"guideline*", "recommend*", "consensus", "statement"};
  return !statement.quoted && !statement.ranks.empty() && statement.citations.size() == 1 &&
         told.source != nullptr && !advises(*told.source) &&
         !has_any_phrase(lower_ascii(told.source->document.record.title), kAdvising) &&
         told.source->appraisal.design != StudyDesign::kSystematicReview;
}

// "How can I lower it without statins": of what is left out.
bool is_of_left_out(const LeftOut& left_out, const Told& told) {
  return told.finding != nullptr &&
         std::any_of(told.finding->interventions.begin(), told.finding->interventions.end(),
                     [&](const Mention& one) { return left_out.holds(one.id, one.name); });
}

// "The main goal of their study": of research that comes near.
bool is_near_research(const Told& told) {
  return told.source == nullptr || (!advises(*told.source) && tells_of_research(told.lower));
}

// Who asks whether a thing can be caught is not told where else it comes from, as if that answered.
bool is_beside_catching(const UnderstoodQuestion& question, const Told& told) {
  const std::vector<Focus> foci = foci_of(question);
  return foci.size() == 1 && foci.front() == Focus::kCatching && !asks_for_inheritance(question) &&
         !tells_of(Focus::kCatching, told.lower);
}

// "Nevirapine should never be used": where nobody asked for a treatment, what not to give is no answer.
bool is_unasked_warning(const UnderstoodQuestion& question, const Told& told) {
  static constexpr std::string_view kNot[] = {"should never be", "should not be", "must not be",
                                              "not be used",     "never be used", "contraindicated"};
  switch (question.intent) {
    case Intent::kPrevention:
    case Intent::kCause:
    case Intent::kSymptoms:
    case Intent::kPrognosis:
    case Intent::kDuration:
    case Intent::kDiagnosis: break;
    default: return false;
  }
  return !names_treatment(question) && told.finding != nullptr && !told.finding->interventions.empty() &&
         has_any_phrase(told.lower, kNot);
}

// Asked of something in particular ("how can I support her"), what holds no word of it is of the disease
// alone.
bool is_beside_the_words(const UnderstoodQuestion& question, const Told& told) {
  if (question.intent != Intent::kGeneral && question.intent != Intent::kPrognosis) return false;
  constexpr size_t kWordBytesMin = 4;
  Stemmer stemmer;
  std::string names;
  for (const Concept& asked : question.concepts) names += asked.asked_as + " ";
  const StemSet named = stem_set(names, stemmer);
  const StemSet stems = stem_set(told.lower, stemmer);
  bool any = false;
  for (const QuestionWord& word : question_words(question.resolved, stemmer)) {
    if (word.stop || word.folded.size() < kWordBytesMin || named.contains(word.stem)) continue;
    if (stems.contains(word.stem)) return false;
    any = true;
  }
  return any;
}

bool passes_by(const Evidence& evidence, const Told& told, bool quoted) {
  return (quoted && is_unasked_warning(evidence.question, told)) ||
         (quoted && is_beside_catching(evidence.question, told)) ||
         (quoted && (says_nothing(told.lower) || is_torn(told.lower) || is_of_measure(told) ||
                     is_line_of_list(evidence.question, told))) ||
         is_course_of_other_disease(evidence, told) || !names_act(evidence.question, told.lower) ||
         is_unasked_result(evidence, told) ||
         (told.source != nullptr && is_of_other_disease(evidence, *told.source, told.lower)) ||
         (told.source != nullptr && advises(*told.source) &&
          is_on_age_not_asked(evidence.question, told.source->document.record.title)) ||
         is_other_harm(evidence, told) || hides_what_harmed(evidence, told);
}

// Of the section that answers, where pages were found that ask the very question.
bool tells_what_is_asked(const UnderstoodQuestion& question, const Told& told) {
  if (names_treatment(question)) return true;
  switch (question.intent) {
    case Intent::kCause:
    case Intent::kSymptoms:
    case Intent::kPrevention:
    case Intent::kDiagnosis:
    case Intent::kPrognosis:
    case Intent::kDuration:
      return told.source == nullptr || !advises(*told.source) ||
             (tells_of_research(told.lower)
                  ? 0.0
                  : telling(question.intent, told.lower, named_in_plain_words(told.lower).size())) > 0;
    default: return true;
  }
}

// Pages of one publisher say the same in nearly the same words: once is enough.
class ToldOnce {
 public:
  bool is_new(const Statement& statement) {
    if (!statement.quoted) return true;
    StemSet stems = stem_set(statement.text, stemmer_);
    // "It is recommended" and "it is not recommended" are not the same.
    static constexpr std::string_view kDenies[] = {"not",    "no",  "never",  "avoid*",
                                                   "cannot", "n't", "without"};
    const std::string lower = lower_ascii(statement.text);
    std::string denied;
    for (const std::string_view word : kDenies) denied += has_phrase(lower, word) ? '1' : '0';
    constexpr size_t kOfTen = 10;
    constexpr size_t kEight = 8;
    for (const auto& [other, other_denied] : told_) {
      size_t shared = 0;
      for (const std::string& stem : stems) shared += other.contains(stem) ? 1 : 0;
      if (other_denied == denied && shared * kOfTen >= std::min(stems.size(), other.size()) * kEight)
        return false;
    }
    told_.emplace_back(std::move(stems), std::move(denied));
    return true;
  }

 private:
  Stemmer stemmer_;
  std::vector<std::pair<StemSet, std::string>> told_;
};

}  // namespace

bool drop_passing_by(const Evidence& evidence, Answer& answer) {
  if (evidence.audience == Audience::kClinician) return false;
  const UnderstoodQuestion& question = answer.understood;
  const Sources sources(evidence);
  const LeftOut left_out(evidence);
  ToldOnce told_once;
  size_t dropped = std::erase_if(answer.bottom_line, [&](const Statement& one) {
    const Told told = sources.told(one);
    // "Side effects occurred in four" is no treatment.
    const bool unasked_harm = is_treatment_question(question) && !names_treatment(question) &&
                              told.finding != nullptr && told.finding->kind == FindingKind::kHarm &&
                              !advises(*told.source);
    return passes_by(evidence, told, one.quoted) || unasked_harm || is_of_left_out(left_out, told) ||
           is_first_by_one_paper(one, told) || !told_once.is_new(one);
  });
  for (TherapyLine& line : answer.lines) {
    // One patient's, or how much better another form was.
    dropped += std::erase_if(line.harms, [&](const Statement& one) {
      const Told told = sources.told(one);
      const bool of_one = told.source != nullptr && told.source->appraisal.design == StudyDesign::kCaseReport;
      return of_one || tells_of_less_harm(told.lower) || has_phrase(told.lower, "future directions");
    });
  }
  dropped += std::erase_if(answer.lines, [&](const TherapyLine& line) {
    const bool bare = line.statements.empty() && line.ranked_by.empty() && !names_treatment(question);
    const bool of_act =
        words_of_act(question).empty() ||
        std::any_of(line.statements.begin(), line.statements.end(),
                    [&](const Statement& one) { return names_act(question, sources.told(one).lower); });
    return bare || !of_act;
  });
  for (AnswerSection& section : answer.sections) {
    const bool near = section.kind == kNearestSection || section.kind == kNearMissesSection;
    const bool answers =
        !section_plans(question).empty() && section.kind == section_plans(question).front().kind;
    // Of a disease: what else it brings is asked for by other words.
    const bool unasked_harms =
        section.kind == "harms" && !names_treatment(question) && question.intent != Intent::kHarm;
    dropped += std::erase_if(section.statements, [&](const Statement& one) {
      const Told told = sources.told(one);
      return unasked_harms || passes_by(evidence, told, one.quoted) || is_of_left_out(left_out, told) ||
             (section.kind == kDoctorsWordsSection && is_of_one_case(question, told)) ||
             (near && (!names_all_near(question, told) || is_beside_the_words(question, told) ||
                       is_near_research(told))) ||
             (answers && !tells_what_is_asked(question, told)) || !told_once.is_new(one);
    });
  }
  std::erase_if(answer.sections, [](const AnswerSection& section) { return section.statements.empty(); });
  return dropped > 0;
}

}  // namespace attest
