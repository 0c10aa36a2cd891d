// "Asthma not controlled by inhaled corticosteroids": a question that asks what to give when something has
// failed, though no word says "next".
#pragma once

#include <string>

#include "question/question.h"

namespace attest {

// Makes it a question for the second line, where nothing is named that did not fail and no word asks for
// something else.
void seek_next_treatment(UnderstoodQuestion& question);

// "Penicillin" of "syphilis in a person allergic to penicillin": what a drug allergy beside the condition
// asked about is to; empty elsewhere.
std::string allergen_asked_of(const UnderstoodQuestion& question);

// What has failed is not what the answer must be about.
void release_failed_treatment(UnderstoodQuestion& question);

}  // namespace attest
