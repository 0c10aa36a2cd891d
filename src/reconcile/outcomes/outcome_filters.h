// Which of the outcomes that a sentence names are not what came of a treatment.
#pragma once

#include <string_view>
#include <vector>

#include "reconcile/outcomes/outcome_names.h"

namespace attest {

// Leaves out what tells who was studied ("after stroke"), what is narrower behind its name ("death from
// cancer") and what is counted together with something else ("death or stroke").
void keep_results(std::string_view lower, std::vector<OutcomePlace>& outcomes);

// "…, but the difference was not significant" takes back what the words before it say.
bool is_taken_back(std::string_view lower);

}  // namespace attest
