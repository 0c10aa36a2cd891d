// Where sources differ: shown side by side, with reasons computed from the differences between the sources.
#pragma once

#include <vector>

#include "answer/answer.h"
#include "answer/lines.h"
#include "answer/sources.h"

namespace attest {

std::vector<Disagreement> find_disagreements(const Evidence& evidence,
                                             const std::vector<InterventionEvidence>& interventions);

}  // namespace attest
