// Private to appraise: what holds a judged design back. A design that counts high is kept only where the text
// does not say otherwise: who or what was studied, whose trials are spoken of, whether anything was done yet.
#pragma once

#include <string_view>

#include "appraise/appraisal.h"

namespace attest {

// All take a title without its notes and own_statements() of the text, both in lower case.

// A plan of a study or of a review, without results.
bool is_planned(std::string_view title, std::string_view own);

// A review that tells how literature was searched for and chosen, as a whole and not in passing.
bool is_systematic(std::string_view title, std::string_view own);

// The title speaks of randomised trials in the plural, and not of two or three of its own.
bool is_about_trials(std::string_view title);

// The design that stands, of one that title, text or wording suggest.
StudyDesign checked_design(StudyDesign design, std::string_view title, std::string_view own);

// Cells in culture are what was worked on.
bool works_on_cells(std::string_view own);

// Work on animals or on cells, where title and text leave no doubt; else `design`.
StudyDesign by_subjects(StudyDesign design, std::string_view title, std::string_view own);

}  // namespace attest
