// reconcile: is it the same study, the same outcome, the same comparison? Takes evidence; gives the studies
// that its sources report, and its results in a form in which they can be held beside each other. Whether two
// of them disagree is said by answer/disagreements. May include base, text, quantities, appraise, question,
// findings, evidence.
#pragma once

#include "evidence/sources.h"

namespace attest {

// Groups reports of one study (AnswerSource::study), and finds which reviews include which.
void group_same_studies(Evidence& evidence);

}  // namespace attest
