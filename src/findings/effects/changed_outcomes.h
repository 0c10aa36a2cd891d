// The words of change in a clause, each with the outcome that it changed: "significantly fewer relapses",
// "mortality was reduced".
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "base/byte_span.h"
#include "findings/arms/clause_arms.h"

namespace attest {

struct ClauseChange {
  size_t at = 0;         // of the word of change, in the clause
  int value = 0;         // 1 it went the wanted way, -1 the other, 0 nobody knows
  bool passive = false;  // the outcome is the subject: "mortality was reduced"
  int change = 0;        // 1 more, -1 less
  ByteSpan outcome;      // in the clause; empty where no words name it
};

// `plain`: a clause in small letters without brackets, with its arms. `low_pressure`: a fall of the blood
// pressure is not wanted there.
std::vector<ClauseChange> changed_outcomes(std::string_view plain, std::span<const ClauseArm> arms,
                                           bool low_pressure);

// The outcome that begins behind the byte `end` ("in systolic pressure at…" → "systolic pressure"), and the
// one that is the subject of a verb at `at`; both parts of `plain`.
std::string_view outcome_behind(std::string_view plain, std::span<const ClauseArm> arms, size_t end);
std::string_view subject_before(std::string_view plain, size_t at);

// "Was significantly" and the like before the byte `at`: what stands before it is told of.
bool has_being_before(std::string_view plain, size_t at);

// "Was", "were", "is"…
bool has_being(std::string_view text);

}  // namespace attest
