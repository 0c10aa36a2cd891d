// Whether a sentence tells what its own study found, and of whom.
#pragma once

#include <string>
#include <string_view>

#include "evidence/sources.h"

namespace attest {

// What a full text says before its results or in discussing them, and what "the X trial" found, where X is
// another: results of others, or told a second time.
bool is_told_of_others(const AnswerSource& source, const Finding& finding);

// A study's sentence about what others found before it: "previous studies have shown", "Miller et al.
// reported", a number of the reference list behind it. Of reviews and guidance, whose matter that is, never.
bool repeats_others(const AnswerSource& source, const Finding& finding);

// "In the severe subgroup", "the treated group with a fast heart at entry": of a part of those who were
// studied.
bool tells_of_subgroup(std::string_view sentence);

// "In women at high risk": words for the part of the people that the sentence is about; "" where it is about
// all that its title or the question names. Equal for the same part.
std::string part_of_people(const Evidence& evidence, const Finding& finding);

}  // namespace attest
