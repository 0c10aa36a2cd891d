// What a sentence says that nobody knows yet: "effects on cognition were not reported" tells no difference,
// and no change either. `lower`: the sentence in small letters.
#pragma once

#include <string_view>

namespace attest {

bool tells_that_none_knows(std::string_view lower);

// "These findings need to be confirmed in a larger population".
bool wishes_for_confirmation(std::string_view lower);

}  // namespace attest
