// Whether a sentence is of animals, in a source on people too.
#pragma once

#include <string_view>

#include "evidence/sources.h"

namespace attest {

// "Fish oil prolonged the life of mice", "all bovines were given 25 mg/kg". `lower`: the sentence in small
// letters.
bool speaks_of_animals(const AnswerSource& source, std::string_view lower);

}  // namespace attest
