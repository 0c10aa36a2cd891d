// Whom a statement is about: children, old people, women, men, pregnant or breastfeeding women. What a source
// found in others it did not find in them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "audit/claims.h"
#include "evidence/sources.h"

namespace attest::audit {

// "children", "older people": groups that the claim names itself and none of the sources names anywhere.
std::vector<std::string> unnamed_people(const PageClaim& claim,
                                        const std::vector<const AnswerSource*>& sources);
// Groups that `said` names and `held` does not. Both in lower case.
std::vector<std::string> people_beyond(std::string_view said, std::string_view held);

}  // namespace attest::audit
