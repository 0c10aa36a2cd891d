// Which figure belongs to which arm of a sentence.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "findings/finding.h"

namespace attest {

// `sentence` is the text; spans of quantities and mentions are relative to it. Gives one ArmRate for each
// proportion or percentage that is a result (not a confidence level, not an accuracy). An arm is attached
// only where the words between figure and name say so; a single arm that the sentence names holds for all
// figures.
std::vector<ArmRate> attach_rates(std::string_view sentence, std::span<const Quantity> quantities,
                                  std::span<const Mention> mentions);

// The arm of each of `figures`, by the same rules; its name is empty where the words do not say. Spans are
// relative to `lower`, the sentence in small letters.
std::vector<Mention> arms_of_figures(std::string_view lower, std::span<const Quantity* const> figures,
                                     std::span<const Quantity> quantities, std::span<const Mention> mentions);

}  // namespace attest
