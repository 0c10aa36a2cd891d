// Which way a result goes that only its figures tell: "14% with X and 7% with placebo (p = 0.01)".
#pragma once

#include <span>
#include <string_view>

#include "findings/finding.h"
#include "quantities/quantities.h"

namespace attest {

// A p-value that leaves a difference to chance.
bool may_be_chance(const Quantity& p_value);
// Whether an estimate's interval holds no effect: 1 it does, -1 it does not, 0 there is no interval.
int holds_no_effect(const Quantity& quantity);

// By two figures of two arms, or by ratios on one side of 1; kUnstated unless an interval or a p-value says
// that it is not chance, and unless more of the outcome is known to be wanted or not. `lower`: the sentence
// in small letters; spans of quantities and names are relative to it.
Direction direction_of_figures(std::string_view lower, std::span<const Quantity> quantities,
                               std::span<const Mention> named);

}  // namespace attest
