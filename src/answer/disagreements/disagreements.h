// Where sources differ: shown side by side, with reasons computed from the differences between the sources.
#pragma once

#include <vector>

#include "answer/answer.h"
#include "answer/lines/lines.h"
#include "evidence/sources.h"
#include "reconcile/outcomes/study_verdicts.h"

namespace attest {

// What is asked has results that may differ: no definition, no dose.
bool may_disagree(const UnderstoodQuestion& question);

// `verdicts`: on the outcome that the question asks after, where it does
// (reconcile/outcomes/study_verdicts.h).
std::vector<Disagreement> find_disagreements(const Evidence& evidence,
                                             const std::vector<InterventionEvidence>& interventions,
                                             const StudyVerdicts& verdicts = {});

}  // namespace attest
