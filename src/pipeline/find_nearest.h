// Documents and sentences that hold most of what a question names, where none holds all of it.
#pragma once

#include "answer/choice/near_findings.h"
#include "base/result.h"
#include "pipeline/library.h"
#include "question/question.h"
#include "search/coverage.h"

namespace attest {

// At most some twenty documents that report evidence (no registrations, protocols, animals, notices,
// withdrawn papers), by rarity-weighted coverage of the question (search/coverage.h); of texts beyond an
// abstract's length the sentences that fit best. Nothing where no document holds enough. What an answer has
// `cited` is among them whatever it holds, to be measured beside the others.
Result<SearchResult> find_nearest(const UnderstoodQuestion& question, const QuestionCoverage& coverage,
                                  const Library& library, const CitedSpans& cited);

}  // namespace attest
