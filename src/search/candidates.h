#pragma once

#include <vector>

#include "base/result.h"
#include "collection/collection.h"
#include "question/question.h"
#include "search/search.h"

namespace attest {

// A document of the first stage.
struct Candidate {
  DocumentRef ref;
  float score = 0;  // of the whole question's query, 0…1; less for those that only one name brought
};

// First stage: the best documents for the question as a whole, and for each name of what it must be about, so
// that a document that knows a thing only by its rare name is there too. Ordered by place.
Result<std::vector<Candidate>> find_candidates(const UnderstoodQuestion& question, const Collection& collection,
                                               size_t count);

}  // namespace attest
