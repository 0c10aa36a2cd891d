// Figures that stand in the order of a list of arms: "66.7% v 50% in the X and Y groups". All spans are
// relative to the sentence, given in small letters.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "base/byte_span.h"
#include "findings/finding.h"

namespace attest {

// Two figures that are only set beside each other: "70% v 38%", "70% and 38%".
bool are_joined(std::string_view lower, ByteSpan figure, ByteSpan next);

// Both figures in one bracket, and nothing of it closed between them.
bool stand_in_one_bracket(std::string_view lower, ByteSpan first, ByteSpan last);

// "At 6 and 12 months": figures beside each other may be of the times.
bool lists_two_times(std::string_view lower);

// For each of `figures` its arm, or null where it stands in no such list. `different`: how many different
// arms the sentence names; a list must hold all of them. `respectively`: the sentence says so.
std::vector<const Mention*> arms_in_list_order(std::string_view lower, std::span<const ByteSpan> figures,
                                               std::span<const Mention> arms, size_t different,
                                               bool respectively);

}  // namespace attest
