// What a page on one kind of a disease says is not told of all of it.
#pragma once

#include "evidence/sources.h"

namespace attest {

// Whether a lay reader asks of a condition, and the sentence is of a page on a kind of it which neither the
// question nor the sentence names: "many have died in childhood", of a page on one rare epilepsy.
bool is_of_unnamed_kind(const Evidence& evidence, const Finding& finding);

}  // namespace attest
