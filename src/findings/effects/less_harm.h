// "Fewer complications", "a lower risk of bleeding": a benefit, though it names a harm.
#pragma once

#include <string_view>

namespace attest {

// The sentence, in small letters, tells only that harms became less.
bool tells_of_less_harm(std::string_view lower);

// "Does not cause hypoglycaemia", "delays late complications": the treatment does not bring the harm.
bool brings_no_harm(std::string_view lower);

}  // namespace attest
