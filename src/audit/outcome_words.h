// Which words of a clause tell what was measured, and which name what was given.
#pragma once

#include <string_view>
#include <vector>

#include "audit/lexicon.h"
#include "verify/claim_text.h"
#include "verify/comparison.h"

namespace attest::audit {

// From this strength on an aligned word is the word itself or another name of it.
inline constexpr float kSameWord = 0.9F;

// Says how much or of whom, and tells no outcome from another.
bool tells_no_outcome(std::string_view stem);
// "Effective", "efficacy": an outcome, though a word of direction.
bool is_efficacy(std::string_view folded);
double holds_efficacy(const ReadText& text);  // 1 or 0
// A thing that something is said of: "adverse" and "survival" too, whatever way they go.
bool tells_thing(const ClaimWord& word);
// For each word whether it is of the name of a treatment or a control.
std::vector<bool> given_words(const ReadText& text, const Lexicon& lexicon);
// Share, by rarity, of the things of the first that stand in the second, as the same words.
double share_found(const ReadText& what, const ReadText& where);

}  // namespace attest::audit
