// Names of months.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace attest {

inline constexpr std::array<std::string_view, 12> kMonthNames = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

// 1 to 12 for a whole name, its first three letters or "sept", in any case; 0 for any other word.
uint8_t month_named(std::string_view word);

}  // namespace attest
