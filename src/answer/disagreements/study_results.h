// What each study found of one outcome, against one comparator, in the same part of the people.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "evidence/sources.h"
#include "reconcile/outcomes/arm_comparisons.h"
#include "reconcile/outcomes/study_verdicts.h"

namespace attest {

struct StudyResult {
  ArmComparison comparison;
  uint32_t study = 0;
  const AnswerSource* replaced_by = nullptr;  // a newer version of the same review
};

using ResultKey =
    std::tuple<std::string, std::string, std::string>;  // outcome, comparator, part of the people
using ResultsByOutcome = std::map<ResultKey, std::vector<StudyResult>>;

// `id`: of the intervention.
ResultsByOutcome results_by_outcome(const Evidence& evidence, const std::string& id);

// Adds the verdicts on `id` of studies of which no result of that outcome is known, as of all their people
// and against a control.
void add_verdicts(const Evidence& evidence, const std::string& id, const StudyVerdicts& verdicts,
                  ResultsByOutcome& results);

// Where no condition was asked about: what was found in one disease does not contradict what was found in
// another. The results of each condition that a title names.
std::vector<std::vector<StudyResult>> by_condition(const Evidence& evidence,
                                                   const std::vector<StudyResult>& results);

// The results that go one way, the best first; none that a newer version of its review replaces.
std::vector<const StudyResult*> best_of(const Evidence& evidence, const std::vector<StudyResult>& results,
                                        int change);

}  // namespace attest
