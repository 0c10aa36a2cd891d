// What the figures of a sentence that are no shares belong to: their arm, outcome and time.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "findings/finding.h"

namespace attest {

// One for each mean, median, estimate, p-value and dose of which the sentence says something; in its order.
// `lower` is the sentence in small letters; spans of quantities, mentions and rates are relative to it.
// `rates` are the shares of the sentence with their arms and outcomes.
std::vector<AttachedFigure> attach_figures(std::string_view lower, std::string_view sentence,
                                           std::span<const Quantity> quantities,
                                           std::span<const Mention> named, std::span<const ArmRate> rates);

}  // namespace attest
