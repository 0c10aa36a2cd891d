// What a source says of how far its own results may be trusted, told beside what is quoted from it.
#pragma once

#include "answer/answer.h"
#include "evidence/sources.h"

namespace attest {

// "The trials were of too low quality to allow any conclusion": behind each quoted result of the bottom line,
// the sentence in which the same source takes it back, or concludes the opposite, one for each source; else
// the next sentence where it sets another outcome against the result ("However, pregnancy rates did not
// differ").
void add_own_doubts(const Evidence& evidence, Answer& answer);

}  // namespace attest
