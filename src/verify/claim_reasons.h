// Why a verdict fell, in plain words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "verify/claim.h"
#include "verify/claim_features.h"

namespace attest {

// `best`: the sentence that weighed most, an index into SourceBeside::sentences.
std::vector<std::string> reasons_for(ClaimLabel label, std::string_view claim, const ClaimSource& source,
                                     const SourceBeside& beside, size_t best);

}  // namespace attest
