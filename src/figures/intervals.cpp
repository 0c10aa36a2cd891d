// Intervals: whether they hold their own estimate, follow from the counts, and agree with the p-value beside
// them. Exact, score and normal intervals differ, so only gross mismatches are told.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/ascii.h"
#include "figures/checks.h"
#include "figures/printed_interval.h"
#include "figures/tolerances.h"
#include "text/phrases.h"

namespace attest::figures {

namespace {

// Returns whether the interval is of the estimate at all, so that more can be asked of it.
bool check_holds(const Passage& passage, const Quantity& quantity, const PrintedInterval& printed,
                 std::vector<FigureCheck>& checks) {
  const bool relative = is_relative(quantity);
  if (!relative && quantity.kind != QuantityKind::kDifference) return false;
  if (printed.low.value >= printed.high.value) return false;
  const double value = quantity.value;
  const auto inside = [&](double one) {
    return one >= printed.low.low() - printed.value.unit() / 2 &&
           one <= printed.high.high() + printed.value.unit() / 2;
  };
  if (inside(value)) return true;
  // "A reduction of 3 (95% CI -4 to -2)": the sign is in the words.
  if (!relative && inside(-value)) return false;
  if (!relative) {
    const bool holds_nothing = (printed.low.value < 0) != (printed.high.value < 0);
    const double low =
        holds_nothing ? 0 : std::min(std::fabs(printed.low.value), std::fabs(printed.high.value));
    const double high = std::max(std::fabs(printed.low.value), std::fabs(printed.high.value));
    const double size = std::fabs(value);
    const double slack = printed.value.unit();
    if ((size >= low - slack && size <= high + slack) || size > high * kSameScale || size < low / kSameScale)
      return false;
  }
  if (relative && (printed.low.value < 0 || inside(1 / value))) return false;
  FigureCheck check = passage.check(FigureCheckKind::kInterval, quantity.span);
  check.stated = named(quantity, printed.value);
  check.computed = printed.bounds();
  check.inputs = check.computed;
  check.rule = "an interval holds its estimate";
  check.tolerance = "half a unit of the last digit of the estimate and of each bound";
  check.said =
      fmt::format("gives {}, which lies outside its own interval, {}.", check.stated, check.computed);
  checks.push_back(std::move(check));
  return false;
}

// The span of time that words name first; empty where they name none.
std::string_view time_unit(std::string_view lower) {
  static constexpr std::string_view kUnits[] = {"minute*", "hour*", "day*", "week*", "month*", "year*"};
  return first_phrase(lower, kUnits);
}

// "65.2 (range 23.3 to 55.1)" in one unit: no words between the bounds, nothing before the figure of which it
// would be a part ("95 plus minus 34", "95+34", "3.5 of 10", "11∙5"), and of the same order.
bool is_plain_summary(const Passage& passage, const Quantity& quantity, const PrintedInterval& printed) {
  const std::string_view words = quantity.span.of(passage.text);
  const std::string_view between = words.substr(printed.low.end, printed.high.start - printed.low.end);
  const bool joined = between == " to " || std::none_of(between.begin(), between.end(), is_letter);
  std::string_view before = passage.between(0, quantity.span.start + printed.value.start);
  if (!before.empty() && !is_ascii(before.back())) return false;
  if (before.ends_with("minus ") || before.ends_with("+")) return false;
  if (before.ends_with(" of ") && before.size() > 4 && is_digit(before[before.size() - 5])) return false;
  constexpr size_t kSeen = 14;
  const size_t end = quantity.span.start + printed.high.end;
  const std::string_view unit = time_unit(
      passage.between(quantity.span.start + printed.value.end, quantity.span.start + printed.low.start));
  const std::string_view other = time_unit(passage.between(end, std::min(passage.lower.size(), end + kSeen)));
  constexpr size_t kApartMax = 40;
  constexpr double kSameOrder = 3;
  return joined && printed.low.start - printed.value.end <= kApartMax &&
         (unit.empty() || other.empty() || unit == other) &&
         !has_phrase(before.substr(before.size() - std::min(before.size(), kApartMax)), "norm*") &&
         printed.value.value * kSameOrder >= printed.low.value &&
         printed.value.value <= printed.high.value * kSameOrder;
}

// A median lies within its quartiles and its range, a mean within its range.
void check_summary(const Passage& passage, const Quantity& quantity, std::vector<FigureCheck>& checks) {
  const bool median = quantity.kind == QuantityKind::kMedian;
  const bool ranged = quantity.detail == "range" && quantity.kind == QuantityKind::kMean;
  if (!median && !ranged) return;
  if (quantity.detail != "range" && quantity.detail != "IQR") return;
  const std::optional<PrintedInterval> printed = printed_interval(passage, quantity);
  if (!printed || printed->low.value >= printed->high.value) return;
  if (!is_plain_summary(passage, quantity, *printed)) return;
  if (printed->value.high() >= printed->low.low() && printed->value.low() <= printed->high.high()) return;
  FigureCheck check = passage.check(FigureCheckKind::kInterval, quantity.span);
  check.stated = std::string(median ? "median " : "mean ") +
                 with_decimals(printed->value.value, printed->value.decimals);
  check.computed = printed->bounds();
  check.inputs = check.computed;
  check.rule = "a median or mean lies within its range";
  check.tolerance = "half a unit of the last digit of each";
  check.said = fmt::format("gives a {}, which lies outside its own {}, {}.", check.stated,
                           quantity.detail == "IQR" ? "quartiles" : "range", check.computed);
  checks.push_back(std::move(check));
}

// On the log scale the estimate of a ratio is the middle of its interval.
bool check_middle(const Passage& passage, const Quantity& quantity, const PrintedInterval& printed,
                  std::vector<FigureCheck>& checks) {
  if (!is_relative(quantity) || printed.low.low() <= 0 || printed.value.low() <= 0) return true;
  constexpr double kLowMin = 0.05;
  if (printed.low.value < kLowMin) return true;
  // The most even sides that rounding allows.
  const double below_most = std::log(printed.value.high() / printed.low.low());
  const double below_least = std::log(std::max(1.0, printed.value.low() / printed.low.high()));
  const double above_most = std::log(printed.high.high() / printed.value.low());
  const double above_least = std::log(std::max(1.0, printed.high.low() / printed.value.high()));
  if (below_least <= kSidesFactor * above_most && above_least <= kSidesFactor * below_most) return true;
  FigureCheck check = passage.check(FigureCheckKind::kInterval, quantity.span);
  check.stated = named(quantity, printed.value);
  check.computed =
      with_decimals(std::sqrt(printed.low.value * printed.high.value), printed.value.decimals + 1);
  check.inputs = printed.bounds();
  check.rule = "middle of the interval on the log scale";
  check.tolerance = "the longer side 5 times the shorter one";
  check.said = fmt::format("gives {} with the interval {}, whose middle is {}.", check.stated, check.inputs,
                           check.computed);
  checks.push_back(std::move(check));
  return false;
}

// "12/15 (80%, 95% CI 52-96)".
void check_share(const Passage& passage, const Quantity& quantity, const PrintedInterval& printed,
                 std::vector<FigureCheck>& checks) {
  const auto counts = counts_of(quantity, quantity.span.of(passage.text));
  if (!counts || passage.design.adjusted || passage.design.pooled || passage.design.dependent ||
      is_modelled(passage.lower))
    return;
  if (!(quantity.confidence == 95)) return;
  const double exact = 100 * quantity.numerator / quantity.denominator;
  if (!printed.value.holds(exact) && !printed.value.cuts(exact)) return;  // said already
  if (printed.low.value > printed.value.value || printed.high.value < printed.value.value)
    return;  // of another thing
  const Interval ways[] = {wilson_interval_percent(quantity.numerator, quantity.denominator),
                           wald_interval_percent(quantity.numerator, quantity.denominator),
                           exact_interval_percent(quantity.numerator, quantity.denominator)};
  double least = 100;
  double most = 0;
  for (const Interval& way : ways) {
    least = std::min(least, way.high - way.low);
    most = std::max(most, way.high - way.low);
  }
  const double wide = printed.high.high() - printed.low.low();
  const double narrow = printed.high.low() - printed.low.high();
  if (wide * kWidthFactor >= least && narrow <= most * kWidthFactor) return;
  FigureCheck check = passage.check(FigureCheckKind::kInterval, quantity.span);
  check.inputs = fmt::format("{}/{}", counts->events, counts->total);
  check.stated = printed.bounds();
  check.computed = with_decimals(ways[0].low, 1) + " to " + with_decimals(ways[0].high, 1);
  check.rule = "95 % interval of a share (Wilson)";
  check.tolerance = "1.6 times as wide or as narrow as those of Wilson, Wald, Clopper and Pearson";
  check.said = fmt::format("gives the interval {} % for {}; the counts give {} %.", check.stated,
                           check.inputs, check.computed);
  checks.push_back(std::move(check));
}

// "reduced it by |26% (95% CI 6 to 42%)|": a figure that is a difference by the words before it, so that a
// p-value behind it asks whether it is none.
bool is_said_change(const Passage& passage, size_t index) {
  const Quantity& quantity = passage.quantities[index];
  if (quantity.kind != QuantityKind::kNumber && quantity.kind != QuantityKind::kPercentage) return false;
  if (std::isnan(quantity.confidence) || !std::isnan(quantity.deviation)) return false;
  constexpr size_t kSeen = 70;
  const size_t start = quantity.span.start > kSeen ? quantity.span.start - kSeen : 0;
  std::string_view before = passage.between(start, quantity.span.start);
  const size_t border = before.find_last_of(";:)(");
  if (border != std::string_view::npos) before.remove_prefix(border + 1);
  static constexpr std::string_view kChanges[] = {"reduc*", "decreas*", "increas*",  "lower*",
                                                  "fell",   "rose",     "difference"};
  static constexpr std::string_view kOther[] = {"to", "odds", "hazard*", "ratio", "score*", "than", "from"};
  // A coefficient of a regression: "β = |-0.16|".
  if (before.ends_with("\xCE\xB2 = ") || before.ends_with("\xCE\xB2=") || before.ends_with("beta = "))
    return true;
  return (before.ends_with(" by ") || before.ends_with("difference of ") ||
          before.ends_with("reduction of ")) &&
         has_any_phrase(before, kChanges) && !has_any_phrase(before, kOther);
}

constexpr std::string_view kJoinedWords[] = {"and", "v", "vs", "versus"};

// "difference 0.45 mmol/L [1.1 mg/dL]; 95% CI 0.30 to 0.59": an estimate, once more in another unit or with
// its error, and then its interval. The passage with the two as one; empty where there is nothing to join.
std::optional<Passage> with_joined_intervals(const Passage& passage) {
  const std::vector<Quantity>& quantities = passage.quantities;
  std::vector<Quantity> joined;
  bool any = false;
  for (size_t i = 0; i < quantities.size(); ++i) {
    joined.push_back(quantities[i]);
    const Quantity& estimate = quantities[i];
    const bool named = estimate.kind == QuantityKind::kDifference || is_relative(estimate);
    if (!named || !std::isnan(estimate.low) || i + 2 >= quantities.size()) continue;
    const Quantity& aside = quantities[i + 1];
    const Quantity& range = quantities[i + 2];
    const std::string_view gap = passage.between(estimate.span.end, aside.span.start);
    const std::string_view rest = passage.between(aside.span.end, range.span.start);
    constexpr size_t kRestMax = 20;
    if ((gap != " (" && gap != " [") || aside.kind != QuantityKind::kNumber || std::isnan(range.confidence) ||
        range.kind != QuantityKind::kRange || rest.size() > kRestMax || rest.find_first_of(")]") != 0 ||
        has_any_phrase(rest, kJoinedWords))
      continue;
    Quantity& one = joined.back();
    one.low = range.low;
    one.high = range.high;
    one.confidence = range.confidence;
    one.span.end = range.span.end;
    i += 2;
    // The interval in the other unit.
    if (i + 1 < quantities.size() && quantities[i + 1].kind == QuantityKind::kRange &&
        (passage.between(range.span.end, quantities[i + 1].span.start).ends_with(" [") ||
         passage.between(range.span.end, quantities[i + 1].span.start).ends_with(" ("))) {
      const size_t closed = std::min<size_t>(size_t{quantities[i + 1].span.end} + 1, passage.text.size());
      one.span.end = static_cast<uint32_t>(closed);
      ++i;
    }
    any = true;
  }
  if (!any) return std::nullopt;
  Passage copy = passage;
  copy.quantities = std::move(joined);
  return copy;
}

}  // namespace

void check_intervals(const Passage& read, std::vector<FigureCheck>& checks) {
  const std::optional<Passage> with_joined = with_joined_intervals(read);
  const Passage& passage = with_joined ? *with_joined : read;
  for (size_t i = 0; i < passage.quantities.size(); ++i) {
    const Quantity& quantity = passage.quantities[i];
    check_limits(passage, i, checks);
    const auto printed = printed_interval(passage, quantity);
    if (!printed) continue;
    check_share(passage, quantity, *printed, checks);
    check_summary(passage, quantity, checks);
    const size_t known = checks.size();
    check_single_estimate(passage, i, *printed, checks);
    if (checks.size() == known && is_said_change(passage, i))
      check_p_value_beside_interval(passage, i, *printed, checks);
    if (!check_holds(passage, quantity, *printed, checks)) continue;
    if (check_middle(passage, quantity, *printed, checks))
      check_p_value_beside_interval(passage, i, *printed, checks);
  }
}

}  // namespace attest::figures
