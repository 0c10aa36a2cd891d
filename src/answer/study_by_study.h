// How the sources that speak of the outcome asked after divide, and what each of them says.
#pragma once

#include <optional>

#include "answer/answer.h"
#include "answer/choice/asked_results.h"
#include "evidence/sources.h"

namespace attest {

// "Further results on mortality: of 5 studies 3 found less of it, 2 no difference", with those that the
// bottom line does not quote. Nothing for lay readers, or where fewer than two studies speak of it.
std::optional<AnswerSection> study_by_study(const Evidence& evidence, const AskedResults& results,
                                            const std::vector<Statement>& bottom_line);

}  // namespace attest
