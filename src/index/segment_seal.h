// Puts the checksums of a changed segment right again: for tests that forge segments.
#pragma once

#include <string>

#include "base/checksum.h"
#include "base/stored_bytes.h"
#include "index/segment_format.h"

namespace attest::index {

// False when the footer is too broken to find the table of checksums.
inline bool seal_segment(std::string& bytes) {
  if (bytes.size() < kHeaderBytes + kFooterBytes) return false;
  const size_t footer = bytes.size() - kFooterBytes;
  const size_t place = footer + static_cast<size_t>(Region::kChecksums) * 16;
  const uint64_t offset = load_u64(bytes.data() + place);
  const uint64_t length = load_u64(bytes.data() + place + 8);
  if (offset > footer || length > footer - offset) return false;
  const std::string covered = bytes.substr(0, offset);
  std::string sums;
  for (size_t at = 0; at < covered.size(); at += kChecksumChunkBytes) {
    put_u64(sums, checksum64(std::string_view(covered).substr(at, kChecksumChunkBytes)));
  }
  if (sums.size() != length) return false;
  bytes.replace(offset, length, sums);
  std::string tail = bytes.substr(footer, kRegionCount * 16 + 8);
  put_u64(tail, checksum64(sums));
  put_u64(tail, checksum64(tail));
  tail.append(kFooterMagic);
  bytes.replace(footer, kFooterBytes, tail);
  return true;
}

}  // namespace attest::index
