// Numbers that a plain space parts: "59. 2%" in old records, "12 345 patients".
#pragma once

#include <cstddef>
#include <string_view>

namespace attest {

// Whether the full stop at `stop` and the space behind it are the decimal point of a number. What follows its
// digits tells: a per-cent sign, a bound, a unit, a closing bracket. A number that opens the text or a line
// is that of a list.
bool is_spaced_decimal(std::string_view text, size_t stop);

// The end of a number that plain spaces part into thousands; `start` and `end` are those of its first digits,
// one to three of them. `end` where it is none: labels ("week 1 600 kJ"), doses, and what no noun follows.
size_t spaced_thousands_end(std::string_view text, size_t start, size_t end);

}  // namespace attest
