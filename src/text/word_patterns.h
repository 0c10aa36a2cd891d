// Single words beside lists of the code; phrases are for phrases.h.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

namespace attest {

// `word` is one of `patterns`, of which one that ends in '*' may go on ("increas*" is "increasing" too).
inline bool fits_one_of(std::string_view word, std::span<const std::string_view> patterns) {
  return std::any_of(patterns.begin(), patterns.end(), [&](std::string_view one) {
    return one.ends_with('*') ? word.starts_with(one.substr(0, one.size() - 1)) : word == one;
  });
}

}  // namespace attest
