#include "pipeline/find_nearest.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "evidence/sources.h"
#include "search/coverage.h"
#include "search/passage_ranking.h"
#include "text/sentences.h"
#include "text/tokens.h"

namespace attest {
namespace {

constexpr size_t kRankedByWords = 200;
constexpr size_t kReadByWords = 40;  // many are plans of studies
constexpr size_t kDocumentsByWords = 12;
constexpr size_t kRankedByNames = 60;
constexpr size_t kDocumentsByNames = 10;
constexpr size_t kSentencesOfDocument = 12;
constexpr size_t kTextBytes = 60'000;  // of a document that are read
constexpr double kShareByNamesMin = 0.4;
constexpr double kShareByWordsMin = 0.15;

struct NearDocument {
  DocumentHit hit;
  Document document;
  double share = 0;  // of what was asked
};

// Of the part that is read. The last sentence of a text that was cut may be a part of one.
std::vector<ByteSpan> sentences_of(const Document& document) {
  std::vector<ByteSpan> spans;
  for (const Section& section : document.sections) {
    if (section.kind == SectionKind::kReferences) continue;
    for (const ByteSpan span : split_sentences(section.body.of(document.text))) {
      const ByteSpan placed{section.body.start + span.start, section.body.start + span.end};
      if (placed.end < kTextBytes) spans.push_back(placed);
    }
  }
  return spans;
}

// The document as far as it is read; nothing where it reports no evidence or holds less than `share_min`.
Result<std::optional<NearDocument>> read_document(const DocumentHit& hit, const QuestionCoverage& coverage,
                                                  const Library& library, double share_min) {
  AnswerSource source;
  ATTEST_ASSIGN(source.document, library.collection.document(hit.ref));
  const std::string_view text = std::string_view(source.document.text).substr(0, kTextBytes);
  Stemmer stemmer;
  const double share = coverage.share(coverage.stems_in(text, stemmer));
  if (share < share_min) return std::optional<NearDocument>();
  ATTEST_ASSIGN(source.status, library.collection.status(hit.ref));
  source.appraisal = library.appraisals.of(hit.ref, source.document);
  if (!Evidence().reports_evidence(source)) return std::optional<NearDocument>();
  return std::optional(NearDocument{hit, std::move(source.document), share});
}

bool holds(const std::vector<NearDocument>& near, const std::string& id) {
  return std::any_of(near.begin(), near.end(), [&](const NearDocument& one) { return one.hit.id == id; });
}

// By all words of the question, whose score they keep; then by the names of what was asked: people tell long
// stories, and what they ask is in few of their words.
Result<std::vector<NearDocument>> near_documents(const UnderstoodQuestion& question,
                                                 const QuestionCoverage& coverage, const Library& library,
                                                 const CitedSpans& cited) {
  ATTEST_ASSIGN(const std::vector<DocumentHit> by_words,
                library.backend.rank(question.resolved, kRankedByWords));
  ATTEST_ASSIGN(const std::vector<DocumentHit> by_names,
                library.backend.rank(coverage.terms(), kRankedByNames));
  std::vector<NearDocument> near;
  for (size_t i = 0; i < by_words.size() && i < kReadByWords && near.size() < kDocumentsByWords; ++i) {
    ATTEST_ASSIGN(auto document, read_document(by_words[i], coverage, library, kShareByWordsMin));
    if (document) near.push_back(std::move(*document));
  }
  const float best = near.empty() ? 1 : std::max(1e-6f, near.front().hit.score);
  for (NearDocument& document : near) document.hit.score /= best;

  std::vector<NearDocument> more;
  for (const DocumentHit& hit : by_names) {
    if (holds(near, hit.id)) continue;
    ATTEST_ASSIGN(auto document, read_document(hit, coverage, library, kShareByNamesMin));
    if (document) more.push_back(std::move(*document));
  }
  std::stable_sort(more.begin(), more.end(), [](const NearDocument& a, const NearDocument& b) {
    return static_cast<double>(a.hit.score) * a.share > static_cast<double>(b.hit.score) * b.share;
  });
  if (more.size() > kDocumentsByNames) more.resize(kDocumentsByNames);
  for (const auto& stated : cited) {
    const std::string& id = stated.first;
    const auto in_more = std::any_of(more.begin(), more.end(),
                                     [&](const NearDocument& document) { return document.hit.id == id; });
    const Result<DocumentRef> ref = library.collection.find(id);
    if (in_more || holds(near, id) || !ref) continue;
    DocumentHit hit;
    hit.ref = *ref;
    hit.id = id;
    ATTEST_ASSIGN(auto document, read_document(hit, coverage, library, 0));
    if (document) more.push_back(std::move(*document));
  }
  for (NearDocument& document : more) {
    const auto ranked = std::find_if(by_words.begin(), by_words.end(),
                                     [&](const DocumentHit& hit) { return hit.id == document.hit.id; });
    document.hit.score = ranked == by_words.end() ? 0 : ranked->score / best;
    near.push_back(std::move(document));
  }
  return near;
}

}  // namespace

Result<SearchResult> find_nearest(const UnderstoodQuestion& question, const QuestionCoverage& coverage,
                                  const Library& library, const CitedSpans& cited) {
  SearchResult result;
  if (!coverage.answerable()) return result;
  ATTEST_ASSIGN(std::vector<NearDocument> near, near_documents(question, coverage, library, cited));
  for (NearDocument& document : near) {
    const std::vector<ByteSpan> spans = sentences_of(document.document);
    std::vector<Passage> passages;
    passages.reserve(spans.size());
    for (const ByteSpan span : spans) passages.push_back({span.of(document.document.text), 0});
    const auto number = static_cast<uint32_t>(result.documents.size());
    size_t kept = 0;
    for (const PassageScore& score : PassagePool(passages).rank(question.resolved)) {
      if (kept++ == kSentencesOfDocument) break;
      result.sentences.push_back(
          {number, spans[score.passage], 0, static_cast<float>(score.probability), {}});
    }
    if (const auto stated = cited.find(document.hit.id); stated != cited.end()) {
      for (const ByteSpan span : spans) {
        const auto overlaps = [&](const ByteSpan other) { return other.overlaps(span); };
        if (std::any_of(stated->second.begin(), stated->second.end(), overlaps))
          result.sentences.push_back({number, span, 0, 0, {}});
      }
    }
    result.documents.push_back(std::move(document.hit));
  }
  result.matching_documents = result.documents.size();
  return result;
}

}  // namespace attest
