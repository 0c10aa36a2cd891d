// The claim checker turned on ourselves: does a derived statement of an answer go against its own quotes?
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace attest {

// Why the quotes, all of them, contradict the statement ("opposite direction: reduces v increases"); nothing
// when they do not, or not surely. Meant for statements in our own words: a quoted statement is its quote.
// Silence is no proof of support, which the other checks of verify_answer must give.
std::optional<std::string> contradicted_by_quotes(std::string_view statement,
                                                  std::span<const std::string> quotes);

}  // namespace attest
