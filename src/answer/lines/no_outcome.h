// What a sentence tells that is no outcome of treatment, whatever it names.
#pragma once

#include <string_view>

#include "findings/finding.h"

namespace attest {

// Costs alone, an aim or a method, who stayed in the study, how things were at its start, what holds for a
// part of the people only, what is made in the laboratory. `sentence` is that of the finding.
bool tells_no_outcome(const Finding& finding, std::string_view sentence);

// Only that: what was asked, planned, measured or is still to be studied, and nothing that was found.
bool tells_no_finding(const Finding& finding, std::string_view sentence);

}  // namespace attest
