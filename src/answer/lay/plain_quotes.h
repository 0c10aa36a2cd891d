// What is not quoted to patients and partners, whichever way it came into an answer.
#pragma once

#include <string_view>

#include "answer/answer.h"

namespace attest {

// The hardest sentence that is quoted to them, as a school grade.
inline constexpr double kQuotedGradeMax = 12;

// A sentence about figures and how they were reckoned: "odds ratio 0.26 (95% CI 0.1 to 0.6)".
bool is_of_analysis(std::string_view sentence);

// What opens a study, said before anything was found: "it has not been established whether".
bool is_of_set_up(std::string_view sentence);

// No dose, no list of who was let into a study, nothing about the source itself ("The guideline is old.",
// "The source is a trial registry."), no analysis, and not too hard.
bool is_for_lay_readers(std::string_view sentence);

// The same, however hard.
bool may_be_read_by_lay(std::string_view sentence);

// Takes what only opens a study out of the bottom line; pages for patients and guidance may say so. True
// where something was taken out.
bool leave_out_set_up(Answer& answer);

// Takes quotes that are not for them out of the bottom line and the sections, those that are only hard to
// read where something easier stands beside them; the references must then be numbered again. True where
// something was taken out.
bool leave_out_hard_quotes(Answer& answer);

}  // namespace attest
