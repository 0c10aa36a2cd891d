// The names by which a text speaks of the condition that was asked about.
#pragma once

#include <string>
#include <vector>

#include "question/question.h"

namespace attest {

// In small letters, British and American; without those that only come near (a variant below 0.75). What no
// thesaurus knows counts as a condition where `any` is set and nothing that was asked is one.
std::vector<std::string> condition_names(const UnderstoodQuestion& question, bool any);

}  // namespace attest
