// What lay readers get where nothing that answers them is easy to read.
#pragma once

#include "answer/answer.h"

namespace attest {

inline constexpr const char* kDoctorsWordsSection = "doctors' words";
inline constexpr const char* kNoEverydayWords =
    "Nothing here says it in everyday words: a doctor, nurse, midwife or pharmacist can explain it.";

// The answer tells nothing but what is beside the point.
bool tells_nothing(const Answer& answer);

// Nothing, or nothing but what comes near and what doctors wrote for doctors.
bool tells_in_hard_words_only(const Answer& answer);

// Puts at most two of the best sentences that `for_clinicians` quotes, and that everyone may read, under a
// heading of their own into `answer`, which tells nothing; what was beside the point goes. The references
// must then be numbered again, from the evidence of `for_clinicians`. False where it has no such sentence.
bool quote_doctors_words(const Answer& for_clinicians, Answer& answer);

}  // namespace attest
