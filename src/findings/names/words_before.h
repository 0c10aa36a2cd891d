// Cue words in front of a name: right before it, or before it in the same clause.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace attest {

// One of `cues` ends `before`, also with words between that tell nothing ("added to standard oral").
bool ends_with_any(std::string_view before, std::span<const std::string_view> cues);

// The words from the last of `cues` up to the end of `before`; nothing where none stands in its last `reach`
// bytes, or a border of the clause between.
std::optional<std::string_view> words_since(std::string_view before, std::span<const std::string_view> cues,
                                            size_t reach);

}  // namespace attest
