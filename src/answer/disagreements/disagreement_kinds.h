// The kinds of disagreement, each about one intervention; disagreements.cpp asks them in turn.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "answer/answer.h"
#include "answer/disagreements/study_differences.h"
#include "answer/lines/lines.h"
#include "evidence/sources.h"
#include "reconcile/outcomes/arm_comparisons.h"
#include "reconcile/outcomes/study_verdicts.h"

namespace attest {

// Stands in the position of a side whose text a newer one of the same body or review replaces.
inline constexpr const char* kReplacedSide = "the older, superseded by it";

// Results between arms: opposite directions, a difference beside none, sizes whose intervals do not overlap.
// `id`, `name`: of the intervention; `verdicts`: what was read beside, on this and on others.
std::vector<Disagreement> opposed_results(const Evidence& evidence, const std::string& id,
                                          const std::string& name, const StudyVerdicts& verdicts);

// How many had one outcome with the intervention, where studies differ by more than chance explains.
std::vector<Disagreement> opposed_rates(const Evidence& evidence, const InterventionEvidence& group);

// Advice: one body for, another against; grades of the same advice; a body's newer advice against its older;
// a guideline's high grade beside a review's warning.
std::vector<Disagreement> opposed_advice(const Evidence& evidence, const InterventionEvidence& group);

// What a body advises against and `stated` is for: the same intervention and the same limits, but for words
// that name a first line. One sentence of each body; of two texts of one body only the newer counts.
std::vector<const Finding*> advice_against_same(const Evidence& evidence, const InterventionEvidence& group,
                                                const std::vector<const Finding*>& stated);

// How the intervention is called for this audience.
std::string name_for(const Evidence& evidence, const std::string& id, const std::string& name);
// The statement of one side, in the words for this audience.
Statement side_statement(const Evidence& evidence, const Finding& finding, const std::string& focus);

}  // namespace attest
