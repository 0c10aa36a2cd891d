// Whether two things that somebody takes go together is answered by sentences that name both, and by nothing
// else.
#pragma once

#include "answer/answer.h"
#include "base/result.h"
#include "evidence/sources.h"
#include "pipeline/library.h"
#include "question/question.h"

namespace attest {

// For lay readers, and where `question` asks it (asked_together); else nothing is changed. What is cited is
// added to `evidence`.
Result<bool> add_words_together(const UnderstoodQuestion& question, const Library& library, Answer& answer,
                                Evidence& evidence);

}  // namespace attest
