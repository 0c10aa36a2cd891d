// Amounts that a sentence tells of because they did or do harm.
#pragma once

#include <string_view>

#include "findings/finding.h"

namespace attest {

// "An overdose of 10 g", "doses above 4 g are toxic", "LD50": an amount that nobody is to take. `amount`
// local to the sentence, which is given in small letters.
bool is_amount_of_harm(std::string_view lower, const Quantity& amount);

}  // namespace attest
