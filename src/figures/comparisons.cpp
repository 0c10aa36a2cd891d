// What is said of two groups against their counts and percentages. A p-value is compared with that of three
// tests, a ratio with its inverse and its counterpart of the other outcome too: only what none of them gives
// is told.
#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "figures/checks.h"
#include "figures/tests_of_counts.h"
#include "figures/tolerances.h"
#include "text/phrases.h"

namespace attest::figures {

namespace {

bool percentages_fit(const Share& share) {
  const double exact =
      100.0 * static_cast<double>(share.count.events) / static_cast<double>(share.count.total);
  return !share.percent || share.percent->holds(exact) || share.percent->cuts(exact);
}

}  // namespace

Tests tests_of(const Comparison& pair) {
  Tests tests;
  const CountOfTotal& a = pair.a.count;
  const CountOfTotal& b = pair.b.count;
  tests.fisher = fisher_exact_p(a.events, a.total, b.events, b.total);
  tests.chi_square = chi_square_p(a, b, false);
  const double corrected = chi_square_p(a, b, true);
  tests.least = std::min({tests.fisher, tests.chi_square, corrected});
  tests.most = std::max({tests.fisher, tests.chi_square, corrected});
  return tests;
}

std::string inputs_of(const Comparison& pair) { return pair.a.words() + " v " + pair.b.words(); }

bool can_be_tested(const Passage& passage, const Comparison& pair) {
  constexpr int64_t kTotalMin = 10;
  static constexpr std::string_view kNotPeople[] = {
      "eyes",    "teeth",   "lesions",  "cycles",     "visits",  "samples",  "episodes",  "limbs",
      "knees",   "sites",   "nodes",    "ulcers",     "embryos", "oocytes",  "implants",  "wounds",
      "joints",  "months",  "weeks",    "days",       "hours",   "biopsies", "specimens", "ears",
      "feet",    "attacks", "nights",   "dimensions", "items",   "domains",  "scales",    "outcomes",
      "studies", "tests",   "measures", "questions",  "refusals"};
  return pair.a.counted && pair.a.count.total >= kTotalMin && pair.b.count.total >= kTotalMin &&
         percentages_fit(pair.a) && percentages_fit(pair.b) && !has_any_phrase(passage.lower, kNotPeople);
}

namespace {

// Does the stated probability lie apart from every test's?
bool differs(const Quantity& stated, const std::optional<Printed>& printed, const Tests& tests) {
  constexpr double kSmall = 0.001;  // "P = 0.001" often stands for "at most"
  if (stated.detail == "NS") return tests.most < kClearlySignificant;
  const double low = printed ? std::max(0.0, printed->low()) : stated.value;
  const double high = printed ? printed->high() : stated.value;
  switch (stated.relation) {
    case Relation::kLess:
    case Relation::kLessOrEqual:
      return tests.least > kClearlyNotSignificant ||
             (high < kSmall * 10 && tests.least > kPValueFactor * high && tests.least > kSignificant);
    case Relation::kGreater:
    case Relation::kGreaterOrEqual:
      return stated.value >= kSignificant - 1e-9 && tests.most < kClearlySignificant;
    case Relation::kApproximately: return false;
    case Relation::kEqual: break;
  }
  const bool above = tests.least > kPValueFactor * std::max(high, kSmall) && tests.least > kSignificant;
  const bool below = tests.most * kPValueFactor < low && low > kSignificant - 0.006;
  // Both clearly not significant: 0.9 and 0.2 mean the same to a reader.
  if (low > kClearlyNotSignificant && tests.most > kClearlyNotSignificant) return false;
  return above || below;
}

std::string probability(const Passage& passage, const Quantity& quantity) {
  return std::string(quantity.span.of(passage.text));
}

// What follows a p-value says that it is of something else: "vs baseline", "for trend".
bool is_of_other(const Passage& passage, const Quantity& quantity) {
  constexpr size_t kSeen = 32;
  const std::string_view after =
      passage.between(quantity.span.end, std::min(passage.lower.size(), quantity.span.end + kSeen));
  static constexpr std::string_view kOther[] = {
      "equivalen*", "inferior*",   "non-inferior*", "noninferior*", "vs",     "versus", "baseline",
      "trend",      "interaction", "compared",      "each",         "both",   "all",    "anova",
      "before",     "within",      "log rank",      "log-rank",     "overall"};
  return has_any_phrase(after.substr(0, after.find('.')), kOther);
}

void check_p_value(const Passage& passage, const Comparison& pair, std::vector<FigureCheck>& checks) {
  const Quantity* stated = result_after(passage, pair, QuantityKind::kPValue);
  if (stated == nullptr || is_of_other(passage, *stated)) return;
  if (std::isnan(stated->value) && stated->detail != "NS") return;
  const Tests tests = tests_of(pair);
  if (std::isnan(tests.fisher) || std::isnan(tests.chi_square)) return;
  if (!differs(*stated, printed_in(stated->span.of(passage.text), stated->value), tests)) return;
  FigureCheck check = passage.check(FigureCheckKind::kPValue, {pair.a.span.start, stated->span.end});
  check.inputs = inputs_of(pair);
  check.stated = probability(passage, *stated);
  check.computed = fmt::format("p = {} (Fisher’s exact test) and {} (chi-square)", p_words(tests.fisher),
                               p_words(tests.chi_square));
  check.rule = "Fisher’s exact test and chi-square, two-sided";
  check.tolerance = "a factor of 4 from every test, and on another side of what counts as significant";
  check.said = fmt::format("gives {} for {}; computed here: {}.", check.stated, check.inputs, check.computed);
  checks.push_back(std::move(check));
}

// Does the printed estimate lie within `slack` of the ratio, its inverse, or those of the other outcome?
bool could_be(const Printed& printed, const Comparison& pair, bool odds, double slack) {
  const auto near = [&](double ratio) {
    return !std::isnan(ratio) && printed.high() >= ratio * (1 - slack) &&
           printed.low() <= ratio * (1 + slack);
  };
  const CountOfTotal not_a = {pair.a.count.total - pair.a.count.events, pair.a.count.total};
  const CountOfTotal not_b = {pair.b.count.total - pair.b.count.events, pair.b.count.total};
  for (const auto& [a, b] : {std::pair{pair.a.count, pair.b.count}, std::pair{not_a, not_b}}) {
    const double ratio = odds ? odds_ratio(a, b).ratio : risk_ratio(a, b).ratio;
    if (near(ratio) || near(1 / ratio)) return true;
  }
  return false;
}

void check_ratio(const Passage& passage, const Comparison& pair, std::vector<FigureCheck>& checks) {
  const Quantity* stated = result_after(passage, pair, QuantityKind::kRatio);
  if (stated == nullptr || passage.design.adjusted || std::isnan(stated->value)) return;
  const bool odds = stated->measure == "OR";
  if ((!odds && stated->measure != "RR") || is_named_adjusted(passage, *stated)) return;
  if (stated->relation != Relation::kEqual) return;
  const std::string_view words = stated->span.of(passage.text);
  const auto printed = printed_in(words, stated->value);
  const LogRatio computed =
      odds ? odds_ratio(pair.a.count, pair.b.count) : risk_ratio(pair.a.count, pair.b.count);
  if (!printed || std::isnan(computed.ratio) || has_broken_number(words)) return;
  const double slack = odds ? kOddsRatioSlack : kRiskRatioSlack;
  const bool fits = could_be(*printed, pair, odds, slack);
  FigureCheck check = passage.check(FigureCheckKind::kRatio, {pair.a.span.start, stated->span.end});
  check.inputs = inputs_of(pair);
  if (!fits) {
    if (could_be(*printed, pair, !odds, odds ? kRiskRatioSlack : kOddsRatioSlack))
      return;  // the other ratio, under this name
    const double shown = (stated->value < 1) == (computed.ratio < 1) ? computed.ratio : 1 / computed.ratio;
    check.stated = fmt::format("{} {}", stated->measure, with_decimals(printed->value, printed->decimals));
    check.computed = with_decimals(shown, printed->decimals + 1);
    check.rule = odds ? "odds ratio of the counts" : "risk ratio of the counts";
    check.tolerance = odds ? "rounding and 10 % for conditional estimates" : "rounding and 3 %";
    check.said =
        fmt::format("gives {} for {}; the counts give {}.", check.stated, check.inputs, check.computed);
    checks.push_back(std::move(check));
    return;
  }
  const auto low = printed_in(words, stated->low);
  const auto high = printed_in(words, stated->high);
  const bool ninety_five = std::isnan(stated->confidence) || stated->confidence == 95;
  const int64_t least =
      std::min({pair.a.count.events, pair.b.count.events, pair.a.count.total - pair.a.count.events,
                pair.b.count.total - pair.b.count.events});
  if (!low || !high || !ninety_five || stated->low <= 0 || low->low() <= 0 || least < kCellMin) return;
  constexpr double kSides = 2 * 1.96;
  const double computed_width = kSides * computed.log_error;
  const double least_width = std::log(std::max(1.0, high->low() / low->high()));
  const double most_width = std::log(high->high() / low->low());
  if (most_width * kWidthFactor >= computed_width && least_width <= computed_width * kWidthFactor) return;
  check.kind = FigureCheckKind::kInterval;
  const double half = std::exp(computed_width / 2);
  check.stated =
      with_decimals(low->value, low->decimals) + " to " + with_decimals(high->value, high->decimals);
  check.computed = with_decimals(stated->value / half, low->decimals) + " to " +
                   with_decimals(stated->value * half, high->decimals);
  check.rule = odds ? "95 % interval of an odds ratio (Woolf)" : "95 % interval of a risk ratio (Katz)";
  check.tolerance = "1.6 times as wide or as narrow";
  check.said = fmt::format("gives the interval {} for {}; the counts give {}.", check.stated, check.inputs,
                           check.computed);
  checks.push_back(std::move(check));
}

void check_number_needed(const Passage& passage, const Comparison& pair, const Quantity& stated,
                         std::vector<FigureCheck>& checks) {
  const auto printed = printed_in(stated.span.of(passage.text), stated.value);
  if (!printed || stated.relation != Relation::kEqual) return;
  const double most = std::max(pair.a.high() - pair.b.low(), pair.b.high() - pair.a.low());
  const double least = std::max({0.0, pair.a.low() - pair.b.high(), pair.b.low() - pair.a.high()});
  if (most <= 0) return;
  // Numbers needed are rounded to the next person, up or down.
  const double low = (100 / most) * (1 - kNumberNeededSlack) - 1;
  const double high =
      least > 0 ? (100 / least) * (1 + kNumberNeededSlack) + 1 : std::numeric_limits<double>::infinity();
  if (stated.value >= low && stated.value <= high) return;
  FigureCheck check = passage.check(FigureCheckKind::kNumberNeeded, {pair.a.span.start, stated.span.end});
  check.inputs = inputs_of(pair);
  check.stated = stated.measure + " " + with_decimals(printed->value, printed->decimals);
  check.computed = with_decimals(200 / (most + least), 1);
  check.rule = "1 / difference of the shares";
  check.tolerance = "rounding of the shares, the next person, and 10 %";
  check.said =
      fmt::format("gives {} for {}; the shares give {}.", check.stated, check.inputs, check.computed);
  checks.push_back(std::move(check));
}

void check_difference(const Passage& passage, const Comparison& pair, std::vector<FigureCheck>& checks) {
  const Quantity* stated = result_after(passage, pair, QuantityKind::kDifference);
  if (stated == nullptr || std::isnan(stated->value) || passage.design.adjusted) return;
  // "14.2% vs 18.5%; ARR, 4.3": in points, where it is named and no share of 1.
  const bool points = stated->unit.empty() && std::fabs(stated->value) >= 1 &&
                      (stated->measure == "ARR" || stated->measure == "RD");
  if (stated->unit != "%" && !points) return;
  if (stated->measure != "RD" && stated->measure != "ARR" && stated->measure != "difference" &&
      stated->measure != "MD")
    return;
  const std::string_view words = stated->span.of(passage.text);
  const auto printed = printed_in(words, stated->value);
  if (!printed || stated->relation != Relation::kEqual || has_broken_number(words)) return;
  const double size = std::fabs(stated->value);
  const double half = printed->unit() / 2;
  const double a = (pair.a.low() + pair.a.high()) / 2;
  const double b = (pair.b.low() + pair.b.high()) / 2;
  const double difference = std::fabs(a - b);
  const double rounding = (pair.a.high() - pair.a.low() + pair.b.high() - pair.b.low()) / 2 + half + 0.05;
  if (std::fabs(size - difference) <= std::max(rounding, printed->unit())) return;
  // Said in relation to either group, the difference would be another, unless it is called absolute.
  const bool absolute = stated->measure == "ARR" || stated->measure == "RD" ||
                        has_phrase(passage.between(stated->span.start, stated->span.end), "absolute");
  for (const double base : {a, b}) {
    if (!absolute && base > 0 && std::fabs(size - 100 * difference / base) <= 100 * rounding / base + half)
      return;
  }
  FigureCheck check = passage.check(FigureCheckKind::kDifference, {pair.a.span.start, stated->span.end});
  check.inputs = inputs_of(pair);
  check.stated = with_decimals(size, printed->decimals) + " %";
  check.computed = with_decimals(difference, printed->decimals + 1) + " %";
  check.rule = "difference of the shares";
  check.tolerance = "rounding of both shares and of the difference";
  check.said = fmt::format("gives a difference of {} for {}; the shares give {}.", check.stated, check.inputs,
                           check.computed);
  checks.push_back(std::move(check));
}

}  // namespace

void check_comparisons(const Passage& passage, std::vector<FigureCheck>& checks) {
  if (passage.design.pooled || is_modelled(passage.lower)) return;
  if (const auto pair = joined_pair(passage)) {
    check_difference(passage, *pair, checks);
    if (can_be_tested(passage, *pair) && !passage.design.dependent && !passage.design.one_sided)
      check_ratio(passage, *pair, checks);
  }
  for (const Comparison& pair : compared_shares(passage)) {
    check_difference(passage, pair, checks);
    const Quantity* needed = result_after(passage, pair, QuantityKind::kRatio);
    if (needed != nullptr && !std::isnan(needed->value) &&
        (needed->measure == "NNT" || needed->measure == "NNH"))
      check_number_needed(passage, pair, *needed, checks);
    if (!can_be_tested(passage, pair) || passage.design.dependent || passage.design.one_sided) continue;
    check_p_value(passage, pair, checks);
    check_ratio(passage, pair, checks);
  }
}

}  // namespace attest::figures
