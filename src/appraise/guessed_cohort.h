// Private to appraise: what a text is that nobody but its wording calls a cohort. "Follow-up", "records" and
// "retrospective" stand in reports of one treated group and in surveys as often as in cohorts.
#pragma once

#include <string_view>

#include "appraise/appraisal.h"

namespace attest {

// The design of a text that its wording suggests is a cohort: that, or the weaker one that it tells of.
// `title` and `own` (own_statements() of the text) in lower case.
StudyDesign design_of_guessed_cohort(std::string_view title, std::string_view own);

// So for a text whose wording suggests a survey: "questionnaire" stands in trials of any length.
StudyDesign design_of_guessed_survey(std::string_view title, std::string_view own);

// So for a text whose wording suggests cases and controls, where no controls are.
StudyDesign design_of_guessed_controls(std::string_view title, std::string_view own);

}  // namespace attest
