// The composition of an answer, as a list of named passes over its evidence.
#pragma once

#include "answer/answer.h"
#include "evidence/sources.h"

namespace attest {

// `evidence` is complete: sources loaded, findings read, studies grouped. The same evidence gives the same
// answer.
Answer build_answer(const Evidence& evidence);

}  // namespace attest
