// Whether a text begins or ends with one of a short list that stands in the code.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

namespace attest {

inline bool starts_with_one_of(std::string_view text, std::span<const std::string_view> openings) {
  return std::any_of(openings.begin(), openings.end(),
                     [&](std::string_view opening) { return text.starts_with(opening); });
}

inline bool ends_with_one_of(std::string_view text, std::span<const std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return text.ends_with(ending); });
}

}  // namespace attest
