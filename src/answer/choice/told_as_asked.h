// Of statements that may all answer: which of them tells it in the way in which it was asked. "A or B?" is
// answered by A against B, and not by a third that was better than both; "what does X do to people?" by a
// sentence that names X and what it brings.
#pragma once

#include <string_view>

#include "evidence/sources.h"

namespace attest {

// Of a comparison: the sentence holds the things asked about against each other and names no other one.
bool is_head_to_head(const Evidence& evidence, const Finding& finding, std::string_view lower);

// What is added to a statement's pertinence: above 0 where it is told as it was asked, below where it is told
// of another thing beside; 0 for questions of other kinds. `lower`: its sentence in small letters.
float told_as_asked(const Evidence& evidence, const Finding& finding, std::string_view lower);

}  // namespace attest
