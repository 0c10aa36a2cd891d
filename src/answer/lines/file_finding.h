// Under what of an option a finding is filed: advice for it or against it, results, harms, doses.
#pragma once

#include "answer/lines/lines.h"

namespace attest {

// `mention`: of the option, in the finding. `sole`: the finding tells of no other.
void file_finding(const Evidence& evidence, const Finding& finding, const Mention& mention, bool sole,
                  InterventionEvidence& group);

}  // namespace attest
