// What a page for patients says that asks the very question stands before single studies.
#pragma once

#include "answer/answer.h"
#include "base/result.h"
#include "evidence/sources.h"
#include "pipeline/library.h"
#include "question/question.h"

namespace attest {

// For lay readers and broad questions only; else nothing is changed. What is cited is added to `evidence`.
Status add_page_words(const UnderstoodQuestion& question, const Library& library, Answer& answer,
                      Evidence& evidence);

}  // namespace attest
