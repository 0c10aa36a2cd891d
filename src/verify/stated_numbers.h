// The figures of a claim beside those of a text: is each there, and beside the same things?
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "verify/claim_text.h"
#include "verify/comparison.h"

namespace attest {

struct StatedNumber {
  uint32_t word = 0;  // index into ReadText::words
  double value = 0;
  bool percent = false;
  bool about = false;           // "about", "nearly", "a quarter": rounded by who wrote it
  std::vector<uint32_t> among;  // the topic words nearest to it
};

std::vector<StatedNumber> stated_numbers(const ReadText& text);

struct NumbersBeside {
  size_t claimed = 0;
  size_t held = 0;       // stand in the text, rounding allowed for
  size_t misplaced = 0;  // stand there, but beside other things than another number does
  size_t other = 0;      // do not, where the text has a number of the same form beside the same things
  bool percent_missing = false;
};

// `aligned`: for each word of the claim, its word in the text beside it.
NumbersBeside hold_numbers(const ReadText& claim, const std::vector<StatedNumber>& claimed,
                           const std::vector<StatedNumber>& found, const std::vector<AlignedWord>& aligned);

// Whether any of `found` is the number of the claim.
bool holds_number(const StatedNumber& claimed, const std::vector<StatedNumber>& found);

}  // namespace attest
