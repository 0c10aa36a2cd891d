// "Do statins hurt muscles", "can beta blockers make me tired": what pages for patients say in one sentence
// of all that was asked by name.
#pragma once

#include <string_view>
#include <vector>

#include "answer/answer.h"
#include "evidence/sources.h"

namespace attest {

// Whether more than one thing is asked by name, or the harms of one: what such a sentence can answer.
bool asks_by_name(const UnderstoodQuestion& question);

// Whether the sentence, in small letters, names each of them: by a name, or by the words that were asked.
bool names_all_asked(const UnderstoodQuestion& question, std::string_view lower);

// "After metformin, sulfonylureas carry side effects", asked of metformin.
bool is_harm_of_another(const Evidence& evidence, const Finding& finding, std::string_view lower);

// "Does radiotherapy make me tired": whether the sentence, in small letters, holds one of the words that are
// asked of a treatment. True where there are none.
bool holds_asked_word(const UnderstoodQuestion& question, std::string_view lower);

// The best of the sentences that do. `pages`: evidence of pages for patients.
std::vector<Statement> words_on_named(const Evidence& pages);

}  // namespace attest
