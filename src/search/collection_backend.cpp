// The backend on our own index: candidates from the postings, then documents and sentences from the forward
// index; no text is opened.
#include <algorithm>
#include <optional>

#include "search/candidates.h"
#include "search/documents.h"
#include "search/search.h"
#include "search/sentences.h"
#include "text/tokens.h"

namespace attest {
namespace {

class CollectionBackend final : public Backend {
 public:
  explicit CollectionBackend(std::shared_ptr<const Collection> collection)
      : collection_(std::move(collection)) {}

  Result<SearchResult> search(const UnderstoodQuestion& question,
                              const SearchOptions& options) const override {
    SearchResult result;
    // Where nothing is asked about, everything would fit and nothing would answer.
    const bool subject = std::any_of(question.concepts.begin(), question.concepts.end(),
                                     [](const Concept& wanted) { return wanted.required; });
    if (!subject) return result;
    const QuestionWeights weights = weigh(question, *collection_);
    ATTEST_ASSIGN(const std::vector<Candidate> candidates,
                  find_candidates(question, weights, *collection_, options.candidates));
    std::vector<std::optional<SegmentReader>> readers(collection_->segments().size());
    ATTEST_ASSIGN(std::vector<ReadDocument> documents,
                  read_documents(question, weights, candidates, readers));
    if (lacks_evidence(question, *collection_, documents)) return result;
    result.matching_documents = documents.size();
    ATTEST_TRY(keep_best(documents, options.documents, result));
    ATTEST_TRY(collect(question, readers, documents, result));
    if (result.sentences.size() > options.sentences) result.sentences.resize(options.sentences);
    return result;
  }

  Result<std::vector<DocumentHit>> rank(std::string_view query, size_t k) const override {
    Stemmer stemmer;
    std::vector<index::WeightedTerm> terms;
    for (const std::string& stem : stems_of(query, stemmer)) {
      const auto same =
          std::find_if(terms.begin(), terms.end(), [&](const auto& term) { return term.term == stem; });
      if (same == terms.end()) terms.push_back({stem, 1.0f});
    }
    return rank(terms, k);
  }

  Result<std::vector<DocumentHit>> rank(const std::vector<index::WeightedTerm>& terms,
                                        size_t k) const override {
    std::vector<DocumentHit> hits;
    if (terms.empty() || k == 0) return hits;
    ATTEST_ASSIGN(const std::vector<index::RankedDocument> ranked,
                  index::search(collection_->segments(), terms, k));
    for (const index::RankedDocument& one : ranked) {
      DocumentHit hit;
      hit.ref = {one.segment, one.document};
      hit.score = one.score;
      ATTEST_ASSIGN(hit.id, collection_->id(hit.ref));
      hits.push_back(std::move(hit));
    }
    return hits;
  }

 private:
  // The candidates that are about the question, best first.
  Result<std::vector<ReadDocument>> read_documents(const UnderstoodQuestion& question,
                                                   const QuestionWeights& weights,
                                                   const std::vector<Candidate>& candidates,
                                                   std::vector<std::optional<SegmentReader>>& readers) const {
    std::vector<ReadDocument> documents;
    for (const Candidate& candidate : candidates) {
      std::optional<SegmentReader>& reader = readers[candidate.ref.segment];
      if (!reader) reader.emplace(question, weights, *collection_->segments()[candidate.ref.segment].segment);
      ATTEST_ASSIGN(ReadDocument document, reader->read(candidate));
      if (is_about(question, document.concepts)) documents.push_back(std::move(document));
    }
    // Candidates come in order of place, so that equal scores keep it.
    std::stable_sort(documents.begin(), documents.end(),
                     [](const ReadDocument& a, const ReadDocument& b) { return a.score > b.score; });
    return documents;
  }

  // Keeps the best `count` documents of which no two have the same text. Registrations have no results: many
  // of them must not take the places of sources that have.
  Status keep_best(std::vector<ReadDocument>& documents, size_t count, SearchResult& result) const {
    constexpr size_t kRegistrationShare = 4;  // one of so many
    TermHashes hashes(collection_->segments());
    std::vector<ReadDocument> kept;
    std::vector<ReadDocument> spare;
    size_t registrations = 0;
    for (ReadDocument& document : documents) {
      ATTEST_ASSIGN(const Depth depth, collection_->depth(document.ref));
      const bool registration = depth == Depth::kRegistration;
      result.registrations += registration ? 1 : 0;
      if (kept.size() == count) continue;
      const bool known = std::any_of(kept.begin(), kept.end(), [&](const ReadDocument& other) {
        return nearly_same(document, other, hashes);
      });
      if (known) continue;
      if (registration && registrations++ >= count / kRegistrationShare) {
        spare.push_back(std::move(document));
      } else {
        kept.push_back(std::move(document));
      }
    }
    for (ReadDocument& document : spare) {
      if (kept.size() < count) kept.push_back(std::move(document));
    }
    documents = std::move(kept);
    return {};
  }

  Status collect(const UnderstoodQuestion& question, const std::vector<std::optional<SegmentReader>>& readers,
                 const std::vector<ReadDocument>& documents, SearchResult& result) const {
    const float best = documents.empty() ? 1.0f : std::max(documents.front().score, 1e-6f);
    for (const ReadDocument& document : documents) {
      DocumentHit hit;
      hit.ref = document.ref;
      hit.score = document.score;
      hit.concepts = document.concepts;
      ATTEST_ASSIGN(hit.id, collection_->id(hit.ref));
      const auto number = static_cast<uint32_t>(result.documents.size());
      result.documents.push_back(std::move(hit));
      for (SentenceHit& sentence : best_sentences(question, *readers[document.ref.segment], document, number,
                                                  document.score / best)) {
        result.sentences.push_back(std::move(sentence));
      }
    }
    std::stable_sort(result.sentences.begin(), result.sentences.end(),
                     [](const SentenceHit& a, const SentenceHit& b) { return a.score > b.score; });
    return {};
  }

  std::shared_ptr<const Collection> collection_;
};

}  // namespace

std::unique_ptr<Backend> make_collection_backend(std::shared_ptr<const Collection> collection) {
  return std::make_unique<CollectionBackend>(std::move(collection));
}

}  // namespace attest
