// Which word of a stem a word is. Stems are made for search, where more is better: they take "stimulation"
// and "stimulants", "organ" and "organic" for one. Of names that is too much.
#pragma once

#include <string>
#include <string_view>

namespace attest {

// `stem` with what the ending of `american`, a word of small letters in American spelling, makes of it:
// nothing for number and verb forms and "-ion" of a verb ("injected", "injections" → "inject"), else "+" and
// the kind of the ending ("stimulants" → "stimul+ant").
std::string word_form(std::string_view american, std::string_view stem);

// `form` as it counts before another word of a name, where noun and adjective say the same: "colon polyps",
// "colonic polyps".
std::string_view attributive_form(std::string_view form);

// `form` without an ending that makes an adjective ("hypertens+iv" → "hypertens"): of a condition it tells
// who has it. Empty when there is none.
std::string_view without_adjective(std::string_view form);

// "Stenoses" → "stenosis"; all other words stay.
void latin_singular(std::string& word);

}  // namespace attest
