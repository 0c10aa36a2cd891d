// Measures of a test that a figure stands for: a claim that gives the sensitivity as specificity exchanges
// them.
#pragma once

#include "verify/claim_text.h"

namespace attest {

// A figure of the claim stands in the text as another measure of a test (sensitivity for specificity, a
// positive for a negative predictive value) and nowhere as its own.
bool measures_exchanged(const ReadText& claim, const ReadText& evidence);

}  // namespace attest
