// Names and sizes of a segment file; docs/format/segment.md tells what they mean.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace attest::index {

inline constexpr std::string_view kSegmentMagic{
    "\x89"
    "ATSEG\r\n",
    8};
inline constexpr std::string_view kFooterMagic{"GESTA\r\n\x89", 8};
inline constexpr uint32_t kSegmentVersion = 1;

inline constexpr size_t kHeaderBytes = 16;  // magic, version, 0
inline constexpr size_t kChecksumChunkBytes = 16u << 10;
inline constexpr uint32_t kDictionaryBlockTerms = 16;
inline constexpr uint32_t kForwardGroupDocuments = 64;
inline constexpr size_t kDirectoryEntryBytes = 10;  // last document, end of block, bits, largest impact

enum class Region : uint8_t {
  kPostings,
  kDictionary,
  kDictionaryIndex,
  kTermCodes,
  kForward,
  kForwardIndex,
  kChecksums
};
inline constexpr size_t kRegionCount = 7;

struct RegionPlace {
  uint64_t offset = 0;
  uint64_t length = 0;
};

// The last bytes of the file. Regions, counts, checksum of the checksum region, checksum of the footer so
// far, magic.
inline constexpr size_t kFooterBytes = kRegionCount * 16 + 4 + 4 + 8 + 8 + 8;

struct Footer {
  std::array<RegionPlace, kRegionCount> regions;
  uint32_t document_count = 0;
  uint32_t term_count = 0;
  uint64_t checksums_checksum = 0;

  const RegionPlace& place(Region region) const { return regions[static_cast<size_t>(region)]; }
  RegionPlace& place(Region region) { return regions[static_cast<size_t>(region)]; }
};

// What stands in the dictionary for one term.
struct TermEntry {
  uint32_t ordinal = 0;
  uint32_t document_frequency = 0;
  uint8_t impact_max = 0;
  uint64_t postings_offset = 0;  // in the postings region
  uint64_t postings_bytes = 0;
};

}  // namespace attest::index
