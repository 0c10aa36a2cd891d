// "Quitting smoking", "aspirin withdrawal": what is said of going without a thing is not said of the thing.
#pragma once

#include <string>
#include <vector>

#include "verify/claim_text.h"
#include "verify/comparison.h"

namespace attest {

// The first thing of the claim that only one of the two texts speaks of stopping, avoiding or leaving out,
// in the claim's words; empty where there is none. `aligned`: for each word of the claim that of the
// sentence.
std::string withheld_on_one_side(const ReadText& claim, const ReadText& sentence,
                                 const std::vector<AlignedWord>& aligned);

}  // namespace attest
