// A place among treatments that is lost, spoiled or in dispute: "has ceased to be a first-line treatment",
// "has been superseded as", "cost may limit its use as", "what should be the first line is disputed".
#pragma once

#include <cstddef>
#include <string_view>

#include "findings/advice/stance.h"
#include "findings/finding.h"

namespace attest {

// What stands before the cue takes its place away, or only tells how those fared who had it so. `before`: the
// clause up to the cue, in small letters.
bool takes_place_away(std::string_view before);

// "X has replaced Y as first-line", "Y has been replaced by X as first-line": Y. `cue`: where the cue of the
// place begins; `name` stands in the same clause.
bool is_replaced(std::string_view lower, Clause clause, size_t cue, ByteSpan name);

}  // namespace attest
