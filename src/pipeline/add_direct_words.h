// What answers a lay reader's question in so many words comes first, whatever else was found.
#pragma once

#include "answer/answer.h"
#include "base/result.h"
#include "evidence/sources.h"
#include "pipeline/library.h"
#include "question/question.h"

namespace attest {

// What the thing is, where that is asked alone or with something else, and whether there is a cure. What
// defines another thing goes. The sources of what is told join `evidence`; clinicians get nothing.
Status add_direct_words(const UnderstoodQuestion& question, const Library& library, Answer& answer,
                        Evidence& evidence);

}  // namespace attest
