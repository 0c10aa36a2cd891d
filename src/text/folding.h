// Private to text: how one word that is not plain ASCII is folded for search.
#pragma once

#include <string>
#include <string_view>

namespace attest {

// Whether the character belongs into a word: letters, digits and the marks that combine with them.
bool is_word_character(char32_t c);

// Appends `word` (valid UTF-8, word characters only) folded: NFKC, lower case, no diacritics, one or two
// Greek letters in a row spelled out ("β2" → "beta2"; a Greek word stays Greek), a micro sign before a letter
// as "u" ("µg" → "ug").
void append_folded(std::string& out, std::string_view word);

}  // namespace attest
