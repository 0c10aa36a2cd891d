#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "search/documents.h"

namespace attest {

// The text of terms as hashes, so that documents of different segments can be compared. For one question.
class TermHashes {
 public:
  explicit TermHashes(const std::vector<index::SegmentView>& segments)
      : segments_(segments), seen_(segments.size()) {}
  uint64_t hash(uint32_t segment, uint32_t term);

 private:
  const std::vector<index::SegmentView>& segments_;
  std::vector<std::unordered_map<uint32_t, uint64_t>> seen_;
};

// True when two documents have nearly the same text: nine tenths of the shorter one's three-term runs are in
// the other. Cheap for documents that differ in shape, which is nearly all of them.
bool nearly_same(const ReadDocument& a, const ReadDocument& b, TermHashes& hashes);

// The best sentences of one document (`number` in SearchResult::documents), best first, without repetitions.
std::vector<SentenceHit> best_sentences(const UnderstoodQuestion& question, const SegmentReader& reader,
                                        const ReadDocument& document, uint32_t number, float relative_score);

}  // namespace attest
