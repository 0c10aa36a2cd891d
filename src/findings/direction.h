// Which way the result of a sentence goes.
#pragma once

#include <span>
#include <string_view>

#include "findings/finding.h"
#include "quantities/quantities.h"

namespace attest {

// kUnstated where the sentence says both (one outcome better, another not) or nothing. `lower`: the sentence
// in small letters, with its quantities.
Direction read_direction(std::string_view lower, std::span<const Quantity> quantities);

}  // namespace attest
