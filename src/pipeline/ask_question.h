// pipeline: the two roads as named passes, adding documents and answering a question. Takes requests, gives
// results; may include everything but cli.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "answer/answer.h"
#include "answer/json/answer_json.h"
#include "base/result.h"
#include "collection/collection.h"
#include "question/question.h"
#include "verify/verify_answer.h"

namespace attest {

struct AskRequest {
  std::string question;
  Audience audience = Audience::kClinician;
  std::optional<PreviousTurn> before;
};

// What the stored answer answers: the same question again, after the same turn.
AskRequest request_of(const StoredAnswer& stored);

struct AskResult {
  Answer answer;
  std::vector<StatementProblem> dropped;  // statements that the checker did not let through
};

// An answer is a function of the request, the collection's snapshot and the program's version.
Result<AskResult> ask_question(const AskRequest& request, const std::shared_ptr<const Collection>& collection,
                               const std::shared_ptr<const Thesaurus>& thesaurus);

}  // namespace attest
