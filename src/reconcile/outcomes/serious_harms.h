// That more died under a treatment, or that its trial was ended for harm: what no one may read a benefit
// without.
#pragma once

#include <string>
#include <string_view>

#include "evidence/sources.h"

namespace attest {

// The sentence tells of more deaths, or of an end for harm, and not among those who had something else.
bool tells_of_serious_harm(const Evidence& evidence, const Finding& finding);

// Such a sentence of the same source, of `intervention` or of the class or the members that it names;
// nullptr where there is none.
const Finding* serious_harm_beside(const Evidence& evidence, const AnswerSource& source,
                                   std::string_view intervention);

}  // namespace attest
