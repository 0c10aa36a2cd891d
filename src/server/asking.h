// What an address says about a question: the thread, the audience, and the snapshot that a permanent link was
// made on. Shared by the answer's page, its files and the API.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "answer/answer.h"
#include "base/result.h"
#include "server/open_snapshot.h"
#include "server/site.h"

namespace attest {

struct Asking {
  std::vector<std::string> thread;  // the last one is asked; the others came before it
  Audience audience = Audience::kClinician;
  // Of a permanent link; empty otherwise.
  std::string snapshot;
  std::string fingerprint;
  std::vector<std::string> cited;
};

// Reads "q" (repeated), "for", "snapshot", "answer" and "cited". Questions are made one line; empty ones are
// left out. Fails when there is no question, one is too long, or there are more than limits::kThreadTurnsMax.
Result<Asking> read_asking(const AddressQuery& query);
// A question as it is asked: one line, no control characters, held to limits::kQuestionBytesMax.
Result<std::string> clean_question(std::string_view text);
// "clinician" when the query does not say.
Result<Audience> read_audience(const AddressQuery& query);

// What the answer says, without what changes with any commit (snapshot, count of documents): the same when
// nothing that the reader sees has changed. 16 hex digits.
std::string fingerprint_of(const Answer& answer);

// The parameters of a permanent link to this answer.
AddressQuery permanent_query(const Asking& asking, const Answer& answer);

// How an answer differs from the one that a permanent link was made to.
struct Changes {
  bool other_snapshot = false;
  bool other_answer = false;
  std::vector<std::string> newly_cited;
  std::vector<std::string> no_longer_cited;
};
Changes changes_since(const Asking& asking, const Answer& answer);

}  // namespace attest
