// What stands in brackets.
#pragma once

#include <string>
#include <string_view>

namespace attest {

// Round and square brackets and what is in them, nested ones too, blanked: as long as `text`, so that offsets
// stay. A bracket that is never closed blanks the rest.
std::string text_outside_brackets(std::string_view text);

}  // namespace attest
