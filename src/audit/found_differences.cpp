// A difference is said or denied by a clause and not by a sentence: "pain was less, but there was no
// difference in function". What a clause leaves to the one before it ("but their usage …") is taken from
// there.
#include "audit/found_differences.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>
#include <vector>

#include "audit/accord.h"
#include "base/affix.h"
#include "base/ascii.h"
#include "base/one_of.h"
#include "quantities/quantities.h"
#include "text/brackets.h"
#include "text/phrases.h"
#include "verify/direction_words.h"

namespace attest::audit {

namespace {

constexpr double kOutcomeNamed = 0.7;     // of the claim's outcome, in a clause that denies what it claims
constexpr double kOutcomeFound = 0.8;     // … in a clause that finds what the claim denies
constexpr double kAsMuchNamed = 0.2;      // a clause that says the same and names nearly as much
constexpr float kTellingOutcome = 0.26F;  // weight of a word that tells one outcome from another

constexpr std::string_view kAlikeWords[] = {
    "similar*",   "comparabl*",     "no difference*", "not differ*",      "equivalent*",      "equally",
    "unchanged",  "not change*",    "no change*",     "no effect*",       "not affect*",      "unaffected",
    "not alter*", "same extent",    "no different",   "not influence*",   "no influence*",    "no better",
    "no worse",   "no more common", "no more often",  "no more frequent", "not distinguish*", "ineffective"};

// "P < .05", "p=0.003": found; "p = 0.36", "p = NS": not.
void read_p_values(std::string_view lower, bool& found, bool& denied) {
  constexpr double kUsual = 0.05;
  for (const Quantity& p : find_quantities(lower)) {
    if (p.kind != QuantityKind::kPValue) continue;
    const bool above = p.relation == Relation::kGreater || p.relation == Relation::kGreaterOrEqual;
    const bool below = p.relation == Relation::kLess || p.relation == Relation::kLessOrEqual;
    if (std::isnan(p.value))
      denied = denied || p.detail == "NS";
    else if (!above && p.value <= kUsual)
      found = true;
    else if (!below)
      denied = true;
  }
}

// A denial among the few words before `at`: "did not reach significance", "no statistically significant".
bool is_denied_before(std::string_view lower, size_t at) {
  constexpr size_t kWordsRead = 5;
  size_t start = at;
  for (size_t words = 0; words < kWordsRead && start > 0; ++words) {
    while (start > 0 && lower[start - 1] == ' ') --start;
    if (start > 0 && (lower[start - 1] == ',' || lower[start - 1] == ')')) break;
    while (start > 0 && lower[start - 1] != ' ') --start;
  }
  static constexpr std::string_view kDenials[] = {"no",     "not",  "never",  "neither", "nor", "without",
                                                  "failed", "none", "didn't", "lacked",  "non"};
  return has_any_phrase(lower.substr(start, at - start), kDenials);
}

std::vector<std::string_view> difference_clauses(std::string_view lower) {
  static constexpr std::string_view kBreaks[] = {"; ",         ", but ",   " but ",    ", whereas ",
                                                 " whereas ",  ", while ", " while ",  ", however",
                                                 ", although", ", though", " however", ", yet "};
  std::vector<std::string_view> clauses;
  size_t start = 0;
  // "Although A was cheaper, B was not": what opens with such a word ends at its comma.
  static constexpr std::string_view kOpenings[] = {"although ", "though ", "while ", "whereas ", "despite "};
  for (const std::string_view opening : kOpenings) {
    const size_t comma = lower.find(", ");
    if (!lower.starts_with(opening) || comma == std::string_view::npos) continue;
    clauses.push_back(lower.substr(0, comma));
    start = comma + 2;
    break;
  }
  while (start < lower.size()) {
    size_t end = lower.size();
    size_t next = end;
    for (const std::string_view one : kBreaks) {
      const size_t at = lower.find(one, start + 1);
      if (at >= end) continue;
      end = at;
      next = at + one.size();
    }
    clauses.push_back(lower.substr(start, end - start));
    start = next;
  }
  return clauses;
}

// "But their usage …": what it is about stands in the clause before.
bool refers_back(std::string_view clause) {
  static constexpr std::string_view kWords[] = {
      "their", "this",          "these",          "it",           "its",        "the increase",
      "that",  "the reduction", "the difference", "the decrease", "both values"};
  return has_any_phrase(clause, kWords);
}

// Says how much, whom or that something was found, and not what.
bool is_general(std::string_view stem) {
  static constexpr std::string_view kStems[] = {
      "signific", "statist", "differ",  "compar",   "group",     "patient",   "more",     "less",
      "higher",   "lower",   "greater", "increas",  "decreas",   "reduc",     "fewer",    "fell",
      "rose",     "chang",   "found",   "find",     "show",      "than",      "studi",    "trial",
      "rate",     "number",  "common",  "frequent", "treatment", "better",    "worse",    "similar",
      "ad",       "add",     "observ",  "seen",     "well",      "overal",    "also",     "extent",
      "both",     "arm",     "receiv",  "given",    "valu",      "percentag", "share",    "proport",
      "incid",    "other",   "across",  "occur",    "occurr",    "improv",    "kept",     "longer",
      "shorter",  "gave",    "had",     "respect",  "superior",  "inferior",  "frequenc", "one",
      "two",      "three",   "four",    "half",     "need",      "requir",    "often",    "use",
      "rais",     "wors",    "patient", "mix",      "score",     "effect"};
  return is_one_of(stem, kStems);
}

// "More often with A than with B": one group is said to do better or worse than the other, whatever was
// tested.
bool claims_direction(std::string_view said) {
  static constexpr std::string_view kAgainst[] = {"than", "compared with", "compared to", "versus"};
  static constexpr std::string_view kWays[] = {
      "more",   "less",     "fewer",    "higher", "lower*", "better",  "worse*",   "greater", "shorter",
      "longer", "increas*", "decreas*", "reduc*", "rais*",  "improv*", "superior", "inferior"};
  static constexpr std::string_view kWeak[] = {
      "slightly",  "numerically", "tend*",   "trend*",  "somewhat",    "may",
      "might",     "not",         "no",      "nor",     "neither",     "more than",
      "less than", "fewer than",  "or more", "or less", "rather than", "other than"};
  return has_any_phrase(said, kAgainst) && has_any_phrase(said, kWays) && !has_any_phrase(said, kWeak);
}

std::string one_name(std::string key) {
  static constexpr std::string_view kEfficacy[] = {"effect", "efficaci", "effic", "activ"};
  if (is_one_of(key, kEfficacy)) return "efficaci";
  return key;
}

// A thing that is given may also be what is measured ("morphine consumption", "total cholesterol"): with
// `given`, such things are among the units.
std::vector<Unit> outcome_units(std::string_view text, const Lexicon& lexicon, bool given) {
  std::vector<Unit> units;
  for (Unit unit : lexicon.units(text)) {
    if (unit.key.starts_with('=')) {
      const VocabularyEntry* entry = lexicon.vocabulary().find_id(std::string_view(unit.key).substr(1));
      if (entry != nullptr && (entry->is_control || (!given && entry->role == ConceptRole::kIntervention)))
        continue;
    } else if (is_general(unit.key)) {
      continue;
    }
    unit.key = one_name(std::move(unit.key));
    units.push_back(std::move(unit));
  }
  std::sort(units.begin(), units.end());
  return units;
}

// "Between the groups": whom it compares stands elsewhere.
bool names_groups(std::string_view lower) {
  static constexpr std::string_view kWords[] = {"groups", "arms", "treatments", "regimens", "formulations"};
  return has_any_phrase(lower, kWords);
}

// The treatments and controls of the claim are those of the sentence, as far as it names any.
bool same_sides(const std::vector<Side>& own, std::string_view sentence, const AnswerSource& source,
                const Lexicon& lexicon) {
  const std::vector<Side> theirs = sides_of(sentence, lexicon, false);
  const auto is_among = [&](const Side& side) {
    return std::any_of(theirs.begin(), theirs.end(),
                       [&](const Side& one) { return same_side(side, one, lexicon); });
  };
  if (!theirs.empty() && !own.empty()) {
    const bool several = std::any_of(theirs.begin(), theirs.end(), [&](const Side& one) {
      return !same_side(one, theirs.front(), lexicon);
    });
    if (several) return std::all_of(own.begin(), own.end(), is_among);
    if (std::any_of(own.begin(), own.end(), is_among)) return true;
    if (!names_groups(lower_ascii(sentence))) return false;
  }
  const std::vector<Side> anywhere = sides_of(source.document.text, lexicon, false);
  return std::all_of(own.begin(), own.end(), [&](const Side& side) {
    return std::any_of(anywhere.begin(), anywhere.end(),
                       [&](const Side& one) { return same_side(side, one, lexicon); });
  });
}

// What came out, without those it came out in: up to the words that begin with "with", "than", "after".
std::string_view outcome_part(std::string_view said) {
  const size_t word = said.find("significan");
  const size_t found = word == std::string_view::npos ? 0 : word;
  size_t end = said.size();
  for (const std::string_view one :
       {" with ", " than ", " compared ", " versus ", " after ", " by ", " among "})
    end = std::min(end, said.find(one, found));
  return said.substr(0, end);
}

// "Among 715 women, A was …": without whom it was tried in.
std::string_view without_opening(std::string_view said) {
  static constexpr std::string_view kOpenings[] = {"in ", "among ", "of ", "over ", "after ", "at "};
  const size_t comma = said.find(", ");
  const bool opens = starts_with_one_of(said, kOpenings);
  return opens && comma != std::string_view::npos ? said.substr(comma + 2) : said;
}

// "1.2" of "the difference of 1.2 mmHg"; empty where it has no decimals.
std::string figure_of_difference(std::string_view said) {
  static constexpr std::string_view kBefore = "difference of ";
  const size_t found = said.find(kBefore);
  if (found == std::string_view::npos) return {};
  const size_t start = found + kBefore.size();
  const size_t end = std::min(said.find_first_not_of("0123456789.", start), said.size());
  std::string figure(said.substr(start, end - start));
  return figure.find('.') != std::string::npos && figure.back() != '.' ? figure : std::string();
}

bool denies_difference(DifferenceSaid said) {
  return said == DifferenceSaid::kNotSignificant || said == DifferenceSaid::kAlike;
}

// What the claim as a whole says; kBoth where its clauses say different things.
DifferenceSaid said_by_claim(std::string_view lower) {
  DifferenceSaid whole = DifferenceSaid::kNothing;
  for (const std::string_view clause : difference_clauses(lower)) {
    const DifferenceSaid one = difference_said(clause);
    if (one == DifferenceSaid::kNothing) continue;
    if (whole != DifferenceSaid::kNothing && whole != one) return DifferenceSaid::kBoth;
    whole = one;
  }
  return whole;
}

}  // namespace

bool compares_groups(std::string_view lower) {
  static constexpr std::string_view kWords[] = {
      "than",    "compared",   "versus",     "vs",      "differ*", "superior", "inferior", "between",
      "among",   "similar*",   "comparabl*", "better",  "worse",   "more",     "less",     "fewer",
      "equally", "equivalen*", "against",    "greater", "higher",  "lower",    "shorter",  "longer"};
  return has_any_phrase(lower, kWords);
}

DifferenceSaid difference_said(std::string_view lower) {
  bool found = false;
  bool denied = false;
  bool alike = has_any_phrase(lower, kAlikeWords);
  read_p_values(lower, found, denied);
  for (const std::string_view word : {"significant", "significantly", "significance"}) {
    for (size_t at = find_phrase(lower, word); at != std::string_view::npos;
         at = find_phrase(lower, word, at + 1)) {
      if (is_denied_before(lower, at))
        denied = true;
      else if (word != "significance")
        found = true;
    }
  }
  if (has_phrase(lower, "nonsignificant*") || has_phrase(lower, "insignificant*")) denied = true;
  // "Not clinically significant" is another matter.
  if (has_phrase(lower, "clinically significant")) return DifferenceSaid::kNothing;
  if (found && (denied || alike)) return DifferenceSaid::kBoth;
  if (found) return DifferenceSaid::kSignificant;
  if (denied) return DifferenceSaid::kNotSignificant;
  return alike ? DifferenceSaid::kAlike : DifferenceSaid::kNothing;
}

std::vector<DifferenceClause> difference_clauses_of(const AnswerSource& source, const Lexicon& lexicon) {
  std::vector<DifferenceClause> clauses;
  for (const Finding& finding : source.findings) {
    const std::string lower = lower_ascii(finding.sentence.of(source.document.text));
    if (only_asks(lower)) continue;
    std::vector<Unit> before;
    for (const std::string_view clause : difference_clauses(lower)) {
      std::vector<Unit> held = outcome_units(clause, lexicon, true);
      std::vector<Unit> own = held;
      if (refers_back(clause)) {
        held.insert(held.end(), before.begin(), before.end());
        std::sort(held.begin(), held.end());
      }
      before = std::move(own);
      const DifferenceSaid said = difference_said(clause);
      const bool tells_way = said == DifferenceSaid::kNothing && claims_direction(clause);
      if (said == DifferenceSaid::kNothing && !tells_way) continue;
      clauses.push_back({finding.sentence, std::string(clause), std::move(held), said, tells_way});
    }
  }
  return clauses;
}

Judgement judge_difference(const PageClaim& claim, const AnswerSource& source,
                           const std::vector<DifferenceClause>& clauses, const Lexicon& lexicon) {
  Judgement result;
  const std::string said = lower_ascii(claim.sentence.text);
  // "Significant only with A" says two things at once.
  if (has_phrase(said, "only") || has_phrase(said, "except")) return result;
  const DifferenceSaid claimed = said_by_claim(said);
  const bool directed = claimed == DifferenceSaid::kNothing && claims_direction(said);
  const bool claims =
      directed || (claimed == DifferenceSaid::kSignificant && has_phrase(said, "significant*"));
  if (!claims && !denies_difference(claimed)) return result;
  const std::string plain = without_round_brackets(said);
  const std::string_view told = directed ? without_opening(plain) : std::string_view(plain);
  const std::vector<Unit> outcome = outcome_units(claims ? outcome_part(told) : told, lexicon, false);
  const std::vector<Unit> with_given = outcome_units(claims ? outcome_part(told) : told, lexicon, true);
  const bool telling = std::any_of(outcome.begin(), outcome.end(), [](const Unit& unit) {
    return unit.weight >= kTellingOutcome || unit.key == "efficaci";
  });
  // "The difference of 1.2 mmHg was not significant": the figure tells which one is meant.
  const std::string points = telling || directed ? std::string() : figure_of_difference(said);
  if (!telling && points.empty()) return result;
  const bool groups = compares_groups(said);
  const std::vector<Side> own = sides_of(claim.sentence.text, lexicon, false);
  double opposed = 0;
  double agreed = 0;
  bool holds_figures = false;
  for (const DifferenceClause& clause : clauses) {
    if (clause.tells_way && !directed) continue;
    const double named = !points.empty() ? (stands_printed(clause.lower, points) ? 1 : 0)
                                         : std::max(Lexicon::coverage(outcome, clause.units),
                                                    Lexicon::coverage(with_given, clause.units));
    const bool against =
        claims ? denies_difference(clause.said) : clause.said == DifferenceSaid::kSignificant;
    const std::string_view words = clause.sentence.of(source.document.text);
    if (named <= (against ? opposed : agreed) || !same_sides(own, words, source, lexicon)) continue;
    if (!against) {
      agreed = named;
      continue;
    }
    if (points.empty() && compares_groups(without_round_brackets(clause.lower)) != groups) continue;
    if (named < (claims && !directed ? kOutcomeNamed : kOutcomeFound)) continue;
    opposed = named;
    result.sentence = clause.sentence;
    holds_figures = !claim.figures.empty() &&
                    std::all_of(claim.figures.begin(), claim.figures.end(), [&](const StatedFigure& figure) {
                      return stands_printed(words, figure.printed);
                    });
  }
  if (opposed == 0 || (!holds_figures && agreed + kAsMuchNamed >= opposed)) return result;
  result.verdict = AuditVerdict::kContradicted;
  result.confidence = 0.4 + 0.4 * opposed;
  result.overlap = opposed;
  result.reason = claims ? "it found no significant difference" : "it found a significant difference";
  if (directed) result.reason = "it found no difference";
  if (claims && !groups) result.reason = "it found no significant change";
  return result;
}

}  // namespace attest::audit
