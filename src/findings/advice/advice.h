// What a sentence advises, and what it advises against.
#pragma once

#include <string_view>
#include <vector>

#include "findings/finding.h"

namespace attest {

// One for each cue that says either of something named. `lower`: the sentence in small letters; `named` in
// the order of the sentence; their spans and those of the result local to it.
std::vector<AdviceStatement> read_advice(std::string_view lower, const std::vector<Mention>& named);

// Some cue of the sentence is meant as advice for or against, whatever it names.
bool gives_advice(std::string_view lower);

}  // namespace attest
