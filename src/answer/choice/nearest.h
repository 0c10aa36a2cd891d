// The answer to a question that no source answers as a whole: the statements that come nearest, and said to
// be no more than that.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "answer/answer.h"
#include "answer/choice/near_findings.h"
#include "evidence/sources.h"
#include "search/coverage.h"

namespace attest {

// Kinds of AnswerSection: statements that answer a part of the question; and others of documents close by,
// said to be no answer.
inline constexpr const char* kNearestSection = "nearest";
inline constexpr const char* kNearMissesSection = "near misses";

// All sentences of `evidence`, as gather_nearest() gives it, that come near, the nearest first, and those
// that an answer has `cited`; with `nearness`.
std::vector<NearFinding> rank_near_findings(const Evidence& evidence, const QuestionCoverage& coverage,
                                            const PertinenceReader& pertinence, const CitedSpans& cited);

// A few sentences of the documents that hold most of what `coverage` weighs, each of which holds much of it
// with its title and tells what was found or advised; then, of other documents, those that merely come close.
// "No direct evidence" unless it is likely that a part is answered.
Answer build_nearest_answer(const Evidence& evidence, const QuestionCoverage& coverage,
                            const std::vector<NearFinding>& near);

// Whether an answer cites so few documents that what comes near in others belongs beside it.
bool is_thin(const Answer& answer);
// Adds that as last sections; the sources of `nearest` join those of `evidence`.
void add_nearest(Evidence&& nearest, const std::vector<NearFinding>& near, Answer& answer,
                 Evidence& evidence);

// What the statements of an answer cite, its warning signs aside.
CitedSpans cited_spans(const Answer& answer);
// The nearness of a sentence at a place (nearness.h).
using MeasureNearness = std::function<double(const NearFinding&, const NearPlace&)>;
// Takes out of an answer what is not likely to answer a part of its question, measured beside all that comes
// near; "no direct evidence" where nothing is left. Warning signs stay.
void drop_distant(const Evidence& nearest, const std::vector<NearFinding>& near,
                  const MeasureNearness& measure, const Evidence& evidence, Answer& answer);

}  // namespace attest
