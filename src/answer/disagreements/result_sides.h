// How a result is told as one side of a disagreement.
#pragma once

#include <string>
#include <vector>

#include "answer/answer.h"
#include "answer/disagreements/study_differences.h"
#include "answer/disagreements/study_results.h"

namespace attest {

// "Lower risk of death", "no difference in pain": what it says, and no praise.
std::string result_heading(const Evidence& evidence, const ArmComparison& one);

// What is held against what when reasons are looked for.
ComparedSource compared_result(const Evidence& evidence, const ArmComparison& one);

// The results of one side in quotes, the best first. `id`: of the intervention.
DisagreementSide result_side(const Evidence& evidence, const std::vector<const StudyResult*>& results,
                             const std::string& id, std::string position);

// "Death: steroids compared with placebo or no treatment". `id`, `name`: of the intervention.
std::string result_subject(const Evidence& evidence, const std::string& id, const std::string& name,
                           const ArmComparison& one);

}  // namespace attest
