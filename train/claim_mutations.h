// Claims made from the sentences of documents by a fixed rule: as they stand, with another figure, turned
// round, denied, or of another drug. People write about a source in its own words more often than in theirs,
// and err in one of these; claims that were written freely teach little of it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "verify/claim.h"
#include "verify/claim_sources.h"

namespace attest::train {

struct MutatedClaim {
  std::string text;
  ClaimLabel label = ClaimLabel::kSupported;
  size_t sentence = 0;  // of the source: what it was made from
};

// Words of a source that name drugs and other chemicals, by their letters.
std::vector<std::string> drugs_named(const LoadedSource& source);

// At most a few of one source; always the same. `drugs`: names to choose another from.
std::vector<MutatedClaim> mutated_claims(const LoadedSource& source, std::span<const std::string> drugs);

}  // namespace attest::train
