// The answer to a question that no source answers as a whole: the statements that come nearest, and said to
// be no more than that.
#pragma once

#include "answer/answer.h"
#include "answer/sources.h"
#include "search/coverage.h"

namespace attest {

// Kinds of AnswerSection: statements that answer a part of the question; and others of documents close by,
// said to be no answer.
inline constexpr const char* kNearestSection = "nearest";
inline constexpr const char* kNearMissesSection = "near misses";

// `evidence` as gather_nearest() gives it. A few sentences of the documents that hold most of what `coverage`
// weighs, each of which holds much of it with its title and tells what was found or advised; then, of other
// documents, those that merely come close. "No direct evidence" unless it is likely that a part is answered.
Answer build_nearest_answer(const Evidence& evidence, const QuestionCoverage& coverage);

// Whether an answer cites so few documents that what comes near in others belongs beside it.
bool is_thin(const Answer& answer);
// Adds that as a last section; the sources of `nearest` join those of `evidence`.
void add_nearest(Evidence&& nearest, const QuestionCoverage& coverage, Answer& answer, Evidence& evidence);

}  // namespace attest
