// Search within one document: its sentences as a search that found it would choose them.
#pragma once

#include "base/result.h"
#include "collection/collection.h"
#include "question/question.h"
#include "search/search.h"

namespace attest {

// The document and its best sentences, best first, whether or not it is about what the question requires.
Result<SearchResult> search_one_document(const UnderstoodQuestion& question, const Collection& collection,
                                         DocumentRef ref);

}  // namespace attest
