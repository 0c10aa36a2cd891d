// The builder's vocabulary: term → number, numbers given in order of first appearance.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace attest::index {

// Open addressing over the XXH3 of the term, linear probing, at most half full; the texts lie one after the
// other in one buffer.
class TermTable {
 public:
  // The number of `term`, new if it is not known yet.
  uint32_t intern(std::string_view term);
  std::string_view text(uint32_t number) const {
    return std::string_view(texts_).substr(starts_[number], starts_[number + 1] - starts_[number]);
  }
  uint32_t size() const { return static_cast<uint32_t>(starts_.size() - 1); }
  size_t memory_bytes() const;

 private:
  struct Slot {
    uint32_t hash = 0;  // high half, spares most comparisons of texts
    uint32_t number = kFree;
  };
  static constexpr uint32_t kFree = UINT32_MAX;
  void grow();

  std::vector<Slot> slots_;
  std::vector<uint64_t> hashes_;
  std::vector<size_t> starts_{0};
  std::string texts_;
};

}  // namespace attest::index
