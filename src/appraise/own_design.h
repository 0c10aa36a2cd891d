// Private to appraise: which designs a text claims for itself, and not only for studies that it tells of.
#pragma once

#include <string_view>
#include <vector>

#include "appraise/appraisal.h"

namespace attest {

// `own` is own_statements() of a text, in lower case.

// A text that says of itself that it reviews: "in this review", "this article discusses".
bool says_it_reviews(std::string_view own);

// A text that says what it set out to do, or who was studied.
bool tells_its_work(std::string_view own);

// A sentence about the study itself says who got what by chance, or names the one trial that it was.
bool tells_its_allocation(std::string_view own);

// Any word of chance, of blinding or of placebo, whoever's trial it is of.
bool names_allocation(std::string_view lower);

// Words that say, or nearly always mean, that chance decided.
bool names_chance(std::string_view lower);

// A text that says nothing of its own and names two trials or more by their short names ("the HPS trial").
bool retells_trials(std::string_view text);

// People were put into groups by what they had, not by chance.
bool groups_by_trait(std::string_view own);

// A text that put studies together itself, and does not only tell of a meta-analysis by others.
bool tells_its_synthesis(std::string_view own);

// Designs that the wording may not suggest, because the text does not say them of itself.
std::vector<StudyDesign> barred_designs(std::string_view text, std::string_view own);

// A text that only tells of others' trials: their follow-up makes no cohort either.
bool tells_only_of_others(std::string_view text, std::string_view own);

}  // namespace attest
