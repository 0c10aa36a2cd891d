#include "text/month_names.h"

#include <string>

#include "base/ascii.h"

namespace attest {

uint8_t month_named(std::string_view word) {
  constexpr size_t kShortBytes = 3;
  constexpr uint8_t kSeptember = 9;
  const std::string lower = lower_ascii(word);
  if (lower == "sept") return kSeptember;
  for (size_t month = 0; month < kMonthNames.size(); ++month) {
    const std::string_view name = kMonthNames[month];
    if (lower == name || lower == name.substr(0, kShortBytes)) return static_cast<uint8_t>(month + 1);
  }
  return 0;
}

}  // namespace attest
