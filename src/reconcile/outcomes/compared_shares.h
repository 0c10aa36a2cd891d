// A result told by the shares of both arms: "mortality was 25 % with X and 40 % with Y (P = 0.02)".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "evidence/sources.h"

namespace attest {

struct ComparedShares {
  Mention given;
  Mention comparator;
  std::string outcome;
  int wanted = 0;
  int change = 0;  // 1 more, -1 less, 0 no difference beyond chance
};

// Nothing unless the sentence counts one outcome in two arms, one of them of `intervention`, and a p-value or
// the counts themselves tell a difference from chance. `lower`: the sentence in small letters.
std::optional<ComparedShares> read_compared_shares(const Evidence& evidence, const Finding& finding,
                                                   const std::string& intervention, std::string_view lower);

}  // namespace attest
