// An option whose own studies found it no better than placebo: it stands last, and its first sentence says
// so.
#pragma once

#include "answer/lines/lines.h"
#include "evidence/sources.h"

namespace attest {

// The sentence that says so, where every study that reports on it says it and nobody recommends it; nullptr
// otherwise.
const Finding* no_better_than_placebo(const Evidence& evidence, const InterventionEvidence& group);

}  // namespace attest
