// Results of people other than those whom the question is of, told in the same papers: of those who had what
// the question's people cannot have, and of those with a neighbouring disease.
#pragma once

#include <string>
#include <string_view>

#include "evidence/sources.h"

namespace attest {

// "Myeloma in patients not eligible for transplant": the first letters of what they do not have, "transpl";
// empty where the question leaves nobody out. `lower`: the question in small letters.
std::string what_they_cannot_have(std::string_view lower);

// The sentence, or the title of its source, is of people who had that.
bool had_what_others_cannot(const Evidence& evidence, const Finding& finding);

// "In patients with nodular goitre", in a paper on Graves disease too: of another disease of the same kind.
bool are_of_neighbouring_disease(const Evidence& evidence, const Finding& finding);

}  // namespace attest
