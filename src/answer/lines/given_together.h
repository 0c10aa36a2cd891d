// What a result or a dose is told of where several things were given together: of the regimen that was
// studied, and of none of its parts alone.
#pragma once

#include <string_view>
#include <vector>

#include "evidence/sources.h"

namespace attest {

// What may stand as an option for which the finding tells something. Spans are those of the document's text;
// empty where only the title names it.
std::vector<Mention> options_told_of(const Evidence& evidence, const Finding& finding);

// The advice on the option, or on a part of what is given together.
const AdviceStatement* advice_on_option(const Finding& finding, std::string_view option);

}  // namespace attest
