#include "index/byte_lists.h"

#include <algorithm>

namespace attest::index {

void ByteLists::extend(List& list) {
  const auto step = static_cast<uint8_t>(std::min<int>(list.step + 1, kStepMax));
  if (kPageBytes - page_used_ < slice_bytes(step)) {
    pages_.push_back(std::make_unique<uint8_t[]>(kPageBytes));
    page_used_ = 0;
  }
  const auto address = static_cast<uint32_t>(((pages_.size() - 1) * kPageBytes + page_used_) / 4);
  page_used_ += slice_bytes(step);
  if (list.step == 0) {
    list.head = address;
  } else {
    std::memcpy(at(list.slice) + payload(list.step), &address, sizeof address);
  }
  list.slice = address;
  list.step = step;
  list.used = 0;
}

void ByteLists::read(const List& list, std::string& out) const {
  out.clear();
  if (list.step == 0) return;
  uint32_t address = list.head;
  for (uint8_t step = 1; address != list.slice;
       step = static_cast<uint8_t>(std::min<int>(step + 1, kStepMax))) {
    const uint8_t* slice = at(address);
    out.append(reinterpret_cast<const char*>(slice), payload(step));
    std::memcpy(&address, slice + payload(step), sizeof address);
  }
  out.append(reinterpret_cast<const char*>(at(list.slice)), list.used);
}

}  // namespace attest::index
