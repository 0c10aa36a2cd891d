// What a sentence of a page for patients tells, by its words: whether it names a treatment, a cause, a
// symptom, or only says that there are some.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "question/question.h"

namespace attest {

// How much it tells of what is asked; 0: nothing that can be used. `lower`: the sentence in small letters;
// `named`: how many treatments it names.
double telling(Intent intent, std::string_view lower, size_t named);

// The everyday words for treatments that it has: "surgery", "creams".
std::set<std::string> named_in_plain_words(std::string_view lower);

// "There are several types.", "Here are some of them.": what it speaks of stands elsewhere.
bool lacks_its_subject(std::string_view lower);

// Of what is being studied, which is not yet done.
bool tells_of_research(std::string_view lower);

}  // namespace attest
