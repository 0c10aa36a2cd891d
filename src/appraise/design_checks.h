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

// A text that says of itself that it reviews: "in this review", "this article discusses".
bool says_it_reviews(std::string_view own);

// A text that says what it set out to do, or who was studied.
bool tells_its_work(std::string_view own);

// A sentence about the study itself says who got what by chance, or names the one trial that it was.
bool tells_its_allocation(std::string_view own);

// Any word of chance, of blinding or of placebo, whoever's trial it is of.
bool names_allocation(std::string_view lower);

// People were put into groups by what they had, not by chance.
bool groups_by_trait(std::string_view own);

// A text that put studies together itself, and does not only tell of a meta-analysis by others.
bool tells_its_synthesis(std::string_view own);

// The title speaks of randomised trials in the plural, and not of two or three of its own.
bool is_about_trials(std::string_view title);

// The design that stands, of one that title, text or wording suggest.
StudyDesign checked_design(StudyDesign design, std::string_view title, std::string_view own);

// Work on animals or on cells, where title and text leave no doubt; else `design`.
StudyDesign by_subjects(StudyDesign design, std::string_view title, std::string_view own);

}  // namespace attest
