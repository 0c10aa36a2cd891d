// The k best documents seen so far. Documents must come in order of (segment, document), so that of two with
// the same score the earlier one stays.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace attest::index {

struct ScoredDocument {
  uint32_t sum = 0;
  uint32_t segment = 0;
  uint32_t document = 0;
};

// Best first: the higher sum, then the lower segment and document.
inline bool is_better(const ScoredDocument& a, const ScoredDocument& b) {
  if (a.sum != b.sum) return a.sum > b.sum;
  if (a.segment != b.segment) return a.segment < b.segment;
  return a.document < b.document;
}

class TopDocuments {
 public:
  explicit TopDocuments(size_t k) : k_(k) {}

  // A document enters only with a sum above this.
  uint32_t threshold() const { return threshold_; }

  void add(const ScoredDocument& document) {
    if (document.sum <= threshold_) return;
    heap_.push_back(document);
    std::push_heap(heap_.begin(), heap_.end(), is_better);
    if (heap_.size() > k_) {
      std::pop_heap(heap_.begin(), heap_.end(), is_better);
      heap_.pop_back();
    }
    if (heap_.size() == k_) threshold_ = heap_.front().sum;
  }

  std::vector<ScoredDocument> take_sorted() {
    std::sort(heap_.begin(), heap_.end(), is_better);
    return std::move(heap_);
  }

 private:
  size_t k_;
  uint32_t threshold_ = 0;
  std::vector<ScoredDocument> heap_;  // the worst in front
};

}  // namespace attest::index
