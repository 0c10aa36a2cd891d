// Nouns of the conditions that an adjective speaks of: "neutropenic" of neutropenia, "psoriatic" of
// psoriasis. Medical English forms both of the same Greek and Latin parts, by a small number of endings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attest {

// For a word in lower case, in British and American spelling; what a thesaurus does not know is no word.
// Empty for words with other endings.
std::vector<std::string> condition_nouns(std::string_view adjective);

}  // namespace attest
