// "28% on A and 19% on B" beside "(19% v 28%)" of A and B: two figures that a claim and a sentence both have,
// each given to the other's group. Groups are told by the words beside the figures, so that formulations,
// operations and schedules count that no vocabulary names. It reads brackets, units and rows of figures,
// where verify/figure_sides.h pairs the words of two texts: each tells exchanges that the other cannot.
#pragma once

#include <string_view>

#include "audit/accord.h"

namespace attest::audit {

// kOther where two figures stand on each other's side, kSame where both stand on their own, else kUnsure.
Accord figures_of_groups(std::string_view claim, std::string_view sentence, const Lexicon& lexicon);

}  // namespace attest::audit
