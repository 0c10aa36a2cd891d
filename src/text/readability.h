// How hard a text is to read: the Flesch–Kincaid grade (Kincaid et al. 1975, "Derivation of new readability
// formulas…", US Navy research branch report 8-75), from words a sentence and syllables a word.
#pragma once

#include <string_view>

namespace attest {

// The school grade that the text asks for; the reader's age is about five years more. 0 for a text without
// words. Syllables are counted by rule, for English: a few words in a hundred are off by one.
double reading_grade(std::string_view text);

// Vowel groups, without a silent e at the end; at least 1.
int count_syllables(std::string_view word);

}  // namespace attest
