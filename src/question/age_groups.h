#pragma once

#include <string>

namespace attest {

// A question that tells an age and no name of the people ("my 3 year old") with their name behind it
// ("my 3 year old child"): under a year an infant, to 17 years a child. Others as they are.
std::string with_age_group(std::string question);

}  // namespace attest
