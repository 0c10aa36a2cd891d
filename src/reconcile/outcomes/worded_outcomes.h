// Outcomes that no list knows, by the words of the sentence: what was reduced, what was higher.
#pragma once

#include <string_view>
#include <vector>

#include "reconcile/outcomes/outcome_names.h"

namespace attest {

// "Reduced the number of wheezing days compared with…": "wheezing days". Only where a word of direction
// governs them, so what a verb does not reach is none. They are neither good nor bad.
std::vector<OutcomePlace> worded_outcomes(std::string_view lower);

}  // namespace attest
