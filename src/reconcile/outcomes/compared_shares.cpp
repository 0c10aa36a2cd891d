#include "reconcile/outcomes/compared_shares.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "reconcile/outcomes/arm_comparisons.h"
#include "reconcile/outcomes/comparison_cues.h"
#include "reconcile/outcomes/outcome_cues.h"
#include "reconcile/outcomes/outcome_filters.h"
#include "reconcile/outcomes/outcome_names.h"
#include "text/phrases.h"

namespace attest {
namespace {

constexpr double kChance = 0.05;

// Of the one p-value of the sentence: beyond chance or not; nothing where it has none. Two: `several`.
std::optional<bool> beyond_chance_by_p(const Finding& finding, bool& several) {
  std::optional<bool> beyond;
  for (const Quantity& quantity : finding.quantities) {
    if (quantity.kind != QuantityKind::kPValue) continue;
    if (beyond) several = true;
    const bool more =
        quantity.relation == Relation::kGreater || quantity.relation == Relation::kGreaterOrEqual;
    const bool less = quantity.relation == Relation::kLess || quantity.relation == Relation::kLessOrEqual;
    // "P < 0.3" leaves it open.
    if (less && quantity.value > kChance) several = true;
    beyond = !more && quantity.value <= kChance;
  }
  return beyond;
}

// Two proportions with pooled variance (Altman, Practical Statistics for Medical Research, 10.4).
std::optional<bool> beyond_chance_by_counts(const ArmRate& a, const ArmRate& b) {
  if (!(a.total > 0) || !(b.total > 0)) return std::nullopt;
  const double p = a.percent / 100;
  const double q = b.percent / 100;
  const double pooled = (p * a.total + q * b.total) / (a.total + b.total);
  const double error = std::sqrt(pooled * (1 - pooled) * (1 / a.total + 1 / b.total));
  if (!(error > 0)) return std::nullopt;
  constexpr double kNormalOf95 = 1.96;
  return std::abs(p - q) / error > kNormalOf95;
}

}  // namespace

std::optional<ComparedShares> read_compared_shares(const Evidence& evidence, const Finding& finding,
                                                   const std::string& intervention, std::string_view lower) {
  constexpr size_t kArms = 2;
  if (finding.rates.size() != kArms || is_joined(lower)) return std::nullopt;
  const ArmRate* ours = nullptr;
  const ArmRate* other = nullptr;
  for (const ArmRate& rate : finding.rates) {
    if (rate.arm.name.empty() || std::isnan(rate.percent)) return std::nullopt;
    (is_of_family(evidence, rate.arm.id, intervention) ? ours : other) = &rate;
  }
  if (ours == nullptr || other == nullptr) return std::nullopt;
  // What went away is counted the other way round.
  static constexpr std::string_view kTurned[] = {
      "no",        "not",      "without",  "disappear*", "resolv*",     "reliev*", "abolish*",
      "ceas*",     "stopp*",   "subsid*",  "improv*",    "gone",        "avoid*",  "prevent*",
      "eliminat*", "control*", "survived", "alive",      "respectively"};
  if (has_any_phrase(lower, kTurned)) return std::nullopt;
  // Words that tell a direction are read as words.
  if (!find_cues(lower, {0, lower.size()}).empty()) return std::nullopt;
  const std::vector<OutcomePlace> named = find_outcomes(lower);
  std::vector<OutcomePlace> places = named;
  keep_results(lower, places);
  if (places.empty() || places.size() != named.size()) return std::nullopt;
  const OutcomePlace& outcome = places.front();
  const bool one = std::all_of(places.begin(), places.end(), [&](const OutcomePlace& place) {
    return place.name == outcome.name && place.sense == outcome.sense;
  });
  if (!one || !outcome.result) return std::nullopt;
  bool several = false;
  std::optional<bool> beyond = beyond_chance_by_p(finding, several);
  if (several) return std::nullopt;
  if (!beyond) beyond = beyond_chance_by_counts(*ours, *other);
  if (!beyond) return std::nullopt;
  ComparedShares shares{ours->arm, other->arm, outcome.name, outcome.wanted, 0};
  if (*beyond && ours->percent != other->percent)
    shares.change = (ours->percent > other->percent ? 1 : -1) * outcome.sense;
  return shares;
}

}  // namespace attest
