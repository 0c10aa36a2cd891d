// Shares that are told in words: "most patients relapsed" beside "12% relapsed", "rarely", "nearly all".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "verify/claim_text.h"
#include "verify/comparison.h"

namespace attest {

struct ToldShare {
  uint32_t word = 0;  // index into ReadText::words
  double low = 0;     // percent
  double high = 100;
};

// "Most effective" and "the most" tell of no share, nor does "few" behind "a".
std::vector<ToldShare> told_shares(const ReadText& text);

// The share that the claim's words tell of beside the only figure that the sentence gives of the same things:
// 1 it lies within, -1 it does not, 0 where it cannot be told which figure is meant.
int hold_shares(const ReadText& claim, std::string_view sentence_text, const ReadText& sentence,
                const std::vector<AlignedWord>& aligned);

}  // namespace attest
