// Whether a sentence can answer "is gout dangerous?": it says what the condition does at its worst, or that
// it does no such thing; not how soon an attack passes, nor what a treatment does to those who have it.
#pragma once

#include <string_view>

#include "evidence/sources.h"

namespace attest {

// The question is for the danger of a condition: dangerous, serious, fatal, "can it kill", "do people die".
bool asks_for_danger(const UnderstoodQuestion& question);

// True for all other questions.
bool may_answer_danger(const UnderstoodQuestion& question, const Finding& finding, std::string_view lower);

}  // namespace attest
