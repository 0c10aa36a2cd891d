// Private to quantities: numbers before a unit, as doses and times share them.
#pragma once

#include <optional>
#include <vector>

#include "quantities/reader.h"

namespace attest::quantities {

// One value or two bounds; the other fields are kNotStated.
struct Amount {
  double value = kNotStated;
  double low = kNotStated;
  double high = kNotStated;
  size_t end = 0;  // lexeme after it
  bool spelled = false;

  Quantity quantity(const Reader& reader, QuantityKind kind, size_t first, size_t last_end) const;
};

// "100", "10–20", "6- to 15", "4 1/2".
std::optional<Amount> amount_at(const Reader& reader, size_t at);

// "3, 6 and 12 months", "20 or 40 mg": numbers that share the unit behind the last.
struct ListedNumbers {
  std::vector<size_t> numbers;  // lexemes, two or more
  UnitSpan unit;
  bool joined = false;  // by a conjunction, not by commas alone
};
std::optional<ListedNumbers> listed_numbers_at(const Reader& reader, size_t at);

}  // namespace attest::quantities
