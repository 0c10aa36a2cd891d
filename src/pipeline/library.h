// What one question is asked of.
#pragma once

#include <memory>

#include "collection/collection.h"
#include "evidence/sources.h"
#include "question/question.h"
#include "search/search.h"

namespace attest {

// Borrows all that it names, for one question: a snapshot of a collection, and what was read of its documents
// since the question was asked.
struct Library {
  const Backend& backend;
  const Collection& collection;
  const std::shared_ptr<const Thesaurus>& thesaurus;
  Appraisals& appraisals;
};

}  // namespace attest
