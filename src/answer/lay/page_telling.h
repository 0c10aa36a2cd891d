// What a sentence of a page for patients tells, by its words: whether it names a treatment, a cause, a
// symptom, or only says that there are some.
#pragma once

#include <string_view>

#include "question/question.h"

namespace attest {

// How much it tells of what is asked; 0: nothing that can be used. `lower`: the sentence in small letters;
// `named`: how many treatments it names.
double telling(Intent intent, std::string_view lower, size_t named);

}  // namespace attest
