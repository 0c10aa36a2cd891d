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

// Where nothing else answers: what such pages say of what the thing is a kind of ("yeast infections"), if
// they name it. The answer says so.
Status add_words_on_wider(const UnderstoodQuestion& question, const Library& library, Answer& answer,
                          Evidence& evidence);

}  // namespace attest
