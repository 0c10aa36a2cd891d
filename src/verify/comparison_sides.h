// "A relieves pain better than B": which of the two sides of a comparison a word stands on, and whether the
// text beside it compares the same two the same way round.
#pragma once

#include <cstdint>
#include <vector>

#include "verify/assertions.h"
#include "verify/claim_text.h"
#include "verify/comparison.h"

namespace attest {

struct ComparisonSides {
  bool found = false;
  std::vector<uint32_t> left;   // topic words before it, nearest first
  std::vector<uint32_t> right;  // after it
  Going going = Going::kSomething;
};

ComparisonSides sides_of(const ReadText& text, const std::vector<Assertion>& assertions);

struct SidesBeside {
  bool both = false;    // both texts compare
  double straight = 0;  // share of the right side's rarity that stands on the right side there too
  double crossed = 0;   // on the left side
  int verdict = 0;      // 1 the same order of the two, -1 the opposite, 0 cannot be told
};

SidesBeside hold_sides(const ReadText& claim, const ComparisonSides& claimed, const ComparisonSides& found,
                       const std::vector<AlignedWord>& aligned);

}  // namespace attest
