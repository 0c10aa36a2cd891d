#include "pipeline/find_nearest.h"

#include <algorithm>
#include <string>
#include <vector>

#include "answer/sources.h"
#include "search/coverage.h"
#include "search/passage_ranking.h"
#include "text/sentences.h"
#include "text/tokens.h"

namespace attest {
namespace {

constexpr size_t kRanked = 60;
constexpr size_t kDocuments = 10;
constexpr size_t kSentencesOfDocument = 12;
constexpr size_t kTextBytes = 60'000;  // of a document that are read
constexpr double kDocumentShareMin = 0.6;

struct NearDocument {
  DocumentHit hit;
  std::string text;
  double share = 0;
};

Result<std::vector<NearDocument>> near_documents(const QuestionCoverage& coverage, const Backend& backend,
                                                 const Collection& collection) {
  ATTEST_ASSIGN(std::vector<DocumentHit> ranked, backend.rank(coverage.terms(), kRanked));
  Stemmer stemmer;
  std::vector<NearDocument> near;
  for (DocumentHit& hit : ranked) {
    AnswerSource source;
    ATTEST_ASSIGN(source.document, collection.document(hit.ref));
    const std::string_view text = std::string_view(source.document.text).substr(0, kTextBytes);
    const StemSet stems = stem_set(text, stemmer);
    const double share = coverage.share(stems);
    if (share < kDocumentShareMin || !coverage.holds_subjects(stems)) continue;
    ATTEST_ASSIGN(source.status, collection.status(hit.ref));
    source.appraisal = appraise(source.document);
    if (!Evidence().reports_evidence(source)) continue;
    near.push_back({std::move(hit), std::string(text), share});
  }
  const float best = near.empty() ? 1 : std::max(1e-6f, near.front().hit.score);
  for (NearDocument& document : near)
    document.hit.score = static_cast<float>(document.share) * document.hit.score / best;
  std::stable_sort(near.begin(), near.end(),
                   [](const NearDocument& a, const NearDocument& b) { return a.hit.score > b.hit.score; });
  if (near.size() > kDocuments) near.resize(kDocuments);
  return near;
}

}  // namespace

Result<SearchResult> find_nearest(const UnderstoodQuestion& question, const QuestionCoverage& coverage,
                                  const Backend& backend, const Collection& collection) {
  SearchResult result;
  if (!coverage.answerable()) return result;
  ATTEST_ASSIGN(std::vector<NearDocument> near, near_documents(coverage, backend, collection));
  for (NearDocument& document : near) {
    std::vector<ByteSpan> spans = split_sentences(document.text);
    // The last sentence of a text that was cut may be a part of one.
    if (document.text.size() == kTextBytes && !spans.empty()) spans.pop_back();
    std::vector<Passage> passages;
    passages.reserve(spans.size());
    for (const ByteSpan span : spans) passages.push_back({span.of(document.text), 0});
    const auto number = static_cast<uint32_t>(result.documents.size());
    size_t kept = 0;
    for (const PassageScore& score : PassagePool(passages).rank(question.resolved)) {
      if (kept++ == kSentencesOfDocument) break;
      result.sentences.push_back(
          {number, spans[score.passage], 0, static_cast<float>(score.probability), {}});
    }
    result.documents.push_back(std::move(document.hit));
  }
  result.matching_documents = result.documents.size();
  return result;
}

}  // namespace attest
