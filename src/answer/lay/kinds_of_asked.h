// What a page on one kind of a disease says is not told of all of it.
#pragma once

#include <string_view>

#include "evidence/sources.h"

namespace attest {

// Whether a lay reader asks of a condition, and the sentence is of a page on a kind of it which neither the
// question nor the sentence names: "many have died in childhood", of a page on one rare epilepsy.
bool is_of_unnamed_kind(const Evidence& evidence, const Finding& finding);

// "Urinary incontinence in children", where nobody asked of a child.
bool is_on_age_not_asked(const UnderstoodQuestion& question, std::string_view title);

// A page on another disease ("Childhood brain tumours", asked of headache) that the sentence does not name:
// what is true there is not said of what was asked. False where a treatment is asked about, or no condition.
bool is_of_other_disease(const Evidence& evidence, const AnswerSource& source, std::string_view sentence);

// The source is such a page, whatever its sentences name.
bool is_page_on_other_disease(const Evidence& evidence, const AnswerSource& source);

// Whether the text names a condition that was not asked about.
bool names_other_condition(const Evidence& evidence, std::string_view text);

}  // namespace attest
