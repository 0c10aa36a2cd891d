// Where a name is only the beginning of a longer one, which is that of another thing.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "text/tokens.h"

namespace attest {

// What acts on a thing, is made like it or comes of too little or too much of it is not that thing: an
// "angiotensin-converting enzyme inhibitor" is no enzyme, a "vitamin D analogue" no vitamin D. `end`: behind
// the last token of the name; `next`: the first token behind it and what a bracket explains of it; `treats`:
// the name is that of a treatment.
bool is_of_longer_name(std::string_view text, std::span<const Token> tokens, size_t end, size_t next,
                       bool treats);

}  // namespace attest
