// Intents that cue words alone do not tell: what is named beside them decides.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "question/question.h"
#include "question/words.h"

namespace attest {

// "Does X reduce Y?", "Is X effective in Z?" ask for the effect of the treatment that they name.
bool asks_for_effect(const UnderstoodQuestion& question, std::span<const PlainWord> words);

// "Does obesity worsen asthma?": one disease is said to bring about or change something, and nothing is
// given: its treatments are no answer. Causes of another disease, else what is said of both; nothing where no
// disease is said to act.
std::optional<Intent> intent_with_disease_as_agent(const UnderstoodQuestion& question);

// "Is gout dangerous?" asks what becomes of those who have it, not what its treatments do.
bool asks_of_danger(const UnderstoodQuestion& question, std::span<const PlainWord> words);

// "What increases the risk of gallstones?" asks for causes; who names a treatment asks for its harm.
bool asks_what_raises_risk(const UnderstoodQuestion& question, std::span<const PlainWord> words);

// "Warfarin or aspirin for stroke prevention": which of the two.
bool asks_which_of_two(const UnderstoodQuestion& question, std::string_view text);

// "Outcome of acute pancreatitis", of a condition and nothing done for it.
bool asks_for_outcome(const UnderstoodQuestion& question, std::span<const PlainWord> words);

}  // namespace attest
