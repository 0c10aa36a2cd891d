// For the tests of quantities: what was read, in one line.
#pragma once

#include <cmath>
#include <sstream>
#include <string>
#include <string_view>

#include "quantities/quantities.h"

namespace attest::test {

// Each quantity: kind and what it holds, with "; " between.
inline std::string described(std::string_view text) {
  std::ostringstream out;
  for (const Quantity& quantity : find_quantities(text)) {
    if (out.tellp() > 0) out << "; ";
    out << quantity_kind_name(quantity.kind);
    if (!quantity.measure.empty()) out << ' ' << quantity.measure;
    constexpr const char* kRelations[] = {"", " <", " <=", " >", " >=", " ~"};
    out << kRelations[static_cast<int>(quantity.relation)];
    if (!std::isnan(quantity.value)) out << ' ' << quantity.value;
    if (!std::isnan(quantity.numerator)) out << " parts " << quantity.numerator;
    if (!std::isnan(quantity.denominator)) out << '/' << quantity.denominator;
    if (!std::isnan(quantity.deviation)) out << " sd " << quantity.deviation;
    if (!std::isnan(quantity.low)) out << " [" << quantity.low << ',' << quantity.high << ']';
    if (!std::isnan(quantity.confidence)) out << " ci " << quantity.confidence;
    if (!quantity.unit.empty()) out << ' ' << quantity.unit;
    if (!quantity.detail.empty()) out << " (" << quantity.detail << ')';
    if (quantity.follow_up) out << " follow-up";
  }
  return out.str();
}

struct Case {
  const char* text;
  const char* expected;
};

}  // namespace attest::test
