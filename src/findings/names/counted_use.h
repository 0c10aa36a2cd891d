// Treatments that a sentence names only to say how much of them was used, or that they made no difference.
#pragma once

#include <string_view>

namespace attest {

// `before` and `behind`: what stands on either side of the name in the sentence, in small letters.

// "Regardless of concomitant A", "independent of age, sex and use of A": what made no difference to it. Where
// that opens the sentence, what stands behind its comma is what was found.
bool is_without_regard(std::string_view before, std::string_view behind);

// "The risk of infarction, A or B", "5 of them underwent A": an operation that became necessary.
bool is_listed_outcome(std::string_view before, std::string_view behind);

// "Days of A use", "A use was significantly less", "steroid dose reduction": how much of it was needed.
// `others`: the sentence names another treatment, to which "cough, A use, and wheeze" are outcomes.
bool is_counted_use(std::string_view before, std::string_view behind, bool others);

}  // namespace attest
