// Which way the result of a sentence goes.
#pragma once

#include <span>
#include <string_view>

#include "findings/finding.h"
#include "quantities/quantities.h"

namespace attest {

// kFavours: it went the wanted way with the treatment that the sentence names first or means. kUnstated where
// it says both (one outcome better, another not) or nothing, or where nobody can say whether more of the
// outcome is wanted. `lower`: the sentence in small letters, with its quantities and what it names.
Direction read_direction(std::string_view lower, std::span<const Quantity> quantities,
                         std::span<const Mention> named);

}  // namespace attest
