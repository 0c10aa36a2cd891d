// DeletedSet as bytes: the highest set word bounds its size, a checksum guards it. docs/format/segment.md.
#include <bit>

#include "base/checksum.h"
#include "base/stored_bytes.h"
#include "index/segment.h"

namespace attest::index {

namespace {
constexpr std::string_view kDeletedMagic{"ATDEL\r\n\x01", 8};
constexpr uint32_t kDeletableMax = 1u << 31;
}  // namespace

void DeletedSet::insert(uint32_t document) {
  if (document >= kDeletableMax || contains(document)) return;
  if (document / 64 >= bits_.size()) bits_.resize(document / 64 + 1);
  bits_[document / 64] |= uint64_t{1} << (document % 64);
  ++count_;
}

std::string DeletedSet::serialize() const {
  std::string bytes(kDeletedMagic);
  put_u32(bytes, static_cast<uint32_t>(bits_.size()));
  put_u32(bytes, count_);
  for (const uint64_t word : bits_) put_u64(bytes, word);
  put_u64(bytes, checksum64(bytes));
  return bytes;
}

Result<DeletedSet> DeletedSet::deserialize(std::string_view bytes) {
  const auto damaged = [](const char* what) {
    return fail(ErrorCode::kCorrupt, what, "list of deleted documents", "run `attest check`");
  };
  constexpr size_t kFrameBytes = 8 + 4 + 4 + 8;
  if (bytes.size() < kFrameBytes || !bytes.starts_with(kDeletedMagic))
    return damaged("not a list of deleted documents");
  ByteReader reader(bytes.substr(kDeletedMagic.size()));
  const uint64_t words = reader.u32();
  const uint32_t count = reader.u32();
  if (words > kDeletableMax / 64 || bytes.size() != kFrameBytes + words * sizeof(uint64_t)) {
    return damaged("the list of deleted documents has the wrong length");
  }
  const size_t covered = bytes.size() - sizeof(uint64_t);
  if (load_u64(bytes.data() + covered) != checksum64(bytes.substr(0, covered))) {
    return damaged("the list of deleted documents does not match its checksum");
  }
  DeletedSet set;
  set.bits_.resize(words);
  for (uint64_t& word : set.bits_) {
    word = reader.u64();
    set.count_ += static_cast<uint32_t>(std::popcount(word));
  }
  if (set.count_ != count) return damaged("the list of deleted documents contradicts its count");
  return set;
}

}  // namespace attest::index
