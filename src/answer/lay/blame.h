// "Is it my fault?": who asks so is told what sources say of that, and nothing else instead.
#pragma once

#include <string_view>
#include <vector>

#include "answer/answer.h"
#include "evidence/sources.h"

namespace attest {

// Asked for fault, blame or shame: "am I to blame for my asthma?", "am I broken?".
bool asks_for_blame(const UnderstoodQuestion& question);

// A sentence in small letters that says of somebody that they are not to blame: "it is nobody's fault".
bool says_no_blame(std::string_view lower);

// The sentences on the condition that say so; a few, the best sources first.
std::vector<Statement> words_on_blame(const Evidence& evidence);

// Where none says so, causes may answer: takes away what is neither cause nor of the condition.
void drop_beside_blame(Evidence& evidence);

}  // namespace attest
