#include "answer/lay/taken_together.h"

#include <algorithm>
#include <set>

#include "answer/choice/finding_order.h"
#include "answer/lay/plain_quotes.h"
#include "answer/lay/together_words.h"
#include "answer/lay/torn_sentences.h"
#include "answer/wording.h"
#include "base/ascii.h"
#include "evidence/animal_subjects.h"
#include "findings/cues.h"
#include "findings/sentences/page_furniture.h"
#include "question/intents.h"
#include "question/words.h"
#include "text/phrases.h"
#include "text/readability.h"

namespace attest {
namespace {

constexpr float kMemberMin = 0.63F;  // its own names and those of what belongs to it
constexpr float kGroupMin = 0.44F;   // the group that it belongs to
constexpr float kGroupMax = 0.46F;

bool is_drink(const Concept& asked) {
  return has_phrase(lower_ascii(asked.label), "alcohol*") ||
         has_phrase(lower_ascii(asked.asked_as), "alcohol*");
}

bool is_taken(const Concept& asked) { return asked.role == ConceptRole::kIntervention || is_drink(asked); }

size_t place_of_name(std::string_view lower, std::string_view words) {
  constexpr size_t kLongName = 5;
  std::string name = lower_ascii(words);
  if (name.size() >= kLongName) name += '*';
  return find_phrase(lower, name);
}

enum class NamedBy : uint8_t { kNothing, kGroup, kName };

// "NSAIDs" names neither aspirin nor ibuprofen where both are asked about.
bool is_group_of(const Concept* taken, std::string_view words) {
  return taken != nullptr &&
         std::any_of(taken->variants.begin(), taken->variants.end(), [&](const ConceptVariant& variant) {
           return variant.weight <= kGroupMax && variant.words == words;
         });
}

struct NamedPlaces {
  NamedBy by = NamedBy::kNothing;
  std::vector<size_t> places;
  std::string group;  // the words of the sentence, where it names the group only
};

NamedPlaces places_of(const Concept& asked, std::string_view lower, const Concept* beside = nullptr) {
  NamedPlaces found;
  const auto add = [&](std::string_view words, NamedBy by) {
    const size_t place = place_of_name(lower, words);
    if (place == std::string_view::npos) return;
    found.places.push_back(place);
    if (by == NamedBy::kGroup && found.group.empty()) found.group = words;
    found.by = std::max(found.by, by);
  };
  if (is_drink(asked)) add("alcohol", NamedBy::kName);
  add(asked.asked_as, NamedBy::kName);
  for (const ConceptVariant& variant : asked.variants) {
    constexpr size_t kShortMax = 3;
    if (variant.words.size() <= kShortMax) continue;
    if (variant.weight >= kMemberMin) add(variant.words, NamedBy::kName);
    if (names_group(variant) && !is_group_of(beside, variant.words)) add(variant.words, NamedBy::kGroup);
  }
  return found;
}

struct NamedPair {
  size_t named = 0;
  size_t by_name = 0;
  size_t first = std::string_view::npos;  // the place of the first, and of the last
  size_t last = 0;
};

// At different places: "NSAIDs" alone is not both NSAIDs and ibuprofen.
NamedPair find_pair(const std::vector<const Concept*>& taken, std::string_view lower) {
  std::set<size_t> used;
  NamedPair pair;
  for (const Concept* one : taken) {
    const NamedPlaces found = places_of(*one, lower, one == taken.front() ? taken.back() : taken.front());
    const auto free = std::find_if(found.places.begin(), found.places.end(),
                                   [&](size_t place) { return !used.contains(place); });
    if (free == found.places.end()) continue;
    used.insert(*free);
    ++pair.named;
    if (found.by == NamedBy::kName) ++pair.by_name;
    pair.first = std::min(pair.first, *free);
    pair.last = std::max(pair.last, *free);
  }
  return pair;
}

// "May interact with diuretics, lithium, and antihistamines": each of a list, with something else.
bool are_of_one_list(const NamedPair& pair, std::string_view lower) {
  static constexpr std::string_view kRelates[] = {
      "with",   "when",  "while",   "during",    "may",       "can",       "is",      "are",    "on",
      "by",     "of",    "in",      "interact*", "increase*", "decrease*", "reduce*", "lower*", "raise*",
      "should", "avoid", "affect*", "leads",     "led",       "cause*",    "does",    "did"};
  const std::string_view between = lower.substr(pair.first, pair.last - pair.first);
  // "Aspirin and other NSAIDs".
  static constexpr std::string_view kRows[] = {"and other", "and/or", "or other"};
  if (has_any_phrase(between, kRows) && !joins_surely(lower)) return true;
  return between.find(',') != std::string_view::npos && !has_any_phrase(between, kRelates);
}

// Who asks which of two to take, or what one does for a disease that the other also treats.
bool asks_which(std::span<const PlainWord> words) {
  return matches_pattern(words, "or|versus|vs|better|best|instead|difference|compared|than");
}

bool asks_whether_together(std::span<const PlainWord> words) {
  return matches_pattern(words,
                         "can|could|may|should|do i|we|you|he|she|my|one|people|someone * "
                         "take|use|have|drink|eat|mix|combine|put|go|still|drinking|taking") ||
         matches_pattern(words,
                         "is|are|its|it|and safe|ok|okay|alright|fine|dangerous|bad|allowed|harmful") ||
         matches_pattern(words, "dangerous|interact~|mix|mixed|mixing|mixes|together|combine~|combining") ||
         matches_pattern(words, "stop|stops|affect|affects|block|blocks * working|work|effect") ||
         matches_pattern(words, "does|do|can|will|could * affect|interfere|weaken|block") ||
         matches_pattern(words, "^ i|he|she take|takes|am|is * can|could|should|may") ||
         matches_pattern(words, "with|while|and * my|his|her * tablet~|pill~|medicine~|medication~|meds");
}

struct WeighedWords {
  const Finding* finding = nullptr;
  double worth = 0;
  bool warns = false;
};

bool may_stand(const Evidence& evidence, const Finding& finding, std::string_view lower) {
  const std::string_view sentence = evidence.sentence_of(finding);
  constexpr size_t kBytesMax = 420;
  constexpr size_t kListBytesMax = 620;
  const bool list = sentence.find(" - ") != std::string_view::npos;
  return !sentence.empty() && sentence.size() <= (list ? kListBytesMax : kBytesMax) &&
         !is_lower(sentence.front()) && !points_back(lower) && !lacks_its_subject(lower) &&
         !is_page_furniture(sentence) && may_be_read_by_lay(sentence) && !cues::announces_study(lower) &&
         !cues::describes_study(lower) && !speaks_of_animals(evidence.source_of(finding), lower) &&
         finding.kind != FindingKind::kMethod;
}

double worth_of_source(const AnswerSource& source) {
  switch (source.appraisal.design) {
    case StudyDesign::kPatientPage: return 2.5;
    case StudyDesign::kGuideline: return 2.0;
    case StudyDesign::kSystematicReview: return 1.5;
    case StudyDesign::kReview: return 1.0;
    case StudyDesign::kCaseReport: return 0.2;
    default: return 0.5;
  }
}

}  // namespace

std::vector<const Concept*> asked_together(const UnderstoodQuestion& question) {
  std::vector<const Concept*> taken;
  for (const Concept& asked : question.concepts) {
    if (is_taken(asked)) taken.push_back(&asked);
  }
  const std::vector<PlainWord> words = plain_words(question.resolved);
  // "Methotrexate and ibuprofen", and no more.
  const bool only_named = question.concepts.size() == taken.size() && question.other_stems.empty() &&
                          question.intent == Intent::kGeneral && matches_pattern(words, "and|with|plus");
  if (taken.size() < 2 || question.intent == Intent::kComparison || asks_which(words) ||
      !(only_named || asks_whether_together(words)))
    taken.clear();
  return taken;
}

bool names_group(const ConceptVariant& variant) {
  return variant.weight >= kGroupMin && variant.weight <= kGroupMax;
}

bool names_both(const std::vector<const Concept*>& taken, std::string_view lower) {
  const NamedPair pair = find_pair(taken, lower);
  return pair.named >= 2 && pair.by_name > 0;
}

TellsOfBoth tells_of_both(const std::vector<const Concept*>& taken, std::string_view lower,
                          std::string_view title) {
  const NamedPair pair = find_pair(taken, lower);
  if (pair.by_name == 0 || tells_otherwise(lower) || !joins_two(lower)) return TellsOfBoth::kNothing;
  // "Interactions of St John's wort": "they were found with warfarin and oral contraceptives".
  const bool of_title = pair.named == 1 && has_phrase(lower, "interact*") && has_phrase(title, "interact*") &&
                        find_pair(taken, title).by_name > 0 &&
                        names_both(taken, std::string(title) + " " + std::string(lower));
  if (!of_title && (pair.named < 2 || are_of_one_list(pair, lower))) return TellsOfBoth::kNothing;
  if (tells_of_no_harm(lower)) return TellsOfBoth::kNoHarm;
  return warns_of_two(lower) ? TellsOfBoth::kWarning : TellsOfBoth::kNothing;
}

std::vector<Statement> words_on_both(const Evidence& evidence) {
  const std::vector<const Concept*> taken = asked_together(evidence.question);
  if (taken.empty()) return {};
  std::vector<WeighedWords> found;
  for (const AnswerSource& source : evidence.sources) {
    if (!evidence.reports_evidence(source)) continue;
    const std::string title = lower_ascii(source.document.record.title);
    for (const Finding& finding : source.findings) {
      const std::string_view sentence = evidence.sentence_of(finding);
      const std::string lower = lower_ascii(sentence);
      const TellsOfBoth tells = tells_of_both(taken, lower, title);
      if (tells == TellsOfBoth::kNothing || !may_stand(evidence, finding, lower)) continue;
      const size_t by_name = find_pair(taken, lower).by_name;
      constexpr double kBytesOfOne = 250;
      constexpr double kGradesOfOne = 8;
      double worth = worth_of_source(source) + static_cast<double>(by_name) -
                     static_cast<double>(sentence.size()) / kBytesOfOne -
                     reading_grade(sentence) / kGradesOfOne;
      if (joins_surely(lower)) worth += 1;
      found.push_back({&finding, worth, tells == TellsOfBoth::kWarning});
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const WeighedWords& a, const WeighedWords& b) {
    return a.warns != b.warns ? a.warns : a.worth > b.worth;
  });
  // That one study saw nothing reassures nobody.
  const bool warned = !found.empty() && found.front().warns;
  std::erase_if(found, [&](const WeighedWords& one) {
    const AnswerSource& source = evidence.source_of(*one.finding);
    return !warned && !advises(source) && source.appraisal.design != StudyDesign::kSystematicReview;
  });
  constexpr size_t kStatements = 3;
  std::vector<Statement> words;
  std::set<std::string> told;
  std::set<std::string> documents;
  for (const WeighedWords& one : found) {
    if (words.size() == kStatements) break;
    const AnswerSource& source = evidence.source_of(*one.finding);
    if (!told.insert(sentence_key(evidence.sentence_of(*one.finding))).second ||
        !documents.insert(source.id).second)
      continue;
    words.push_back(quote_finding(evidence, *one.finding));
  }
  return words;
}

std::string name_as_asked(const Concept& taken) { return is_drink(taken) ? "alcohol" : taken.asked_as; }

std::string note_on_groups(const UnderstoodQuestion& question, const std::vector<Statement>& statements) {
  std::string note;
  for (const Concept* one : asked_together(question)) {
    std::string group;
    bool named = false;
    for (const Statement& statement : statements) {
      const NamedPlaces found = places_of(*one, lower_ascii(statement.text));
      named = named || found.by == NamedBy::kName;
      if (found.by == NamedBy::kGroup && group.empty()) group = found.group;
    }
    if (named || group.empty()) continue;
    note += (note.empty() ? "" : " ") + capitalised(name_as_asked(*one)) + " is one of these: " + group + ".";
  }
  return note;
}

}  // namespace attest
