// The place of each intervention on the pathway, from what sources say; see the head of line_ranks.cpp.
#pragma once

#include <vector>

#include "answer/lines.h"

namespace attest {

// Sets rank, reason and evidence of every group; folds members without a place into their class, and drops
// classes whose members stand as high.
void rank_interventions(const Evidence& evidence, std::vector<InterventionEvidence>& groups);

}  // namespace attest
