// The answer to a question that no source answers as a whole: the statements that come nearest, and said to
// be no more than that.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "answer/answer.h"
#include "answer/near_findings.h"
#include "answer/sources.h"
#include "search/coverage.h"

namespace attest {

// Kinds of AnswerSection: statements that answer a part of the question; and others of documents close by,
// said to be no answer.
inline constexpr const char* kNearestSection = "nearest";
inline constexpr const char* kNearMissesSection = "near misses";

// All sentences of `evidence`, as gather_nearest() gives it, that come near, the nearest first; with
// `nearness`.
std::vector<NearFinding> rank_near_findings(const Evidence& evidence, const QuestionCoverage& coverage);

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

// Ids of the documents that an answer cites.
std::set<std::string> cited_documents(const Answer& answer);
// More is asked than things that a thesaurus knows. Where nothing is, the sources are about the whole
// question, and the model of what stands in an answer has chosen among them.
bool is_particular(const UnderstoodQuestion& question);
// For a particular question. Takes out of an answer what is not likely to bear on its question, measured
// beside all that comes near; "no direct evidence" where nothing is left. Warning signs stay.
void drop_distant(const Evidence& nearest, const std::vector<NearFinding>& near, const Evidence& evidence,
                  Answer& answer);

}  // namespace attest
