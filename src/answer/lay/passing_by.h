// What stands in an answer for lay readers and passes the question by: near statements that do not name all
// that was asked, results of a treatment that nobody asked about, harms of another thing.
#pragma once

#include "answer/answer.h"
#include "evidence/sources.h"

namespace attest {

// Takes it out; true where something went. The verdict and the references must then be set again.
bool drop_passing_by(const Evidence& evidence, Answer& answer);

}  // namespace attest
