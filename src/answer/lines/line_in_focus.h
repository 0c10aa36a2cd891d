// What an answer leaves behind for the next question ("and if that fails?").
#pragma once

#include "answer/answer.h"

namespace attest {

inline constexpr const char* kAnswerSchema = "attest.answer/1";

// The turn that a follow-up to `answer` is resolved against. The line in focus is what the answer says; else
// the line of the intervention that was asked about; else the line of therapy asked for; else, without a
// line, that intervention itself; else the first. An answer to a follow-up that has no lines keeps those
// before it.
PreviousTurn turn_of(const Answer& answer);

}  // namespace attest
