// "Fell from 20 to 10 (a 30% decrease)": a change in per cent against the values before and after.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/ascii.h"
#include "figures/checks.h"
#include "figures/tolerances.h"
#include "text/phrases.h"

namespace attest::figures {

namespace {

bool is_plain_value(const Passage& passage, const Quantity& quantity) {
  const bool kind = quantity.kind == QuantityKind::kNumber || quantity.kind == QuantityKind::kPercentage ||
                    quantity.kind == QuantityKind::kMean || quantity.kind == QuantityKind::kCount ||
                    quantity.kind == QuantityKind::kDuration;
  return kind && quantity.relation == Relation::kEqual && !std::isnan(quantity.value) && quantity.value > 0 &&
         std::isnan(quantity.low) && !has_broken_number(quantity.span.of(passage.text)) &&
         !passage.breaks_number(quantity.span.start);
}

bool is_year(double value) { return value >= 1900 && value <= 2100 && value == std::floor(value); }

// Values of a mean, a fit or a time are not those that a mean of single changes came from.
bool is_computed_from_others(std::string_view lower) {
  static constexpr std::string_view kOther[] = {"median*",
                                                "average*",
                                                "mean reduction*",
                                                "mean decrease*",
                                                "mean increase*",
                                                "mean change*",
                                                "mean percent*",
                                                "annual*",
                                                "per year",
                                                "point*",
                                                "absolute",
                                                "adjusted",
                                                "log",
                                                "log10",
                                                "estimated",
                                                "relative risk",
                                                "odds",
                                                "hazard",
                                                "respectively",
                                                "range*",
                                                "ranging",
                                                "ranged",
                                                "percentile*",
                                                "age*",
                                                "aged",
                                                "between",
                                                "score of",
                                                "ci",
                                                "placebo",
                                                "difference"};
  return has_any_phrase(lower, kOther);
}

enum class Direction : uint8_t { kNone, kDown, kUp, kAny };

Direction direction_of(std::string_view lower) {
  static constexpr std::string_view kDown[] = {
      "reduction*", "decrease*", "drop",    "dropped", "fall",     "fell",
      "decline*",   "reduced",   "lower",   "loss",    "less",     "fewer",
      "decreasing", "shortened", "lowered", "reduces", "decreases"};
  static constexpr std::string_view kUp[] = {"increase*", "rise",       "rose",   "gain",
                                             "higher",    "increasing", "more",   "growth",
                                             "greater",   "prolonged",  "raised", "extended"};
  static constexpr std::string_view kAny[] = {"change", "improvement", "improved"};
  const bool down = has_any_phrase(lower, kDown);
  const bool up = has_any_phrase(lower, kUp);
  if (down != up) return down ? Direction::kDown : Direction::kUp;
  return !down && has_any_phrase(lower, kAny) ? Direction::kAny : Direction::kNone;
}

// Words between two values of one thing: units, brackets without other figures.
bool joins_values(std::string_view between) {
  constexpr size_t kMax = 24;
  return between.size() <= kMax && between.ends_with(" to ") &&
         between.find_first_of(".;:,(") == std::string_view::npos && !has_phrase(between, "and") &&
         !has_phrase(between, "from");
}

// "from |2048 (95% CI 1458 to 2762)| thousands in 1990 to |3880 (95% CI 2766 to 5232)|".
bool joins_years(std::string_view between) {
  constexpr size_t kMax = 40;
  const size_t in = between.find(" in ");
  if (between.size() > kMax || !between.ends_with(" to ") || in == std::string_view::npos) return false;
  const std::string_view year = between.substr(in + 4, between.size() - in - 8);
  const bool digits = year.size() == 4 && std::all_of(year.begin(), year.end(), is_digit);
  return digits && (year.starts_with("19") || year.starts_with("20")) &&
         between.substr(0, in).find_first_of(".;:,(0123456789") == std::string_view::npos;
}

// A value with its interval, as the others of a series have theirs.
bool is_estimated_value(const Passage& passage, const Quantity& quantity) {
  Quantity bare = quantity;
  bare.low = kNotStated;
  return !std::isnan(quantity.low) && !std::isnan(quantity.high) && is_plain_value(passage, bare);
}

void report_change(const Passage& passage, const Quantity& before, const Quantity& after,
                   const Quantity& change, Direction direction, std::vector<FigureCheck>& checks) {
  const auto x = printed_in(before.span.of(passage.text), before.value);
  const auto y = printed_in(after.span.of(passage.text), after.value);
  const auto z = printed_in(change.span.of(passage.text), std::fabs(change.value));
  if (!x || !y || !z || x->low() <= 0 || y->low() <= 0 || x->value == y->value) return;
  if (is_year(x->value) && is_year(y->value)) return;
  const bool up = y->value > x->value;
  const auto percent = [](double from, double to) { return 100 * std::fabs(to - from) / from; };
  const double middle = percent(x->value, y->value);
  const double one = percent(x->low(), y->high());
  const double other = percent(x->high(), y->low());
  const double slack = std::max(kChangeSlackPoints, kChangeSlack * middle);
  const double least = std::min({one, other, middle}) - slack;
  const double most = std::max({one, other, middle}) + slack;
  const bool same_way = direction == Direction::kAny || (direction == Direction::kUp) == up;
  if (z->high() >= least && z->low() <= most) return;
  if (!same_way) return;
  // In points of a percentage, or of the later value.
  const double points = std::fabs(y->value - x->value);
  if (std::fabs(points - z->value) <= x->unit() + z->unit()) return;
  const double of_later = 100 * points / y->value;
  if (std::fabs(of_later - z->value) <= 1) return;
  FigureCheck check = passage.check(FigureCheckKind::kChange, {std::min(before.span.start, change.span.start),
                                                               std::max(after.span.end, change.span.end)});
  check.inputs =
      fmt::format("{} to {}", with_decimals(x->value, x->decimals), with_decimals(y->value, y->decimals));
  check.stated = with_decimals(z->value, z->decimals) + " %";
  check.computed = with_decimals(middle, z->decimals + 1) + " %";
  check.rule = "change / first value";
  check.tolerance = "rounding of the values, and 2 points or a fifth of the change";
  check.said = fmt::format("gives a change of {} from {}; the values give {}.", check.stated, check.inputs,
                           check.computed);
  checks.push_back(std::move(check));
}

// The change that follows the two values or leads them: "a 30% decrease", "fell by 30% from 20 to 10".
void check_values(const Passage& passage, size_t index, std::vector<FigureCheck>& checks) {
  const std::vector<Quantity>& quantities = passage.quantities;
  const Quantity& before = quantities[index];
  const Quantity& after = quantities[index + 1];
  const std::string_view between = passage.between(before.span.end, after.span.start);
  const bool plain =
      is_plain_value(passage, before) && is_plain_value(passage, after) && joins_values(between);
  const bool of_years =
      is_estimated_value(passage, before) && is_estimated_value(passage, after) && joins_years(between);
  if (!passage.between(0, before.span.start).ends_with("from ") || (!plain && !of_years)) return;
  const auto is_change = [](const Quantity& one) {
    return one.kind == QuantityKind::kPercentage && std::isnan(one.low) && !std::isnan(one.value) &&
           one.relation == Relation::kEqual;
  };
  constexpr size_t kApartMax = 44;
  constexpr size_t kSeen = 24;
  if (index + 2 < quantities.size() && is_change(quantities[index + 2])) {
    const Quantity& change = quantities[index + 2];
    const std::string_view lead = passage.between(after.span.end, change.span.start);
    size_t end = std::min(passage.lower.size(), change.span.end + kSeen);
    end = std::min(end, passage.lower.find_first_of(").;,", change.span.end));
    const std::string_view tail = passage.between(change.span.end, end);
    const std::string said = std::string(lead) + " " + std::string(tail);
    const bool apart = lead.size() > kApartMax || lead.find(". ") != std::string_view::npos ||
                       lead.find(';') != std::string_view::npos || has_phrase(lead, "and") ||
                       has_phrase(lead, "while") || has_phrase(lead, "to") || has_phrase(lead, "in") ||
                       has_phrase(tail, "in") || has_phrase(tail, "to");
    // "reduced it from 24.6 to 17.9 mm Hg (27%)": alone in its bracket, and a verb of change before.
    if (lead == " (" && passage.text.substr(change.span.end, 1) == ")") {
      constexpr size_t kVerbSeen = 70;
      const size_t start = before.span.start > kVerbSeen ? before.span.start - kVerbSeen : 0;
      std::string_view verb = passage.between(start, before.span.start);
      const size_t border = verb.find_last_of(";:)");
      if (border != std::string_view::npos) verb.remove_prefix(border + 1);
      const bool share = before.kind == QuantityKind::kCount || before.unit == "%" || after.unit == "%";
      if (direction_of(verb) != Direction::kNone && !share && !is_computed_from_others(verb))
        report_change(passage, before, after, change, direction_of(verb), checks);
      return;
    }
    if (!apart && lead.find_first_of("(,[") != std::string_view::npos && !is_computed_from_others(said)) {
      Direction direction = direction_of(said);
      if (direction != Direction::kNone) report_change(passage, before, after, change, direction, checks);
    }
  }
  if (index > 0 && is_change(quantities[index - 1])) {
    const Quantity& change = quantities[index - 1];
    const std::string_view lead = passage.between(change.span.end, before.span.start);
    constexpr size_t kVerbMax = 64;
    const size_t start = change.span.start > kVerbMax ? change.span.start - kVerbMax : 0;
    const std::string_view said = passage.between(start, change.span.start);
    const bool joined = lead == " from " || lead == ", from " || lead == " (from ";
    if (joined && said.ends_with("by ") && !is_computed_from_others(said) &&
        direction_of(said) != Direction::kNone)
      report_change(passage, before, after, change, direction_of(said), checks);
  }
}

}  // namespace

void check_changes(const Passage& passage, std::vector<FigureCheck>& checks) {
  if (is_modelled(passage.lower)) return;
  for (size_t i = 0; i + 1 < passage.quantities.size(); ++i) check_values(passage, i, checks);
}

}  // namespace attest::figures
