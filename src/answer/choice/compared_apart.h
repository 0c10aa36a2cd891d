// "Is A or B better?" is not answered by what A and B do together: "the addition of A to B", "A plus B
// against B alone".
#pragma once

#include <string_view>

#include "evidence/sources.h"

namespace attest {

// The sentence has things that were asked about together, or kinds of them, and nowhere one apart from
// another. `lower` is the finding's sentence in small letters.
bool only_combines(const Evidence& evidence, const Finding& finding, std::string_view lower);

}  // namespace attest
