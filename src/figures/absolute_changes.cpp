// "Fell from 140 to 128 mm Hg (a fall of 15 mm Hg)": a change in the unit of the values it lies between.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/one_of.h"
#include "figures/checks.h"
#include "figures/tolerances.h"
#include "text/phrases.h"

namespace attest::figures {

namespace {

bool is_sound_value(const Passage& passage, const Quantity& quantity) {
  const bool kind = quantity.kind == QuantityKind::kNumber || quantity.kind == QuantityKind::kPercentage ||
                    quantity.kind == QuantityKind::kMean || quantity.kind == QuantityKind::kDifference;
  return kind && quantity.relation == Relation::kEqual && !std::isnan(quantity.value) &&
         quantity.measure != "age" && !has_broken_number(quantity.span.of(passage.text)) &&
         !passage.breaks_number(quantity.span.start);
}

// A change of medians, of logarithms, of those who came back, or in per cent of the first value.
bool is_change_of_others(std::string_view lower) {
  static constexpr std::string_view kOther[] = {
      "median*",   "log",       "log10",    "adjusted", "per year",     "annual*",
      "relative",  "ratio",     "range*",   "ranging",  "ranged",       "respectively",
      "between",   "more than", "at least", "placebo",  "estimated",    "percentile*",
      "least",     "less than", "fold",     "times",    "corrected",    "baseline-adjusted",
      "geometric", "up to",     "over",     "about",    "approximately"};
  return has_any_phrase(lower, kOther);
}

bool names_change(std::string_view words) {
  static constexpr std::string_view kChanges[] = {"fall",    "decrease", "reduction",   "drop",
                                                  "decline", "increase", "rise",        "gain",
                                                  "loss",    "change",   "improvement", "difference"};
  return has_any_phrase(words, kChanges);
}

// "|140| to |128 mm Hg|": the unit stands once or twice.
bool is_pair(const Passage& passage, const Quantity& before, const Quantity& after) {
  constexpr size_t kApartMax = 24;
  const std::string_view gap = passage.between(before.span.end, after.span.start);
  static constexpr std::string_view kNoPair[] = {"and", "from", "in", "at"};
  return is_sound_value(passage, before) && is_sound_value(passage, after) && gap.size() <= kApartMax &&
         gap.ends_with(" to ") && gap.find_first_of(".;:,(") == std::string_view::npos &&
         !has_any_phrase(gap, kNoPair) && passage.between(0, before.span.start).ends_with("from ");
}

bool same_unit(const Passage& passage, const Quantity& one, const Quantity& other) {
  const auto percent = [&passage](const Quantity& quantity) {
    return quantity.unit == "%" || quantity.span.of(passage.text).find('%') != std::string_view::npos;
  };
  if (percent(one) || percent(other)) return false;  // in points, or of the first value
  static constexpr std::string_view kScores[] = {"", "point", "points"};
  return one.unit == other.unit || (is_one_of(one.unit, kScores) && is_one_of(other.unit, kScores));
}

void report(const Passage& passage, const Quantity& before, const Quantity& after, const Quantity& change,
            std::vector<FigureCheck>& checks) {
  const auto x = printed_in(before.span.of(passage.text), std::fabs(before.value));
  const auto y = printed_in(after.span.of(passage.text), std::fabs(after.value));
  const auto z = printed_in(change.span.of(passage.text), std::fabs(change.value));
  if (!x || !y || !z || z->value == 0) return;
  const double computed = std::fabs(after.value - before.value);
  const double rounding = (x->unit() + y->unit() + z->unit()) / 2 + 1e-9;
  const double size = std::fabs(change.value);
  if (std::fabs(size - computed) <= rounding + kMeanDifferenceSlack * computed) return;
  // Of what is not told in a unit, it may be the change in per cent.
  const double percent = 100 * computed / std::max(1e-9, std::fabs(before.value));
  if (change.unit.empty() && std::fabs(percent - size) <= kChangeSlackPoints) return;
  FigureCheck check = passage.check(FigureCheckKind::kChange, {std::min(before.span.start, change.span.start),
                                                               std::max(after.span.end, change.span.end)});
  check.inputs = fmt::format("{} to {}", with_decimals(before.value, x->decimals),
                             with_decimals(after.value, y->decimals));
  check.stated = with_decimals(size, z->decimals);
  check.computed = with_decimals(computed, std::max(x->decimals, y->decimals));
  check.rule = "last value less the first";
  check.tolerance = "rounding and 10 %";
  check.said = fmt::format("gives a change of {} from {}; the values give {}.", check.stated, check.inputs,
                           check.computed);
  checks.push_back(std::move(check));
}

// "(a fall of |15 mm Hg|)", ", an increase of |6.7 points|" behind the values.
bool follows(const Passage& passage, const Quantity& after, const Quantity& change) {
  constexpr size_t kApartMax = 48;
  const std::string_view lead = passage.between(after.span.end, change.span.start);
  const size_t end = passage.lower.find_first_of(".;,)", change.span.end);
  const std::string_view tail =
      passage.between(change.span.end, std::min({passage.lower.size(), end, change.span.end + size_t{24}}));
  const std::string own(passage.between(change.span.start, change.span.end));
  const bool opens = lead.starts_with(" (") || lead.starts_with(", ") || lead.starts_with(" [");
  const std::string said = std::string(lead) + own;
  static constexpr std::string_view kOf[] = {"with", "in", "to", "and", "vs", "versus", "v", "ci"};
  return opens && lead.size() <= kApartMax && names_change(said) && !is_change_of_others(said) &&
         lead.find('=') == lead.npos && !has_any_phrase(lead, kOf) && !has_any_phrase(tail, kOf) &&
         lead.find(". ") == lead.npos && lead.find(';') == lead.npos;
}

// "decreased by |4.5 kg|, from 92.3 to 87.8 kg".
bool leads_pair(const Passage& passage, const Quantity& change, const Quantity& before) {
  static constexpr std::string_view kLeads[] = {" from ", ", from ", " (from ", " [from "};
  static constexpr std::string_view kBy[] = {"by", "of"};
  constexpr size_t kSeen = 40;
  const size_t start = change.span.start > kSeen ? change.span.start - kSeen : 0;
  const std::string_view said = passage.between(start, change.span.start);
  return is_one_of(passage.between(change.span.end, before.span.start), kLeads) &&
         (said.ends_with(" by ") || (said.ends_with(" of ") && names_change(said))) &&
         has_any_phrase(said, kBy) && !is_change_of_others(said);
}

}  // namespace

void check_absolute_changes(const Passage& passage, std::vector<FigureCheck>& checks) {
  if (is_modelled(passage.lower)) return;
  const std::vector<Quantity>& quantities = passage.quantities;
  for (size_t i = 0; i + 1 < quantities.size(); ++i) {
    const Quantity& before = quantities[i];
    const Quantity& after = quantities[i + 1];
    if (!is_pair(passage, before, after)) continue;
    if (i + 2 < quantities.size() && is_sound_value(passage, quantities[i + 2]) &&
        same_unit(passage, after, quantities[i + 2]) && follows(passage, after, quantities[i + 2]))
      report(passage, before, after, quantities[i + 2], checks);
    if (i > 0 && is_sound_value(passage, quantities[i - 1]) && same_unit(passage, after, quantities[i - 1]) &&
        leads_pair(passage, quantities[i - 1], before))
      report(passage, before, after, quantities[i - 1], checks);
  }
}

}  // namespace attest::figures
