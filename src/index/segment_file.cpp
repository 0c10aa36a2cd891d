#include "index/segment_file.h"

#include <fmt/format.h>

#include "base/checksum.h"
#include "base/stored_bytes.h"
#include "index/forward_codec.h"

namespace attest::index {

namespace {

constexpr std::string_view kRemedy = "rebuild the index from the stored texts";
// Document numbers stay below 2^31, so that a number and a block's distances add up within 32 bits.
constexpr uint32_t kDocumentsMax = 1u << 31;

}  // namespace

Result<std::shared_ptr<const Segment>> Segment::open(const std::filesystem::path& path) {
  ATTEST_ASSIGN(std::shared_ptr<const Segment> segment, SegmentFile::open_file(path));
  return segment;
}

Result<std::shared_ptr<const SegmentFile>> SegmentFile::open_file(const std::filesystem::path& path) {
  std::shared_ptr<SegmentFile> segment(new SegmentFile());
  ATTEST_ASSIGN(segment->file_, MappedFile::open(path));
  segment->bytes_ = segment->file_.bytes();
  segment->place_ = path.string();
  ATTEST_TRY(segment->read_footer());
  return segment;
}

Result<std::shared_ptr<const SegmentFile>> SegmentFile::open_bytes(std::string bytes, std::string place) {
  std::shared_ptr<SegmentFile> segment(new SegmentFile());
  segment->memory_ = std::move(bytes);
  segment->bytes_ = segment->memory_;
  segment->place_ = std::move(place);
  ATTEST_TRY(segment->read_footer());
  return segment;
}

Result<const SegmentFile*> segment_file(const std::shared_ptr<const Segment>& segment) {
  const auto* file = dynamic_cast<const SegmentFile*>(segment.get());
  if (file == nullptr) return fail(ErrorCode::kUsage, "not a segment that Segment::open gave");
  return file;
}

tl::unexpected<Error> SegmentFile::damaged(std::string what, uint64_t offset) const {
  return fail(ErrorCode::kCorrupt, std::move(what), fmt::format("{}, byte {}", place_, offset),
              std::string(kRemedy));
}

Status SegmentFile::read_footer() {
  if (bytes_.size() < kHeaderBytes + kFooterBytes) return damaged("too short for an index segment", 0);
  if (!bytes_.starts_with(kSegmentMagic)) return damaged("not an index segment", 0);
  const uint32_t version = load_u32(bytes_.data() + kSegmentMagic.size());
  if (version != kSegmentVersion) {
    return fail(ErrorCode::kInput,
                fmt::format("index segment of version {}, this program reads {}", version, kSegmentVersion),
                place_, "use the program version that wrote it, or rebuild the index");
  }
  const uint64_t start = bytes_.size() - kFooterBytes;
  const std::string_view footer = bytes_.substr(start);
  if (!footer.ends_with(kFooterMagic)) return damaged("the end of the index segment is missing", start);
  const size_t checked = kFooterBytes - kFooterMagic.size() - sizeof(uint64_t);
  ByteReader reader(footer);
  for (RegionPlace& place : footer_.regions) {
    place.offset = reader.u64();
    place.length = reader.u64();
  }
  footer_.document_count = reader.u32();
  footer_.term_count = reader.u32();
  footer_.checksums_checksum = reader.u64();
  if (reader.u64() != checksum64(footer.substr(0, checked))) return damaged("the footer is damaged", start);
  ATTEST_TRY(check_regions());

  const RegionPlace& checksums = footer_.place(Region::kChecksums);
  if (checksum64(bytes_.substr(checksums.offset, checksums.length)) != footer_.checksums_checksum) {
    return damaged("the table of checksums is damaged", checksums.offset);
  }
  const uint64_t chunks = checksums.length / sizeof(uint64_t);
  checked_ = std::make_unique<std::atomic<uint64_t>[]>(chunks / 64 + 1);
  return check_chunks(0, kHeaderBytes);
}

// The regions follow one another without gaps and fill the file; their sizes agree with the counts.
Status SegmentFile::check_regions() const {
  uint64_t offset = kHeaderBytes;
  for (const RegionPlace& place : footer_.regions) {
    if (place.offset != offset || place.length > bytes_.size() - offset) {
      return damaged("the footer names a place outside the file", bytes_.size() - kFooterBytes);
    }
    offset += place.length;
  }
  const uint64_t covered = footer_.place(Region::kChecksums).offset;
  const uint64_t chunks = (covered + kChecksumChunkBytes - 1) / kChecksumChunkBytes;
  const uint64_t groups =
      (uint64_t{footer_.document_count} + kForwardGroupDocuments - 1) / kForwardGroupDocuments;
  const uint64_t blocks = (uint64_t{footer_.term_count} + kDictionaryBlockTerms - 1) / kDictionaryBlockTerms;
  if (offset != bytes_.size() - kFooterBytes || footer_.document_count >= kDocumentsMax ||
      footer_.place(Region::kChecksums).length != chunks * sizeof(uint64_t) ||
      footer_.place(Region::kForwardIndex).length != groups * sizeof(uint64_t) ||
      footer_.place(Region::kDictionaryIndex).length != blocks * sizeof(uint32_t) ||
      footer_.place(Region::kTermCodes).length != uint64_t{footer_.term_count} * sizeof(uint32_t)) {
    return damaged("the footer's counts do not fit the file", bytes_.size() - kFooterBytes);
  }
  return {};
}

Status SegmentFile::check_chunks(uint64_t offset, uint64_t length) const {
  if (length == 0) return {};
  const RegionPlace& checksums = footer_.place(Region::kChecksums);
  const std::string_view covered = bytes_.substr(0, checksums.offset);
  const uint64_t last = (offset + length - 1) / kChecksumChunkBytes;
  for (uint64_t chunk = offset / kChecksumChunkBytes; chunk <= last; ++chunk) {
    std::atomic<uint64_t>& word = checked_[chunk / 64];
    const uint64_t known = word.load(std::memory_order_relaxed);
    if (known == UINT64_MAX) {
      chunk |= 63;
      continue;
    }
    if ((known >> (chunk % 64) & 1) != 0) continue;
    const uint64_t expected = load_u64(bytes_.data() + checksums.offset + chunk * sizeof(uint64_t));
    if (checksum64(covered.substr(chunk * kChecksumChunkBytes, kChecksumChunkBytes)) != expected) {
      return damaged("the index segment is damaged: checksum mismatch", chunk * kChecksumChunkBytes);
    }
    word.fetch_or(uint64_t{1} << (chunk % 64), std::memory_order_relaxed);
  }
  return {};
}

Status SegmentFile::verify() const {
  const RegionPlace& checksums = footer_.place(Region::kChecksums);
  const uint64_t chunks = checksums.length / sizeof(uint64_t);
  for (uint64_t chunk = 0; chunk < chunks / 64 + 1; ++chunk)
    checked_[chunk].store(0, std::memory_order_relaxed);
  ATTEST_TRY(check_chunks(0, checksums.offset));
  const std::string_view footer = bytes_.substr(bytes_.size() - kFooterBytes);
  const size_t checked = kFooterBytes - kFooterMagic.size() - sizeof(uint64_t);
  if (!footer.ends_with(kFooterMagic) ||
      load_u64(footer.data() + checked) != checksum64(footer.substr(0, checked)) ||
      checksum64(bytes_.substr(checksums.offset, checksums.length)) != footer_.checksums_checksum) {
    return damaged("the footer or the table of checksums is damaged", checksums.offset);
  }
  return {};
}

Result<std::string_view> SegmentFile::part(Region region, uint64_t offset, uint64_t length) const {
  const RegionPlace& place = footer_.place(region);
  if (offset > place.length || length > place.length - offset) {
    return damaged("an offset in the index segment leaves its region", place.offset);
  }
  ATTEST_TRY(check_chunks(place.offset + offset, length));
  return bytes_.substr(place.offset + offset, length);
}

Result<std::string_view> SegmentFile::postings(const TermEntry& entry) const {
  return part(Region::kPostings, entry.postings_offset, entry.postings_bytes);
}

Status SegmentFile::read_sentences(uint32_t document, std::vector<ForwardSentence>& sentences) const {
  if (document >= footer_.document_count) {
    return fail(ErrorCode::kNotFound, fmt::format("the index segment has no document {}", document), place_);
  }
  const uint32_t group = document / kForwardGroupDocuments;
  const uint32_t in_group = document % kForwardGroupDocuments;
  const uint32_t documents =
      std::min(kForwardGroupDocuments, footer_.document_count - group * kForwardGroupDocuments);
  ATTEST_ASSIGN(const std::string_view offset_bytes,
                part(Region::kForwardIndex, uint64_t{group} * sizeof(uint64_t), sizeof(uint64_t)));
  const uint64_t offset = load_u64(offset_bytes.data());
  ATTEST_ASSIGN(const std::string_view ends,
                part(Region::kForward, offset, uint64_t{documents} * sizeof(uint32_t)));
  const uint32_t end = load_u32(ends.data() + in_group * sizeof(uint32_t));
  const uint32_t start = in_group == 0 ? 0 : load_u32(ends.data() + (in_group - 1) * sizeof(uint32_t));
  const uint64_t forward_offset = footer_.place(Region::kForward).offset;
  if (start > end) return damaged("a document of the forward index ends before it starts", forward_offset);
  ATTEST_ASSIGN(const std::string_view record,
                part(Region::kForward, offset + ends.size() + start, end - start));
  if (!decode_sentences(record, footer_.term_count, sentences)) {
    return damaged(fmt::format("document {} of the forward index cannot be read", document),
                   forward_offset + offset + ends.size() + start);
  }
  // Codes to ordinals.
  const RegionPlace& codes = footer_.place(Region::kTermCodes);
  const char* table = bytes_.data() + codes.offset;
  for (ForwardSentence& sentence : sentences) {
    for (uint32_t& term : sentence.terms) {
      const uint64_t at = uint64_t{term} * sizeof(uint32_t);
      ATTEST_TRY(check_chunks(codes.offset + at, sizeof(uint32_t)));
      term = load_u32(table + at);
      if (term >= footer_.term_count) return damaged("a term code is out of range", codes.offset + at);
    }
  }
  return {};
}

Result<std::vector<ForwardSentence>> SegmentFile::sentences(uint32_t document) const {
  std::vector<ForwardSentence> sentences;
  ATTEST_TRY(read_sentences(document, sentences));
  return sentences;
}

}  // namespace attest::index
