// What a figure that is no share measures, in the words of its sentence.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "findings/finding.h"

namespace attest {

// The outcome of `quantity` from `segment`, the part of the sentence before it in its clause; "" when it is
// not said. `lower` is the whole sentence in small letters, spans of `named` are relative to it.
std::string outcome_before(std::string_view segment, const Quantity& quantity, std::span<const Mention> named,
                           std::string_view lower);

// Where the bracket opens that the figure behind `segment` stands in; npos when it stands in none.
size_t open_bracket(std::string_view segment);

// Whether a verb of a result stands in the part: "was", "fell".
bool has_verb(std::string_view segment);

}  // namespace attest
