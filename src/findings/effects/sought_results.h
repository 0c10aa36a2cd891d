// Sentences that speak of a result and tell none: what a study was for, what would follow if something were
// so.
#pragma once

#include <string_view>

namespace attest {

// `lower`: a sentence in small letters.
bool tells_no_result(std::string_view lower);

}  // namespace attest
