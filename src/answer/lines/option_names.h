// Which names that a vocabulary has for things given can stand for an option of treatment.
#pragma once

#include <string_view>

namespace attest {

// Not "antigens, surface", "oxidoreductases" or "duration of therapy": parts of the body and of a study,
// which thesauri list among drugs and procedures.
bool may_be_given(std::string_view name);

}  // namespace attest
