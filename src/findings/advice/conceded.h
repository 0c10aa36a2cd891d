// What a sentence concedes it does not advise.
#pragma once

#include <cstddef>
#include <string_view>

namespace attest {

// "Despite its name as a last resort, X…", "despite the recommended treatment, including X, many…": the cue
// of advice between `start` and `end` holds all the same. `is_line`: it names a place among treatments.
bool is_conceded(std::string_view lower, size_t start, size_t end, bool is_line);

}  // namespace attest
