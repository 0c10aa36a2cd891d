// Feelings that are told beside a complaint: no source says them, so none need say them.
#pragma once

#include <vector>

#include "question/question.h"

namespace attest {

// Drops what only tells how somebody feels ("my wife is angry"), where a condition, a treatment or a test is
// asked about as well. A feeling that a thesaurus names may be the complaint and stays, as does one alone.
void drop_feelings(std::vector<Concept>& concepts);

}  // namespace attest
