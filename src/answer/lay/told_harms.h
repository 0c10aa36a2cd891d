// What lay readers are told of harms: concrete ones first, and though they be hard to read; that there were
// none, or only mild ones, never alone where the collection holds another.
#pragma once

#include <string_view>

#include "answer/answer.h"
#include "evidence/sources.h"

namespace attest {

// "Mortality was lower" counts an unwanted thing and tells of no harm.
bool tells_of_harm(std::string_view lower);

// "No adverse events were seen", "side effects were few and mild", "it was well tolerated".
bool plays_down_harm(std::string_view lower);

// A harm that is named or counted, of a kind that everyone may read: quoted to lay readers however hard.
bool is_concrete_harm(const Evidence& evidence, const Finding& finding);

// Such a harm of what is asked about, where a treatment is.
bool is_harm_of_asked(const Evidence& evidence, const Finding& finding);

// Last, when nothing is left out any more: where what is told of a treatment's harms only plays them down, a
// concrete harm of it that the sources hold stands before it; where none can be quoted, it goes. The
// references must then be numbered again.
void tell_concrete_harms(const Evidence& evidence, Answer& answer);

}  // namespace attest
