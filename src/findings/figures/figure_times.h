// At which time a figure was counted.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "findings/finding.h"

namespace attest {

// "If bleeding goes on after 30 minutes": a time of a condition, at which nothing was counted.
bool is_time_of_condition(std::string_view lower, const Quantity& time);

// Gives each rate the time that its part of the sentence names. `lower` is the sentence in small letters;
// spans are relative to it.
void attach_times(std::string_view lower, std::string_view sentence, std::span<const Quantity> quantities,
                  std::vector<ArmRate>& rates);

}  // namespace attest
