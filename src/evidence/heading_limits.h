// What the headings over a statement limit it to: what stands under "Prevention" treats nobody, a dose under
// "Neonates" is one for neonates, and what a chapter says under "Severe malaria" is not said of every
// malaria.
#pragma once

#include "evidence/indication.h"

namespace attest {

// kNarrower with the words “under “Severe malaria””; kOther where the heading is of another thing, or of
// prevention where treatment was asked about.
Indication heading_limit(const Evidence& evidence, const Finding& finding);

// A heading that its sentence does not hold limits the finding: quoted alone, a dose would be said of all.
bool stands_under_narrower(const Evidence& evidence, const Finding& finding);

// Statements of what to give that stand under a heading of another thing are taken from the answer.
void leave_out_other_headings(Evidence& evidence);

}  // namespace attest
