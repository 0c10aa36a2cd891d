// Where one clause says that both helped and the next that they did not differ, the outcomes of the first are
// those of the second. A clause that begins with "but" or "although" speaks of other outcomes.
#include "reconcile/outcomes/alike_arms.h"

#include <algorithm>

#include "reconcile/outcomes/outcome_filters.h"
#include "text/phrases.h"

namespace attest {
namespace {

constexpr std::string_view kAlike[] = {"equally",
                                       "as effective as",
                                       "equivalent",
                                       "no significant difference*",
                                       "no difference*",
                                       "not differ",
                                       "similar",
                                       "comparable",
                                       "not different",
                                       "same efficacy",
                                       "equal efficacy",
                                       "no between-group difference*",
                                       "similarly",
                                       "comparably",
                                       "no statistically significant difference*",
                                       "equal effective",
                                       "equieffective",
                                       "not significantly different"};

constexpr std::string_view kApart[] = {"more",    "less",     "greater",  "higher", "lower",  "fewer",
                                       "than",    "superior", "inferior", "better", "worse",  "longer",
                                       "shorter", "faster",   "except",   "only",   "larger", "smaller"};

// The part of the sentence around the likeness; empty where none stands there.
std::string_view clause_alike(std::string_view lower) {
  static constexpr std::string_view kStarts[] = {" but ", " although ", " whereas ", " while ",
                                                 "; ",    " however ",  " though "};
  size_t start = 0;
  while (start < lower.size()) {
    size_t end = lower.size();
    for (const std::string_view mark : kStarts) end = std::min(end, lower.find(mark, start + 1));
    const std::string_view clause = lower.substr(start, end - start);
    if (has_any_phrase(clause, kAlike)) return clause;
    start = end;
  }
  return {};
}

}  // namespace

bool tells_alike(std::string_view lower) {
  const std::string_view clause = clause_alike(lower);
  return !clause.empty() && !has_any_phrase(clause, kApart);
}

std::vector<OutcomeChange> read_alike(std::string_view lower, std::span<const OutcomePlace> named) {
  if (!tells_alike(lower)) return {};
  const std::string_view clause = clause_alike(lower);
  const auto from = static_cast<size_t>(clause.data() - lower.data());
  std::vector<OutcomePlace> places = find_outcomes(lower);
  for (const OutcomePlace& place : named) {
    const bool covered = std::any_of(places.begin(), places.end(), [&](const OutcomePlace& known) {
      return known.start < place.end && place.start < known.end;
    });
    if (!covered) places.push_back(place);
  }
  keep_results(lower, places);
  std::vector<OutcomeChange> changes;
  for (const OutcomePlace& place : places) {
    if (place.start < from || place.end > from + clause.size()) continue;
    const bool known = std::any_of(changes.begin(), changes.end(),
                                   [&](const OutcomeChange& one) { return one.outcome == place.name; });
    if (!known) changes.push_back({place.name, place.wanted, 0, nullptr});
  }
  return changes;
}

}  // namespace attest
