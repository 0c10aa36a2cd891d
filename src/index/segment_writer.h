// Lays a segment out in a file: terms in order with their postings, then documents in order with their
// sentences. Used by the builder and by the merge, so that both write the same bytes for the same content.
//
// What stays in memory: the dictionary (it is written after the postings), twelve bytes a term, eight bytes
// for each 64 documents, and the list of blocks of the term being written. Never the postings.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "index/block_codec.h"
#include "index/output_file.h"
#include "index/segment.h"
#include "index/segment_format.h"

namespace attest::index {

class SegmentWriter {
 public:
  explicit SegmentWriter(const std::filesystem::path& path);

  // Terms strictly increasing (bytes compared), each with at least one posting, documents increasing.
  void begin_term(std::string_view term);
  void add_posting(uint32_t document, uint8_t impact);
  void end_term();
  uint32_t term_count() const { return static_cast<uint32_t>(frequencies_.size()); }

  // Once, after the last term.
  void end_terms();

  // Documents 0, 1, 2… Term numbers are ordinals: positions in the order of the terms.
  void add_document(std::vector<ForwardSentence>& sentences);

  Status finish();

 private:
  void begin_region(Region region);
  void end_region(Region region);
  void end_block();
  void end_forward_group();

  OutputFile file_;
  Footer footer_;
  Status status_;

  // The term being written.
  std::string term_;
  std::string term_before_;
  uint64_t term_start_ = 0;
  uint32_t base_ = 0;  // number after the last document of the block before
  uint32_t frequency_ = 0;
  uint8_t impact_max_ = 0;
  uint32_t pending_ = 0;
  BlockDocuments documents_{};
  std::array<char, kBlockPostings> impacts_{};
  std::string scratch_;
  std::string directory_;

  std::string dictionary_;
  std::string dictionary_index_;
  std::vector<uint32_t> frequencies_;  // by ordinal
  std::vector<uint32_t> codes_;        // ordinal → code, the most frequent term has code 0

  std::string group_ends_;
  std::string group_records_;
  std::string forward_index_;
};

}  // namespace attest::index
