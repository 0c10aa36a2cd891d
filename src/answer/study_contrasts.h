// Titles that differ in what one study has only one of: knees or hips, men or women, 200 or 400 µg/kg.
#pragma once

#include <string_view>

namespace attest {

// Each title names one of a kind, and not the same.
bool titles_contrast(std::string_view a, std::string_view b);

}  // namespace attest
