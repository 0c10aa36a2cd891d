// Figures that stand together: several of one arm, and pairs in the order of a pair before them. All spans
// are relative to the sentence, given in small letters; `owners` has an arm or null for each figure.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/byte_span.h"
#include "findings/finding.h"

namespace attest {

// "86% and 97%, respectively, for the X group, and 82% and 98% for the Y group": of runs of the same length
// each is of the arm behind it.
void give_runs(std::string_view lower, std::span<const ByteSpan> figures, std::span<const Mention> arms,
               std::vector<const Mention*>& owners);

// "14% on X and 40% on Y after 7 days, and 36% and 63%, respectively, after 28": as those before.
void give_like_before(std::string_view lower, std::span<const ByteSpan> figures,
                      std::span<const Mention> arms, std::vector<const Mention*>& owners);

// "(X, 43% versus Y, 53%)", "(X: 13; Y: 11)" where a comma parts each name from its figure.
void give_behind_commas(std::string_view lower, std::span<const ByteSpan> figures,
                        std::span<const Mention> arms, std::vector<const Mention*>& owners);

}  // namespace attest
