#include "index/term_table.h"

#include <algorithm>

#include "base/checksum.h"

namespace attest::index {

uint32_t TermTable::intern(std::string_view term) {
  if (size_t{size()} * 2 >= slots_.size()) grow();
  const uint64_t hash = checksum64(term);
  const auto high = static_cast<uint32_t>(hash >> 32);
  const size_t mask = slots_.size() - 1;
  size_t at = hash & mask;
  while (slots_[at].number != kFree) {
    if (slots_[at].hash == high && text(slots_[at].number) == term) return slots_[at].number;
    at = (at + 1) & mask;
  }
  const uint32_t number = size();
  slots_[at] = {high, number};
  hashes_.push_back(hash);
  texts_.append(term);
  starts_.push_back(texts_.size());
  return number;
}

void TermTable::grow() {
  const size_t capacity = std::max<size_t>(1024, slots_.size() * 2);
  slots_.assign(capacity, Slot{});
  for (uint32_t number = 0; number < hashes_.size(); ++number) {
    size_t at = hashes_[number] & (capacity - 1);
    while (slots_[at].number != kFree) at = (at + 1) & (capacity - 1);
    slots_[at] = {static_cast<uint32_t>(hashes_[number] >> 32), number};
  }
}

size_t TermTable::memory_bytes() const {
  return slots_.capacity() * sizeof(Slot) + hashes_.capacity() * sizeof(uint64_t) +
         starts_.capacity() * sizeof(size_t) + texts_.capacity();
}

}  // namespace attest::index
