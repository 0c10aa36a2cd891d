// Which findings may stand under an option as what studies found of it.
#pragma once

#include "evidence/sources.h"

namespace attest {

// The sentence tells what came, in its own study, of giving what is named at `mention` to people with the
// condition that was asked about. Not so where it repeats others, tells an aim, a method, who stayed, what it
// cost or what was so at the start, speaks of a subgroup or opens with another condition, or names the
// treatment only beside another that was given (findings/names/given_beside.h).
bool is_result_of_option(const Evidence& evidence, const Finding& finding, const Mention& mention);

}  // namespace attest
