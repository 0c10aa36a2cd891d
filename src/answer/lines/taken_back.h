// What a source takes back of a treatment that it praises: "the drug was withdrawn because of reports of
// aplastic anemia", "risks preclude further use of X". Of one treatment, and for its harms; how far the
// results may be trusted is for own_doubt.h.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "answer/answer.h"
#include "evidence/sources.h"

namespace attest {

// `lower`: a sentence in small letters. It tells that a treatment was or should be stopped, and not that some
// of those who took part left.
bool tells_of_stopping(std::string_view lower);

// Such sentences on `intervention`, of the sources that `statements` quote; none that is quoted there.
std::vector<const Finding*> taken_back(const Evidence& evidence, const std::string& intervention,
                                       const std::vector<Statement>& statements);

}  // namespace attest
