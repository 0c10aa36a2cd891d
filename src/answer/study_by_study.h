// What the sources that speak of the outcome asked after say, one by one.
#pragma once

#include "answer/answer.h"
#include "answer/choice/asked_results.h"
#include "evidence/sources.h"

namespace attest {

// Adds "Further results on mortality" before the other sections: those that neither the bottom line nor a
// disagreement quotes, and that then stand in no other section. Nothing for lay readers, or where fewer than
// two studies speak of it.
void add_study_by_study(const Evidence& evidence, const AskedResults& results, Answer& answer);

}  // namespace attest
