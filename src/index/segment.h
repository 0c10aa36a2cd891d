#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "index/index_document.h"

namespace attest::index {

// Builds one segment in memory and writes it to disk. Documents get numbers 0, 1, 2… in order of add().
class SegmentBuilder {
 public:
  SegmentBuilder();
  ~SegmentBuilder();
  SegmentBuilder(SegmentBuilder&&) noexcept;
  uint32_t add(const IndexDocument& document);
  uint32_t document_count() const;
  // Approximate heap bytes held; the writer flushes when this passes its budget.
  size_t memory_bytes() const;
  // Writes every file of the segment into `path` (one file), synced. The builder is empty afterwards.
  Status write(const std::filesystem::path& path);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

struct TermStatistics {
  uint32_t document_frequency = 0;
};

// One term of a query with its weight (idf is applied by the searcher, from the whole collection).
struct WeightedTerm {
  std::string term;     // stem
  float weight = 1.0f;  // ≥ 0
};

struct RankedDocument {
  uint32_t segment = 0;   // index into the reader list
  uint32_t document = 0;  // number in that segment
  float score = 0;        // computed with integers inside: exact, the same on every machine
};

// A sentence of the forward index, decoded.
struct ForwardSentence {
  ByteSpan span;
  uint8_t field = 2;
  uint16_t section = 0;
  std::vector<uint32_t> terms;  // term ordinals of this segment, in text order
};

// An open segment: a read-only memory map, safe for concurrent use. Opening checks header, footer and the
// table of checksums; each 16 KiB chunk is checked when it is first read, so that damage gives an error
// (kCorrupt) and never a wrong result; `verify` checks every byte. Functions that cannot return an error
// (term_ordinal, statistics) give "not there" for what is damaged.
class Segment {
 public:
  static Result<std::shared_ptr<const Segment>> open(const std::filesystem::path& path);
  virtual ~Segment() = default;
  virtual uint32_t document_count() const = 0;
  virtual uint64_t size_bytes() const = 0;
  virtual uint64_t term_count() const = 0;
  virtual std::optional<uint32_t> term_ordinal(std::string_view term) const = 0;
  virtual Result<std::string> term_text(uint32_t ordinal) const = 0;
  virtual TermStatistics statistics(uint32_t ordinal) const = 0;
  // All sentences of a document, from the forward index.
  virtual Result<std::vector<ForwardSentence>> sentences(uint32_t document) const = 0;
  // Walks the dictionary in order from the first term ≥ `from` until `visit` returns false.
  virtual Status for_each_term(
      std::string_view from, const std::function<bool(std::string_view, uint32_t ordinal)>& visit) const = 0;
  // Walks the documents that hold a term, in order, with the term's impact in each (1..255, index/impact.h),
  // until `visit` returns false.
  virtual Status for_each_posting(
      uint32_t ordinal, const std::function<bool(uint32_t document, uint8_t impact)>& visit) const = 0;
  // Checksums of every block. The error names file and byte offset.
  virtual Status verify() const = 0;
};

// Documents that are deleted or replaced: one bit each, per segment.
class DeletedSet {
 public:
  void insert(uint32_t document);
  bool contains(uint32_t document) const {
    return document / 64 < bits_.size() && (bits_[document / 64] >> (document % 64) & 1) != 0;
  }
  uint32_t count() const { return count_; }
  std::string serialize() const;
  static Result<DeletedSet> deserialize(std::string_view bytes);

 private:
  std::vector<uint64_t> bits_;
  uint32_t count_ = 0;
};

// What a search runs on: segments in order and what is deleted in each.
struct SegmentView {
  std::shared_ptr<const Segment> segment;
  std::shared_ptr<const DeletedSet> deleted;  // may be null
};

// Exact top-k of the disjunction, best first; ties go to the lower (segment, document). Block-max MaxScore,
// or exhaustive scoring where that is faster; both give the same bytes as search_exhaustively.
Result<std::vector<RankedDocument>> search(std::span<const SegmentView> segments,
                                           std::span<const WeightedTerm> terms, size_t k);
// The oracle: scores every posting.
Result<std::vector<RankedDocument>> search_exhaustively(std::span<const SegmentView> segments,
                                                        std::span<const WeightedTerm> terms, size_t k);

// Documents that hold the term, over all segments (deleted ones still counted until merged).
uint64_t document_frequency(std::span<const SegmentView> segments, std::string_view term);

// Writes one segment with the live documents of `inputs`, in order. `renumbered(i, old)` style map returned:
// for each input, new number of each old document or UINT32_MAX when it was deleted.
Result<std::vector<std::vector<uint32_t>>> merge_segments(std::span<const SegmentView> inputs,
                                                          const std::filesystem::path& path);

}  // namespace attest::index
