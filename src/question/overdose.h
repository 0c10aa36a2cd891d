// Too much of a medicine, the wrong one, or a child that got hold of one or of a poison of the household:
// told in so many ways that no list of phrases holds them, but always as an act, a thing and an amount or a
// child.
#pragma once

#include <span>
#include <string>

#include "question/words.h"

namespace attest {

// Whether the words tell of a poisoning that has happened. `medicines` are words of the question that a
// thesaurus knows as treatments, beside those known here. What is only asked ("may I take two?"), what was
// prescribed so and what is long past is none.
bool tells_of_poisoning(std::span<const PlainWord> words, std::span<const std::string> medicines);

// Whether a medicine is named at all.
bool names_medicine(std::span<const PlainWord> words, std::span<const std::string> medicines);
// A number of tablets that is no dose (8 or more), or all there is: "30", "a whole bottle".
bool names_large_amount(std::span<const PlainWord> words);

}  // namespace attest
