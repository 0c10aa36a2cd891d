// The reader behind Segment. Everything below is private to this folder.
//
// Trust: opening checks the footer and the table of checksums. Each chunk of the file is checked when it is
// first touched (16 KiB, XXH3, about a microsecond) and remembered in a bitmap, so that a damaged file gives
// an error and never a wrong answer. Checksums do not stop a forger: every offset, length and count is
// checked against its region as well.
#pragma once

#include <atomic>
#include <memory>

#include "base/file.h"
#include "index/segment.h"
#include "index/segment_format.h"

namespace attest::index {

class SegmentFile final : public Segment {
 public:
  static Result<std::shared_ptr<const SegmentFile>> open_file(const std::filesystem::path& path);
  // A segment that is already in memory; `place` names it in errors.
  static Result<std::shared_ptr<const SegmentFile>> open_bytes(std::string bytes, std::string place);

  uint32_t document_count() const override { return footer_.document_count; }
  uint64_t size_bytes() const override { return bytes_.size(); }
  uint64_t term_count() const override { return footer_.term_count; }
  std::optional<uint32_t> term_ordinal(std::string_view term) const override;
  Result<std::string> term_text(uint32_t ordinal) const override;
  TermStatistics statistics(uint32_t ordinal) const override;
  Result<std::vector<ForwardSentence>> sentences(uint32_t document) const override;
  Status for_each_term(std::string_view from,
                       const std::function<bool(std::string_view, uint32_t)>& visit) const override;
  Status for_each_posting(uint32_t ordinal,
                          const std::function<bool(uint32_t, uint8_t)>& visit) const override;
  Status verify() const override;

  // The dictionary's entry for a term; empty when the segment does not have it.
  Result<std::optional<TermEntry>> find_term(std::string_view term) const;
  Result<TermEntry> entry(uint32_t ordinal) const;
  // The checked bytes of a term's postings.
  Result<std::string_view> postings(const TermEntry& entry) const;
  // What a search may touch: postings and dictionary, without the forward index.
  uint64_t search_bytes() const { return footer_.place(Region::kTermCodes).offset; }
  // As sentences(), into a buffer that the caller keeps.
  Status read_sentences(uint32_t document, std::vector<ForwardSentence>& sentences) const;

  tl::unexpected<Error> damaged(std::string what, uint64_t offset) const;

 private:
  friend class TermIterator;

  SegmentFile() = default;
  Status read_footer();
  Status check_regions() const;
  // Checks the chunks that [offset, offset + length) of the file touches, once each.
  Status check_chunks(uint64_t offset, uint64_t length) const;
  // Part of a region after its chunks were checked; an error when it leaves the region.
  Result<std::string_view> part(Region region, uint64_t offset, uint64_t length) const;
  uint32_t dictionary_blocks() const {
    return (footer_.term_count + kDictionaryBlockTerms - 1) / kDictionaryBlockTerms;
  }
  Result<std::string_view> dictionary_block(uint32_t block) const;
  Result<uint32_t> block_of(std::string_view term) const;

  MappedFile file_;
  std::string memory_;
  std::string_view bytes_;
  std::string place_;
  Footer footer_;
  std::unique_ptr<std::atomic<uint64_t>[]> checked_;  // one bit for each chunk
};

// Walks the dictionary from the beginning of a block on.
class TermIterator {
 public:
  // Stands before the first term of `block`.
  TermIterator(const SegmentFile& segment, uint32_t block)
      : segment_(segment), next_ordinal_(block * kDictionaryBlockTerms) {}
  // Moves to the next term; false at the end.
  Result<bool> next();
  const std::string& term() const { return term_; }
  const TermEntry& entry() const { return entry_; }

 private:
  const SegmentFile& segment_;
  uint32_t next_ordinal_;
  std::string_view left_;  // of the current block
  uint64_t postings_offset_ = 0;
  std::string term_;
  TermEntry entry_;
};

// The reader behind a Segment, or an error for a Segment that is not one of ours.
Result<const SegmentFile*> segment_file(const std::shared_ptr<const Segment>& segment);

}  // namespace attest::index
