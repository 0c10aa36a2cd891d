#include "evidence/limit_phrases.h"

#include <algorithm>
#include <iterator>

#include "base/affix.h"
#include "base/ascii.h"
#include "text/phrases.h"

namespace attest {
namespace {

constexpr size_t kNotSaid = std::string_view::npos;

constexpr std::string_view kPrepositions[] = {"for",  "in", "of",    "against", "among",  "to treat",
                                              "when", "if", "where", "unless",  "during", "after"};
constexpr std::string_view kRowMarks[] = {" - ", " – ", " • "};
constexpr std::string_view kEnds[] = {
    "is",           "are",      "was",     "were",     "should",   "because",   "since",     "and is",
    "but",          "with a",   "include", "includes", "such",     "may",       "can",       "has",
    "have",         "as",       "due",     "unless",   "remains",  "remain",    "according", "by",
    "on the basis", "provided", "being",   "who",      "that",     "which",     "took",      "takes",
    "began",        "requires", "require", "depends",  "consists", "comprises", "showed",    "shows",
    "will",         "would",    "had",     "did",      "does",     "do",        "must",      "could"};

// "In 8 % of cases" says how often, "unless contraindicated" what holds for every drug. But "if beta-blockers
// are contraindicated" is a limit.
bool limits_nothing(std::string_view phrase) {
  static constexpr std::string_view kAlways[] = {"if possible",   "if available",   "where available",
                                                 "when possible", "where possible", "of the following"};
  static constexpr std::string_view kHarm[] = {"contraindicat*", "contra-indicat*", "tolerat*", "intoleran*"};
  static constexpr std::string_view kNoHarm[] = {
      "unless",         "no",          "not", "without", "absence of", "if tolerated", "as tolerated",
      "when tolerated", "who tolerate"};
  static constexpr std::string_view kNotBorne[] = {"not tolerat*", "cannot tolerat*", "do not tolerat*"};
  if (phrase.find('%') != kNotSaid || has_any_phrase(phrase, kAlways)) return true;
  if (!has_any_phrase(phrase, kHarm) || !has_any_phrase(phrase, kNoHarm)) return false;
  if (has_phrase(phrase, "or") || has_phrase(phrase, "and")) return false;  // "unless at low risk or…"
  return has_phrase(phrase, "unless") || !has_any_phrase(phrase, kNotBorne);
}

// "For asthma and": what would follow stands elsewhere.
std::string_view without_open_end(std::string_view phrase) {
  for (bool cut = true; cut;) {
    while (!phrase.empty() && (phrase.back() == ' ' || phrase.back() == '.')) phrase.remove_suffix(1);
    cut = false;
    for (const std::string_view word : {" and", " or", " of", " with", " in", " for", " the"}) {
      if (!phrase.ends_with(word)) continue;
      phrase.remove_suffix(word.size());
      cut = true;
    }
  }
  return phrase;
}

}  // namespace

std::string phrase_at(std::string_view behind) {
  constexpr size_t kSkippedBytes = 30;
  size_t at = kNotSaid;
  // "Is recommended through the intravenous route for X".
  for (const std::string_view way : {" through the ", " via the ", " by the "}) {
    constexpr size_t kWayBytes = 36;
    const size_t route = find_phrase(behind, "route");
    if (behind.starts_with(way) && route < kWayBytes) behind.remove_prefix(route + 5);
  }
  // "Is recommended by the World Health Organization (WHO) for X": whose advice it is limits nothing.
  constexpr size_t kWhoseBytes = 80;
  static constexpr std::string_view kOther[] = {"in", "after", "if", "when", "where", "as", "unless"};
  if (const size_t whom = find_phrase(behind, "for");
      behind.starts_with(" by ") && whom < kWhoseBytes &&
      behind.substr(0, whom).find_first_of(",;") == kNotSaid &&
      !has_any_phrase(behind.substr(0, whom), kOther))
    behind.remove_prefix(whom);
  // " - " parts the rows of a list.
  for (const std::string_view mark : kRowMarks) behind = behind.substr(0, behind.find(mark));
  for (const std::string_view preposition : kPrepositions) {
    const size_t found = find_phrase(behind, preposition);
    if (found != kNotSaid) at = std::min(at, found);
  }
  // "Is recommended as the preferred regimen for X": the cue goes on.
  constexpr size_t kSkippedAfterAs = 64;
  if (at > (behind.starts_with(" as ") ? kSkippedAfterAs : kSkippedBytes)) return {};  // or nowhere
  // "X is the drug of choice and succeeds in 8 of 10": a verb between, and it limits another statement.
  static constexpr std::string_view kNew[] = {"is",   "are", "was", "were",   "has",
                                              "have", "and", "but", "except", "not"};
  if (behind.substr(0, at).find_first_of(",.;:(") != kNotSaid || has_any_phrase(behind.substr(0, at), kNew))
    return {};
  std::string_view phrase = behind.substr(at);
  // "The first line of therapy for X".
  for (const std::string_view light : {"of therapy ", "of treatment ", "of management "}) {
    if (phrase.starts_with(light)) return phrase_at(phrase.substr(light.size()));
  }
  phrase = phrase.substr(0, phrase.find_first_of(",;:()[]"));
  if (const size_t stop = phrase.find(". "); stop != kNotSaid) phrase = phrase.substr(0, stop);
  if (limits_nothing(phrase)) return {};
  // "In women who are pregnant", "if there is bleeding": up to the end of the clause.
  static constexpr std::string_view kClauses[] = {"who", "whom", "whose", "if", "when", "where", "unless"};
  const bool clause = has_any_phrase(phrase, kClauses);
  for (const std::string_view word : kEnds) {
    const size_t end = clause ? kNotSaid : find_phrase(phrase, word, 3);
    if (end != kNotSaid) phrase = phrase.substr(0, end);
  }
  return std::string(without_open_end(phrase));
}

std::string opening_phrase(std::string_view clause) {
  // "Recommendation 4: in children, …".
  if (const size_t colon = clause.find(": ");
      colon != kNotSaid && (has_phrase(clause.substr(0, colon), "recommendation*") ||
                            has_phrase(clause.substr(0, colon), "statement*")))
    clause = clause.substr(colon + 1);
  const size_t start = clause.find_first_not_of(' ');
  if (start == kNotSaid) return {};
  clause = clause.substr(start);
  // "In some patients X is the treatment of choice" needs no comma.
  static constexpr std::string_view kSome[] = {"in some ",  "in certain ",   "in selected ",
                                               "for some ", "for selected ", "in a few "};
  for (const std::string_view lead : kSome) {
    if (clause.starts_with(lead))
      return std::string(clause.substr(0, clause.find_first_of(" ,", lead.size())));
  }
  static constexpr std::string_view kOpenings[] = {"in ", "for ",  "among ", "during ",
                                                   "if ", "when ", "where ", "after "};
  const bool opens = starts_with_one_of(clause, kOpenings);
  // "For children: X is recommended" says it like "For children, X is".
  const size_t comma = clause.find_first_of(",:");
  constexpr size_t kOpeningBytesMax = 160;
  if (!opens || comma == kNotSaid || comma > kOpeningBytesMax) return {};
  static constexpr std::string_view kNoLimit[] = {
      "in conclusion", "in summary", "in addition", "in general", "in contrast", "for example",
      "in this",       "in our",     "in these",    "for these",  "for this",    "for many years"};
  const std::string_view phrase = clause.substr(0, comma);
  const bool none = starts_with_one_of(phrase, kNoLimit);
  return none || limits_nothing(phrase) ? std::string() : std::string(phrase);
}

std::string opening_of_sentence(std::string_view before, std::string_view clause) {
  static constexpr std::string_view kTurns[] = {"whereas", "while", "but",  "however", "for",
                                                "in",      "if",    "when", "although"};
  if (before.find(';') != kNotSaid) return {};
  const std::string_view last = before.substr(before.find_last_of(',') + 1);
  const std::string_view first = clause.substr(std::min(clause.size(), clause.find_first_not_of(" ,")));
  const bool turns = std::any_of(std::begin(kTurns), std::end(kTurns), [&](std::string_view word) {
    return find_phrase(first, word) == 0 || has_phrase(last, word);
  });
  return turns ? std::string() : opening_phrase(before);
}

std::string_view row_of(std::string_view clause, size_t at) {
  std::string_view before = clause.substr(0, at);
  for (const std::string_view mark : kRowMarks) {
    const size_t found = before.rfind(mark);
    if (found != kNotSaid) before = before.substr(found + mark.size());
  }
  return before;
}

bool is_exception(std::string_view phrase) {
  static constexpr std::string_view kOpenings[] = {"except", "unless", "but not", "not in", "other than"};
  return starts_with_one_of(phrase, kOpenings);
}

std::string bracket_phrase(std::string_view behind) {
  if (!behind.starts_with(" (")) return {};
  const std::string_view inside = behind.substr(2, behind.find(')') - 2);
  static constexpr std::string_view kOpenings[] = {"in ",     "for ",    "if ",      "when ",  "only ",
                                                   "except ", "unless ", "but not ", "among ", "not in "};
  const bool limits = starts_with_one_of(inside, kOpenings);
  return limits && !limits_nothing(inside) ? std::string(inside) : std::string();
}

std::string exception_behind(std::string_view behind) {
  for (const std::string_view word : {"unless", "except"}) {
    const size_t at = find_phrase(behind, word);
    // A verb between: the exception of another statement.
    static constexpr std::string_view kNew[] = {"is", "are", "should", "must", "was", "were"};
    if (at == kNotSaid || behind.substr(0, at).find(';') != kNotSaid ||
        has_any_phrase(behind.substr(0, at), kNew))
      continue;
    std::string_view phrase = behind.substr(at);
    phrase = phrase.substr(0, phrase.find_first_of(",;:()"));
    if (!limits_nothing(phrase)) return std::string(without_open_end(phrase));
  }
  return {};
}

std::string_view short_form_of(std::string_view phrase) {
  static constexpr std::string_view kLeads[] = {
      "for patients with ", "in patients with ", "in people with ", "in adults with ", "for ", "in ", "of "};
  for (const std::string_view lead : kLeads) {
    if (!lower_ascii(phrase).starts_with(lead)) continue;
    const std::string_view word = phrase.substr(lead.size(), phrase.find(' ', lead.size()) - lead.size());
    constexpr size_t kLettersMin = 2;
    constexpr size_t kLettersMax = 6;
    static constexpr std::string_view kPlaces[] = {"UK", "US", "USA", "EU", "NHS", "ICU", "ED", "GP", "WHO"};
    const bool capitals = std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    const bool place = std::find(std::begin(kPlaces), std::end(kPlaces), word) != std::end(kPlaces);
    if (capitals && !place && word.size() >= kLettersMin && word.size() <= kLettersMax) return word;
    return {};
  }
  return {};
}

}  // namespace attest
