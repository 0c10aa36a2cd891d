// What was counted: the words of a result sentence that name the outcome.
#pragma once

#include <string>
#include <string_view>

namespace attest {

struct CountedWords {
  std::string words;
  bool there = false;  // the verb only says that it was there ("occurred"), so that another noun can follow
};

// "Major improvement was reported by 43 of 54 patients" → "major improvement". Empty when not found.
// `figure_start` is the offset of the first figure in the sentence.
std::string outcome_words(std::string_view sentence, size_t figure_start, size_t figure_end);

// The same from what leads to the figure alone.
CountedWords outcome_before_rate(std::string_view sentence, size_t figure_start);

// "69 of 82 patients (84%) had improved" → "had improved", from the text behind the figure in small letters.
std::string predicate_behind_rate(std::string_view tail);

}  // namespace attest
