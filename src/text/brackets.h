// What stands in brackets.
#pragma once

#include <string>
#include <string_view>

namespace attest {

// Round and square brackets and what is in them, nested ones too, blanked: as long as `text`, so that offsets
// stay. A bracket that is never closed blanks the rest.
std::string text_outside_brackets(std::string_view text);

// Round brackets and what is in them left out: "(in the young), " becomes ", ". What stands in square ones
// stays; a bracket that is never closed takes the rest.
std::string without_round_brackets(std::string_view text);

}  // namespace attest
