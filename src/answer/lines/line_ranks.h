// The place of each intervention on the pathway, from what sources say; see the head of line_ranks.cpp.
#pragma once

#include <vector>

#include "answer/choice/pertinence.h"
#include "answer/lines/lines.h"

namespace attest {

// Sets rank, reason and evidence of every group, and drops classes whose members stand as high. What a member
// achieved is not told of its class.
void rank_interventions(const Evidence& evidence, std::vector<InterventionEvidence>& groups);

// Puts groups without a place, which stand last, in the order of what a source says of them: the group with
// the strongest statement to the point first.
void order_unranked(const Evidence& evidence, const PertinenceReader& reader,
                    std::vector<InterventionEvidence>& groups);

}  // namespace attest
