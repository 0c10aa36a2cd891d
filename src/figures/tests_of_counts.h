// Private to figures: what three tests say of the counts of two groups.
#pragma once

#include <string>

#include "figures/passage.h"

namespace attest::figures {

struct Tests {
  double fisher = 0;
  double chi_square = 0;
  double least = 0;
  double most = 0;
};

Tests tests_of(const Comparison& pair);

// "17/24 v 12/24".
std::string inputs_of(const Comparison& pair);

// Independent counts of people, each counted once.
bool can_be_tested(const Passage& passage, const Comparison& pair);

}  // namespace attest::figures
