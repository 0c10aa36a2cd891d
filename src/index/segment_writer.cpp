#include "index/segment_writer.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "base/checksum.h"
#include "base/stored_bytes.h"
#include "index/forward_codec.h"

namespace attest::index {

namespace {

constexpr uint64_t kOffsetMax = std::numeric_limits<uint32_t>::max();

tl::unexpected<Error> too_large(std::string what) {
  return fail(ErrorCode::kLimit, std::move(what), "index segment", "index in smaller segments");
}

}  // namespace

SegmentWriter::SegmentWriter(const std::filesystem::path& path) : file_(path) {
  std::string header(kSegmentMagic);
  put_u32(header, kSegmentVersion);
  put_u32(header, 0);
  file_.append(header);
  begin_region(Region::kPostings);
}

void SegmentWriter::begin_region(Region region) { footer_.place(region).offset = file_.position(); }

void SegmentWriter::end_region(Region region) {
  RegionPlace& place = footer_.place(region);
  place.length = file_.position() - place.offset;
}

void SegmentWriter::begin_term(std::string_view term) {
  term_.assign(term);
  term_start_ = file_.position();
  base_ = 0;
  frequency_ = 0;
  impact_max_ = 0;
  pending_ = 0;
  directory_.clear();
}

void SegmentWriter::add_posting(uint32_t document, uint8_t impact) {
  documents_[pending_] = document;
  impacts_[pending_] = static_cast<char>(impact);
  impact_max_ = std::max(impact_max_, impact);
  ++frequency_;
  if (++pending_ == kBlockPostings) end_block();
}

void SegmentWriter::end_block() {
  scratch_.clear();
  const uint32_t bits = pack_block(documents_, base_, scratch_);
  scratch_.append(impacts_.data(), impacts_.size());
  file_.append(scratch_);
  uint8_t largest = 0;
  for (const char impact : impacts_) largest = std::max(largest, static_cast<uint8_t>(impact));
  const uint64_t end = file_.position() - term_start_;
  if (end > kOffsetMax) status_ = too_large("the postings of one term pass four gigabytes");
  put_u32(directory_, documents_.back());
  put_u32(directory_, static_cast<uint32_t>(end));
  directory_.push_back(static_cast<char>(bits));
  directory_.push_back(static_cast<char>(largest));
  base_ = documents_.back() + 1;
  pending_ = 0;
}

void SegmentWriter::end_term() {
  scratch_.clear();
  for (uint32_t i = 0; i < pending_; ++i) {
    put_varint(scratch_, documents_[i] - base_);
    base_ = documents_[i] + 1;
  }
  scratch_.append(impacts_.data(), pending_);
  file_.append(scratch_);
  file_.append(directory_);

  const uint32_t ordinal = term_count();
  size_t shared = 0;
  if (ordinal % kDictionaryBlockTerms == 0) {
    if (dictionary_.size() > kOffsetMax) status_ = too_large("the term dictionary passes four gigabytes");
    put_u32(dictionary_index_, static_cast<uint32_t>(dictionary_.size()));
    put_varint(dictionary_, term_start_ - footer_.place(Region::kPostings).offset);
  } else {
    const size_t most = std::min(term_.size(), term_before_.size());
    while (shared < most && term_[shared] == term_before_[shared]) ++shared;
    put_varint(dictionary_, shared);
  }
  put_varint(dictionary_, term_.size() - shared);
  dictionary_.append(term_, shared);
  put_varint(dictionary_, frequency_);
  dictionary_.push_back(static_cast<char>(impact_max_));
  put_varint(dictionary_, file_.position() - term_start_);
  frequencies_.push_back(frequency_);
  std::swap(term_, term_before_);
}

void SegmentWriter::end_terms() {
  end_region(Region::kPostings);
  begin_region(Region::kDictionary);
  file_.append(dictionary_);
  end_region(Region::kDictionary);
  begin_region(Region::kDictionaryIndex);
  file_.append(dictionary_index_);
  end_region(Region::kDictionaryIndex);
  dictionary_ = {};
  dictionary_index_ = {};

  footer_.term_count = term_count();
  std::vector<uint32_t> ordinals(frequencies_.size());
  std::iota(ordinals.begin(), ordinals.end(), 0u);
  std::sort(ordinals.begin(), ordinals.end(), [this](uint32_t a, uint32_t b) {
    return frequencies_[a] != frequencies_[b] ? frequencies_[a] > frequencies_[b] : a < b;
  });
  codes_.resize(ordinals.size());
  for (uint32_t code = 0; code < ordinals.size(); ++code) codes_[ordinals[code]] = code;
  begin_region(Region::kTermCodes);
  file_.append({reinterpret_cast<const char*>(ordinals.data()), ordinals.size() * sizeof(uint32_t)});
  end_region(Region::kTermCodes);
  begin_region(Region::kForward);
}

void SegmentWriter::add_document(std::vector<ForwardSentence>& sentences) {
  for (ForwardSentence& sentence : sentences) {
    for (uint32_t& term : sentence.terms) term = codes_[term];
  }
  encode_sentences(sentences, group_records_);
  if (group_records_.size() > kOffsetMax)
    status_ = too_large("64 documents have more than four gigabytes of terms");
  put_u32(group_ends_, static_cast<uint32_t>(group_records_.size()));
  if (++footer_.document_count % kForwardGroupDocuments == 0) end_forward_group();
}

void SegmentWriter::end_forward_group() {
  if (group_ends_.empty()) return;
  put_u64(forward_index_, file_.position() - footer_.place(Region::kForward).offset);
  file_.append(group_ends_);
  file_.append(group_records_);
  group_ends_.clear();
  group_records_.clear();
}

Status SegmentWriter::finish() {
  end_forward_group();
  end_region(Region::kForward);
  begin_region(Region::kForwardIndex);
  file_.append(forward_index_);
  end_region(Region::kForwardIndex);

  const std::string checksums = file_.take_checksums();
  begin_region(Region::kChecksums);
  file_.append(checksums);
  end_region(Region::kChecksums);

  std::string footer;
  for (const RegionPlace& place : footer_.regions) {
    put_u64(footer, place.offset);
    put_u64(footer, place.length);
  }
  put_u32(footer, footer_.document_count);
  put_u32(footer, footer_.term_count);
  put_u64(footer, checksum64(checksums));
  put_u64(footer, checksum64(footer));
  footer.append(kFooterMagic);
  file_.append(footer);
  ATTEST_TRY(std::move(status_));
  return file_.commit();
}

}  // namespace attest::index
