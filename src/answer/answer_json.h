// The answer as JSON, schema attest.answer/1 (docs/schema/answer-1.schema.json). Deterministic bytes.
#pragma once

#include <string>

#include "answer/answer.h"
#include "base/result.h"

namespace attest {

std::string answer_to_json(const Answer& answer);

// What a replay or a follow-up needs of a stored answer.
struct StoredAnswer {
  std::string question;
  std::string audience;
  std::string snapshot;
  std::string version;
  std::string bytes;                       // the file as it was
  std::vector<std::string> document_ids;   // of the references
  PreviousTurn turn;
  bool has_before = false;                 // the answer was itself a follow-up
  PreviousTurn before;
};
Result<StoredAnswer> read_stored_answer(std::string_view json, std::string_view place);

// CSL-JSON object of one record, as text (also used by exports).
std::string record_to_csl_json(const std::string& id, const BibliographicRecord& record);

}  // namespace attest
