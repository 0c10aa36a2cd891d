// Whether a sentence can answer a question for causes, or for how well a test finds something: it says what
// brings the thing that was asked about, not what that brings; it tells how often a test is right, not what
// the test is.
#pragma once

#include <string_view>

#include "evidence/sources.h"

namespace attest {

// Of a question for causes: the sentence says of what was asked that something brings it; or it stands under
// a heading, or on a page for patients, that asks for its causes. True for all other questions.
bool may_answer_cause(const Evidence& evidence, const Finding& finding);

// "How accurate is…?", "what is the sensitivity of…?"
bool asks_for_accuracy(const UnderstoodQuestion& question);

// Of such a question: the finding tells how well something is found. True for all other questions.
bool may_answer_accuracy(const UnderstoodQuestion& question, const Finding& finding, std::string_view lower);

}  // namespace attest
