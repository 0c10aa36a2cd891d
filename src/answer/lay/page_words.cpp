#include "answer/lay/page_words.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "answer/choice/finding_order.h"
#include "answer/choice/pertinence.h"
#include "answer/lay/asked_focus.h"
#include "answer/lay/asked_leave.h"
#include "answer/lay/kinds_of_asked.h"
#include "answer/lay/named_treatments.h"
#include "answer/lay/page_telling.h"
#include "answer/lay/page_titles.h"
#include "answer/lay/plain_quotes.h"
#include "answer/lay/torn_sentences.h"
#include "answer/lay/with_its_subject.h"
#include "base/ascii.h"
#include "base/one_of.h"
#include "evidence/relevance.h"
#include "findings/sentences/page_furniture.h"
#include "question/concepts.h"
#include "question/intents.h"
#include "question/words.h"
#include "text/phrases.h"
#include "text/readability.h"

namespace attest {
namespace {

// Stems that say no more than the intent does.
constexpr auto kIntentStems = std::to_array<std::string_view>(
    {"caus",   "contagi",    "hereditari", "inherit", "genet",  "pass",    "help",   "treat",   "treatment",
     "cure",   "fault",      "get",        "keep",    "stop",   "symptom", "sign",   "prevent", "avoid",
     "old",    "year",       "doctor",     "come",    "go",     "bad",     "realli", "rid",     "good",
     "best",   "best-known", "long",       "last",    "die",    "curabl",  "incur",  "fatal",   "catch",
     "danger", "seriou",     "deadli",     "surviv",  "spread", "infecti", "infect", "happen",  "natur",
     "harm",   "untreat",    "kill",       "worri",   "lethal", "termin",  "perman", "forev",   "left",
     "ignor",  "serious",    "protect",    "nite",    "night",  "morn",    "even",   "day",     "todai",
     "week",   "often",      "sometim"});

// An age ("82") names nothing either.
bool is_intent_stem(const std::string& stem) {
  constexpr size_t kAgeDigits = 3;
  if (stem.size() <= kAgeDigits && std::all_of(stem.begin(), stem.end(), is_digit)) return true;
  return std::find(kIntentStems.begin(), kIntentStems.end(), stem) != kIntentStems.end();
}

}  // namespace

bool may_be_followed(std::string_view sentence) {
  constexpr double kPageGradeMax = 17;
  const bool list = sentence.find(" - ") != std::string_view::npos;
  const size_t most_bytes = list ? 520 : 380;
  // Item by item is how a list is read.
  std::string by_items(sentence);
  for (size_t at = by_items.find(" - "); at != std::string::npos; at = by_items.find(" - ", at + 1))
    by_items.replace(at, 2, ".");
  // "Treatment involves monitoring, talk therapy, and nutritional counseling": long words, and few of them.
  constexpr size_t kShortBytes = 140;
  return may_be_read_by_lay(sentence) && !is_of_analysis(sentence) && sentence.size() <= most_bytes &&
         (sentence.size() <= kShortBytes || reading_grade(by_items) <= kPageGradeMax);
}

bool asks_for_inheritance(const UnderstoodQuestion& question) {
  const std::vector<PlainWord> words = plain_words(question.resolved);
  return matches_pattern(words, "hereditary|inherit~|genetic") ||
         matches_pattern(words, "run|runs|running in * famil~") ||
         matches_pattern(words, "pass|passed|passing * on|to * child|children|kids|baby|son|daughter|family");
}

const Concept* broadly_asked(const UnderstoodQuestion& question) {
  const Concept* thing = nullptr;
  for (const Concept& asked : question.concepts) {
    if (asked.sought) return nullptr;
    if (asked.role == ConceptRole::kCondition && thing == nullptr)
      thing = &asked;
    else if (asked.role != ConceptRole::kPopulation && (asked.required || asked.role != ConceptRole::kOther))
      return nullptr;
  }
  const bool more_asked =
      !std::all_of(question.other_stems.begin(), question.other_stems.end(), is_intent_stem);
  if (thing == nullptr || more_asked || question.line_of_therapy > 1 || question.is_follow_up ||
      asks_for_act(question))
    return nullptr;
  return thing;
}

namespace {

struct Candidate {
  const Finding* finding = nullptr;
  double worth = 0;
  std::vector<Focus> foci;      // those of the question that it tells of
  std::set<std::string> named;  // treatments, and the everyday words for them
};

constexpr double kWorthMin = 1.9;
// What is shown where nothing is worth that much: better than silence.
constexpr double kWorthLeast = 1.4;

// Asked of a child alone, and of a page whose first words are of children: "Many children wet the bed…".
bool is_page_on_children(const Evidence& pages, const Finding& finding) {
  constexpr size_t kFirstWords = 300;
  static constexpr std::string_view kChildren[] = {"child", "children", "child's", "kids"};
  for (const Concept& asked : pages.question.concepts) {
    if (asked.role == ConceptRole::kPopulation && asked.thesaurus_id != "attest:children") return false;
  }
  const std::string& text = pages.source_of(finding).document.text;
  // Or one that speaks to parents, of what children get more than others.
  static constexpr std::string_view kMostly[] = {"children between the ages", "young children are",
                                                 "most common in children",   "mostly in children",
                                                 "mainly affects children",   "common in young"};
  constexpr size_t kPageBytesMax = 3000;
  const std::string page = lower_ascii(std::string_view(text).substr(0, kPageBytesMax));
  return has_any_phrase(std::string_view(page).substr(0, kFirstWords), kChildren) ||
         (has_phrase(page, "your child*") && has_any_phrase(page, kMostly));
}

// Of other people than were asked about.
bool is_of_other_people(const Evidence& pages, const Finding& finding, std::string_view lower) {
  static constexpr std::string_view kPeople[] = {"child*",   "infant*",   "babies",     "baby",
                                                 "pregnan*", "women who", "elderly",    "older adults",
                                                 "newborn*", "teen*",     "breastfeed*"};
  const auto is_of_age = [](const Concept& asked) {
    static constexpr std::string_view kAges[] = {"attest:pregnancy", "attest:breastfeeding", "attest:infants",
                                                 "attest:preterm-infants", "attest:children"};
    return is_one_of(asked.thesaurus_id, kAges);
  };
  const std::vector<Concept>& concepts = pages.question.concepts;
  if (std::any_of(concepts.begin(), concepts.end(), is_of_age))
    return !names_people_asked(pages.question, finding) && !is_page_on_children(pages, finding);
  const bool of_old = std::any_of(concepts.begin(), concepts.end(), [](const Concept& asked) {
    return asked.thesaurus_id == "attest:older-adults";
  });
  static constexpr std::string_view kOld[] = {"elderly", "older adults"};
  return has_any_phrase(lower, kPeople) && !(of_old && has_any_phrase(lower, kOld));
}

// Of the thing where it is worse, or of another that comes with it.
double drawbacks(const Evidence& pages, const Finding& finding, std::string_view lower, bool of_focus) {
  static constexpr std::string_view kOnlyWhere[] = {
      "if the",      "in some cases", "in severe cases", "severe cases",   "rarely",        "for some",
      "some people", "some patients", "in rare cases",   "advanced",       "complications", "when other",
      "if other",    "may also",      "metastatic",      "in addition to", "certain",       "occasionally",
      "if it",       "if you've",     "in rare",         "rare cases",     "less commonly", "approved by"};
  static constexpr std::string_view kPersonal[] = {
      "talk to your", "talk with your", "ask your",     "depends on",     "depend on",
      "vary",         "varies",         "work closely", "second opinion", "discuss"};
  double lost = 0;
  const bool list = lower.find(" - ") != std::string_view::npos;
  // What is dangerous is so in severe cases, and if it is not treated.
  if (!list && !of_focus && has_any_phrase(lower, kOnlyWhere)) lost += 1.2;
  if (!list && has_any_phrase(lower, kPersonal)) lost += 1.5;
  if (!list && has_phrase(lower, "if you*")) lost += 0.6;
  if (!of_focus && (lower.starts_with("if ") || lower.starts_with("in rare") || lower.starts_with("when ")))
    lost += 0.8;
  // A disease's symptoms and causes are conditions too.
  const bool of_treatment = is_treatment_question(pages.question);
  lost += (of_treatment ? 0.8 : 0.1) * std::min<int>(finding.other_conditions, 3);
  // "It can be deadly for elderly people and newborn babies" tells all how dangerous it is.
  if (is_of_other_people(pages, finding, lower)) lost += of_focus ? 0.5 : 2.5;
  constexpr size_t kLong = 260;
  const size_t bytes = lower.size();
  lost += bytes > kLong ? 0.7 : 0.0;
  constexpr double kHardGrade = 13;
  if (reading_grade(lower) > kHardGrade) lost += 0.4;
  return lost;
}

// "In May 2006, the FDA approved…": of a time gone by.
bool names_year(std::string_view lower) {
  for (size_t at = 0; at + 4 <= lower.size(); ++at) {
    const bool digits = std::all_of(lower.begin() + static_cast<std::ptrdiff_t>(at),
                                    lower.begin() + static_cast<std::ptrdiff_t>(at + 4), is_digit);
    const bool century = lower.substr(at, 2) == "19" || lower.substr(at, 2) == "20";
    const bool alone = (at == 0 || !is_letter_or_digit(lower[at - 1])) &&
                       (at + 4 == lower.size() || !is_letter_or_digit(lower[at + 4]));
    if (digits && century && alone) return true;
  }
  return false;
}

// Whether what a question wants to know in particular leaves room for other sentences: "is it dangerous and
// how long does it last", where the time is asked for too.
bool asks_more_than_foci(const UnderstoodQuestion& question) {
  switch (question.intent) {
    case Intent::kTreatment:
    case Intent::kLineOfTherapy:
    case Intent::kDuration:
    case Intent::kSymptoms:
    case Intent::kDiagnosis: return true;
    default: return false;
  }
}

bool tells_inheritance(const UnderstoodQuestion& question, std::string_view lower) {
  static constexpr std::string_view kInherits[] = {"inherit*", "gene",           "genes",
                                                   "genetic*", "hereditary",     "family history",
                                                   "families", "family members", "passed"};
  return !asks_for_inheritance(question) || has_any_phrase(lower, kInherits);
}

bool asks_of_untreated(const std::vector<Focus>& foci) {
  return std::find(foci.begin(), foci.end(), Focus::kUntreated) != foci.end();
}

bool asks_how_it_is_got(const UnderstoodQuestion& question) {
  return matches_pattern(plain_words(question.resolved),
                         "how do|does|did|can you|i|we|people|someone|he|she get|catch|contract");
}

// "Infection of the tubes can lead to pelvic inflammatory disease": what another disease does is not told,
// but that it comes of this one.
bool leads_to_others(const Evidence& pages, std::string_view sentence, std::string_view lower) {
  static constexpr std::string_view kLeads[] = {"can lead to",
                                                "may lead to",
                                                "leads to",
                                                "lead to",
                                                "can cause",
                                                "may cause",
                                                "can damage",
                                                "complications include",
                                                "complications may include"};
  size_t led = std::string_view::npos;
  for (const std::string_view phrase : kLeads) led = std::min(led, find_phrase(lower, phrase));
  return led != std::string_view::npos && !names_other_condition(pages, sentence.substr(0, led));
}

// "Many germs can cause pneumonia", asked what comes of pneumonia.
bool comes_of_other(const Evidence& pages, Focus focus, std::string_view lower) {
  if (focus != Focus::kUntreated && focus != Focus::kDanger) return false;
  static constexpr std::string_view kCauses[] = {"can cause",   "may cause",   "cause of", "causes of",
                                                 "can lead to", "may lead to", "lead to"};
  size_t caused = std::string_view::npos;
  for (const std::string_view phrase : kCauses) caused = std::min(caused, find_phrase(lower, phrase));
  const auto names = [](const Concept& asked, std::string_view part) {
    return std::any_of(asked.variants.begin(), asked.variants.end(), [&](const ConceptVariant& variant) {
      return has_phrase(part, lower_ascii(variant.words));
    });
  };
  if (caused == std::string_view::npos) return false;
  return std::any_of(pages.question.concepts.begin(), pages.question.concepts.end(),
                     [&](const Concept& asked) {
                       return names(asked, lower.substr(caused)) && !names(asked, lower.substr(0, caused));
                     });
}

std::optional<Candidate> weigh_sentence(const Evidence& pages, const Finding& finding) {
  const std::string_view sentence = pages.sentence_of(finding);
  const std::string lower = lower_ascii(sentence);
  const Document& document = pages.source_of(finding).document;
  std::optional<ByteSpan> whole;
  if (begins_with_pronoun(lower)) whole = with_its_subject(document, finding.sentence);
  const bool by_pronoun = whole.has_value();
  // "There are many things you can do to prevent it. They include…" tells it as a whole.
  const std::string told_lower = whole ? lower_ascii(whole->of(document.text)) : lower;
  if (sentence.empty() || !(is_upper(sentence.front()) || is_letter_or_digit(sentence.front())) ||
      is_lower(sentence.front()) || lower.starts_with("some, ") ||
      (!by_pronoun && (points_back(lower) || lacks_its_subject(lower))) || names_year(lower) ||
      is_page_furniture(sentence) || !may_be_followed(sentence) || tells_of_research(lower))
    return std::nullopt;
  Candidate one{&finding, 0, {}, named_in_plain_words(lower)};
  for (const Mention& mention : finding.interventions) {
    if (!mention.is_control && finding.sentence.contains(mention.span) && !mention.span.empty())
      one.named.insert(mention.name);
  }
  const Intent intent = pages.question.intent;
  const std::vector<Focus> foci = foci_of(pages.question);
  double of_focus = 0;
  for (const Focus focus : foci) {
    const double told_of_it = comes_of_other(pages, focus, lower) ? 0 : telling_focus(focus, lower);
    if (told_of_it > 0) one.foci.push_back(focus);
    of_focus = std::max(of_focus, told_of_it);
  }
  const bool open = foci.empty() || (asks_more_than_foci(pages.question) && !asks_of_untreated(foci));
  const double told =
      std::max(of_focus, open || of_focus > 0 ? telling(intent, told_lower, one.named.size()) : 0.0);
  if (told <= 0 || !tells_inheritance(pages.question, lower)) return std::nullopt;
  // The rare case is no answer for all.
  if (lower.starts_with("in rare ") || lower.starts_with("rarely")) return std::nullopt;
  constexpr uint8_t kInSentence = 2;
  const AnswerSource& source = pages.source_of(finding);
  const PageTitle title = read_page_title(source.document.record.title);
  constexpr double kLostByPronoun = 0.3;
  one.worth = told - drawbacks(pages, finding, lower, of_focus > 0) - (by_pronoun ? kLostByPronoun : 0.0);
  // "Inflammation is swelling when tissues become infected": of something else.
  const bool named = finding.condition_match == kInSentence;
  const bool on_its_own =
      of_focus > 0 && (finding.other_conditions == 0 || leads_to_others(pages, sentence, lower));
  if (!named && !on_its_own && title.asks != intent &&
      (intent == Intent::kCause || intent == Intent::kPrognosis))
    return std::nullopt;
  if (named) one.worth += 1;
  if (title.asks == intent) one.worth += 1;
  static constexpr std::string_view kSpreads[] = {"spread*", "infected", "contact", "passed",
                                                  "person to person"};
  static constexpr std::string_view kInherits[] = {"inherit*",       "each child",       "% chance",
                                                   "percent chance", "runs in families", "run in families",
                                                   "hereditary"};
  if (asks_for_inheritance(pages.question) && has_any_phrase(lower, kInherits)) one.worth += 1.2;
  if (asks_how_it_is_got(pages.question) && has_any_phrase(lower, kSpreads)) one.worth += 1.2;
  // "Can I get it from sex, by kissing": the way that was asked about.
  static constexpr std::string_view kWays[] = {"sex*",  "kiss*",   "touch*",  "blood",   "cough*",
                                               "share", "sharing", "toilet*", "needle*", "towel*"};
  const std::string asked = lower_ascii(pages.question.resolved);
  const bool way = std::any_of(std::begin(kWays), std::end(kWays), [&](std::string_view one_way) {
    return has_phrase(asked, one_way) && has_phrase(told_lower, one_way);
  });
  if (of_focus > 0 && way) one.worth += 1.2;
  // What is said first is more often of the whole.
  const double place = static_cast<double>(finding.sentence.start) /
                       static_cast<double>(std::max<size_t>(1, source.document.text.size()));
  one.worth -= (title.asks == intent ? 0.8 : 0.3) * place;
  if (one.worth < kWorthLeast) return std::nullopt;
  return one;
}

// "Is it dangerous and will it go away?": the best sentence for each comes before a second one for the first.
// `found`: the best first.
void put_each_focus_first(const std::vector<Focus>& foci, std::vector<Candidate>& found) {
  auto place = found.begin();
  for (const Focus focus : foci) {
    const auto tells_it = [&](const Candidate& one) {
      return std::find(one.foci.begin(), one.foci.end(), focus) != one.foci.end();
    };
    if (std::any_of(found.begin(), place, tells_it)) continue;
    const auto best = std::find_if(place, found.end(), tells_it);
    if (best == found.end()) continue;
    std::rotate(place, best, best + 1);
    ++place;
  }
}

bool adds_to(const Candidate& one, const std::set<std::string>& named) {
  return std::any_of(one.named.begin(), one.named.end(),
                     [&](const std::string& name) { return !named.contains(name); });
}

}  // namespace

std::vector<Statement> words_of_pages(const Evidence& pages) {
  constexpr size_t kStatements = 3;
  std::vector<Candidate> found;
  for (const AnswerSource& source : pages.sources) {
    if (!pages.reports_evidence(source)) continue;
    for (const Finding& finding : source.findings) {
      std::optional<Candidate> one = weigh_sentence(pages, finding);
      if (one) found.push_back(std::move(*one));
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Candidate& a, const Candidate& b) { return a.worth > b.worth; });
  // Beside one that is hardly worth more, a weaker one may stand.
  constexpr double kNearBest = 0.7;
  const double least = found.empty() || found.front().worth < kWorthMin
                           ? 0
                           : std::min(kWorthMin, found.front().worth - kNearBest);
  std::erase_if(found, [&](const Candidate& one) { return one.worth < least; });
  put_each_focus_first(foci_of(pages.question), found);
  std::vector<Statement> words;
  std::set<std::string> told;
  std::set<std::string> named;
  const bool of_treatment = is_treatment_question(pages.question);
  constexpr double kBehindBestMax = 2.6;
  double best = 0;
  for (const Candidate& one : found) best = std::max(best, one.worth);
  for (const Candidate& one : found) {
    if (words.size() == kStatements) break;
    if (one.worth < best - kBehindBestMax) continue;
    if (of_treatment && !words.empty() && !adds_to(one, named)) continue;
    const std::string key = sentence_key(pages.sentence_of(*one.finding));
    const bool known = std::any_of(told.begin(), told.end(), [&](const std::string& other) {
      return other.ends_with(key) || key.ends_with(other);
    });
    if (known) continue;
    told.insert(key);
    named.insert(one.named.begin(), one.named.end());
    words.push_back(quote_with_subject(pages, *one.finding));
  }
  return words;
}

}  // namespace attest
