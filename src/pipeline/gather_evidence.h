// The first half of the road of a question: where what is asked may stand, what those sources are and
// say.
#pragma once

#include "answer/choice/near_findings.h"
#include "base/result.h"
#include "evidence/sources.h"
#include "pipeline/library.h"
#include "question/question.h"
#include "search/coverage.h"

namespace attest {

Result<Evidence> gather_evidence(UnderstoodQuestion question, Audience audience, const Library& library);

// Where no document is about all that was asked: those that hold most of its names and words, by rarity, and
// of them the sentences that hold most. No sources where none holds enough, or where something was asked
// about that no document names. What an answer has `cited` is with them.
Result<Evidence> gather_nearest(UnderstoodQuestion question, const QuestionCoverage& coverage,
                                Audience audience, const Library& library, const CitedSpans& cited = {});

// What the documents that are given say, and nothing else.
Result<Evidence> gather_from(UnderstoodQuestion question, Audience audience, const SearchResult& found,
                             const Library& library);

// The sources of `from` that `evidence` has not: what is quoted from them can be checked there.
void take_new_sources(Evidence&& from, Evidence& evidence);

}  // namespace attest
