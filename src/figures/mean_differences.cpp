// A difference of means against the two means before it; and the interval of one mean against its deviation
// and the number of people.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/one_of.h"
#include "figures/checks.h"
#include "figures/tolerances.h"
#include "text/phrases.h"

namespace attest::figures {

namespace {

// The difference may be one of changes, of a model, of pairs.
bool is_other_difference(std::string_view lower) {
  static constexpr std::string_view kOther[] = {"baseline", "change*",   "adjust*",  "ancova",     "covaria*",
                                                "log",      "geometric", "median*",  "standardi*", "ratio",
                                                "least*",   "ls",        "weighted", "gain*"};
  return has_any_phrase(lower, kOther);
}

// Verbs of change may lead to a difference of changes.
bool says_change(std::string_view lower) {
  static constexpr std::string_view kChanges[] = {"reduction*", "improve*", "decrease*",
                                                  "increase*",  "fell",     "rose"};
  return has_any_phrase(lower, kChanges);
}

bool is_mean_like(const Passage& passage, const Quantity& quantity) {
  const bool kind = quantity.kind == QuantityKind::kMean || quantity.kind == QuantityKind::kNumber ||
                    quantity.kind == QuantityKind::kDuration;
  return kind && !std::isnan(quantity.value) && quantity.relation == Relation::kEqual &&
         !has_broken_number(quantity.span.of(passage.text)) && !passage.breaks_number(quantity.span.start);
}

// "(|difference 3.3|": a number that is called so right before.
bool is_called_difference(const Passage& passage, const Quantity& quantity) {
  if (quantity.kind != QuantityKind::kNumber && quantity.kind != QuantityKind::kDuration) return false;
  const std::string_view before = passage.between(0, quantity.span.start);
  return before.ends_with("(difference ") || before.ends_with(", difference ") ||
         before.ends_with("(difference, ") || before.ends_with("(mean difference ") ||
         before.ends_with("a difference of ");
}

bool is_beside(std::string_view between) {
  static constexpr std::string_view kBeside[] = {"v",           "vs",  "versus", "compared with",
                                                 "compared to", "and", "against"};
  constexpr size_t kApartMax = 90;
  return between.size() <= kApartMax && between.find("; ") == std::string_view::npos &&
         between.find(". ") == std::string_view::npos && has_any_phrase(between, kBeside);
}

void check_difference_of_means(const Passage& passage, size_t index, std::vector<FigureCheck>& checks) {
  const std::vector<Quantity>& quantities = passage.quantities;
  const Quantity& stated = quantities[index];
  const bool named =
      stated.kind == QuantityKind::kDifference && (stated.measure == "MD" || stated.measure == "difference");
  if ((!named && !is_called_difference(passage, stated)) || std::isnan(stated.value) || stated.unit == "%" ||
      stated.relation != Relation::kEqual)
    return;
  std::vector<size_t> means;
  for (size_t i = 0; i < index; ++i) {
    const Quantity& one = quantities[i];
    // "a mean of 5.2 days v 7.4 days (mean difference 2.2 days)"
    const bool time = one.kind == QuantityKind::kDuration && one.unit == stated.unit &&
                      !std::isnan(one.value) &&
                      (one.span.of(passage.text).find('.') != std::string_view::npos);
    if (one.kind == QuantityKind::kMean || one.kind == QuantityKind::kNumber || time) {
      means.push_back(i);
    } else if (one.kind != QuantityKind::kSampleSize && one.kind != QuantityKind::kDuration) {
      return;
    }
  }
  if (means.size() != 2) return;
  const Quantity& a = quantities[means[0]];
  const Quantity& b = quantities[means[1]];
  // What is not called a mean has its partner right beside it: "12.4 v 10.1".
  static constexpr std::string_view kVersus[] = {" v ", " vs ", " versus ", " vs. ", " compared with "};
  const bool times = a.kind == QuantityKind::kDuration && has_phrase(passage.lower, "mean");
  const bool ages = a.measure == "age" && b.measure == "age" && has_phrase(passage.lower, "mean age");
  if (a.kind != QuantityKind::kMean && !times && !ages &&
      (!is_one_of(passage.between(a.span.end, b.span.start), kVersus) || a.unit == "%" || b.unit == "%"))
    return;
  const std::string_view gap = passage.between(b.span.end, stated.span.start);
  // "0.024 vs 0.063 [mean difference 0.038": of these two, whatever the sentence says of a change.
  const bool behind = gap == " [" || gap == " (";
  if (!behind && says_change(passage.lower)) return;
  constexpr size_t kGapMax = 60;
  if (!is_mean_like(passage, a) || !is_mean_like(passage, b) || (a.measure == "age" && !ages) ||
      !is_beside(passage.between(a.span.end, b.span.start)) || gap.size() > kGapMax ||
      gap.find(". ") != std::string_view::npos || has_phrase(gap, "and"))
    return;
  const auto x = printed_in(a.span.of(passage.text), std::fabs(a.value));
  const auto y = printed_in(b.span.of(passage.text), std::fabs(b.value));
  const auto z = printed_in(stated.span.of(passage.text), std::fabs(stated.value));
  if (!x || !y || !z) return;
  const double difference = std::fabs(a.value - b.value);
  const double rounding = (x->unit() + y->unit() + z->unit()) / 2 + 1e-9;
  const double size = std::fabs(stated.value);
  if (std::fabs(size - difference) <= rounding + kMeanDifferenceSlack * std::max(size, difference)) return;
  // A model that is not named moves an estimate within its interval.
  if (!std::isnan(stated.low)) {
    const double low = std::min(std::fabs(stated.low), std::fabs(stated.high));
    const double high = std::max(std::fabs(stated.low), std::fabs(stated.high));
    const bool holds_nothing = (stated.low < 0) != (stated.high < 0);
    if (difference <= high + rounding && (holds_nothing || difference >= low - rounding)) return;
  }
  FigureCheck check = passage.check(FigureCheckKind::kDifference, {a.span.start, stated.span.end});
  check.inputs =
      fmt::format("{} v {}", with_decimals(a.value, x->decimals), with_decimals(b.value, y->decimals));
  check.stated = with_decimals(size, z->decimals);
  check.computed = with_decimals(difference, std::max(x->decimals, y->decimals));
  check.rule = "difference of the means";
  check.tolerance = "rounding and 10 %, and outside the stated interval";
  check.said = fmt::format("gives a difference of {} for means of {}; these give {}.", check.stated,
                           check.inputs, check.computed);
  checks.push_back(std::move(check));
}

// "12.3 (SD 4.0, 95% CI 12.2 to 12.4; n = 40)": where the deviation is called so.
void check_interval_of_mean(const Passage& passage, size_t index, std::vector<FigureCheck>& checks) {
  const std::vector<Quantity>& quantities = passage.quantities;
  const Quantity& mean = quantities[index];
  if (mean.kind != QuantityKind::kMean || mean.detail != "SD" || std::isnan(mean.value)) return;
  double deviation = mean.deviation;
  double low = mean.low;
  double high = mean.high;
  size_t last = index;
  if (last + 1 < quantities.size() && std::isnan(low)) {
    const Quantity& next = quantities[last + 1];
    const std::string_view gap = passage.between(mean.span.end, next.span.start);
    constexpr size_t kGapMax = 14;
    if (gap.size() > kGapMax || (next.kind != QuantityKind::kNumber && next.kind != QuantityKind::kRange))
      return;
    if (std::isnan(deviation)) deviation = next.value;
    low = next.low;
    high = next.high;
    const bool ci = next.confidence == 95 || has_phrase(gap, "ci");
    if (!ci) return;
    ++last;
  } else if (mean.confidence != 95) {
    return;
  }
  double count = kNotStated;
  for (const size_t near : {last + 1, index - 1}) {
    if (near >= quantities.size() || quantities[near].kind != QuantityKind::kSampleSize) continue;
    const bool after = near > index;
    const std::string_view gap = after
                                     ? passage.between(quantities[last].span.end, quantities[near].span.start)
                                     : passage.between(quantities[near].span.end, mean.span.start);
    constexpr size_t kGapMax = 40;
    if (gap.size() <= kGapMax && std::isnan(count)) count = quantities[near].value;
  }
  if (std::isnan(deviation) || std::isnan(low) || std::isnan(high) || std::isnan(count) || count < 10 ||
      !(deviation > 0) || !(high > low) || mean.value < low || mean.value > high)
    return;
  const double half = 1.96 * deviation / std::sqrt(count);
  const double stated = (high - low) / 2;
  if (stated <= half * kWidthFactor && stated * kWidthFactor >= half) return;
  FigureCheck check = passage.check(FigureCheckKind::kInterval, {mean.span.start, quantities[last].span.end});
  check.inputs = fmt::format("SD {:g}, n = {:g}", deviation, count);
  check.stated = fmt::format("{:g} to {:g}", low, high);
  check.computed = fmt::format("{:.3g} to {:.3g}", mean.value - half, mean.value + half);
  check.rule = "mean ± 1.96 SD / √n";
  check.tolerance = "1.6 times as wide or as narrow";
  check.said =
      fmt::format("gives the interval {} for {}; these give {}.", check.stated, check.inputs, check.computed);
  checks.push_back(std::move(check));
}

}  // namespace

void check_mean_differences(const Passage& passage, std::vector<FigureCheck>& checks) {
  if (is_modelled(passage.lower)) return;
  for (size_t i = 0; i < passage.quantities.size(); ++i) check_interval_of_mean(passage, i, checks);
  if (passage.design.adjusted || passage.design.pooled || is_other_difference(passage.lower)) return;
  for (size_t i = 0; i < passage.quantities.size(); ++i) check_difference_of_means(passage, i, checks);
}

}  // namespace attest::figures
