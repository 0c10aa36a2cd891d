// What sources advise against, shown beside the options.
#pragma once

#include <vector>

#include "answer/answer.h"
#include "answer/lines.h"
#include "answer/sources.h"

namespace attest {

// Without statements where no source advises against anything. Advice of guidelines comes first.
AnswerSection word_advised_against(const Evidence& evidence,
                                   const std::vector<InterventionEvidence>& interventions);

}  // namespace attest
