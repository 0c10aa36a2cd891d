// Amounts of a change: "fell from 7.2 to 3.4", "rose by 12 mmHg".
#pragma once

#include <cstdint>
#include <string_view>

#include "quantities/quantities.h"

namespace attest {

enum class ChangePart : uint8_t { kNone, kFrom, kTo, kBy };

// Which part of a change `quantity`, a plain number or percentage, is; spans are relative to `lower`, the
// sentence in small letters. A verb of change must stand before it in its clause.
ChangePart change_part(std::string_view lower, const Quantity& quantity);

}  // namespace attest
