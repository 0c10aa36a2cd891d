// "A 26% reduction (RR 0.74)", "RRR 62%; RR 0.38": a relative change in per cent is the distance of its own
// ratio from 1.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/affix.h"
#include "base/ascii.h"
#include "figures/checks.h"
#include "figures/printed_interval.h"
#include "figures/tolerances.h"
#include "text/phrases.h"

namespace attest::figures {

namespace {

enum class RelativeWay : uint8_t { kNone, kDown, kUp };

RelativeWay way_of_words(std::string_view lower) {
  static constexpr std::string_view kDown[] = {"reduction*", "reduced",    "reduces", "lower*",  "decrease*",
                                               "less",       "fewer",      "decline", "rrr",     "reducing",
                                               "protection", "decreasing", "smaller", "lowering"};
  static constexpr std::string_view kUp[] = {"increase*", "higher", "greater",    "more",
                                             "excess",    "rri",    "increasing", "elevat*"};
  const bool down = has_any_phrase(lower, kDown);
  const bool up = has_any_phrase(lower, kUp);
  return down == up ? RelativeWay::kNone : down ? RelativeWay::kDown : RelativeWay::kUp;
}

// Not a relative change of this ratio: one of rates, of points, of a part of the people, up to a bound.
bool is_change_of_another_kind(std::string_view lower) {
  static constexpr std::string_view kOther[] = {
      "absolute", "point*",   "versus",    "vs",         "v",        "respectively", "from",   "compared",
      "and",      "while",    "than",      "whereas",    "mean",     "median",       "weight", "level*",
      "ci",       "interval", "attribut*", "per",        "explain*", "each",         "unit*",  "increment*",
      "but",      "of",       "had",       "unadjusted", "adjusted", "dose",         "every",  "not",
      "or more",  "or less",  "defined",   "at least"};
  return has_any_phrase(lower, kOther);
}

bool is_bare_percent(const Passage& passage, const Quantity& one) {
  const bool kind = one.kind == QuantityKind::kPercentage ||
                    (one.kind == QuantityKind::kDifference && one.measure == "RRR");
  return kind && one.relation == Relation::kEqual && !std::isnan(one.value) && std::isnan(one.low) &&
         one.value > 0 && !has_broken_number(one.span.of(passage.text)) &&
         !passage.breaks_number(one.span.start) && !goes_on_from_before(passage, one.span.start);
}

// The way that the words about a percentage name, when nothing but them stands between it and its ratio.
RelativeWay way_before_ratio(const Passage& passage, const Quantity& percent, const Quantity& ratio) {
  const std::string_view gap = passage.between(percent.span.end, ratio.span.start);
  const std::string_view own = passage.between(percent.span.start, percent.span.end);
  constexpr size_t kLeadMax = 30;
  const size_t start = percent.span.start > kLeadMax ? percent.span.start - kLeadMax : 0;
  std::string_view lead = passage.between(start, percent.span.start);
  const size_t border = lead.find_last_of(",;.([%");
  if (border != std::string_view::npos) lead.remove_prefix(border + 1);
  static constexpr std::string_view kSigns[] = {"; ", ", ", " (", "), "};
  const bool beside = std::find(std::begin(kSigns), std::end(kSigns), gap) != std::end(kSigns);
  const bool named = has_phrase(own, "rrr") || lead.ends_with("rri ") || lead.ends_with("rrr ");
  if (beside && named) return has_phrase(lead, "rri") ? RelativeWay::kUp : RelativeWay::kDown;
  constexpr size_t kGapMax = 60;
  const size_t open = gap.find_first_of("([");
  if (gap.size() > kGapMax || open == std::string_view::npos || open + 1 != gap.size() ||
      gap.find_first_of(";.,") != std::string_view::npos)
    return RelativeWay::kNone;
  std::string_view behind = gap.substr(0, open);
  // "|26%| reduction in risk (", "reduced the risk by |26%| ("
  const bool by = lead.ends_with("by ") || lead.ends_with("of ");
  if (by) lead.remove_suffix(3);
  static constexpr std::string_view kRisk[] = {"risk*",     "odds", "hazard*", "likel*", "incidence",
                                               "mortality", "rate", "rates",   "death*"};
  const std::string said = std::string(lead) + " " + std::string(behind);
  if (is_change_of_another_kind(lead)) return RelativeWay::kNone;
  const bool behind_other =
      is_change_of_another_kind(behind) && !behind.starts_with(" reduction of") &&
      !behind.starts_with(" reduced risk of") && !behind.starts_with(" lower risk of") &&
      !behind.starts_with(" increased risk of") && !behind.starts_with(" higher risk of");
  if (behind_other) return RelativeWay::kNone;
  const RelativeWay way = way_of_words(said);
  return by || has_any_phrase(said, kRisk) || way_of_words(behind) != RelativeWay::kNone ? way
                                                                                         : RelativeWay::kNone;
}

// "RR 0.74 (95% CI 0.60 to 0.91), a |26%| reduction".
RelativeWay way_after_ratio(const Passage& passage, const Quantity& ratio, const Quantity& percent) {
  std::string_view gap = passage.between(ratio.span.end, percent.span.start);
  constexpr size_t kSeen = 40;
  const size_t end = std::min(passage.lower.size(), percent.span.end + kSeen);
  std::string_view behind = passage.between(percent.span.end, end);
  behind = behind.substr(0, behind.find_first_of(",;.()[]"));
  static constexpr std::string_view kOpen[] = {")", "]", ",", ";", " "};
  for (const std::string_view sign : kOpen) {
    if (gap.starts_with(sign)) gap.remove_prefix(1);
  }
  while (gap.starts_with(' ')) gap.remove_prefix(1);
  static constexpr std::string_view kLeads[] = {"a ",
                                                "an ",
                                                "or a ",
                                                "ie, a ",
                                                "i.e. ",
                                                "i.e., a ",
                                                "representing a ",
                                                "corresponding to a ",
                                                "indicating a ",
                                                "that is, a ",
                                                "translating to a ",
                                                "rrr ",
                                                "rrr, "};
  const bool led = std::find(std::begin(kLeads), std::end(kLeads), gap) != std::end(kLeads);
  const std::string_view own = passage.between(percent.span.start, percent.span.end);
  if (has_phrase(own, "rrr") && gap.empty()) return RelativeWay::kDown;
  if (gap == "rrr " || gap == "rrr, ") return RelativeWay::kDown;
  static constexpr std::string_view kNames[] = {" reduction",      " relative", " lower",
                                                " decrease",       " increase", " higher",
                                                " risk reduction", " reduced",  " increased"};
  const bool named = starts_with_one_of(behind, kNames);
  if (!led || !named || has_phrase(behind, "absolute") || has_phrase(behind, "than"))
    return RelativeWay::kNone;
  return way_of_words(behind);
}

void check_change_beside(const Passage& passage, size_t index, std::vector<FigureCheck>& checks) {
  const bool first = is_relative(passage.quantities[index + 1]);
  const Quantity& percent = passage.quantities[first ? index : index + 1];
  const Quantity& ratio = passage.quantities[first ? index + 1 : index];
  if (!is_bare_percent(passage, percent) || !is_relative(ratio) || ratio.relation != Relation::kEqual ||
      std::isnan(ratio.value) || ratio.value <= 0)
    return;
  // The percentage may lead the next ratio: "(RR 0.80), a 31% lower risk (RR 0.69)".
  constexpr size_t kNextWithin = 120;
  for (size_t i = index + 2; !first && i < passage.quantities.size(); ++i) {
    const Quantity& next = passage.quantities[i];
    if (is_relative(next) && next.span.start < percent.span.end + kNextWithin) return;
  }
  const RelativeWay way =
      first ? way_before_ratio(passage, percent, ratio) : way_after_ratio(passage, ratio, percent);
  if (way == RelativeWay::kNone) return;
  const auto stated = printed_in(percent.span.of(passage.text), percent.value);
  const std::string_view words = ratio.span.of(passage.text);
  const auto printed = printed_in(words, ratio.value);
  if (!stated || !printed || has_broken_number(words) || printed->decimals == 0) return;
  constexpr double kAll = 100;
  const double sign = way == RelativeWay::kDown ? -1 : 1;
  const double low = 1 + sign * stated->value / kAll - (stated->unit() / 2 + kRelativeChangePoints) / kAll;
  const double high = 1 + sign * stated->value / kAll + (stated->unit() / 2 + kRelativeChangePoints) / kAll;
  const auto within = [&](double least, double most) { return most >= low && least <= high; };
  // The ratio, or the one of the groups the other way round.
  if (within(printed->low(), printed->high()) || within(1 / printed->high(), 1 / printed->low())) return;
  // "A 26% risk (RR 0.74)" of what is left, and a change said of the other group.
  const double rest = stated->value / kAll;
  if (std::fabs(printed->value - rest) <= kRelativeChangePoints / kAll + printed->unit()) return;
  const double of_other = kAll * std::fabs(1 - 1 / printed->value);
  if (std::fabs(of_other - stated->value) <= kRelativeChangePoints + stated->unit()) return;
  FigureCheck check = passage.check(FigureCheckKind::kRatio, {std::min(percent.span.start, ratio.span.start),
                                                              std::max(percent.span.end, ratio.span.end)});
  check.stated = with_decimals(stated->value, stated->decimals) + " %";
  check.inputs = named(ratio, *printed);
  check.computed =
      with_decimals(kAll * std::fabs(printed->value - 1), std::max(0, printed->decimals - 2)) + " %";
  check.rule = "distance of the ratio from 1";
  check.tolerance = "rounding of both, and 2 points";
  check.said = fmt::format("gives a relative change of {} beside {}, which is one of {}.", check.stated,
                           check.inputs, check.computed);
  checks.push_back(std::move(check));
}

}  // namespace

void check_relative_changes(const Passage& passage, std::vector<FigureCheck>& checks) {
  for (size_t i = 0; i + 1 < passage.quantities.size(); ++i) check_change_beside(passage, i, checks);
}

}  // namespace attest::figures
