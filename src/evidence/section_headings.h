// What stands under the headings of a document's sections.
#pragma once

#include <string_view>

#include "question/question.h"

namespace attest {

// True where a heading names what a question of this intent asks for ("Risk factors" for a cause, "CLINICAL
// FEATURES OF SINUSITIS" for symptoms): what stands under it answers without words of its own that say so.
// Headings of goals and of other diseases ("Differential diagnoses") answer nothing.
bool heading_answers(std::string_view heading, Intent intent);

}  // namespace attest
