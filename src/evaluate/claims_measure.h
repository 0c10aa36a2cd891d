// How SciFact scores found evidence (Wadden et al. 2020, section 4).
#pragma once

#include "evaluate/datasets/scifact.h"
#include "evaluate/measures.h"

namespace attest {

// Numbers of the source's sentences that a verdict's rationale quotes, in its order.
std::vector<size_t> rationale_sentences(const ClaimVerdict& verdict, const ClaimSource& source);

// An abstract is right when its label is, and one of the annotated sets of sentences is among the first three
// of the rationale.
bool is_right(const ScifactClaim& claim, const ClaimSource& source, const ClaimVerdict& verdict);

// Adds one verdict that decides: said, and a hit when right. What was wanted is counted once for each claim.
void add_found(const ScifactClaim& claim, const ClaimSource& source, const ClaimVerdict& verdict,
               Counts& with_rationale, Counts& label_only);

}  // namespace attest
