// Where sources differ: shown side by side, with reasons computed from the differences between the sources.
#pragma once

#include <vector>

#include "answer/answer.h"
#include "answer/lines/lines.h"
#include "evidence/sources.h"

namespace attest {

// What is asked has results that may differ: no definition, no dose.
bool may_disagree(const UnderstoodQuestion& question);

std::vector<Disagreement> find_disagreements(const Evidence& evidence,
                                             const std::vector<InterventionEvidence>& interventions);

}  // namespace attest
