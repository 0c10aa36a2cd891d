// The p-value beside an interval, by the normal deviate: only where the two say otherwise of whether there is
// an effect, and not by a hair.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "figures/printed_interval.h"
#include "figures/tolerances.h"
#include "text/phrases.h"

namespace attest::figures {

namespace {

double deviate_of(double confidence) {
  if (confidence == 99) return 2.5758;
  if (confidence == 90) return 1.6449;
  return 1.96;
}

// Of a trend, an interaction, a margin: not of the estimate beside it.
bool is_p_of_other(const Passage& passage, const Quantity& p) {
  static constexpr std::string_view kOther[] = {
      "trend", "interaction", "inferior*", "heterogeneity", "non-inferior*", "noninferior*", "equivalence"};
  constexpr size_t kSeen = 24;
  const size_t end = std::min(passage.lower.size(), p.span.end + kSeen);
  // "… (0.79 [0.67-0.94]) but not in others (1.04 [0.85-1.27]; p = 0.04)": whether the two differ.
  static constexpr std::string_view kTwo[] = {"subgroup*", "but not in", "interaction", "effect modif*"};
  return has_any_phrase(passage.between(p.span.start, end), kOther) ||
         has_any_phrase(passage.between(0, p.span.start), kTwo);
}

bool is_read_p_value(const Passage& passage, const Quantity& p) {
  return p.kind == QuantityKind::kPValue && !std::isnan(p.value) && is_whole_p_value(passage, p) &&
         !is_p_of_other(passage, p);
}

// "(P = 0.4, OR 2.5, 95% CI …)": the p-value that opens the brackets in which the estimate comes next.
const Quantity* p_value_before(const Passage& passage, size_t index) {
  if (index == 0) return nullptr;
  const Quantity& p = passage.quantities[index - 1];
  if (!is_read_p_value(passage, p) || p.span.start == 0) return nullptr;
  const char opens = passage.text[p.span.start - 1];
  const std::string_view gap = passage.between(p.span.end, passage.quantities[index].span.start);
  constexpr size_t kGapMax = 3;
  const bool signs = gap.size() <= kGapMax && gap.find_first_not_of(" ,;:") == std::string_view::npos;
  return (opens == '(' || opens == '[') && signs ? &p : nullptr;
}

// The p-value that follows the estimate with nothing between but signs, else the one that leads it.
const Quantity* p_value_beside(const Passage& passage, size_t index) {
  if (index + 1 >= passage.quantities.size()) return p_value_before(passage, index);
  const Quantity& next = passage.quantities[index + 1];
  if (!is_read_p_value(passage, next)) return p_value_before(passage, index);
  const std::string_view gap = passage.between(passage.quantities[index].span.end, next.span.start);
  constexpr size_t kGapMax = 6;
  const bool signs = gap.size() <= kGapMax && gap.find_first_not_of(" ,;:()[]") == std::string_view::npos;
  return signs || gap == ", with " || gap == ", with a " ? &next : nullptr;
}

}  // namespace

void check_p_value_beside_interval(const Passage& passage, size_t index, const PrintedInterval& printed,
                                   std::vector<FigureCheck>& checks) {
  const Quantity& quantity = passage.quantities[index];
  const Quantity* stated = p_value_beside(passage, index);
  if (stated == nullptr || passage.design.one_sided) return;
  const bool relative = is_relative(quantity);
  if (relative && printed.low.low() <= 0) return;
  // A "difference" in the middle of its interval by the logarithm only is a ratio under a wrong name.
  const bool above_zero = printed.low.value > 0 && quantity.value > 0;
  if (!relative && above_zero &&
      std::fabs(std::sqrt(quantity.low * quantity.high) - quantity.value) <
          std::fabs((quantity.low + quantity.high) / 2 - quantity.value))
    return;
  const auto scaled = [&](double bound) { return relative ? std::log(bound) : bound; };
  const double width = scaled(printed.high.value) - scaled(printed.low.value);
  if (!(width > 0)) return;
  const double error = width / (2 * deviate_of(quantity.confidence));
  // From the estimate and from the middle of the interval: exact methods do not agree with themselves.
  const double by_value = normal_p(scaled(quantity.value) / error);
  const double by_middle = normal_p((scaled(printed.high.value) + scaled(printed.low.value)) / 2 / error);
  const double least = std::min(by_value, by_middle);
  const double most = std::max(by_value, by_middle);
  const double none = relative ? 1 : 0;
  const bool holds_none = printed.low.high() < none && printed.high.low() > none;
  const bool leaves_out = printed.low.low() > none || printed.high.high() < none;
  const auto p = printed_in(stated->span.of(passage.text), stated->value);
  if (!p || p->decimals == 0) return;
  const bool below = stated->relation == Relation::kLess || stated->relation == Relation::kLessOrEqual ||
                     stated->relation == Relation::kEqual;
  const bool above = stated->relation == Relation::kGreater || stated->relation == Relation::kEqual;
  const double half = p->unit() / 2;
  const bool small = p->value <= kSmallBesideInterval + half && least > kIntervalHoldsNothing;
  const bool smallish = p->value <= kSignificant + 1e-9 && least > kIntervalHoldsNothingAtAll;
  const bool large = p->low() >= kLargeBesideInterval && most < kIntervalLeavesOut;
  const bool larger = p->low() >= kLargerBesideInterval && most < kSignificant;
  const bool not_less = stated->relation == Relation::kGreater && stated->value >= kSignificant - 1e-9 &&
                        most < kIntervalLeavesOut;
  const bool too_small = holds_none && below && (small || smallish);
  const bool too_large = leaves_out && above && (large || larger || not_less);
  if (!too_small && !too_large) return;
  FigureCheck check = passage.check(FigureCheckKind::kInterval, {quantity.span.start, stated->span.end});
  check.stated = std::string(stated->span.of(passage.text));
  check.computed = "p = " + p_words(by_value);
  check.inputs = named(quantity, printed.value) + ", " + printed.bounds();
  check.rule = "normal deviate from the interval";
  check.tolerance = too_small
                        ? "P up to 0.01 stated, above 0.10 computed; or up to 0.05, and above 0.25"
                        : "P of 0.10 or more stated, below 0.01 computed; or of 0.25 or more, and below 0.05";
  check.said =
      fmt::format("gives {} beside the interval {}, which {} no effect; from the interval, {}.", check.stated,
                  printed.bounds(), too_small ? "includes" : "leaves out", check.computed);
  checks.push_back(std::move(check));
}

}  // namespace attest::figures
