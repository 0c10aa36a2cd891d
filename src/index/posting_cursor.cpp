#include "index/posting_cursor.h"

#include <algorithm>

#include "base/stored_bytes.h"

namespace attest::index {

Result<PostingCursor> PostingCursor::open(const SegmentFile& segment, const TermEntry& entry) {
  PostingCursor cursor(segment, entry);
  ATTEST_ASSIGN(const std::string_view bytes, segment.postings(entry));
  cursor.full_blocks_ = entry.document_frequency / kBlockPostings;
  const bool has_tail = entry.document_frequency % kBlockPostings != 0;
  cursor.blocks_ = cursor.full_blocks_ + (has_tail ? 1 : 0);
  cursor.documents_end_ = segment.document_count();
  const uint64_t directory_bytes = uint64_t{cursor.full_blocks_} * kDirectoryEntryBytes;
  if (directory_bytes > bytes.size())
    return segment.damaged("the postings of a term are too short", entry.postings_offset);
  cursor.bytes_ = bytes.data();
  cursor.directory_ = bytes.data() + bytes.size() - directory_bytes;
  return cursor;
}

Status PostingCursor::status() const {
  if (!damaged_) return {};
  return segment_->damaged("the postings of a term are damaged", kHeaderBytes + entry_.postings_offset);
}

uint32_t PostingCursor::last_document(uint32_t block) const {
  if (block >= full_blocks_) return documents_end_ - 1;
  return load_u32(directory_ + size_t{block} * kDirectoryEntryBytes);
}

uint32_t PostingCursor::largest_impact(uint32_t block) const {
  if (block >= full_blocks_) return entry_.impact_max;
  return static_cast<uint8_t>(directory_[size_t{block} * kDirectoryEntryBytes + 9]);
}

bool PostingCursor::give_up() {
  damaged_ = true;
  block_ = blocks_;
  size_ = 0;
  return false;
}

bool PostingCursor::unpack() {
  if (is_unpacked()) return true;
  const bool sound = block_ < full_blocks_ ? unpack_full_block() : unpack_tail();
  if (!sound) return give_up();
  unpacked_ = block_;
  position_ = 0;
  return true;
}

bool PostingCursor::unpack_full_block() {
  const char* entry = directory_ + size_t{block_} * kDirectoryEntryBytes;
  const uint32_t last = load_u32(entry);
  const uint32_t end = load_u32(entry + 4);
  const uint32_t bits = static_cast<uint8_t>(entry[8]);
  const size_t packed = packed_block_bytes(bits);
  const uint32_t base = first_bound(block_);
  if (bits > kBlockBitsMax || last >= documents_end_ || base >= documents_end_ ||
      end > static_cast<size_t>(directory_ - bytes_) || end < packed + kBlockPostings) {
    return false;
  }
  const char* start = bytes_ + end - packed - kBlockPostings;
  unpack_block(start, bits, base, documents_);
  impacts_ = reinterpret_cast<const uint8_t*>(start + packed);
  size_ = kBlockPostings;
  return block_is_sound(documents_, bits, base, last);
}

bool PostingCursor::unpack_tail() {
  const uint32_t size = entry_.document_frequency % kBlockPostings;
  const uint32_t start =
      full_blocks_ == 0 ? 0 : load_u32(directory_ + (size_t{full_blocks_} - 1) * kDirectoryEntryBytes + 4);
  const auto end = static_cast<size_t>(directory_ - bytes_);
  if (start > end) return false;
  ByteReader reader({bytes_ + start, end - start});
  uint64_t next = first_bound(block_);
  for (uint32_t i = 0; i < size; ++i) {
    next += reader.varint_up_to(documents_end_);
    if (next >= documents_end_) return false;
    documents_[i] = static_cast<uint32_t>(next++);
  }
  const std::string_view impacts = reader.bytes(size);
  if (!reader.ok() || reader.remaining() != 0) return false;
  impacts_ = reinterpret_cast<const uint8_t*>(impacts.data());
  size_ = size;
  return true;
}

bool PostingCursor::next_block() {
  if (started_) ++block_;
  started_ = true;
  return block_ < blocks_ && unpack();
}

void PostingCursor::skip_to(uint32_t document) {
  if (block_ >= blocks_ || last_document(block_) >= document) return;
  ++block_;
  // Doubling steps, then halving: cheap for the next block and for a far one.
  uint32_t step = 1;
  while (block_ + step < blocks_ && last_document(block_ + step - 1) < document) {
    block_ += step;
    step *= 2;
  }
  uint32_t end = std::min(blocks_, block_ + step);
  while (block_ < end) {
    const uint32_t middle = block_ + (end - block_) / 2;
    if (last_document(middle) < document) {
      block_ = middle + 1;
    } else {
      end = middle;
    }
  }
}

uint32_t PostingCursor::next_document_bound() const {
  if (block_ >= blocks_) return documents_end_;
  if (is_unpacked()) return position_ < size_ ? documents_[position_] : first_bound(block_ + 1);
  return first_bound(block_);
}

uint32_t PostingCursor::impact_bound(uint32_t from, uint32_t to) {
  skip_to(from);
  if (block_ >= blocks_) return 0;
  const uint32_t last = last_document(block_);
  // A block much wider than the window says little about it; its postings say it exactly, and it is unpacked
  // once for all the windows that it covers.
  if (is_unpacked() || last - first_bound(block_) >= to - from) {
    if (!unpack()) return 0;
    while (position_ < size_ && documents_[position_] < from) ++position_;
    uint32_t largest = 0;
    for (uint32_t i = position_; i < size_ && documents_[i] < to; ++i)
      largest = std::max<uint32_t>(largest, impacts_[i]);
    if (last + 1 >= to || block_ + 1 >= blocks_) return largest;
    return std::max(largest, impact_bound_of_blocks(block_ + 1, to));
  }
  return impact_bound_of_blocks(block_, to);
}

uint32_t PostingCursor::impact_bound_of_blocks(uint32_t block, uint32_t to) const {
  uint32_t largest = 0;
  for (; block < blocks_; ++block) {
    largest = std::max(largest, largest_impact(block));
    if (last_document(block) + 1 >= to) break;
  }
  return largest;
}

void PostingCursor::accumulate(uint32_t from, uint32_t to, uint32_t weight, uint32_t* scores) {
  skip_to(from);
  while (block_ < blocks_ && first_bound(block_) < to && unpack()) {
    const uint32_t* documents = documents_.data();
    uint32_t i = position_;
    while (i < size_ && documents[i] < from) ++i;
    uint32_t end = size_;
    if (documents[size_ - 1] >= to) {
      end = static_cast<uint32_t>(std::lower_bound(documents + i, documents + size_, to) - documents);
    }
    const uint8_t* impacts = impacts_;
    for (; i < end; ++i) scores[documents[i] - from] += weight * impacts[i];
    position_ = end;
    if (end < size_) return;
    ++block_;
  }
}

uint32_t PostingCursor::impact_in(uint32_t document) {
  skip_to(document);
  if (block_ >= blocks_ || !unpack()) return 0;
  const uint32_t* documents = documents_.data();
  position_ =
      static_cast<uint32_t>(std::lower_bound(documents + position_, documents + size_, document) - documents);
  return position_ < size_ && documents[position_] == document ? impacts_[position_] : 0;
}

uint32_t PostingCursor::expected_postings(uint32_t documents) const {
  return static_cast<uint32_t>(uint64_t{entry_.document_frequency} * documents / documents_end_) + 1;
}

}  // namespace attest::index
