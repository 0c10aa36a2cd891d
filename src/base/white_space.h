// White space of ASCII.
#pragma once

#include <string_view>

namespace attest {

// `text` without it at both ends; where nothing else is left, its empty end.
inline std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n\f\v";
  const size_t start = text.find_first_not_of(kSpace);
  if (start == std::string_view::npos) return text.substr(text.size());
  return text.substr(start, text.find_last_not_of(kSpace) - start + 1);
}

}  // namespace attest
