// Intents that cue words alone do not tell: what is named beside them decides.
#pragma once

#include <span>
#include <string_view>

#include "question/question.h"
#include "question/words.h"

namespace attest {

// "Does X reduce Y?", "Is X effective in Z?" ask for the effect of the treatment that they name.
bool asks_for_effect(const UnderstoodQuestion& question, std::span<const PlainWord> words);

// "Does obesity worsen asthma?": one disease is said to bring about or change another, and nothing is given.
bool asks_what_disease_does(const UnderstoodQuestion& question);

// "Is gout dangerous?" asks what becomes of those who have it, not what its treatments do.
bool asks_of_danger(const UnderstoodQuestion& question, std::span<const PlainWord> words);

// "What increases the risk of gallstones?" asks for causes; who names a treatment asks for its harm.
bool asks_what_raises_risk(const UnderstoodQuestion& question, std::span<const PlainWord> words);

// "Warfarin or aspirin for stroke prevention": which of the two.
bool asks_which_of_two(const UnderstoodQuestion& question, std::string_view text);

// "Outcome of acute pancreatitis", of a condition and nothing done for it.
bool asks_for_outcome(const UnderstoodQuestion& question, std::span<const PlainWord> words);

}  // namespace attest
