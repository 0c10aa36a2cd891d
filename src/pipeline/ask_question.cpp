#include "pipeline/ask_question.h"

#include <unordered_map>

#include "answer/build_answer.h"
#include "pipeline/gather_evidence.h"

namespace attest {

namespace {

void name_near_misses(const Backend& backend, const Collection& collection,
                      const UnderstoodQuestion& question, Answer& answer) {
  constexpr size_t kNearMisses = 3;
  const auto hits = backend.rank(question.resolved, kNearMisses);
  if (!hits) return;
  for (const DocumentHit& hit : *hits) {
    const auto document = collection.document(hit.ref);
    if (document) answer.near_misses.push_back(document->record.title + " (" + hit.id + ")");
  }
}

}  // namespace

AskRequest request_of(const StoredAnswer& stored) {
  AskRequest request;
  request.question = stored.question;
  request.audience = parse_audience(stored.audience).value_or(Audience::kClinician);
  if (stored.has_before) request.before = stored.before;
  return request;
}

Result<AskResult> ask_question(const AskRequest& request, const std::shared_ptr<const Collection>& collection,
                               const std::shared_ptr<const Thesaurus>& thesaurus) {
  // 1 to 6: what is asked, and what the sources say of it.
  const std::unique_ptr<Backend> backend = make_collection_backend(collection);
  ATTEST_ASSIGN(const Evidence evidence, gather_evidence(request, *backend, *collection, thesaurus));

  // 7. The answer, and 8. nothing in it that its quotes do not hold.
  AskResult result;
  result.answer = build_answer(evidence);
  result.answer.before = request.before;
  result.answer.snapshot = collection->snapshot();
  result.answer.collection_documents = collection->document_count();
  result.answer.version = ATTEST_VERSION;
  std::unordered_map<std::string, const std::string*> text_by_id;
  for (const AnswerSource& source : evidence.sources) text_by_id.emplace(source.id, &source.document.text);
  result.dropped = drop_unsupported(result.answer, [&](const std::string& id) {
    const auto text = text_by_id.find(id);
    return text == text_by_id.end() ? nullptr : text->second;
  });
  if (result.answer.verdict == Answer::Verdict::kNoDirectEvidence) {
    name_near_misses(*backend, *collection, evidence.question, result.answer);
  }
  return result;
}

}  // namespace attest
