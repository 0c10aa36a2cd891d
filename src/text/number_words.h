// Numbers in words.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace attest {

// The place of each is its value.
inline constexpr std::array<std::string_view, 21> kNumberWords = {
    "zero",     "one",     "two",     "three",     "four",     "five",     "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};
inline constexpr std::array<std::string_view, 9> kTens = {"twenty", "thirty",  "forty",  "fourty", "fifty",
                                                          "sixty",  "seventy", "eighty", "ninety"};

// 0 to 20, 30, 40 … 90; `word` in small letters.
std::optional<int> value_of_number_word(std::string_view word);

}  // namespace attest
