// Whether a sentence of a study tells what others found.
#pragma once

#include "evidence/sources.h"

namespace attest {

// What a full text says before its results or in discussing them, and what "the X trial" found, where X is
// another: results of others, or told a second time.
bool is_told_of_others(const AnswerSource& source, const Finding& finding);

// A study's sentence about what others found before it: "previous studies have shown", "Miller et al.
// reported", a number of the reference list behind it. Of reviews and guidance, whose matter that is, never.
bool repeats_others(const AnswerSource& source, const Finding& finding);

}  // namespace attest
