// What a reader is warned of beside the answer.
#pragma once

#include "answer/answer.h"
#include "answer/sources.h"
#include "base/result.h"
#include "pipeline/library.h"
#include "question/question.h"

namespace attest {

// A lay reader learns of the warning signs of each condition named, even where nothing answers the rest or
// the sources with an answer tell none: the very sign that is told ("and bleeding") must not hide them. The
// sources of what is told join `evidence`.
Status add_warning_signs(const UnderstoodQuestion& question, const Library& library, Answer& answer,
                         Evidence& evidence);

// What may not be given to the people asked about, and what nobody says of them.
void warn_of_people(const Evidence& evidence, Answer& answer);

// Who is in danger is told what to do, not what merely comes near; who speaks of dying, only what was asked.
void put_safety_first(Answer& answer);

}  // namespace attest
