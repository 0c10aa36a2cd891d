// What the people whom a figure counts had, in a patient's words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "findings/finding.h"

namespace attest {

// One for each rate of `finding`: a verb phrase for "about 8 in 10 people …" ("felt sick"), or "" where the
// figure's own clause does not name an outcome that can be put plainly, or denies it. `sentence` is that of
// the finding.
std::vector<std::string> plain_counts(std::string_view sentence, const Finding& finding);

}  // namespace attest
