// What each share of a sentence counts.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "findings/finding.h"

namespace attest {

// Gives each rate the outcome that its own part of the sentence names; rates are in the order of the
// sentence, spans relative to it. `lower` is the sentence in small letters. Linear in the sentence for each
// rate.
void attach_outcomes(std::string_view lower, std::span<const Mention> named, std::vector<ArmRate>& rates);

// Whether `outcome`, which stands before the first rate, may be said of all.
bool holds_for_all(std::string_view lower, std::string_view outcome, std::span<const Mention> named,
                   std::span<const ArmRate> rates);

}  // namespace attest
