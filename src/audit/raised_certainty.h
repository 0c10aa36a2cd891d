// Words by which a page is surer than what it cites: "always", "has been proven", "in every patient".
#pragma once

#include <string>
#include <vector>

#include "audit/claims.h"
#include "evidence/sources.h"

namespace attest::audit {

// The first such word of the claim, as the page has it, of which none of the sources has the like; "" where
// there is none.
std::string raised_certainty(const PageClaim& claim, const std::vector<const AnswerSource*>& cited);

}  // namespace attest::audit
