#pragma once

#include "answer/answer.h"
#include "evidence/sources.h"

namespace attest {

// What sources say to or about partners, couples and carers: for every audience, since it is the same fact.
AnswerSection partners_section(const Evidence& evidence);

}  // namespace attest
