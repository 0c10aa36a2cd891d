// Of whom a sentence tells: of all who were studied or of a part of them.
#pragma once

#include <string>
#include <string_view>

#include "evidence/sources.h"

namespace attest {

// "In the severe subgroup", "the treated group with a fast heart at entry": of a part of those who were
// studied.
bool tells_of_subgroup(std::string_view sentence);

// "In women at high risk": words for the part of the people that the sentence is about; "" where it is about
// all that its title or the question names. Equal for the same part.
std::string part_of_people(const Evidence& evidence, const Finding& finding);

}  // namespace attest
