// The words by which a sentence speaks of two things that are taken together. All take the sentence in small
// letters.
#pragma once

#include <string_view>

namespace attest {

// "Concomitant use", "in patients taking", "during treatment".
bool joins_two(std::string_view lower);

// The same by words that mean nothing else: "interaction", "combination".
bool joins_surely(std::string_view lower);

// "Should be avoided", "increased the risk", "less effective".
bool warns_of_two(std::string_view lower);

// "No interaction", "did not affect".
bool tells_of_no_harm(std::string_view lower);

// Which of two is better, what nobody knows yet, what it costs.
bool tells_otherwise(std::string_view lower);

}  // namespace attest
