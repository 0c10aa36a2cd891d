// Cue phrases: fixed expressions that are looked for as whole words in lower-cased text.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace attest {

// Offset of `phrase` as whole words in `lower` at or after `from`, or npos. A phrase that ends in '*' may be
// continued by letters ("recommend*" finds "recommends").
size_t find_phrase(std::string_view lower, std::string_view phrase, size_t from = 0);

inline bool has_phrase(std::string_view lower, std::string_view phrase) {
  return find_phrase(lower, phrase) != std::string_view::npos;
}

// The first of `phrases` (in list order) that occurs, or an empty view.
std::string_view first_phrase(std::string_view lower, std::span<const std::string_view> phrases);
bool has_any_phrase(std::string_view lower, std::span<const std::string_view> phrases);

}  // namespace attest
