// Guidelines for a treatment question whose words led to none.
#pragma once

#include <vector>

#include "base/result.h"
#include "pipeline/library.h"
#include "question/question.h"

namespace attest {

// A few guidelines and consensus texts whose titles name the condition asked about, where the question is
// about its treatment and none of `sources` is one: "treatment of hypertension" is said by so many titles
// that recommendations for its management stand far behind. Usable ones only.
Result<std::vector<AnswerSource>> find_guidance(const UnderstoodQuestion& question,
                                                const std::vector<AnswerSource>& sources,
                                                const Library& library);

// Chapters of guidelines on the whole of a condition that was asked about in one course of it
// ("Pericarditis", asked of acute pericarditis), but for those among `sources`, and where the question is
// about its treatment. Usable ones only.
Result<std::vector<AnswerSource>> find_chapters(const UnderstoodQuestion& question,
                                                const std::vector<AnswerSource>& sources,
                                                const Library& library);

}  // namespace attest
