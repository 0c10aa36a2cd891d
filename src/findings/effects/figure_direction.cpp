// The arms of the figures are those that the sentence gives them (findings/arms/arms.h). Of a figure that
// belongs to nobody nothing is said, nor where more than two arms or several outcomes have figures: then
// words would have to say which of them is meant.
#include "findings/effects/figure_direction.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "findings/arms/arms.h"
#include "findings/arms/clause_arms.h"
#include "findings/figures/figure_owners.h"
#include "findings/figures/outcome_value.h"
#include "findings/figures/rate_outcomes.h"
#include "text/brackets.h"
#include "text/phrases.h"

namespace attest {
namespace {

// The value of one arm.
struct ArmValue {
  const Mention* arm = nullptr;
  double value = 0;
  std::string_view outcome;
  size_t start = 0;
};

// The measure is no outcome: "hazard", "relative risk".
std::string without_measures(std::string_view text) {
  std::string plain(text);
  for (const std::string_view measure :
       {"hazard ratio", "hazard ratios", "relative risk", "risk ratio", "rate ratio", "odds ratio",
        "relative risks", "odds ratios", "attributable risk", "adjusted hr"}) {
    for (size_t at = plain.find(measure); at != std::string::npos; at = plain.find(measure, at))
      plain.replace(at, measure.size(), measure.size(), ' ');
  }
  return plain;
}

bool is_supported(std::span<const Quantity> quantities) {
  bool supported = false;
  for (const Quantity& one : quantities) {
    if (one.kind == QuantityKind::kPValue) {
      if (may_be_chance(one) || std::isnan(one.value)) return false;
      supported = true;
    }
    const int holds = holds_no_effect(one);
    if (holds > 0) return false;
    supported = supported || holds < 0;
  }
  return supported;
}

// "The mean change was 12": whether it rose or fell does not stand there.
bool may_be_either_way(std::string_view outcome, double value) {
  static constexpr std::string_view kChanges[] = {"change", "changes", "changed", "difference*"};
  return value >= 0 && has_any_phrase(outcome, kChanges);
}

Direction by_arms(std::string_view lower, std::span<const ArmValue> values) {
  constexpr size_t kTwo = 2;
  if (values.size() != kTwo || values[0].arm->id == values[1].arm->id) return Direction::kUnstated;
  const bool first = !values[0].arm->is_control;
  const ArmValue& treated = first ? values[0] : values[1];
  const ArmValue& other = first ? values[1] : values[0];
  if (treated.arm->is_control || treated.value == other.value || treated.outcome != other.outcome)
    return Direction::kUnstated;
  const std::string plain = without_measures(text_outside_brackets(lower));
  const std::string_view outcome = treated.outcome.empty() ? std::string_view(plain) : treated.outcome;
  if (may_be_either_way(plain, treated.value)) return Direction::kUnstated;
  const int value = outcome_value(outcome);
  if (value == 0) return Direction::kUnstated;
  return (treated.value > other.value) == (value > 0) ? Direction::kFavours : Direction::kAgainst;
}

std::vector<ArmValue> shares_of(std::span<const ArmRate> rates) {
  std::vector<ArmValue> values;
  for (const ArmRate& rate : rates) {
    if (rate.arm.name.empty() || std::isnan(rate.percent)) return {};
    values.push_back({&rate.arm, rate.percent, rate.outcome, rate.span.start});
  }
  return values;
}

std::vector<ArmValue> means_of(std::span<const AttachedFigure> figures,
                               std::span<const Quantity> quantities) {
  std::vector<ArmValue> values;
  for (const AttachedFigure& figure : figures) {
    if (figure.kind != QuantityKind::kMean && figure.kind != QuantityKind::kMedian) continue;
    const auto quantity = std::find_if(quantities.begin(), quantities.end(), [&](const Quantity& one) {
      return one.span.start == figure.span.start;
    });
    if (figure.arm.name.empty() || quantity == quantities.end() || std::isnan(quantity->value)) return {};
    values.push_back({&figure.arm, quantity->value, figure.outcome, figure.span.start});
  }
  return values;
}

// "60% with X and 18% with Y (odds ratio 0.11)": the ratio is that of Y to X. So it may be where words tell
// how times went.
bool goes_other_way(std::string_view lower, const Quantity& ratio, std::span<const Quantity> quantities) {
  if (has_phrase(lower, "shorter") || has_phrase(lower, "longer")) return true;
  const Quantity* last = nullptr;
  for (const Quantity& one : quantities) {
    const bool value = one.kind == QuantityKind::kPercentage || one.kind == QuantityKind::kProportion ||
                       one.kind == QuantityKind::kMean || one.kind == QuantityKind::kMedian;
    if (!value || one.span.start > ratio.span.start || std::isnan(one.value)) continue;
    if (last != nullptr && last->kind == one.kind) return (last->value < one.value) != (ratio.value < 1);
    last = &one;
  }
  return false;
}

// Ratios on one side of 1. A hazard ratio of survival is one of deaths.
Direction by_ratios(std::string_view lower, std::span<const Quantity> quantities,
                    std::span<const Mention> named) {
  const Quantity* first = nullptr;
  for (const Quantity& one : quantities) {
    if (one.kind != QuantityKind::kRatio || std::isnan(one.value) || one.value == 1) continue;
    if (first != nullptr && (first->value < 1) != (one.value < 1)) return Direction::kUnstated;
    if (first == nullptr) first = &one;
  }
  if (first == nullptr || !speaks_of_treatment(lower, named) || goes_other_way(lower, *first, quantities))
    return Direction::kUnstated;
  std::string plain = without_measures(text_outside_brackets(lower));
  // "A reduction was noted in mortality (RR 0.60)": the ratio tells the same fall, of mortality.
  if (first->value < 1) {
    static constexpr std::string_view kOfReaching[] = {"likely", "achiev*", "at least", "respon*"};
    static constexpr std::string_view kFalls[] = {"reduction in", "reductions in", "reduction was",
                                                  "decrease in", "decrease was"};
    if (has_any_phrase(plain, kFalls) && has_any_phrase(plain, kOfReaching)) return Direction::kUnstated;
    for (const std::string_view fall : kFalls) {
      for (size_t at = find_phrase(plain, fall); at != std::string::npos; at = find_phrase(plain, fall, at))
        plain.replace(at, fall.size(), fall.size(), ' ');
    }
  }
  int value = outcome_value(plain);
  if (value == 0) value = outcome_value(std::string_view(plain).substr(0, first->span.start));
  const bool of_time = has_phrase(plain, "survival") || has_phrase(plain, "time to");
  if (of_time) {
    if (first->measure != "HR") return Direction::kUnstated;
    value = -value;
  }
  if (value == 0) return Direction::kUnstated;
  return (first->value < 1) == (value < 0) ? Direction::kFavours : Direction::kAgainst;
}

}  // namespace

bool may_be_chance(const Quantity& p_value) {
  constexpr double kLevel = 0.05;
  const bool above = p_value.relation == Relation::kGreater || p_value.relation == Relation::kGreaterOrEqual;
  return (above ? p_value.value >= kLevel : p_value.value > kLevel) && p_value.relation != Relation::kLess &&
         p_value.relation != Relation::kLessOrEqual;
}

int holds_no_effect(const Quantity& quantity) {
  const bool ratio = quantity.kind == QuantityKind::kRatio;
  if (!ratio && quantity.kind != QuantityKind::kDifference) return 0;
  if (std::isnan(quantity.low) || std::isnan(quantity.high)) return 0;
  const double none = ratio ? 1 : 0;
  return quantity.low <= none && none <= quantity.high ? 1 : -1;
}

Direction direction_of_figures(std::string_view lower, std::span<const Quantity> quantities,
                               std::span<const Mention> named) {
  if (!is_supported(quantities)) return Direction::kUnstated;
  // Of people who were compared and not treated.
  static constexpr std::string_view kOfPeople[] = {"risk factor*", "predict*",  "baseline",
                                                   "interaction",  "correlat*", "history of"};
  if (has_any_phrase(lower, kOfPeople)) return Direction::kUnstated;
  std::vector<ArmRate> rates = attach_rates(lower, quantities, named);
  attach_outcomes(lower, named, rates);
  const Direction shares = by_arms(lower, shares_of(rates));
  if (shares != Direction::kUnstated) return shares;
  const std::vector<AttachedFigure> figures = attach_figures(lower, lower, quantities, named, rates);
  const Direction means = by_arms(lower, means_of(figures, quantities));
  return means != Direction::kUnstated ? means : by_ratios(lower, quantities, named);
}

}  // namespace attest
