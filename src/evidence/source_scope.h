// Whom a guideline says that it is not for.
#pragma once

#include <string_view>

#include "question/question.h"
#include "text/tokens.h"

namespace attest {

// True where `text` says of its recommendations that they leave out those who were asked about: "the
// recommendations do not apply to patients with postoperative atrial fibrillation", asked of these and not of
// atrial fibrillation.
bool leaves_out_asked(const UnderstoodQuestion& question, std::string_view text, Stemmer& stemmer);

}  // namespace attest
