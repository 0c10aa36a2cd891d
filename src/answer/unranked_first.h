// What the bottom line says where no source ranks anything.
#pragma once

#include <vector>

#include "answer/answer.h"
#include "answer/sources.h"

namespace attest {

// The strongest and broadest statements of `lines`, at most two, each with the serious harm that its source
// tells of; empty where none of them answers by itself.
std::vector<Statement> unranked_first(const Evidence& evidence, const std::vector<TherapyLine>& lines);

}  // namespace attest
