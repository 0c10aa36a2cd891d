// A share, a mean or an accuracy outside its own interval. An interval that stands after two figures may be
// that of their difference, so only what stands alone in its clause is looked at.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "figures/printed_interval.h"
#include "figures/tolerances.h"
#include "text/comparing_words.h"
#include "text/phrases.h"

namespace attest::figures {

namespace {

bool is_single(const Quantity& quantity) {
  // After "7.9 ± 0.5 (95% CI 0.8 to 3.0)" the interval is of a change.
  if (std::isnan(quantity.confidence) || !std::isnan(quantity.deviation)) return false;
  return quantity.kind == QuantityKind::kMean || quantity.kind == QuantityKind::kPercentage ||
         quantity.kind == QuantityKind::kNumber || quantity.kind == QuantityKind::kDuration ||
         quantity.kind == QuantityKind::kMedian || quantity.kind == QuantityKind::kAccuracy ||
         (quantity.kind == QuantityKind::kProportion && quantity.measure != "rate") ||
         (quantity.kind == QuantityKind::kRatio && !is_relative(quantity));
}

// Another figure of the clause before it that has no interval of its own.
bool has_rival(const Passage& passage, size_t index) {
  constexpr size_t kApartMax = 120;
  if (index == 0) return false;
  for (size_t i = index; i-- > 0;) {
    const Quantity& other = passage.quantities[i];
    const std::string_view between = passage.between(other.span.end, passage.quantities[index].span.start);
    if (between.size() > kApartMax || between.find("; ") != std::string_view::npos) return false;
    if (other.kind == QuantityKind::kDuration || other.kind == QuantityKind::kDose ||
        other.kind == QuantityKind::kSampleSize || other.kind == QuantityKind::kPValue)
      continue;
    return std::isnan(other.low);
  }
  return false;
}

}  // namespace

void check_single_estimate(const Passage& passage, size_t index, const PrintedInterval& printed,
                           std::vector<FigureCheck>& checks) {
  const Quantity& quantity = passage.quantities[index];
  if (!is_single(quantity) || printed.low.value >= printed.high.value || printed.value.value == 0) return;
  const double slack = printed.value.unit() / 2;
  const auto inside = [&](double one) {
    return one >= printed.low.low() - slack && one <= printed.high.high() + slack;
  };
  const double value = printed.value.value;
  // The sign in the words, or the rest: "reduced by 12% (95% CI 80% to 95%)" of what it was.
  if (inside(value) || inside(-value) || inside(100 - value)) return;
  // "fell by 8.9 (95% CI -7.6 to -2.2)": outside by size too.
  const double size = std::fabs(value);
  const bool holds_nothing = (printed.low.value < 0) != (printed.high.value < 0);
  const double least =
      holds_nothing ? 0 : std::min(std::fabs(printed.low.value), std::fabs(printed.high.value));
  const double most = std::max(std::fabs(printed.low.value), std::fabs(printed.high.value));
  const double rounding = slack + std::max(printed.low.unit(), printed.high.unit()) / 2;
  if (size >= least - rounding && size <= most + rounding) return;
  // Of a ratio, given as a share; in another unit.
  if (size > most * kSameScale || size * kSameScale < least) return;
  const std::string_view words = quantity.span.of(passage.lower);
  static constexpr std::string_view kOther[] = {"difference", "ratio", "rr",  "or",   "hr",
                                                "reduction",  "for",   "iqr", "range"};
  if (has_any_phrase(words.substr(printed.value.end), kOther) || has_rival(passage, index)) return;
  // "(median = 78.75; max = |100|; 95% CI 73.5 to 86.7)": of the mean before.
  static constexpr std::string_view kOfOther[] = {"max", "min",   "maximum", "minimum",
                                                  "sd",  "range", "median"};
  constexpr size_t kNameMax = 12;
  const size_t name = quantity.span.start > kNameMax ? quantity.span.start - kNameMax : 0;
  const bool number = quantity.kind == QuantityKind::kNumber || quantity.kind == QuantityKind::kDuration;
  if (number && has_any_phrase(passage.between(name, quantity.span.start), kOfOther)) return;
  constexpr size_t kSeen = 60;
  const size_t start = quantity.span.start > kSeen ? quantity.span.start - kSeen : 0;
  const bool percent = quantity.kind == QuantityKind::kPercentage;
  const std::string_view near = passage.between(start, quantity.span.start);
  if (percent && (has_phrase(near, "difference*") || has_any_phrase(near, kComparingWords))) return;
  FigureCheck check = passage.check(FigureCheckKind::kInterval, quantity.span);
  check.stated = named(quantity, printed.value) + (quantity.unit == "%" ? " %" : "");
  check.computed = printed.bounds() + (quantity.unit == "%" ? " %" : "");
  check.inputs = check.computed;
  check.rule = "an interval holds its estimate";
  check.tolerance = "half a unit of the last digit of the estimate and of each bound";
  check.said =
      fmt::format("gives {}, which lies outside its own interval, {}.", check.stated, check.computed);
  checks.push_back(std::move(check));
}

}  // namespace attest::figures
