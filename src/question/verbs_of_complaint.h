// "It burns", "I have to strain": verbs by which people complain, which are names of other things as nouns.
#pragma once

#include <string_view>
#include <vector>

#include "question/words.h"

namespace attest {

// Whether word `at` is such a verb where it stands: "sex burns since…", not "how are burns treated".
bool is_verb_of_complaint(std::string_view text, const std::vector<QuestionWord>& words, size_t at);

}  // namespace attest
