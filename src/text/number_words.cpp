#include "text/number_words.h"

#include <algorithm>

namespace attest {

std::optional<int> value_of_number_word(std::string_view word) {
  const auto* const small = std::find(kNumberWords.begin(), kNumberWords.end(), word);
  if (small != kNumberWords.end()) return static_cast<int>(small - kNumberWords.begin());
  const auto* const tens = std::find(kTens.begin(), kTens.end(), word);
  if (tens == kTens.end()) return std::nullopt;
  constexpr int kForties = 2;  // "fourty" stands behind "forty" and has its value
  const auto place = static_cast<int>(tens - kTens.begin());
  return 10 * (place > kForties ? place + 1 : place + 2);
}

}  // namespace attest
