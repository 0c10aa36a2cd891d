// Private to the grouping of sources by study.
#pragma once

#include <string>
#include <vector>

#include "evidence/sources.h"

namespace attest {

// A review, a guideline, a pooled analysis: on studies, no report of one.
bool is_on_studies(const AnswerSource& source);
// Registered with several numbers of one registry: reports several trials as one.
bool is_of_several_trials(const AnswerSource& source);
// The first of `a` that `b` has too, or "".
std::string shared_number(const std::vector<std::string>& a, const std::vector<std::string>& b);

// Fills AnswerSource::included_in.
void find_included_studies(std::vector<AnswerSource>& sources);

}  // namespace attest
