// Private to text: British spellings meet American ones before stemming.
#pragma once

#include <string>

namespace attest {

// Rewrites `word` (lower-case ASCII letters) to its American spelling where it has a British one. The result
// is a key for comparison, not a word for display: it may be wrong English as long as both spellings agree.
void to_american_spelling(std::string& word);

}  // namespace attest
