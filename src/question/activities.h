#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "question/names.h"
#include "question/words.h"

namespace attest {

// "Is it safe to fly after …", "am I allowed to swim with …", "when can I go back to running": what a person
// wants to do is the heart of such a question, however everyday its word. Nothing where the words after
// "safe to" name something already, or where what follows says only "have", "take", "stop".
std::optional<Concept> asked_activity(std::string_view text, const std::vector<QuestionWord>& words,
                                      const std::vector<FoundName>& names);

// "When may I drive again?": of what else is known nothing answers.
void seek_activities(UnderstoodQuestion& question, const Thesaurus& thesaurus);

}  // namespace attest
