#pragma once

#include <string>
#include <string_view>

#include "question/terms.h"
#include "question/words.h"

namespace attest {

// Optimal string alignment distance (insertion, deletion, substitution, transposition of neighbours), or
// `limit` + 1 when it is greater than `limit`. Bytes, not characters: folded words are nearly all ASCII.
size_t edit_distance(std::string_view a, std::string_view b, size_t limit);

// One consonant for another that neither sounds like it nor stands beside it on the keyboard ("scarring" for
// "sparring"): no slip, but another word.
bool is_another_word(std::string_view typed, std::string_view candidate);

// "Tumour" and "tumor", "polyps" and "polyp": two forms of one word. Both are folded and share a stem.
bool is_inflection(std::string_view a, std::string_view b);

// A word whose stem the literature at large often has: hardly one that was mistyped in two places, though a
// small collection lacks it. Slips that recur there are in fewer documents.
bool is_common_word(std::string_view stem);

// What an unknown word was probably meant to be; empty when nothing is near enough. Words of the thesaurus
// and of ordinary language come first, then words whose stem the collection holds, the frequent ones before
// the rare.
std::string suggest_word(const QuestionWord& word, CollectionTerms& terms, const Thesaurus& thesaurus,
                         Stemmer& stemmer);

}  // namespace attest
