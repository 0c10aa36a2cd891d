// Drugs and diseases of a claim that its source never names. A source that does not name them decides
// nothing about them, however much the rest of a sentence is like the claim.
#pragma once

#include <string>
#include <string_view>

#include "verify/claim_features.h"

namespace attest {

// The first drug or disease of the claim that neither the text of the source nor its subject headings name,
// by any of its names; empty where there is none. What a thing is, is told by the thesaurus and the
// collection's names (SameMeaning::thing), and where these do not know a word, by its letters.
std::string unnamed_subject(std::string_view claim, const SourceBeside& beside, const ClaimSource& source);

}  // namespace attest
