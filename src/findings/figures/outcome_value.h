// Whether more of an outcome is wanted: more survival is, more bleeding is not.
#pragma once

#include <string_view>

namespace attest {

// 1 where more of it is wanted, -1 where less of it is, 0 where neither is known or both are named. `words`:
// a few words in small letters that name an outcome: "the incidence of nausea", "pain relief".
int outcome_value(std::string_view words);

}  // namespace attest
