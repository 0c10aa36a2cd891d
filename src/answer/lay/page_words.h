// What pages for patients say that ask what a lay reader asks, of the very thing: sentences that name
// something, not those that only say that it depends.
#pragma once

#include <string_view>
#include <vector>

#include "answer/answer.h"
#include "evidence/sources.h"

namespace attest {

// The one thing a broad question is about ("how is gout treated"); nullptr where more is asked ("can I eat
// cherries with gout"), or where no such page answers.
const Concept* broadly_asked(const UnderstoodQuestion& question);

// "Is lupus hereditary", "will it be passed to my children".
bool asks_for_inheritance(const UnderstoodQuestion& question);

// Pages for patients are written for them: long names of treatments make no sentence of theirs hard.
bool may_be_followed(std::string_view sentence);

// The best of them, each with something that those before it do not name. `pages`: evidence of such pages
// alone, whose question is the broad one.
std::vector<Statement> words_of_pages(const Evidence& pages);

}  // namespace attest
