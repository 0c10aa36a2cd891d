#include "search/one_document.h"

#include <utility>

#include "search/candidates.h"
#include "search/documents.h"
#include "search/sentences.h"

namespace attest {

Result<SearchResult> search_one_document(const UnderstoodQuestion& question, const Collection& collection,
                                         DocumentRef ref) {
  const QuestionWeights weights = weigh(question, collection);
  const SegmentReader reader(question, weights, *collection.segments()[ref.segment].segment);
  ATTEST_ASSIGN(ReadDocument document, reader.read({ref}));
  SearchResult result;
  result.matching_documents = 1;
  DocumentHit hit;
  hit.ref = ref;
  hit.score = document.score;
  hit.concepts = document.concepts;
  ATTEST_ASSIGN(hit.id, collection.id(ref));
  result.documents.push_back(std::move(hit));
  result.sentences = best_sentences(question, reader, document, 0, 1.0f);
  return result;
}

}  // namespace attest
