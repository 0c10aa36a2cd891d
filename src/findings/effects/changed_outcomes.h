// The words of change in a clause, each with the outcome that it changed: "significantly fewer relapses",
// "mortality was reduced".
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "findings/arms/clause_arms.h"

namespace attest {

struct ClauseChange {
  size_t at = 0;         // of the word of change, in the clause
  int value = 0;         // 1 it went the wanted way, -1 the other
  bool passive = false;  // the outcome is the subject: "mortality was reduced"
};

// `plain`: a clause in small letters without brackets, with its arms. `low_pressure`: a fall of the blood
// pressure is not wanted there. Changes of what has no value are left out.
std::vector<ClauseChange> changed_outcomes(std::string_view plain, std::span<const ClauseArm> arms,
                                           bool low_pressure);

// "Was significantly" and the like before the byte `at`: what stands before it is told of.
bool has_being_before(std::string_view plain, size_t at);

// "Was", "were", "is"…
bool has_being(std::string_view text);

}  // namespace attest
