#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "collection/collection.h"
#include "question/question.h"
#include "search/search.h"

namespace attest {

// A document of the first stage.
struct Candidate {
  DocumentRef ref;
};

// What each part of a question is worth: inverse document frequency times importance.
struct QuestionWeights {
  std::vector<float> concepts;                       // in the question's order
  std::vector<std::pair<std::string, float>> words;  // stems outside concepts
  float total = 0;                                   // of everything above
};
QuestionWeights weigh(const UnderstoodQuestion& question, const Collection& collection);

// First stage: the best documents for the question as a whole, and for each name of what it must be about, so
// that a document that knows a thing only by its rare name is there too. Ordered by place.
Result<std::vector<Candidate>> find_candidates(const UnderstoodQuestion& question,
                                               const QuestionWeights& weights, const Collection& collection,
                                               size_t count);

}  // namespace attest
