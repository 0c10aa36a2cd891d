// "2.5% with A and 1.4% with B" beside "1.4% with A and 2.5% with B": the figures are there, each on the
// other side.
#pragma once

#include <vector>

#include "verify/claim_text.h"
#include "verify/comparison.h"

namespace attest {

// 1 where two figures of the claim that follow one another stand on the same sides in the text, -1 where they
// were exchanged, 0 where it cannot be told whose they are. `aligned`: for each word of the claim, its word
// in the text.
int hold_figure_sides(const ReadText& claim, const ReadText& evidence,
                      const std::vector<AlignedWord>& aligned);

}  // namespace attest
