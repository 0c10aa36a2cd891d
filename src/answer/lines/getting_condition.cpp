#include "answer/lines/getting_condition.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <string_view>

#include "answer/choice/section_plans.h"
#include "base/ascii.h"
#include "base/one_of.h"
#include "evidence/condition_names.h"
#include "evidence/relevance.h"
#include "text/phrases.h"
#include "text/spelling.h"
#include "text/tokens.h"

namespace attest {
namespace {

constexpr std::string_view kKeepsFrom[] = {"prevent*", "prophyla*", "post-exposure", "pre-exposure"};

// Of what comes and goes, treatment is to have it less often.
bool comes_again(std::string_view name) {
  static constexpr std::string_view kAgain[] = {
      "migraine*",  "headache*",  "seizure*",  "convulsion*",   "epilep*", "attack*",  "colic",
      "angina",     "gout",       "cramp*",    "pain*",         "nausea",  "vomiting", "emesis",
      "hot flush*", "hot flash*", "recurren*", "relaps*",       "syncope", "falls",    "herpes*",
      "urticaria",  "angioedema", "episode*",  "exacerbation*", "cough",   "insomnia"};
  return has_any_phrase(name, kAgain);
}

// In small letters and American spelling, as one of the names is; "Parkinson’s" with the apostrophe of a
// keyboard.
std::string plain_letters(std::string_view text) {
  constexpr std::string_view kRaised = "\xE2\x80\x99";
  std::string plain = lower_ascii(text);
  for (size_t at = plain.find(kRaised); at != std::string::npos; at = plain.find(kRaised, at + 1))
    plain.replace(at, kRaised.size(), "'");
  return american_words(plain);
}

size_t words_within(std::string_view gap) {
  return static_cast<size_t>(std::count(gap.begin(), gap.end(), ' '));
}

// "Preventing moderate and severe C": how bad it would be.
bool is_only_grade(std::string_view gap) {
  static constexpr std::string_view kGrades[] = {"severe", "moderate", "mild", "and", "or",   "to",    "ing",
                                                 "ion",    "ed",       "s",    "of",  "oral", "acute", "the"};
  while (!gap.empty()) {
    const size_t end = std::min(gap.find(' '), gap.size());
    const std::string_view word = gap.substr(0, end);
    if (!word.empty() && !is_one_of(word, kGrades)) return false;
    gap.remove_prefix(std::min(end + 1, gap.size()));
  }
  return true;
}

// What is got, or kept from, is the name at [start, end): "risk of C", "to prevent C", "C prophylaxis".
bool is_got(std::string_view lower, size_t start, size_t end) {
  static constexpr std::string_view kGets[] = {
      "risk of",        "risks of",      "odds of",          "incidence of",
      "incidences of",  "occurrence of", "development of",   "developing",
      "developed",      "develop",       "likelihood of",    "chance of",
      "hazard of",      "rate of",       "rates of",         "prevent*",
      "prophylaxis",    "prophylactic",  "protect* against", "protection against",
      "new-onset",      "new onset",     "risk for",         "frequency of",
      "odds ratio for", "ratio for",     "(or) for",         "(rr) for",
      "rrs of"};
  // "Death from C", "recurrence of C": of people who have it.
  static constexpr std::string_view kHave[] = {
      "recurr*",       "relaps*",   "death*",     "died", "mortality", "patients",  "people",
      "complication*", "in",        "with",       "from", "symptom*",  "progress*", "treat*",
      "hospitali*",    "worsening", "resolution", "cure", "remission", "severe"};
  static constexpr std::string_view kHaveBehind[] = {
      "hospitali*", "admission*", "death*",   "mortality",   "recurr*",   "relaps*",       "exacerbation*",
      "attack*",    "symptom*",   "patients", "progression", "severity",  "complication*", "activity",
      "control",    "remission",  "flare*",   "therapy",     "treatment", "episodes"};
  constexpr size_t kReach = 60;
  constexpr size_t kWordsMax = 5;
  std::string_view before = lower.substr(0, start);
  before = before.substr(before.size() - std::min(before.size(), kReach));
  std::string_view behind = lower.substr(end, kReach);
  if (behind.starts_with("-") && !behind.starts_with("--")) return false;  // "-related"
  behind = behind.substr(0, behind.find_first_of(",;:.(["));
  // The next two words.
  size_t two = 0;
  for (size_t words = 0; two < behind.size() && words < 3; ++two) words += behind[two] == ' ' ? 1 : 0;
  const std::string_view next = behind.substr(0, two);
  if (has_any_phrase(next, kHaveBehind) || next.starts_with(" related")) return false;
  if (next.starts_with(" prevent") || next.starts_with(" prophyla") || next.starts_with(" incidence") ||
      next.starts_with(" risk"))
    return true;
  return std::any_of(std::begin(kGets), std::end(kGets), [&](std::string_view cue) {
    size_t at = std::string_view::npos;
    for (size_t found = find_phrase(before, cue); found != std::string_view::npos;
         found = find_phrase(before, cue, found + 1))
      at = found;
    if (at == std::string_view::npos) return false;
    const std::string_view gap = before.substr(at + cue.size() - (cue.ends_with('*') ? 1 : 0));
    return words_within(gap) <= kWordsMax && gap.find_first_of(";:.") == std::string_view::npos &&
           (!has_any_phrase(gap, kHave) || (cue == "prevent*" && is_only_grade(gap)));
  });
}

enum class Told : uint8_t { kNothing, kGot, kHad };

// kGot where every name of the condition in `lower` stands for getting it.
Told told_of(std::string_view lower, std::span<const std::string> names) {
  Told told = Told::kNothing;
  for (const std::string& name : names) {
    for (size_t at = find_phrase(lower, name); at != std::string_view::npos;
         at = find_phrase(lower, name, at + 1)) {
      if (!is_got(lower, at, at + name.size())) return Told::kHad;
      told = Told::kGot;
    }
  }
  return told;
}

}  // namespace

ConditionGot::ConditionGot(const Evidence& evidence) : evidence_(evidence) {
  if (!is_treatment_question(evidence.question)) return;
  if (has_any_phrase(lower_ascii(evidence.question.asked), kKeepsFrom)) return;
  names_ = condition_names(evidence.question, false);
  if (std::any_of(names_.begin(), names_.end(), comes_again)) names_.clear();
}

// With the short forms that the document explains, "postpartum haemorrhage (PPH)": read once for each.
const std::vector<std::string>& ConditionGot::names_in(uint32_t source) const {
  const auto [place, is_new] = names_of_.try_emplace(source, names_);
  if (!is_new) return place->second;
  const std::string text = plain_letters(evidence_.sources[source].document.text);
  for (const std::string& name : names_) {
    const size_t open = text.find(name + " (");
    if (open == std::string::npos) continue;
    constexpr size_t kLettersMin = 2;
    constexpr size_t kLettersMax = 6;
    const size_t from = open + name.size() + 2;
    const size_t end = text.find(')', from);
    if (end == std::string::npos || end - from < kLettersMin || end - from > kLettersMax) continue;
    const std::string letters = text.substr(from, end - from);
    if (std::all_of(letters.begin(), letters.end(), is_lower)) place->second.push_back(letters);
  }
  return place->second;
}

bool ConditionGot::is_outcome_of(const Finding& finding) const {
  if (names_.empty()) return false;
  const std::vector<std::string>& names = names_in(finding.source);
  static constexpr std::string_view kTreats[] = {"treating", "treatment*", "treat", "manag*", "therap*"};
  const std::string title = plain_letters(evidence_.source_of(finding).document.record.title);
  const bool of_treating = has_any_phrase(title, kTreats);
  const std::string sentence = plain_letters(evidence_.sentence_of(finding));
  const Told told = told_of(sentence, names);
  if (told == Told::kGot) return true;
  const bool speaks_of_treating = told == Told::kHad && has_any_phrase(sentence, kTreats);
  if (!of_treating && !speaks_of_treating && is_got_by_others(title, names)) return true;
  if (of_treating || told_of(title, names_with_kinds(finding.source)) != Told::kGot) return false;
  // Of a study of keeping people from it, what a sentence tells of those who got it all the same.
  static constexpr std::string_view kCures[] = {"treat*",   "cure*",     "resol*",
                                                "recover*", "remission", "heal*"};
  return told == Told::kNothing || (has_any_phrase(title, kKeepsFrom) && !has_any_phrase(sentence, kCures));
}

// "C in people with D treated with X": X is for D, and C is what some of them got.
bool ConditionGot::is_got_by_others(std::string_view title, const std::vector<std::string>& names) const {
  static constexpr std::string_view kGiven[] = {"treated with", "receiving", "taking", "using",
                                                "on therapy with"};
  const std::string_view given = first_phrase(title, kGiven);
  const size_t end = given.empty() ? std::string_view::npos : find_phrase(title, given);
  if (end == std::string_view::npos) return false;
  const size_t in = title.substr(0, end).find(" in ");
  if (in == std::string_view::npos || has_phrase(title.substr(0, in), "for")) return false;
  const std::string_view people = title.substr(in, end - in);
  const auto stands_in = [&](std::string_view text) {
    return std::any_of(names.begin(), names.end(),
                       [&](const std::string& name) { return has_phrase(text, name); });
  };
  if (!stands_in(title.substr(0, in)) || stands_in(people)) return false;
  Stemmer stemmer;
  const std::vector<VocabularyMatch> named = evidence_.vocabulary->match(people, tokenize(people), stemmer);
  return std::any_of(named.begin(), named.end(), [&](const VocabularyMatch& match) {
    return evidence_.vocabulary->entry(match.entry).role == ConceptRole::kCondition;
  });
}

// With the kinds of the condition that the title names: "prevention of pre-eclampsia" for hypertension in
// pregnancy.
std::vector<std::string> ConditionGot::names_with_kinds(uint32_t source) const {
  std::vector<std::string> names = names_in(source);
  const std::string& title = evidence_.sources[source].document.record.title;
  Stemmer stemmer;
  for (const VocabularyMatch& match : evidence_.vocabulary->match(title, tokenize(title), stemmer)) {
    const VocabularyEntry& entry = evidence_.vocabulary->entry(match.entry);
    if (entry.role != ConceptRole::kCondition || comes_again(lower_ascii(entry.name))) continue;
    const bool kind = std::any_of(evidence_.question.concepts.begin(), evidence_.question.concepts.end(),
                                  [&](const Concept& asked) {
                                    return asked.role == ConceptRole::kCondition &&
                                           evidence_.vocabulary->is_a(entry.id, vocabulary_id(asked));
                                  });
    if (kind) names.push_back(plain_letters(match.span.of(title)));
  }
  return names;
}

}  // namespace attest
