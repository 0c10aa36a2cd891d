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

// "An overdose of 10 g", "doses above 4 g are toxic", "LD50": an amount that nobody is to take. `amount`
// local to the sentence.
bool is_amount_of_harm(std::string_view lower, const Quantity& amount);

}  // namespace attest
