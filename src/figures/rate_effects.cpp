// What follows from two rates without counts: risk and odds ratios; and a number needed from the absolute
// difference beside it.
#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "figures/checks.h"
#include "figures/tolerances.h"
#include "text/phrases.h"

namespace attest::figures {

namespace {

struct Bounds {
  double low = 0;
  double high = 0;
};

// The ratio of two percentages within their rounding, of risks or of odds.
Bounds ratio_bounds(Bounds a, Bounds b, bool odds) {
  const auto scaled = [&](double percent) { return odds ? percent / (100 - percent) : percent; };
  return {scaled(a.low) / scaled(b.high), scaled(a.high) / scaled(b.low)};
}

// Does the estimate, or its inverse, lie in or near the ratio of two rates?
bool rates_give(const Printed& printed, const Comparison& pair, bool odds) {
  constexpr double kLeast = 1e-6;
  const Bounds a = {std::max(kLeast, pair.a.low()), std::min(100 - kLeast, pair.a.high())};
  const Bounds b = {std::max(kLeast, pair.b.low()), std::min(100 - kLeast, pair.b.high())};
  const Bounds not_a = {100 - a.high, 100 - a.low};
  const Bounds not_b = {100 - b.high, 100 - b.low};
  const auto near = [&](Bounds ratio, double slack) {
    return printed.high() >= ratio.low * (1 - slack) && printed.low() <= ratio.high * (1 + slack);
  };
  const double slack = odds ? kOddsRatioSlack : kRateRatioSlack;
  // Of the other outcome, nothing but rounding.
  return near(ratio_bounds(a, b, odds), slack) || near(ratio_bounds(b, a, odds), slack) ||
         near(ratio_bounds(not_a, not_b, odds), 0) || near(ratio_bounds(not_b, not_a, odds), 0);
}

void check_rate_ratio(const Passage& passage, const Comparison& pair, std::vector<FigureCheck>& checks) {
  const Quantity* stated = result_after(passage, pair, QuantityKind::kRatio);
  if (stated == nullptr || std::isnan(stated->value) || stated->relation != Relation::kEqual ||
      is_named_adjusted(passage, *stated))
    return;
  const bool odds = stated->measure == "OR";
  if (!odds && stated->measure != "RR") return;
  const std::string_view words = stated->span.of(passage.text);
  const auto printed = printed_in(words, stated->value);
  if (!printed || has_broken_number(words) || printed->low() <= 0) return;
  // "(95% CI, OR .43 to 1.61)" tells no estimate.
  constexpr size_t kSeen = 4;
  const size_t end = stated->span.end;
  const std::string_view behind = passage.between(end, std::min(passage.lower.size(), end + kSeen));
  if (behind.starts_with(" to ")) return;
  if (rates_give(*printed, pair, odds) || rates_give(*printed, pair, !odds)) return;
  const double a = (pair.a.low() + pair.a.high()) / 2;
  const double b = (pair.b.low() + pair.b.high()) / 2;
  if (!(a > 0 && b > 0 && a < 100 && b < 100)) return;
  double ratio = odds ? a * (100 - b) / (b * (100 - a)) : a / b;
  if ((stated->value < 1) != (ratio < 1)) ratio = 1 / ratio;
  // A model that is not named moves an estimate within its interval.
  if (!std::isnan(stated->low) && ratio >= stated->low && ratio <= stated->high) return;
  FigureCheck check = passage.check(FigureCheckKind::kRatio, {pair.a.span.start, stated->span.end});
  check.inputs = pair.a.words() + " v " + pair.b.words();
  check.stated = fmt::format("{} {}", stated->measure, with_decimals(printed->value, printed->decimals));
  check.computed = with_decimals(ratio, printed->decimals + 1);
  check.rule = odds ? "odds ratio of the shares" : "ratio of the shares";
  check.tolerance = "rounding of the shares and 10 %, and outside the stated interval";
  check.said =
      fmt::format("gives {} for {}; the shares give {}.", check.stated, check.inputs, check.computed);
  checks.push_back(std::move(check));
}

// "An absolute reduction of 5% (NNT 10)": the number needed right after a difference of shares.
void check_number_needed_beside(const Passage& passage, size_t index, std::vector<FigureCheck>& checks) {
  const Quantity& difference = passage.quantities[index];
  // "The differences were pain: 16.6% (95% CI 8 to 25%), NNT = 7"
  static constexpr std::string_view kDifferences[] = {"risk difference*", "differences", "absolute"};
  const bool called = difference.kind == QuantityKind::kPercentage && !std::isnan(difference.confidence) &&
                      has_any_phrase(passage.between(0, difference.span.start), kDifferences);
  const bool absolute = called || (difference.kind == QuantityKind::kDifference && difference.unit == "%" &&
                                   (difference.measure == "ARR" || difference.measure == "RD"));
  if (!absolute || std::isnan(difference.value) || difference.relation != Relation::kEqual) return;
  size_t next = index + 1;
  while (next < passage.quantities.size() && passage.quantities[next].kind == QuantityKind::kPValue) ++next;
  if (next >= passage.quantities.size()) return;
  const Quantity& needed = passage.quantities[next];
  if (needed.kind != QuantityKind::kRatio || (needed.measure != "NNT" && needed.measure != "NNH") ||
      std::isnan(needed.value) || needed.relation != Relation::kEqual)
    return;
  constexpr size_t kApartMax = 70;
  const std::string_view between = passage.between(difference.span.end, needed.span.start);
  static constexpr std::string_view kOther[] = {"year*", "month*", "while", "whereas", "but", "per"};
  if (between.size() > kApartMax || between.find(". ") != std::string_view::npos ||
      has_any_phrase(between, kOther))
    return;
  const std::string_view words = difference.span.of(passage.text);
  const auto printed = printed_in(words, std::fabs(difference.value));
  const auto number = printed_in(needed.span.of(passage.text), needed.value);
  if (!printed || !number || has_broken_number(words)) return;
  const double least = printed->low();
  const double most = printed->high();
  if (most <= 0) return;
  const double low = (100 / most) * (1 - kNumberNeededSlack) - 1;
  const double high =
      least > 0 ? (100 / least) * (1 + kNumberNeededSlack) + 1 : std::numeric_limits<double>::infinity();
  if (needed.value >= low && needed.value <= high) return;
  FigureCheck check = passage.check(FigureCheckKind::kNumberNeeded, {difference.span.start, needed.span.end});
  check.inputs = with_decimals(printed->value, printed->decimals) + " %";
  check.stated = needed.measure + " " + with_decimals(number->value, number->decimals);
  check.computed = with_decimals(100 / printed->value, 1);
  check.rule = "1 / absolute difference";
  check.tolerance = "rounding of the difference, the next person, and 10 %";
  check.said = fmt::format("gives {} for an absolute difference of {}; that gives {}.", check.stated,
                           check.inputs, check.computed);
  checks.push_back(std::move(check));
}

// "20.1 and 7.7 cases per 100 person-years (rate ratio 2.62)": two rates of one base, and their ratio behind.
void check_ratio_of_rates(const Passage& passage, size_t index, std::vector<FigureCheck>& checks) {
  const std::vector<Quantity>& quantities = passage.quantities;
  const Quantity& a = quantities[index];
  const Quantity& b = quantities[index + 1];
  const auto cases_of = [](const Quantity& one) { return std::isnan(one.value) ? one.numerator : one.value; };
  const auto is_rate = [&](const Quantity& one) {
    return one.kind == QuantityKind::kProportion && one.measure == "rate" && cases_of(one) > 0 &&
           one.relation == Relation::kEqual && std::isnan(one.low) &&
           !has_broken_number(one.span.of(passage.text)) && !passage.breaks_number(one.span.start);
  };
  if (!is_rate(a) || !is_rate(b)) return;
  const std::string_view between = passage.between(a.span.end, b.span.start);
  constexpr size_t kApartMax = 60;
  static constexpr std::string_view kJoins[] = {"and",           "v",       "vs",         "versus",
                                                "compared with", "than in", "compared to"};
  static constexpr std::string_view kOther[] = {"to", "from", "ci", "before", "after", "range"};
  if (between.size() > kApartMax || between.find_first_of(";:") != std::string_view::npos ||
      !has_any_phrase(between, kJoins) || has_any_phrase(between, kOther))
    return;
  if (index > 0 && is_rate(quantities[index - 1])) return;  // of three groups
  size_t next = index + 2;
  while (next < quantities.size() && quantities[next].kind == QuantityKind::kPValue) ++next;
  if (next >= quantities.size()) return;
  const Quantity& ratio = quantities[next];
  const std::string_view gap = passage.between(b.span.end, ratio.span.start);
  constexpr size_t kGapMax = 70;
  static constexpr std::string_view kApart[] = {"and", "while", "whereas", "but", "adjusted", "hazard"};
  const bool named = ratio.measure == "IRR" || ratio.measure == "RR" || ratio.measure == "rate ratio";
  if (ratio.kind != QuantityKind::kRatio || !named || std::isnan(ratio.value) || ratio.value <= 0 ||
      ratio.relation != Relation::kEqual || gap.size() > kGapMax || has_any_phrase(gap, kApart) ||
      gap.find(". ") != std::string_view::npos || is_named_adjusted(passage, ratio))
    return;
  const bool one_base =
      std::isnan(a.denominator) || std::isnan(b.denominator) || a.denominator == b.denominator;
  const auto x = printed_in(a.span.of(passage.text), cases_of(a));
  const auto y = printed_in(b.span.of(passage.text), cases_of(b));
  const auto z = printed_in(ratio.span.of(passage.text), ratio.value);
  if (!x || !y || !z || !one_base || x->low() <= 0 || y->low() <= 0) return;
  const auto near = [&](const Printed& over, const Printed& under) {
    return z->high() >= over.low() / under.high() * (1 - kRateRatioSlack) &&
           z->low() <= over.high() / under.low() * (1 + kRateRatioSlack);
  };
  if (near(*x, *y) || near(*y, *x)) return;
  double computed = x->value / y->value;
  if ((ratio.value < 1) != (computed < 1)) computed = 1 / computed;
  FigureCheck check = passage.check(FigureCheckKind::kRatio, {a.span.start, ratio.span.end});
  check.inputs = with_decimals(x->value, x->decimals) + " v " + with_decimals(y->value, y->decimals);
  check.stated = fmt::format("{} {}", ratio.measure, with_decimals(z->value, z->decimals));
  check.computed = with_decimals(computed, z->decimals + 1);
  check.rule = "ratio of the rates";
  check.tolerance = "rounding of the rates and 10 %";
  check.said =
      fmt::format("gives {} for rates of {}; the rates give {}.", check.stated, check.inputs, check.computed);
  checks.push_back(std::move(check));
}

}  // namespace

void check_rate_effects(const Passage& passage, std::vector<FigureCheck>& checks) {
  if (is_modelled(passage.lower)) return;
  for (size_t i = 0; i < passage.quantities.size(); ++i) check_number_needed_beside(passage, i, checks);
  if (passage.design.pooled || passage.design.adjusted || passage.design.dependent) return;
  for (size_t i = 0; i + 2 < passage.quantities.size(); ++i) check_ratio_of_rates(passage, i, checks);
  for (const Comparison& pair : compared_shares(passage)) {
    if (!pair.a.counted && !pair.b.counted) check_rate_ratio(passage, pair, checks);
  }
}

}  // namespace attest::figures
