// What a reader is warned of beside the answer.
#pragma once

#include "answer/answer.h"
#include "base/result.h"
#include "evidence/sources.h"
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

// Who is in danger is told what to do, not what merely comes near.
void put_safety_first(Answer& answer);

// Whether the notices are all that is said: to lay readers where one speaks of dying or of too much, and
// where they ask nothing that the collection answers; to clinicians where the way to die is asked for, or
// one's own need is told.
bool says_no_more(const Answer& answer);

}  // namespace attest
