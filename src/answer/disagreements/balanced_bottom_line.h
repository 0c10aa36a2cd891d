// Where sources disagree, the bottom line does not show one side alone.
#pragma once

#include "answer/answer.h"

namespace attest {

// Sets beside each statement that is one side of a disagreement the first of every other side: the sides that
// are told before it, such as what a source says of the whole, before it, and the rest behind it.
void balance_bottom_line(Answer& answer);

}  // namespace attest
