// What sources advise against, shown beside the options.
#pragma once

#include <string_view>
#include <vector>

#include "answer/answer.h"
#include "answer/lines/lines.h"
#include "evidence/sources.h"

namespace attest {

// A sentence that is read as advice against something does advise it: not where its words only limit other
// advice ("should be included unless contraindicated") or tell what was done ("could not be used in 15
// patients").
bool advises_against_use(std::string_view lower);

// The bottom line of a question that names a treatment which its sources advise against and do not recommend,
// or of how to treat what a body no longer gives something for (then Statement::of_asked is false):
// "Advised against: X, by Y: “…”". Empty where the question names none, or asks for something else than what
// to do with it.
std::vector<Statement> asked_advised_against(const Evidence& evidence,
                                             const std::vector<InterventionEvidence>& interventions);

// Without statements where no source advises against anything. Advice of guidelines comes first.
AnswerSection word_advised_against(const Evidence& evidence,
                                   const std::vector<InterventionEvidence>& interventions);

}  // namespace attest
