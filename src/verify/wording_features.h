// What the models of labels look at beside likeness: which kinds are told apart, how the denials and
// opposites of claim and sentence add up, the small words that carry a claim's weight ("all", "only", "may"),
// and the shares that its words tell of.
#pragma once

#include <span>

#include "learn/features.h"
#include "verify/claim_features.h"
#include "verify/plain_signs.h"

namespace attest {

// `chosen`: the rationale, best first.
void add_wording(Features& features, const SourceBeside& beside, const PlainSigns& signs,
                 std::span<const size_t> chosen);

}  // namespace attest
