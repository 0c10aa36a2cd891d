// "He has HIV but is undetectable, can he infect me?": what stands behind the "but" may turn the answer
// round. Where nothing that is told speaks of it, the reader is told so.
#pragma once

#include <string>

#include "answer/answer.h"

namespace attest {

// What stands behind "but", or the time since a birth, as it was typed: "undetectable", "since having my
// baby". Empty where there is none, where it asks ("but can I drive?") or tells only how it is for the asker
// ("but I am scared").
std::string qualifier_of(const UnderstoodQuestion& question);

// Adds the gap, and makes the answer a partial one, where no statement of it holds a word of the qualifier.
void tell_unsaid_qualifier(Answer& answer);

}  // namespace attest
