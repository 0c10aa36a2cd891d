// "Can I fly after a clot", "can we have sex again": who asks whether something may be done reads what names
// that.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "question/question.h"

namespace attest {

// Of an act, which only what names it answers: not "what can I do about it".
bool asks_for_act(const UnderstoodQuestion& question);

// The words that name the act ("fly", "sex"); empty where none is asked about.
std::vector<std::string> words_of_act(const UnderstoodQuestion& question);

// Whether the sentence, in small letters, names the act. True where none is asked about.
bool names_act(const UnderstoodQuestion& question, std::string_view lower);

}  // namespace attest
