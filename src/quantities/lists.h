// Private to quantities: what the members of a list have in common.
#pragma once

#include <vector>

#include "quantities/reader.h"

namespace attest::quantities {

// A quantity and its lexemes, from `first` up to `end`.
struct PlacedQuantity {
  Quantity quantity;
  size_t first = 0;
  size_t end = 0;
};

// Gives members of a list the kind and unit that is written at another member. `found` in the order of the
// text.
void carry_along_lists(const Reader& reader, std::vector<PlacedQuantity>& found);

}  // namespace attest::quantities
