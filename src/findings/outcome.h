// What was counted: the words of a result sentence that name the outcome, and how to say it to a patient.
#pragma once

#include <string>
#include <string_view>

namespace attest {

// "Major improvement was reported by 43 of 54 patients" → "major improvement". Empty when not found.
// `figure_start` is the offset of the first figure in the sentence.
std::string outcome_words(std::string_view sentence, size_t figure_start, size_t figure_end);

// A verb phrase for "about 8 in 10 people …" ("had clear improvement"), or "" when the outcome is not one
// that can be put plainly without guessing. `sentence` lower case.
std::string plain_outcome(std::string_view outcome_lower, std::string_view sentence_lower);

// An unwanted outcome in plain words ("leaked stool or had to rush to the toilet"), or "".
std::string plain_harm(std::string_view sentence_lower);

}  // namespace attest
