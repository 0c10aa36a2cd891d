// The subject of the verb that leads to the figure, with what the verb says of it: "the ulcers were healed in
// 20 of 30" counts healed ulcers, and a label that only said "ulcers" would say the opposite. Verbs that only
// say that the subject was there ("was reported by") add nothing. Where another clause, a second verb or a
// denial stands between the verb and the figure, nothing is named, and the sentence is quoted.
#include "findings/effects/outcome.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <vector>

#include "base/ascii.h"
#include "base/one_of.h"
#include "findings/figures/rate_figures.h"
#include "text/phrases.h"

namespace attest {

namespace {

using OutcomeWords = std::vector<std::string>;

constexpr std::string_view kFormsOfBe[] = {"was", "were", "is", "are"};
constexpr std::string_view kThere[] = {"occurred", "occurs", "developed", "appeared"};
// What the subject did by itself; it belongs to the name.
constexpr std::string_view kSubjectDid[] = {"persisted", "increased", "rose",        "fell",     "decreased",
                                            "declined",  "resolved",  "healed",      "cleared",  "improved",
                                            "recurred",  "relapsed",  "disappeared", "subsided", "ceased",
                                            "worsened",  "progressed"};
// Behind "was", these say that the subject was there.
constexpr std::string_view kWasThere[] = {"reported", "observed", "seen",       "noted",    "found",
                                          "recorded", "present",  "achieved",   "obtained", "attained",
                                          "evident",  "apparent", "documented", "detected", "experienced"};
// These compare how often, where the figures do: "mortality was lower with X (10% v 20%)". "Pain was less in
// 12 of 20" counts those with less of it.
constexpr std::string_view kComparatives[] = {"similar", "higher", "lower", "greater",   "more",
                                              "less",    "most",   "least", "comparable"};
constexpr std::string_view kHow[] = {
    "also",       "only",     "completely", "partially",     "successfully", "fully",      "still",
    "then",       "about",    "nearly",     "significantly", "slightly",     "markedly",   "much",
    "frequently", "commonly", "often",      "frequent",      "common",       "clinically", "likely"};
constexpr std::string_view kPredicateAdjectives[] = {
    "absent",     "free",         "lost",      "negative", "positive",   "normal",
    "successful", "effective",    "unchanged", "better",   "incomplete", "poor",
    "good",       "excellent",    "worse",     "complete", "stable",     "necessary",
    "fatal",      "undetectable", "mild",      "severe",   "moderate"};
constexpr std::string_view kRateNouns[] = {"rate",       "rates",     "incidence", "proportion", "percentage",
                                           "prevalence", "frequency", "risk",      "proportions"};
// Behind the verb and what it says, these lead to who is counted.
constexpr std::string_view kLeadsToFigure[] = {"in",    "by",   "for",    "among", "at",       "within",
                                               "after", "with", "during", "of",    "on",       "as",
                                               "about", "from", "to",     "under", "following"};

// These tell of the subject, and not of those who are counted: "X was associated with nausea (9% v 1%)".
constexpr std::string_view kTellsNothing[] = {
    "associated",   "compared",   "related",  "linked",     "followed",   "adjusted",   "classified",
    "assessed",     "used",       "measured", "considered", "based",      "calculated", "estimated",
    "administered", "conducted",  "studied",  "evaluated",  "randomised", "randomized", "assigned",
    "treated",      "allocated",  "expected", "performed",  "initiated",  "analysed",   "analyzed",
    "included",     "defined",    "combined", "repeated",   "rated",      "recognised", "recognized",
    "regarded",     "identified", "judged",   "graded"};
// "Mortality was reduced (10% v 20%)": how often it was; "pain was reduced in 10 of 20": in whom.
constexpr std::string_view kChanged[] = {"reduced",  "increased", "decreased", "lowered", "raised",
                                         "improved", "declined",  "rose",      "fell",    "elevated",
                                         "affected", "changed",   "altered",   "doubled", "halved"};
// "Fell by 20%", "was reduced from 20% to 10%": amounts, and nobody is counted.
constexpr std::string_view kAmountOf[] = {"by", "from", "to"};

bool opens_with_one(std::string_view text, std::span<const std::string_view> leads) {
  return std::any_of(leads.begin(), leads.end(),
                     [&](std::string_view lead) { return text.starts_with(lead); });
}

// "Healed", "withdrawn".
bool is_participle(std::string_view word) {
  static constexpr std::string_view kIrregular[] = {"withdrawn", "overcome", "kept", "begun", "broken",
                                                    "stopped",   "met",      "cut",  "worn",  "torn"};
  return (word.size() > 4 && word.ends_with("ed")) || is_one_of(word, kIrregular);
}

// "At 3 months", "overall": what a comma parts from the subject, and no part of a list that the subject ends.
bool is_opening_phrase(std::string_view before_comma) {
  static constexpr std::string_view kOpens[] = {
      "in ",      "at ",        "after ",    "with ",    "among ",    "of ",         "during ",   "within ",
      "on ",      "by ",        "for ",      "under ",   "compared ", "when ",       "although ", "while ",
      "whereas ", "following ", "if ",       "as ",      "because ",  "despite ",    "from ",     "to ",
      "until ",   "since ",     "based on ", "besides ", "using ",    "over ",       "out of ",   "before ",
      "between ", "according ", "however",   "overall",  "moreover",  "furthermore", "thus",      "therefore",
      "also",     "again",      "here",      "hence",    "and in ",   "but in "};
  const size_t comma = before_comma.rfind(", ");
  std::string_view phrase = comma == std::string_view::npos ? before_comma : before_comma.substr(comma + 2);
  while (phrase.starts_with(' ')) phrase.remove_prefix(1);
  const bool adverb = phrase.find(' ') == std::string_view::npos && phrase.ends_with("ly");
  return adverb || opens_with_one(phrase, kOpens);
}

// "Death rates in patients given X": where those begin in whom it was counted.
size_t end_before_people(std::string_view subject) {
  static constexpr std::string_view kPlaced[] = {" in ", " with ", " among ", " for ", " after ", " on "};
  static constexpr std::string_view kWhom[] = {
      "patients", "participants", "subjects",   "women",   "men",   "children",  "group",   "groups",
      "arm",      "arms",         "recipients", "placebo", "those", "controls",  "infants", "adults",
      "people",   "individuals",  "persons",    "users",   "girls", "treatment", "boys"};
  size_t end = subject.size();
  for (const std::string_view placed : kPlaced) {
    const size_t at = subject.find(placed);
    if (at < end && at > 0 && has_any_phrase(subject.substr(at), kWhom)) end = at;
  }
  return end;
}

// The name in front of the verb that begins at `verb`, without what opens its clause; "" where it is none.
std::string subject_of_verb(std::string_view clause, size_t verb) {
  std::string_view subject = clause.substr(0, verb);
  if (const size_t comma = subject.rfind(", "); comma != std::string_view::npos) {
    if (!is_opening_phrase(subject.substr(0, comma))) return {};
    subject.remove_prefix(comma + 2);
  }
  while (subject.starts_with(' ') || subject.starts_with('\'')) subject.remove_prefix(1);
  while (subject.ends_with(' ')) subject.remove_suffix(1);
  if (const size_t group = subject.find(" group ");
      subject.starts_with("in the ") && group != std::string_view::npos) {
    subject.remove_prefix(group + std::string_view(" group ").size());
  }
  for (const std::string_view article :
       {"the ", "an ", "a ", "overall ", "cumulative ", "rate of ", "rates of ", "incidence of ",
        "frequency of ", "prevalence of ", "percentage of ", "proportion of ", "risk of "}) {
    if (subject.starts_with(article)) subject.remove_prefix(article.size());
  }
  subject = subject.substr(0, end_before_people(subject));
  // "When results were limited to…" has not come to its subject yet; "which" and "they" stand for it.
  static constexpr std::string_view kNoSubject[] = {
      "when ", "if ", "after ", "although ", "because ", "while ",        "whereas ", "since ", "in ",
      "of ",   "as ", "but ",   "or ",       "and ",     "that ",         "which ",   "who ",   "at ",
      "with ", "on ", "by ",    "for ",      "from ",    "results were ", "there ",   "its ",   "their "};
  static constexpr std::string_view kStandIns[] = {"it",  "there", "this",    "that",   "which",
                                                   "who", "they",  "these",   "those",  "and",
                                                   "he",  "she",   "results", "figures"};
  constexpr size_t kSubjectBytesMax = 70;
  // "That", "who" open a clause of their own within the subject.
  static constexpr std::string_view kWithin[] = {"patients", "participants", "women", "subjects", "who",
                                                 "whom",     "that",         "which", "were",     "was",
                                                 "has",      "have",         "had",   "is",       "are"};
  if (subject.empty() || subject.size() > kSubjectBytesMax || opens_with_one(subject, kNoSubject) ||
      is_one_of(subject, kStandIns) || has_any_phrase(subject, kWithin))
    return {};
  return std::string(subject);
}

struct PredicateWords {
  std::string words;   // what they add to the name
  size_t verb = 0;     // place of the verb in the words of the clause
  bool there = false;  // they add nothing
  size_t end = 0;      // of the predicate
};

// The verb at `at` and what it says of its subject; `end` stays 0 where it cannot be told.
PredicateWords predicate_at(const OutcomeWords& words, size_t at, bool in_bracket) {
  PredicateWords predicate;
  predicate.verb = at;
  if (is_one_of(words[at], kThere)) {
    predicate.there = true;
    predicate.end = at + 1;
    return predicate;
  }
  if (is_one_of(words[at], kSubjectDid)) {
    if (in_bracket && is_one_of(words[at], kChanged)) return predicate;
    const bool of_rate = at > 0 && is_one_of(words[at - 1], kRateNouns);
    const bool by_amount =
        at + 1 >= words.size() || is_one_of(words[at + 1], kAmountOf) || is_digit(words[at + 1].front());
    if (by_amount && (!of_rate || (at + 1 < words.size() && words[at + 1] == "by"))) return predicate;
    predicate.there = of_rate;
    predicate.words = words[at];
    predicate.end = at + 1;
    return predicate;
  }
  const bool had = words[at] == "had";
  if (!had && !is_one_of(words[at], kFormsOfBe)) return predicate;
  size_t next = at + 1;
  if (had && next < words.size() && words[next] == "been") ++next;
  std::string how;
  while (next < words.size() && is_one_of(words[next], kHow)) {
    how += words[next] + " ";
    ++next;
  }
  // "The relapse rate was 20%", "was in the X group 20%"
  if (!had &&
      (next >= words.size() || is_one_of(words[next], kLeadsToFigure) || is_digit(words[next].front()))) {
    predicate.there = true;
    predicate.end = next;
    return predicate;
  }
  if (next >= words.size()) return predicate;
  if (is_one_of(words[next], kWasThere) && !(had && words[at + 1] != "been")) {
    predicate.there = true;
    predicate.end = next + 1;
    while (predicate.end < words.size() && is_one_of(words[predicate.end], kHow)) ++predicate.end;
    return predicate;
  }
  // "Doctors were more likely to…" says nothing of what is counted.
  const bool likely = next + 1 < words.size() && words[next + 1] == "likely";
  if (!had && is_one_of(words[next], kComparatives) && likely) return predicate;
  const bool set_against =
      (words[next] == "better" || words[next] == "worse") &&
      std::find(words.begin() + static_cast<std::ptrdiff_t>(next), words.end(), "than") != words.end();
  if (!had && (is_one_of(words[next], kComparatives) || set_against)) {
    const bool compares = in_bracket || std::find(words.begin() + static_cast<std::ptrdiff_t>(next),
                                                  words.end(), "than") != words.end();
    predicate.there = compares;
    predicate.end = compares ? next + 1 : 0;
    while (compares && predicate.end < words.size() && is_one_of(words[predicate.end], kHow)) ++predicate.end;
    return predicate;
  }
  const bool by_amount = next + 1 < words.size() && is_one_of(words[next + 1], kAmountOf);
  if (by_amount || is_one_of(words[next], kTellsNothing) || (in_bracket && is_one_of(words[next], kChanged)))
    return predicate;
  if (is_participle(words[next]) || (!had && is_one_of(words[next], kPredicateAdjectives))) {
    predicate.words = how + words[next];
    predicate.end = next + 1;
  }
  return predicate;
}

// From behind the predicate up to the figure nothing else happens.
bool leads_to_figure(std::span<const std::string> words) {
  static constexpr std::string_view kOtherClause[] = {
      ",",           ";",          ":",     "not", "no",      "never",    "neither",  "without",  "who",
      "whom",        "that",       "which", "but", "while",   "whereas",  "although", "because",  "had",
      "was",         "were",       "is",    "are", "have",    "has",      "unless",   "except",   "if",
      "improvement", "resolution", "and",   "nor", "thought", "believed", "reported", "improved", "relief"};
  if (words.empty()) return true;
  if (!is_one_of(words.front(), kLeadsToFigure) && !is_digit(words.front().front()) &&
      !is_one_of(words.front(), kHow) && !names_people(words.front()) && words.front() != "only")
    return false;
  return std::none_of(words.begin(), words.end(),
                      [](const std::string& word) { return is_one_of(word, kOtherClause); });
}

}  // namespace

std::string predicate_behind_rate(std::string_view tail) {
  static constexpr std::string_view kPredicates[] = {
      "had improved", "improved",   "were satisfied", "felt improved",
      "responded",    "relapsed",   "were cured",     "could expel a balloon",
      "recovered",    "had relief", "died",           "were able to expel a balloon"};
  // Who is counted may be told between, and nothing else.
  static constexpr std::string_view kElse[] = {"not",      "no",      "never", "who",      "whom", "thought",
                                               "believed", "was",     "were",  "said",     "is",   "most",
                                               "this",     "because", "due",   "had",      "that", "which",
                                               "while",    "whereas", "but",   "although", "none"};
  for (const std::string_view predicate : kPredicates) {
    const size_t at = find_phrase(tail, predicate);
    constexpr size_t kNear = 60;
    if (at >= kNear) continue;
    const std::string_view between = tail.substr(0, at);
    if (tail.substr(at + predicate.size()).starts_with(" that")) continue;  // "responded that…"
    if (between.find_first_of(",;:") == std::string_view::npos && !has_any_phrase(between, kElse))
      return std::string(predicate);
  }
  return {};
}

CountedWords outcome_before_rate(std::string_view sentence, size_t figure_start) {
  const std::string lower = lower_ascii(sentence);
  std::string_view clause = std::string_view(lower).substr(0, figure_start);
  if (const size_t part = clause.find_last_of(";:"); part != std::string_view::npos)
    clause.remove_prefix(part + 1);
  const size_t open = clause.find_last_of("([");
  const bool in_bracket =
      open != std::string_view::npos && clause.find_first_of(")]", open) == std::string_view::npos;
  const OutcomeWords words = words_outside_brackets(clause.substr(0, in_bracket ? open : clause.size()));
  for (size_t at = words.size(); at > 0; --at) {
    const std::string& verb = words[at - 1];
    const bool known = is_one_of(verb, kFormsOfBe) || is_one_of(verb, kThere) ||
                       is_one_of(verb, kSubjectDid) || verb == "had";
    if (!known) continue;
    const PredicateWords predicate = predicate_at(words, at - 1, in_bracket);
    if (predicate.end == 0 || !leads_to_figure(std::span(words).subspan(predicate.end))) break;
    const size_t place = clause.rfind(" " + verb);
    if (place == std::string_view::npos) break;
    std::string name = subject_of_verb(clause, place);
    if (name.empty()) continue;  // "had healed", "were completely healed": the verb stands before
    return {predicate.there ? name : name + " " + predicate.words, predicate.there};
  }
  return {};
}

std::string outcome_words(std::string_view sentence, size_t figure_start, size_t figure_end) {
  CountedWords before = outcome_before_rate(sentence, figure_start);
  if (!before.words.empty()) return std::move(before.words);
  const std::string lower = lower_ascii(sentence);
  return predicate_behind_rate(std::string_view(lower).substr(std::min(figure_end, lower.size())));
}

}  // namespace attest
