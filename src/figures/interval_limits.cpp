// An interval's limits in the wrong order. Only of what cannot be below nothing: of a change or a difference
// the limits are often given by their size, whatever their sign.
#include <cmath>

#include <fmt/format.h>

#include "base/ascii.h"
#include "figures/printed_interval.h"
#include "text/phrases.h"

namespace attest::figures {

namespace {

bool is_never_negative(const Quantity& quantity) {
  return is_relative(quantity) || quantity.kind == QuantityKind::kPercentage ||
         quantity.kind == QuantityKind::kAccuracy || quantity.kind == QuantityKind::kProportion;
}

// "(95% CI " and nothing else.
bool names_interval(std::string_view lower) {
  constexpr size_t kMax = 34;
  static constexpr std::string_view kNames[] = {"ci", "cis", "confidence interval*", "confidence limits"};
  if (lower.size() > kMax || !has_any_phrase(lower, kNames)) return false;
  // A sign before the first limit, apart from its number.
  for (const std::string_view sign : {"-", "\xE2\x88\x92", "\xE2\x80\x93"}) {
    if (lower.find(sign) != std::string_view::npos) return false;
  }
  static constexpr std::string_view kOther[] = {"difference", "and", "p", "versus", "v", "vs", "reduction"};
  return !has_any_phrase(lower, kOther);
}

bool is_to(std::string_view lower) {
  while (lower.starts_with(' ') || lower.starts_with('%')) lower.remove_prefix(1);
  while (lower.ends_with(' ')) lower.remove_suffix(1);
  return lower == "to" || lower == "-" || lower == "\xE2\x80\x93" || lower == "," || lower == "and";
}

}  // namespace

void check_limits(const Passage& passage, size_t index, std::vector<FigureCheck>& checks) {
  const std::vector<Quantity>& quantities = passage.quantities;
  if (index + 2 >= quantities.size()) return;
  const Quantity& quantity = quantities[index];
  const Quantity& first = quantities[index + 1];
  const Quantity& second = quantities[index + 2];
  const auto is_limit = [](const Quantity& one) {
    return (one.kind == QuantityKind::kNumber || one.kind == QuantityKind::kPercentage) &&
           one.relation == Relation::kEqual && std::isnan(one.low) && one.value > 0;
  };
  if (!is_never_negative(quantity) || !std::isnan(quantity.low) || std::isnan(quantity.value) ||
      !is_limit(first) || !is_limit(second) || first.value <= second.value)
    return;
  if (!names_interval(passage.between(quantity.span.end, first.span.start)) ||
      !is_to(passage.between(first.span.end, second.span.start)))
    return;
  // Only where nothing but the order is amiss: otherwise a figure may have been read in part.
  const std::string_view words = passage.between(first.span.start, second.span.end + 1);
  if (has_broken_number(words) || quantity.value < second.value || quantity.value > first.value) return;
  const auto low = printed_in(first.span.of(passage.text), first.value);
  const auto high = printed_in(second.span.of(passage.text), second.value);
  if (!low || !high) return;
  FigureCheck check = passage.check(FigureCheckKind::kInterval, {quantity.span.start, second.span.end});
  check.stated =
      with_decimals(low->value, low->decimals) + " to " + with_decimals(high->value, high->decimals);
  check.computed =
      with_decimals(high->value, high->decimals) + " to " + with_decimals(low->value, low->decimals);
  check.inputs = check.stated;
  check.rule = "the lower limit of an interval before the upper one";
  check.tolerance = "none";
  check.said = fmt::format("gives the limits of an interval in the wrong order, {}.", check.stated);
  checks.push_back(std::move(check));
}

}  // namespace attest::figures
