// Words of advice that warn: "should be used with caution", "caution is advised". They recommend nothing.
#pragma once

#include <string_view>

namespace attest {

// `before` and `behind` the cue of advice, within its clause, in small letters.
bool urges_caution(std::string_view before, std::string_view behind);

}  // namespace attest
