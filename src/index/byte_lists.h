// Many byte strings that grow side by side: the postings of each term while a segment is built.
//
// Most terms have one posting and a few have millions, so that a buffer for each would waste most of its
// memory. Here every list is a chain of slices cut from shared pages, each slice twice as long as the one
// before, as in Lucene's indexing buffers (Busch et al., "Earlybird", ICDE 2012, describe the scheme).
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

namespace attest::index {

class ByteLists {
 public:
  // One list; part of the caller's own record of a term.
  struct List {
    uint32_t head = 0;   // address of the first slice, in units of four bytes
    uint32_t slice = 0;  // address of the last slice
    uint16_t used = 0;   // bytes used in the last slice
    uint8_t step = 0;    // which size the last slice has; 0 before the first byte
  };

  void append(List& list, uint8_t byte) {
    if (list.step == 0 || list.used == payload(list.step)) extend(list);
    *(at(list.slice) + list.used++) = byte;
  }
  void append_varint(List& list, uint32_t value) {
    while (value >= 0x80) {
      append(list, static_cast<uint8_t>(value | 0x80));
      value >>= 7;
    }
    append(list, static_cast<uint8_t>(value));
  }
  // Replaces `out` with the list's bytes.
  void read(const List& list, std::string& out) const;
  size_t memory_bytes() const { return pages_.size() * kPageBytes; }

 private:
  static constexpr size_t kPageBytes = 256u << 10;
  static constexpr uint8_t kStepMax = 12;
  // Bytes of a slice, of which the last four name the next slice.
  static constexpr uint32_t slice_bytes(uint8_t step) { return 4u << step; }  // 8, 16, … 16384
  static constexpr uint32_t payload(uint8_t step) { return slice_bytes(step) - 4; }
  uint8_t* at(uint32_t address) const {
    const uint64_t byte = uint64_t{address} * 4;
    return pages_[byte / kPageBytes].get() + byte % kPageBytes;
  }
  void extend(List& list);

  std::vector<std::unique_ptr<uint8_t[]>> pages_;
  size_t page_used_ = kPageBytes;
};

}  // namespace attest::index
