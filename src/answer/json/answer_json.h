// The answer as JSON, schema attest.answer/1 (docs/schema/answer-1.schema.json). Deterministic bytes.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "answer/answer.h"
#include "base/result.h"

namespace attest {

// Indented by two spaces, ends with a newline. Members stand in the order of the schema; what is not stated
// (a number that is NaN, an empty optional text) is left out, never written as null or 0. Invalid UTF-8
// becomes U+FFFD.
std::string answer_to_json(const Answer& answer);

// A part of a stored answer and what it says: the bottom line, a line of therapy, a section.
struct StoredPart {
  std::string key;                    // the same for this part of another answer: "line biofeedback"
  std::string title;                  // "1. Biofeedback"
  std::vector<Statement> statements;  // text, citations (without quotes) and `quoted`; the rest stays empty
};

// What a replay, a comparison or a follow-up needs of a stored answer.
struct StoredAnswer {
  std::string question;
  std::string audience;
  std::string snapshot;
  std::string version;
  std::string verdict;                              // the last three: "" where the file does not say
  std::string scope;                                // "41 sources on this condition: 6 guidelines, …"
  std::string summary;                              // how the question was understood
  std::string bytes;                                // the file as it was
  std::vector<std::string> document_ids;            // of the references
  std::map<std::string, std::string> source_names;  // of documents whose record says it: "Farid 2009"
  std::vector<StoredPart> parts;                    // as printed; at most limits::kAnswerPartsMax
  PreviousTurn turn;
  bool has_before = false;  // the answer was itself a follow-up
  PreviousTurn before;
};
// Reads an answer that somebody kept. The file is not trusted: it is held to limits::kAnswer… and every
// member that is used is checked; errors name the place and the member ("kept.json, understood.intent: …").
Result<StoredAnswer> read_stored_answer(std::string_view json, std::string_view place);

// CSL-JSON object of one record (schema 1.0.2), as one line of text (also used by exports).
std::string record_to_csl_json(const std::string& id, const BibliographicRecord& record);

}  // namespace attest
