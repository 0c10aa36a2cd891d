#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "search/documents.h"

namespace attest {

// The text of terms as hashes, so that documents of different segments can be compared. For one question.
class TermHashes {
 public:
  explicit TermHashes(const std::vector<index::SegmentView>& segments) : segments_(segments), seen_(segments.size()) {}
  uint64_t hash(uint32_t segment, uint32_t term);

 private:
  const std::vector<index::SegmentView>& segments_;
  std::vector<std::unordered_map<uint32_t, uint64_t>> seen_;
};

// Sorted hashes of three terms in a row over a document's beginning: equal texts have equal lists.
std::vector<uint64_t> shingles_of(const ReadDocument& document, TermHashes& hashes);

// Nine tenths of the smaller list are in the other.
bool nearly_same(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b);

// The best sentences of one document (`number` in SearchResult::documents), best first, without repetitions.
std::vector<SentenceHit> best_sentences(const UnderstoodQuestion& question, const SegmentReader& reader,
                                        const ReadDocument& document, uint32_t number, float relative_score);

}  // namespace attest
