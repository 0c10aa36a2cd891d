// Whose doses a sentence gives.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "findings/finding.h"

namespace attest {

// Ids of the things whose dose `lower` gives, each once. `quantities` and `named` of that sentence, spans
// local to it; `title`: what the document's title names, for a sentence that names nothing.
std::vector<std::string> dose_owners(std::string_view lower, std::span<const Quantity> quantities,
                                     std::span<const Mention> named, std::span<const Mention> title);

// The thing named whose dose `dose` is; nullptr where it is not said.
const Mention* dose_owner(std::string_view lower, const Quantity& dose, std::span<const Mention> named);

}  // namespace attest
