// What a sentence says first of a treatment, without what it sets against that.
#pragma once

#include <string>

#include "evidence/sources.h"

namespace attest {

// "There was no evidence that X reduced falls, although one trial of X and Y did": the finding up to
// ", although", where what stands behind is of something else given; else as it is.
Finding main_statement(const Evidence& evidence, const Finding& finding, const std::string& intervention);

}  // namespace attest
