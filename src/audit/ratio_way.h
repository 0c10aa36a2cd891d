// Which way a ratio goes that stands without a word of direction: "the odds ratio for relapse was 0.4 (95% CI
// 0.2 to 0.7)" tells of less.
#pragma once

#include <optional>
#include <string_view>

namespace attest::audit {

// Of one clause, in lower case, with its brackets: 1 above one, -1 below. Nothing where the clause has no
// ratio or several, no interval, or one that holds the value of no effect.
std::optional<int> way_of_ratio(std::string_view lower);

}  // namespace attest::audit
