// What a sentence names without telling what came of giving it: what was given to everybody, what had failed,
// what one wants to need less of.
#pragma once

#include <span>
#include <string_view>

#include "base/byte_span.h"

namespace attest {

// Wherever `lower` names a treatment (at each of `names`, of which there is at least one), it only says
// beside what, after what or until when something else was given: "added to donepezil", "the need for
// transfusion", "resistant to isoniazid"; or one place says that all had it: "more effective than clozapine
// alone". `others`: the sentence names another treatment; then what was done meanwhile is no result of it
// either
// ("undergoing angioplasty").
bool is_given_beside(std::string_view lower, std::span<const ByteSpan> names, bool others);

}  // namespace attest
