// Outcomes in a patient's words.
#pragma once

#include <string_view>

namespace attest {

// What people with an outcome had ("nausea" → "felt sick"), for a whole noun phrase in small letters; "" for
// others.
std::string_view plain_outcome_noun(std::string_view noun);
// The same for a whole verb phrase ("were cured").
std::string_view plain_outcome_verb(std::string_view verb);

}  // namespace attest
