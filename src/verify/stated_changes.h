// "Rose from 12 to 18": what a figure was and what it became.
#pragma once

#include <vector>

#include "verify/claim_text.h"

namespace attest {

struct StatedChange {
  double from = 0;
  double to = 0;
};

std::vector<StatedChange> stated_changes(const ReadText& text);

// Of the claim's change beside those of the sentence: 1 the same, -1 the same two figures exchanged, or a
// verb that goes the other way than its own figures do, 0 where the sentence has none of it.
int hold_changes(const ReadText& claim, const ReadText& sentence);

}  // namespace attest
