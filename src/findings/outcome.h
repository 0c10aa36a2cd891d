// What was counted: the words of a result sentence that name the outcome.
#pragma once

#include <string>
#include <string_view>

namespace attest {

// "Major improvement was reported by 43 of 54 patients" → "major improvement". Empty when not found.
// `figure_start` is the offset of the first figure in the sentence.
std::string outcome_words(std::string_view sentence, size_t figure_start, size_t figure_end);

}  // namespace attest
