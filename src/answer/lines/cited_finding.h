// What a statement quotes, as it was read.
#pragma once

#include <string_view>

#include "answer/answer.h"
#include "evidence/sources.h"

namespace attest {

// The first finding whose sentence the citation overlaps; with `intervention` (an id), the first of those
// that names it. Null where there is none.
const Finding* cited_finding(const Evidence& evidence, const Citation& citation,
                             std::string_view intervention = {});

}  // namespace attest
