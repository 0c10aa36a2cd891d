// What a source concludes of a treatment as a whole, where it names no outcome.
#pragma once

#include <optional>
#include <string_view>

#include "base/byte_span.h"

namespace attest {

// The outcome that such a conclusion is of: what the treatment was given for, whatever that was.
inline constexpr const char* kBenefit = "benefit";

// "X is effective in Y", "these data support the use of X": 1. "X is not effective", "do not support the use
// of X", "no evidence of benefit from X": 0. Nothing where the words say neither or both, or where they say
// for what it is effective ("in reducing pain"). `lower`: the sentence in small letters; `given`: where the
// treatment stands in it.
std::optional<int> read_benefit(std::string_view lower, ByteSpan given);

}  // namespace attest
