// Whether a word begins like one of a short list that stands in the code: "relaps" for "relapse", "relapsed".
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

namespace attest {

inline bool starts_like(std::string_view word, std::span<const std::string_view> starts) {
  return std::any_of(starts.begin(), starts.end(),
                     [word](std::string_view start) { return word.starts_with(start); });
}

}  // namespace attest
