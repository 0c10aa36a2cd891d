// Walks one term's postings block by block, forward only.
//
// The blocks' directory (last document, end, bits, largest impact) tells what a block can contribute before
// it is unpacked. Every block is checked as it is unpacked: documents increase, stay below the segment's
// count and end where the directory says.
#pragma once

#include <cstdint>

#include "base/result.h"
#include "index/block_codec.h"
#include "index/segment_file.h"

namespace attest::index {

class PostingCursor {
 public:
  static Result<PostingCursor> open(const SegmentFile& segment, const TermEntry& entry);

  // Block by block. False at the end or when the postings are damaged; status() tells which.
  bool next_block();
  uint32_t block_size() const { return size_; }
  const uint32_t* block_documents() const { return documents_.data(); }
  const uint8_t* block_impacts() const { return impacts_; }

  // Window by window, `from` never going back. The largest impact that a document in [from, to) can have.
  uint32_t impact_bound(uint32_t from, uint32_t to);
  // No document before this number is still to come; document_count when there is none.
  uint32_t next_document_bound() const;
  // scores[document − from] += weight · impact for every document in [from, to).
  void accumulate(uint32_t from, uint32_t to, uint32_t weight, uint32_t* scores);
  // The impact in `document`, 0 when the term is not there; documents in increasing order.
  uint32_t impact_in(uint32_t document);
  // About how many postings lie in a window of this many documents.
  uint32_t expected_postings(uint32_t documents) const;

  uint32_t document_frequency() const { return entry_.document_frequency; }
  Status status() const;

 private:
  PostingCursor(const SegmentFile& segment, const TermEntry& entry) : segment_(&segment), entry_(entry) {}

  uint32_t last_document(uint32_t block) const;
  uint32_t first_bound(uint32_t block) const { return block == 0 ? 0 : last_document(block - 1) + 1; }
  uint32_t largest_impact(uint32_t block) const;
  uint32_t impact_bound_of_blocks(uint32_t block, uint32_t to) const;
  bool is_unpacked() const { return unpacked_ == block_; }
  // Makes block_ the first block that may hold `document` or a later one.
  void skip_to(uint32_t document);
  // Unpacks block_; on damage ends the cursor.
  bool unpack();
  bool unpack_full_block();
  bool unpack_tail();
  bool give_up();

  const SegmentFile* segment_;
  TermEntry entry_;
  const char* bytes_ = nullptr;  // the term's postings
  const char* directory_ = nullptr;
  uint32_t full_blocks_ = 0;
  uint32_t blocks_ = 0;         // full ones and the tail
  uint32_t documents_end_ = 0;  // the segment's count
  uint32_t block_ = 0;
  uint32_t unpacked_ = UINT32_MAX;  // which block lies in documents_
  uint32_t position_ = 0;           // in documents_, when unpacked
  uint32_t size_ = 0;
  const uint8_t* impacts_ = nullptr;
  bool started_ = false;
  bool damaged_ = false;
  alignas(16) BlockDocuments documents_;
};

}  // namespace attest::index
