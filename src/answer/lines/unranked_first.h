// What the bottom line says where no source ranks anything.
#pragma once

#include <vector>

#include "answer/answer.h"
#include "evidence/sources.h"

namespace attest {

// The strongest and broadest statements of `lines`, at most two, each with the serious harm that its source
// tells of; empty where none of them answers by itself.
std::vector<Statement> unranked_first(const Evidence& evidence, const std::vector<TherapyLine>& lines);

// "Treatment of X?" is answered by a list of what is tried against it, whether or not one of them leads; a
// question for the first or the next one of them is not.
bool options_answer(const UnderstoodQuestion& question, const std::vector<TherapyLine>& lines);

}  // namespace attest
