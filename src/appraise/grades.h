#pragma once

#include <vector>

#include "appraise/appraisal.h"

namespace attest {

// Grades and certainties that the text states, with their spans: "strong recommendation, moderate quality of
// evidence", "Level I, Grade A", "conditional recommendation; low-certainty evidence", "(GRADE 1B)".
std::vector<StatedGrade> find_grades(std::string_view text);

}  // namespace attest
