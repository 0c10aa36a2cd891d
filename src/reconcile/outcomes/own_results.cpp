#include "reconcile/outcomes/own_results.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "base/ascii.h"
#include "base/one_of.h"
#include "text/phrases.h"
#include "text/tokens.h"

namespace attest {
namespace {

bool is_people_word(std::string_view word) {
  static constexpr std::string_view kPeople[] = {
      "patients", "people",   "persons",      "women",    "men",      "adults",    "children",    "infants",
      "neonates", "newborns", "participants", "subjects", "those",    "girls",     "adolescents", "boys",
      "smokers",  "mothers",  "individuals",  "elderly",  "subgroup", "population"};
  return is_one_of(word, kPeople);
}

// "No benefit was observed for trials with 400 IU": some of those that a review took in.
std::string part_by_dose(std::string_view lower) {
  static constexpr std::string_view kStudies[] = {"rcts with",    "rcts using",   "trials with",
                                                  "trials using", "studies with", "studies using"};
  constexpr size_t kReach = 24;
  for (const std::string_view studies : kStudies) {
    const size_t at = find_phrase(lower, studies);
    if (at == std::string_view::npos || at + studies.size() + 1 >= lower.size()) continue;
    const std::string_view dose = lower.substr(at + studies.size() + 1, kReach);
    static constexpr std::string_view kUnits[] = {"mg*", "iu*", "microg*", "mcg*", "g"};
    if (is_digit(dose.front()) && has_any_phrase(dose, kUnits)) return std::string(lower.substr(at, kReach));
  }
  return {};
}

// Behind people: what they were given. That is an arm of the study, not a part of its people.
bool names_arm(std::string_view word) {
  static constexpr std::string_view kGiven[] = {
      "receiving", "treated",  "assigned", "randomised",   "randomized", "allocated", "given",      "taking",
      "on",        "received", "using",    "supplemented", "randomly",   "in",        "continuing", "took"};
  return is_one_of(word, kGiven);
}

bool says_nothing(std::string_view word) {
  static constexpr std::string_view kLight[] = {
      "the",          "a",     "an",    "all",   "these",   "both",     "our",  "with",  "of",
      "and",          "at",    "who",   "were",  "had",     "have",     "has",  "for",   "total",
      "that",         "study", "group", "other", "studied", "most",     "more", "many",  "some",
      "from",         "their", "any",   "as",    "was",     "included", "or",   "whose", "being",
      "in",           "to",    "by",    "also",  "years",   "year",     "age",  "human", "hospitalized",
      "hospitalised", "only",  "this",  "is"};
  return is_one_of(word, kLight) || is_people_word(word);
}

bool ends_people(std::string_view word) {
  static constexpr std::string_view kEnds[] = {
      "compared", "than",    "was", "were",     "is",     "are",       "but",    "versus", "vs",
      "when",     "reduced", "did", "after",    "during", "within",    "before", "over",   "showed",
      "reduces",  "does",    "had", "resulted", "while",  "increased", "between"};
  return is_one_of(word, kEnds);
}

// "The treated group with a heart rate above 60 at entry": those who had something at the start.
std::string part_at_entry(std::string_view lower) {
  static constexpr std::string_view kWho[] = {"group with", "patients with", "those with", "subjects with"};
  static constexpr std::string_view kThen[] = {"at entry",     "on entry",     "at baseline",
                                               "at admission", "on admission", "at randomi*",
                                               "at enrolment", "at enrollment"};
  constexpr size_t kReach = 70;
  for (const std::string_view who : kWho) {
    const size_t at = find_phrase(lower, who);
    if (at == std::string_view::npos) continue;
    const std::string_view said = lower.substr(at, kReach);
    const std::string_view clause = said.substr(0, said.find_first_of(",;"));
    for (const std::string_view then : kThen) {
      const size_t end = find_phrase(clause, then);
      if (end != std::string_view::npos) return std::string(clause.substr(0, end));
    }
  }
  return {};
}

// "In women who have survived an infarction", where the methods say that such women were taken in.
bool is_of_those_included(const Evidence& evidence, const Finding& finding,
                          const std::set<std::string>& part) {
  if (part.empty()) return false;
  static constexpr std::string_view kTaken[] = {"enrol*",   "recruit*", "randomi*", "assigned",
                                                "included", "studied",  "eligible", "allocated"};
  static constexpr std::string_view kParted[] = {"without", "subgroup*", "stratif*", "non",
                                                 "either",  "or",        "exclud*",  "controls"};
  constexpr double kMethodMax = 0.3;
  Stemmer stemmer;
  for (const Finding& other : evidence.source_of(finding).findings) {
    if (other.role.evidence > kMethodMax || other.sentence.start >= finding.sentence.start) continue;
    const std::string lower = lower_ascii(evidence.sentence_of(other));
    if (!has_any_phrase(lower, kTaken) || has_any_phrase(lower, kParted)) continue;
    std::set<std::string> stems;
    for (std::string& stem : stems_of(lower, stemmer)) stems.insert(std::move(stem));
    if (std::includes(stems.begin(), stems.end(), part.begin(), part.end())) return true;
  }
  return false;
}

}  // namespace

bool tells_of_subgroup(std::string_view sentence) {
  static constexpr std::string_view kParts[] = {
      "subgroup*",       "sub-group*",           "subset of", "subpopulation*", "sub-population*",
      "were stratified", "according to baseline"};
  const std::string lower = lower_ascii(sentence);
  return has_any_phrase(lower, kParts) || !part_at_entry(lower).empty() || !part_by_dose(lower).empty();
}

std::string part_of_people(const Evidence& evidence, const Finding& finding) {
  const std::string_view sentence = evidence.sentence_of(finding);
  if (std::string part = part_at_entry(lower_ascii(sentence)); !part.empty()) return part;
  if (std::string part = part_by_dose(lower_ascii(sentence)); !part.empty()) return part;
  const std::vector<Token> tokens = tokenize(sentence);
  Stemmer stemmer;
  std::set<std::string> known;
  const auto know = [&](std::string_view words) {
    for (std::string& stem : stems_of(words, stemmer)) known.insert(std::move(stem));
  };
  know(evidence.source_of(finding).document.record.title);
  know(evidence.question.asked);
  for (const Concept& one : evidence.question.concepts) {
    for (const ConceptVariant& variant : one.variants) know(variant.words);
  }
  std::vector<ByteSpan> given;  // "for olanzapine-treated patients" names an arm
  for (const VocabularyMatch& match : evidence.vocabulary->match(sentence, tokens, stemmer)) {
    if (evidence.vocabulary->entry(match.entry).role == ConceptRole::kIntervention)
      given.push_back(match.span);
  }
  const auto is_given = [&](const Token& token) {
    return names_arm(token.folded) ||
           std::any_of(given.begin(), given.end(), [&](ByteSpan span) { return span.contains(token.span); });
  };
  std::set<std::string> part;
  for (size_t i = 0; i + 1 < tokens.size(); ++i) {
    const std::string& opens = tokens[i].folded;
    // "Patients with a visible vessel using the drug do not…"
    const bool leads = i == 0 && is_people_word(opens) && tokens[1].folded == "with";
    if (opens != "in" && opens != "among" && opens != "for" && !leads) continue;
    constexpr size_t kBeforeMax = 5;
    size_t people = leads ? i : i + 1;
    while (people < tokens.size() && people <= i + kBeforeMax && !is_people_word(tokens[people].folded)) {
      // "In reducing deaths both in patients": the inner one leads to the people.
      if (tokens[people].folded == "in" || tokens[people].folded == "among") i = people;
      const std::string_view gap = sentence.substr(
          tokens[people].span.end,
          tokens[std::min(people + 1, tokens.size() - 1)].span.start -
              std::min(tokens[people].span.end, tokens[std::min(people + 1, tokens.size() - 1)].span.start));
      if (gap.find_first_of(",;.(:") != std::string_view::npos) people = tokens.size();
      ++people;
    }
    if (people >= tokens.size() || !is_people_word(tokens[people].folded)) continue;
    size_t end = people + 1;
    constexpr size_t kBehindMax = 10;
    while (end < tokens.size() && end <= people + kBehindMax && !ends_people(tokens[end].folded) &&
           !(leads && (names_arm(tokens[end].folded) && tokens[end].folded != "in"))) {
      const std::string_view gap =
          sentence.substr(tokens[end - 1].span.end, tokens[end].span.start - tokens[end - 1].span.end);
      if (gap.find_first_of(",;.(:") != std::string_view::npos) break;
      ++end;
    }
    // "In patients already receiving it".
    const bool adverb = people + 1 < end &&
                        (tokens[people + 1].folded == "already" || tokens[people + 1].folded == "currently");
    const size_t behind = people + (adverb ? 2 : 1);
    const bool who = behind < end && tokens[behind].folded == "who";
    const bool arm = behind < end && (names_arm(tokens[behind].folded) ||
                                      (who && behind + 1 < end &&
                                       (names_arm(tokens[behind + 1].folded) ||
                                        (behind + 2 < end && names_arm(tokens[behind + 2].folded)))));
    const size_t stop = arm ? people : end;
    for (size_t at = i + 1; at < stop; ++at) {
      const std::string& word = tokens[at].folded;
      const bool counted = !word.empty() && is_digit(word.front()) && at < people;
      if (counted || says_nothing(word) || is_given(tokens[at])) continue;
      for (std::string& stem : stems_of(word, stemmer)) {
        if (!known.contains(stem)) part.insert(std::move(stem));
      }
    }
    // "In women", where the title speaks of all.
    for (size_t at = i + 1; at <= people && !arm; ++at) {
      static constexpr std::string_view kParts[] = {"men",     "children", "elderly", "girls",
                                                    "infants", "boys",     "smokers", "adolescents"};
      const std::string& word = tokens[at].folded;
      if (!is_one_of(word, kParts)) continue;
      for (std::string& stem : stems_of(word, stemmer)) {
        if (!known.contains(stem)) part.insert(std::move(stem));
      }
    }
    i = people;
  }
  if (is_of_those_included(evidence, finding, part)) return {};
  std::string words;
  for (const std::string& stem : part) words += stem + " ";
  return words;
}

}  // namespace attest
