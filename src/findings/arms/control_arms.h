// What treatments are held against: placebo, sham, usual care, a waiting list, the control group.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "text/tokens.h"

namespace attest {

class Stemmer;
class Vocabulary;

// The control arms that every vocabulary knows. Added before everything else, they keep their names: an arm
// stays an arm where a thesaurus lists placebo as a thing of its own.
void add_control_arms(Vocabulary& vocabulary, Stemmer& stemmer);

// Whether the words from `first` to `end` (not included) are such an arm where they stand. Stems take
// "controlled", "glycaemic control" and "the drug controls it" for a group of people; these are none.
bool stands_for_arm(std::string_view text, std::span<const Token> tokens, size_t first, size_t end);

}  // namespace attest
