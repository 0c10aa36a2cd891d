// "First-line prophylaxis of migraine": a treatment question for what keeps the condition off.
#pragma once

#include "question/question.h"

namespace attest {

bool asks_to_prevent(const UnderstoodQuestion& question);

}  // namespace attest
