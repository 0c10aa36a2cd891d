// search: from concepts to ranked documents, then ranked sentences. Takes an UnderstoodQuestion, gives the
// few hundred best sentences with their scores. May include base, text, document, index, collection,
// question.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "collection/collection.h"
#include "index/segment.h"
#include "question/question.h"

namespace attest {

struct DocumentHit {
  DocumentRef ref;
  std::string id;
  float score = 0;                // after re-ranking
  std::vector<uint8_t> concepts;  // for each concept of the question: 0 absent, 1 weak, 2 in text, 3 in title
};

struct SentenceHit {
  uint32_t document = 0;  // index into SearchResult::documents
  ByteSpan span;
  uint16_t section = 0;
  float score = 0;
  std::vector<uint8_t> concepts;  // as above, in this sentence (2) or only in its document (1)
};

struct SearchOptions {
  size_t candidates = 400;  // documents from the first stage
  size_t documents = 60;    // documents kept
  size_t sentences = 300;   // sentences kept
};

struct SearchResult {
  std::vector<DocumentHit> documents;
  std::vector<SentenceHit> sentences;
  uint64_t matching_documents = 0;  // candidates about every required concept
  uint64_t registrations = 0;       // of these: studies registered, without results
};

// The interface behind which a collection on another engine can stand (design §6).
class Backend {
 public:
  virtual ~Backend() = default;
  virtual Result<SearchResult> search(const UnderstoodQuestion& question,
                                      const SearchOptions& options) const = 0;
  // Plain ranked retrieval of words, without concepts: `attest search`.
  virtual Result<std::vector<DocumentHit>> rank(std::string_view query, size_t k) const = 0;
  // The same for stems, each once.
  virtual Result<std::vector<DocumentHit>> rank(const std::vector<index::WeightedTerm>& terms,
                                                size_t k) const = 0;
};

// The backend on our own index.
std::unique_ptr<Backend> make_collection_backend(std::shared_ptr<const Collection> collection);

}  // namespace attest
