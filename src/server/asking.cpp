#include "server/asking.h"

#include <algorithm>

#include <fmt/format.h>

#include "answer/json/answer_json.h"
#include "base/checksum.h"
#include "base/limits.h"
#include "base/white_space.h"
#include "document/document.h"

namespace attest {
namespace {

constexpr size_t kFingerprintDigits = 16;
constexpr size_t kCitedInLinkMax = 40;

bool contains(const std::vector<std::string>& list, const std::string& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

}  // namespace

Result<std::string> clean_question(std::string_view text) {
  if (text.size() > limits::kQuestionBytesMax) {
    return fail(ErrorCode::kLimit,
                fmt::format("the question has {} bytes, the limit is {} (kQuestionBytesMax)", text.size(),
                            limits::kQuestionBytesMax),
                "", "ask with fewer words");
  }
  return std::string(trimmed(clean_text(text, false)));
}

Result<Audience> read_audience(const AddressQuery& query) {
  const std::string_view name = query.first("for");
  if (name.empty()) return Audience::kClinician;
  return parse_audience(name);
}

Result<Asking> read_asking(const AddressQuery& query) {
  Asking asking;
  for (const std::string& text : query.all("q")) {
    ATTEST_ASSIGN(std::string question, clean_question(text));
    if (!question.empty()) asking.thread.push_back(std::move(question));
  }
  if (asking.thread.empty())
    return fail(ErrorCode::kUsage, "there is no question", "q", "write one into the field");
  if (asking.thread.size() > limits::kThreadTurnsMax) {
    return fail(ErrorCode::kLimit,
                fmt::format("the thread has {} questions, the limit is {} (kThreadTurnsMax)",
                            asking.thread.size(), limits::kThreadTurnsMax),
                "q", "start a new thread with a whole question");
  }
  ATTEST_ASSIGN(asking.audience, read_audience(query));
  asking.snapshot = query.first("snapshot");
  asking.fingerprint = query.first("answer");
  std::string_view cited = query.first("cited");
  while (!cited.empty()) {
    const size_t end = std::min(cited.find(','), cited.size());
    if (end > 0) asking.cited.emplace_back(cited.substr(0, end));
    cited.remove_prefix(std::min(end + 1, cited.size()));
  }
  return asking;
}

std::string fingerprint_of(const Answer& answer) {
  Answer bare = answer;
  bare.snapshot.clear();
  bare.collection_documents = 0;
  bare.version.clear();
  return content_hash(answer_to_json(bare)).substr(0, kFingerprintDigits);
}

AddressQuery permanent_query(const Asking& asking, const Answer& answer) {
  AddressQuery query;
  for (const std::string& question : asking.thread) query.add("q", question);
  query.add("for", audience_name(asking.audience));
  query.add("snapshot", answer.snapshot);
  query.add("answer", fingerprint_of(answer));
  std::string cited;
  size_t count = 0;
  for (const Reference& reference : answer.references) {
    // An id with a comma cannot stand in the list.
    if (reference.document.find(',') != std::string::npos || ++count > kCitedInLinkMax) continue;
    if (!cited.empty()) cited += ',';
    cited += reference.document;
  }
  query.set("cited", cited);
  return query;
}

Changes changes_since(const Asking& asking, const Answer& answer) {
  Changes changes;
  changes.other_snapshot = !asking.snapshot.empty() && asking.snapshot != answer.snapshot;
  changes.other_answer = !asking.fingerprint.empty() && asking.fingerprint != fingerprint_of(answer);
  if (!changes.other_answer || asking.cited.empty()) return changes;
  std::vector<std::string> now;
  for (const Reference& reference : answer.references) now.push_back(reference.document);
  for (const std::string& id : asking.cited) {
    if (!contains(now, id)) changes.no_longer_cited.push_back(id);
  }
  if (asking.cited.size() >= kCitedInLinkMax) return changes;
  for (const std::string& id : now) {
    if (!contains(asking.cited, id)) changes.newly_cited.push_back(id);
  }
  return changes;
}

}  // namespace attest
