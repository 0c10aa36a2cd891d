// The dictionary half of SegmentFile: blocks of sixteen terms, each written as what it does not share with
// the term before; a table of the blocks' places; binary search over the blocks' first terms.
#include <fmt/format.h>

#include "base/limits.h"
#include "base/stored_bytes.h"
#include "index/posting_cursor.h"
#include "index/segment_file.h"

namespace attest::index {

Result<std::string_view> SegmentFile::dictionary_block(uint32_t block) const {
  const uint64_t length = footer_.place(Region::kDictionary).length;
  ATTEST_ASSIGN(const std::string_view start,
                part(Region::kDictionaryIndex, uint64_t{block} * sizeof(uint32_t), sizeof(uint32_t)));
  const uint64_t from = load_u32(start.data());
  uint64_t to = length;
  if (block + 1 < dictionary_blocks()) {
    ATTEST_ASSIGN(const std::string_view end,
                  part(Region::kDictionaryIndex, uint64_t{block + 1} * sizeof(uint32_t), sizeof(uint32_t)));
    to = load_u32(end.data());
  }
  if (from >= to)
    return damaged("a block of the dictionary is out of order", footer_.place(Region::kDictionary).offset);
  return part(Region::kDictionary, from, to - from);
}

Result<bool> TermIterator::next() {
  if (next_ordinal_ >= segment_.footer_.term_count) return false;
  const bool first = next_ordinal_ % kDictionaryBlockTerms == 0;
  if (first) {
    ATTEST_ASSIGN(left_, segment_.dictionary_block(next_ordinal_ / kDictionaryBlockTerms));
  }
  ByteReader reader(left_);
  size_t shared = 0;
  if (first) {
    postings_offset_ = reader.varint();
  } else {
    shared = reader.varint_up_to(term_.size());
  }
  const std::string_view suffix = reader.bytes(reader.varint_up_to(limits::kIndexTermBytesMax));
  entry_.ordinal = next_ordinal_;
  entry_.document_frequency = static_cast<uint32_t>(reader.varint_up_to(segment_.footer_.document_count));
  entry_.impact_max = reader.u8();
  entry_.postings_offset = postings_offset_;
  entry_.postings_bytes = reader.varint_up_to(segment_.footer_.place(Region::kPostings).length);
  if (!reader.ok() || entry_.document_frequency == 0) {
    return segment_.damaged(fmt::format("term {} of the dictionary cannot be read", next_ordinal_),
                            segment_.footer_.place(Region::kDictionary).offset);
  }
  term_.resize(shared);
  term_.append(suffix);
  postings_offset_ += entry_.postings_bytes;
  left_.remove_prefix(left_.size() - reader.remaining());
  ++next_ordinal_;
  return true;
}

namespace {

// The first term of a block, read in place.
std::string_view first_term(std::string_view block) {
  ByteReader reader(block);
  reader.varint();
  return reader.bytes(reader.varint());
}

}  // namespace

// The last block whose first term is ≤ `term`; 0 when there is none.
Result<uint32_t> SegmentFile::block_of(std::string_view term) const {
  uint32_t low = 0;
  uint32_t high = dictionary_blocks();
  while (high - low > 1) {
    const uint32_t middle = low + (high - low) / 2;
    ATTEST_ASSIGN(const std::string_view block, dictionary_block(middle));
    (first_term(block) <= term ? low : high) = middle;
  }
  return low;
}

Result<std::optional<TermEntry>> SegmentFile::find_term(std::string_view term) const {
  if (footer_.term_count == 0) return std::nullopt;
  ATTEST_ASSIGN(const uint32_t block, block_of(term));
  TermIterator terms(*this, block);
  for (uint32_t i = 0; i < kDictionaryBlockTerms; ++i) {
    ATTEST_ASSIGN(const bool more, terms.next());
    if (!more || terms.term() > term) break;
    if (terms.term() == term) return terms.entry();
  }
  return std::nullopt;
}

Result<TermEntry> SegmentFile::entry(uint32_t ordinal) const {
  if (ordinal >= footer_.term_count) {
    return fail(ErrorCode::kNotFound, fmt::format("the index segment has no term {}", ordinal), place_);
  }
  TermIterator terms(*this, ordinal / kDictionaryBlockTerms);
  for (uint32_t i = 0; i <= ordinal % kDictionaryBlockTerms; ++i) ATTEST_TRY(terms.next());
  return terms.entry();
}

std::optional<uint32_t> SegmentFile::term_ordinal(std::string_view term) const {
  const auto found = find_term(term);
  if (!found || !*found) return std::nullopt;
  return (*found)->ordinal;
}

Result<std::string> SegmentFile::term_text(uint32_t ordinal) const {
  if (ordinal >= footer_.term_count) {
    return fail(ErrorCode::kNotFound, fmt::format("the index segment has no term {}", ordinal), place_);
  }
  TermIterator terms(*this, ordinal / kDictionaryBlockTerms);
  for (uint32_t i = 0; i <= ordinal % kDictionaryBlockTerms; ++i) ATTEST_TRY(terms.next());
  return terms.term();
}

TermStatistics SegmentFile::statistics(uint32_t ordinal) const {
  const auto found = entry(ordinal);
  return {found ? found->document_frequency : 0};
}

Status SegmentFile::for_each_term(std::string_view from,
                                  const std::function<bool(std::string_view, uint32_t)>& visit) const {
  if (footer_.term_count == 0) return {};
  ATTEST_ASSIGN(const uint32_t block, block_of(from));
  TermIterator terms(*this, block);
  while (true) {
    ATTEST_ASSIGN(const bool more, terms.next());
    if (!more) return {};
    if (terms.term() < from) continue;
    if (!visit(terms.term(), terms.entry().ordinal)) return {};
  }
}

Status SegmentFile::for_each_posting(uint32_t ordinal,
                                     const std::function<bool(uint32_t, uint8_t)>& visit) const {
  ATTEST_ASSIGN(const TermEntry found, entry(ordinal));
  ATTEST_ASSIGN(PostingCursor cursor, PostingCursor::open(*this, found));
  while (cursor.next_block()) {
    for (uint32_t i = 0; i < cursor.block_size(); ++i) {
      if (!visit(cursor.block_documents()[i], cursor.block_impacts()[i])) return {};
    }
  }
  return cursor.status();
}

}  // namespace attest::index
