// What is used, sold or allowed is not thereby advised: "is widely used as first-line", "is approved for".
#pragma once

#include <string_view>

namespace attest {

// The words around a cue of a place among treatments ("first-line") tell what people do or what the law
// allows. `before` and `behind` the cue, within its clause, in small letters.
bool tells_of_use(std::string_view before, std::string_view behind);

// "If surgery is indicated, options are X and Y": the cue stands in a condition and advises nothing.
bool is_condition_of_another(std::string_view before, std::string_view behind);

}  // namespace attest
