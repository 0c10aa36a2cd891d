#include "figures/printed_interval.h"

#include <cmath>

namespace attest::figures {

std::string PrintedInterval::bounds() const {
  return with_decimals(low.value, low.decimals) + " to " + with_decimals(high.value, high.decimals);
}

std::optional<PrintedInterval> printed_interval(const Passage& passage, const Quantity& quantity) {
  const std::string_view words = quantity.span.of(passage.text);
  if (std::isnan(quantity.value) || std::isnan(quantity.low) || std::isnan(quantity.high) ||
      quantity.relation != Relation::kEqual || has_broken_number(words) ||
      passage.breaks_number(quantity.span.start))
    return std::nullopt;
  const auto value = printed_in(words, quantity.value);
  if (!value) return std::nullopt;
  const auto low = printed_in(words, quantity.low, value->end);
  const auto high = low ? printed_in(words, quantity.high, low->end) : std::nullopt;
  // What goes on after it with digits was not read to its end.
  constexpr size_t kSeen = 2;
  const std::string_view after = passage.between(quantity.span.end, quantity.span.end + kSeen);
  if (!high || after.find('.') == 0 || after.find('/') == 0) return std::nullopt;
  return PrintedInterval{*value, *low, *high};
}

bool is_relative(const Quantity& quantity) {
  return quantity.kind == QuantityKind::kRatio &&
         (quantity.measure == "OR" || quantity.measure == "RR" || quantity.measure == "HR" ||
          quantity.measure == "IRR" || quantity.measure == "rate ratio" ||
          quantity.measure == "prevalence ratio");
}

std::string named(const Quantity& quantity, const Printed& value) {
  const std::string number = with_decimals(value.value, value.decimals);
  return quantity.measure.empty() || quantity.measure == "difference" ? number
                                                                      : quantity.measure + " " + number;
}

}  // namespace attest::figures
