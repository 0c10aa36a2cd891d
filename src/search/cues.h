#pragma once

#include <string>
#include <vector>

#include "question/question.h"

namespace attest {

// Stems that sentences use when they answer a question of this intent ("recommend", "unit", "sensit").
const std::vector<std::string>& intent_cue_stems(Intent intent);

// Stems of titles that say nothing of their subject ("information about", "management of").
const std::vector<std::string>& title_form_stems();

// True when an answer of this intent mostly lives in numbers.
bool wants_numbers(Intent intent);

}  // namespace attest
