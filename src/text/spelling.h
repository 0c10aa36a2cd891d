// British spellings meet American ones: before stemming, and where names are looked for letter by letter.
#pragma once

#include <string>
#include <string_view>

namespace attest {

// Rewrites `word` (lower-case ASCII letters) to its American spelling where it has a British one. The result
// is a key for comparison, not a word for display: it may be wrong English as long as both spellings agree.
void to_american_spelling(std::string& word);

// The same of each word of `lower`, text in small letters.
std::string american_words(std::string_view lower);

}  // namespace attest
