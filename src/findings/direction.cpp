// Four things tell: a word of effect that is denied in its clause ("was not associated with a lower risk",
// "no significant reduction"); an estimate with its interval, which holds no effect (1 for ratios, 0 for
// differences) or does not; p-values of which none is small; and what each clause says of an outcome
// (clause_direction.h). Where two clauses say different things the sentence as a whole says none.
#include "findings/direction.h"

#include <algorithm>
#include <cmath>

#include "findings/clause_arms.h"
#include "findings/clause_direction.h"
#include "findings/cues.h"
#include "findings/outcome_value.h"
#include "findings/stance.h"
#include "text/phrases.h"

namespace attest {
namespace {

constexpr size_t kNoPlace = std::string_view::npos;

// clang-format off
constexpr std::string_view kEffects[] = {
    "reduc*", "improv*", "lower", "lowered", "lowering", "decreas*", "benefit*", "effective*", "prevent*",
    "superior*", "better", "increas*", "higher", "fewer", "greater", "relie*", "difference*", "effect",
    "association", "associated", "differ", "worse*", "inferior to", "affect", "affects", "facilitat*",
    "favorabl*", "favourabl*", "favor", "favour",
};
// Nothing is found yet, or somebody asks.
constexpr std::string_view kUndecided[] = {
    "whether", "remains uncertain", "remains unclear", "is unclear", "is uncertain", "further research",
    "future research", "ongoing", "are needed", "is needed", "to be determined", "are being investigated",
    "is being investigated", "has been suggested", "hypothes*", "aim of", "aim was", "objective",
    "lack of benefit", "should not be", "is imperative", "no evidence that", "correlat*", "but not in",
    "risk factor*", "predictor*",
};
constexpr std::string_view kDenials[] = {
    "not", "no", "neither", "nor", "without", "failed to", "fails to", "never",
};
// clang-format on

// A word of effect after a denial, with few words between: denied. Else said.
struct Said {
  bool denied = false;
  bool affirmed = false;
};

Said effects_of(std::string_view clause) {
  Said said;
  constexpr size_t kReachBytes = 64;
  for (const std::string_view effect : kEffects) {
    for (size_t at = find_phrase(clause, effect); at != kNoPlace; at = find_phrase(clause, effect, at + 1)) {
      const size_t from = at > kReachBytes ? at - kReachBytes : 0;
      const std::string_view before = clause.substr(from, at - from);
      const bool only = has_phrase(before, "not only");
      const bool set_off =
          before.find(", ") != kNoPlace && !has_any_phrase(before.substr(before.rfind(", ")), kDenials);
      const bool denied = has_any_phrase(before, kDenials) && !only && !set_off;
      (denied ? said.denied : said.affirmed) = true;
    }
  }
  return said;
}

// Whether an estimate's interval holds no effect: 1 it does, -1 it does not, 0 there is no interval.
int holds_no_effect(const Quantity& quantity) {
  const bool ratio = quantity.kind == QuantityKind::kRatio;
  if (!ratio && quantity.kind != QuantityKind::kDifference) return 0;
  if (std::isnan(quantity.low) || std::isnan(quantity.high)) return 0;
  const double none = ratio ? 1 : 0;
  return quantity.low <= none && none <= quantity.high ? 1 : -1;
}

// A p-value that leaves a difference to chance.
bool is_chance(const Quantity& quantity) {
  constexpr double kLevel = 0.05;
  return quantity.value > kLevel && quantity.relation != Relation::kLess &&
         quantity.relation != Relation::kLessOrEqual;
}

}  // namespace

Direction read_direction(std::string_view lower, std::span<const Quantity> quantities,
                         std::span<const Mention> named) {
  size_t holding = 0;
  size_t excluding = 0;
  const Quantity* clear = nullptr;
  size_t chance = 0;
  size_t p_values = 0;
  for (const Quantity& quantity : quantities) {
    const int holds = holds_no_effect(quantity);
    holding += holds > 0 ? 1 : 0;
    excluding += holds < 0 ? 1 : 0;
    if (holds < 0 && clear == nullptr) clear = &quantity;
    if (quantity.kind != QuantityKind::kPValue) continue;
    ++p_values;
    chance += is_chance(quantity) ? 1 : 0;
  }
  if (holding > 0) return excluding == 0 ? Direction::kNoDifference : Direction::kUnstated;

  Said said;
  ClauseDirection found;
  for (size_t at = 0; at < lower.size();) {
    const Clause clause = clause_at(lower, at);
    const Said here = effects_of(lower.substr(clause.start, clause.end - clause.start));
    // "Did not differ": the denial holds for the clause, whatever else it names.
    said.denied = said.denied || here.denied;
    said.affirmed = said.affirmed || (here.affirmed && !here.denied);
    if (!here.denied) {
      const ClauseDirection one = clause_direction(lower, clause, named);
      found.good = found.good || one.good;
      found.bad = found.bad || one.bad;
    }
    at = std::max(clause.end, at) + 1;
  }
  if (said.denied && said.affirmed) return Direction::kUnstated;
  const bool by_chance = excluding == 0 && p_values > 0 && chance == p_values;
  const bool none = cues::no_difference(lower) || by_chance;
  if (excluding == 0 && (said.denied || none)) return Direction::kNoDifference;
  if (said.denied || none || has_any_phrase(lower, kUndecided)) return Direction::kUnstated;
  if (found.good || found.bad) {
    if (found.good == found.bad) return Direction::kUnstated;
    return found.good ? Direction::kFavours : Direction::kAgainst;
  }
  if (excluding != 1 || clear->kind != QuantityKind::kRatio || !speaks_of_treatment(lower, named))
    return Direction::kUnstated;
  const int value = outcome_value(lower);
  if (value == 0) return Direction::kUnstated;
  return (clear->high < 1) == (value < 0) ? Direction::kFavours : Direction::kAgainst;
}

}  // namespace attest
