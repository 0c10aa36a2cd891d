// One document read as a whole, without a question: what its title is about and what its sentences say.
#pragma once

#include <memory>

#include "base/result.h"
#include "collection/collection.h"
#include "evidence/sources.h"
#include "question/question.h"

namespace attest {

struct DocumentReading {
  UnderstoodQuestion about;  // the title, understood as a question
  AnswerSource source;       // its findings are those that say something, in the order of the text
};

Result<DocumentReading> read_document(const Collection& collection,
                                      const std::shared_ptr<const Thesaurus>& thesaurus, DocumentRef ref);

}  // namespace attest
