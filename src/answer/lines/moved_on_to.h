// "Where vigabatrin fails, corticotropin": one moves on from the first, to the second.
#pragma once

#include <string_view>

#include "findings/finding.h"

namespace attest {

// The finding, which tells when to move on, moves on to `mention` and not from it: another thing fails in it,
// or one is switched to this one. `lower` is its sentence in small letters.
bool is_moved_on_to(const Finding& finding, const Mention& mention, std::string_view lower);

}  // namespace attest
