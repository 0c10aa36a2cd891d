// The layout on disk is described in docs/format/words.md.
#include "learn/word_table.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

#include <zstd.h>

#include "base/checksum.h"
#include "base/stored_bytes.h"
#include "learn/compression.h"

namespace attest {
namespace {

constexpr std::string_view kWordsMagic = "ATWORDS1";
constexpr size_t kWordsMax = 1u << 20;
constexpr size_t kDimensionsMax = 256;
constexpr size_t kStemBytesMax = 255;
constexpr size_t kBodyBytesMax = kWordsMax * (kStemBytesMax + 3 + kDimensionsMax);
constexpr float kRaritySteps = 2000.0F;  // of one unit: 16 bits then reach 32, more than any collection has
constexpr size_t kHeadBytes = 8 + 4 * sizeof(uint32_t);
constexpr size_t kTailBytes = sizeof(uint64_t);

tl::unexpected<Error> broken_table(std::string message) {
  return fail(ErrorCode::kCorrupt, std::move(message), "word table", "train it again (CONTRIBUTING.md)");
}

void put_vector(std::string& out, const std::vector<float>& vector) {
  double squares = 0;
  for (const float value : vector) squares += static_cast<double>(value) * static_cast<double>(value);
  const double scale = squares > 0 ? 127.0 / std::sqrt(squares) : 0.0;
  for (const float value : vector) {
    put_number<int8_t>(out, static_cast<int8_t>(std::lround(static_cast<double>(value) * scale)));
  }
}

}  // namespace

Result<std::string> WordTable::to_bytes(std::vector<TableWord> words) {
  if (words.empty() || words.size() > kWordsMax) return fail(ErrorCode::kUsage, "no words, or too many");
  const size_t dimensions = words[0].vector.size();
  if (dimensions > kDimensionsMax) return fail(ErrorCode::kUsage, "vectors that are too long");
  std::sort(words.begin(), words.end(),
            [](const TableWord& a, const TableWord& b) { return a.stem < b.stem; });
  std::string body;
  for (const TableWord& word : words) {
    if (word.stem.empty() || word.stem.size() > kStemBytesMax || word.vector.size() != dimensions) {
      return fail(ErrorCode::kUsage, "a word or a vector of the wrong length");
    }
    put_number<uint8_t>(body, static_cast<uint8_t>(word.stem.size()));
    body += word.stem;
    const long rarity = std::lround(word.rarity * kRaritySteps);
    put_number<uint16_t>(body, static_cast<uint16_t>(std::clamp(rarity, 0L, 65535L)));
  }
  for (const TableWord& word : words) put_vector(body, word.vector);
  std::string out(kWordsMagic);
  put_number<uint32_t>(out, static_cast<uint32_t>(words.size()));
  put_number<uint32_t>(out, static_cast<uint32_t>(dimensions));
  put_number<uint32_t>(out, static_cast<uint32_t>(body.size()));
  std::string packed(ZSTD_compressBound(body.size()), '\0');
  const size_t size =
      ZSTD_compress(packed.data(), packed.size(), body.data(), body.size(), kStoredModelLevel);
  if (ZSTD_isError(size) != 0) return fail(ErrorCode::kEnvironment, "the words could not be compressed");
  put_number<uint32_t>(out, static_cast<uint32_t>(size));
  out.append(packed, 0, size);
  put_number<uint64_t>(out, checksum64(out));
  return out;
}

Result<WordTable> WordTable::from_bytes(std::string_view bytes) {
  if (!bytes.starts_with(kWordsMagic)) return broken_table("does not start with ATWORDS1");
  if (bytes.size() < kHeadBytes + kTailBytes) return broken_table("ends early");
  const std::string_view checked = bytes.substr(0, bytes.size() - kTailBytes);
  if (load_number<uint64_t>(bytes.data() + checked.size()) != checksum64(checked)) {
    return broken_table("does not match its checksum");
  }
  const auto count = load_number<uint32_t>(bytes.data() + 8);
  const auto dimensions = load_number<uint32_t>(bytes.data() + 12);
  const auto body_bytes = load_number<uint32_t>(bytes.data() + 16);
  const auto packed_bytes = load_number<uint32_t>(bytes.data() + 20);
  if (count == 0 || count > kWordsMax || dimensions > kDimensionsMax || body_bytes > kBodyBytesMax) {
    return broken_table("has impossible sizes");
  }
  const std::string_view packed = checked.substr(kHeadBytes);
  if (packed.size() != packed_bytes) return broken_table("has a length that is not its own");
  // Claimed sizes are believed only as far as the frame itself says the same: nothing large is made for a
  // lie.
  if (ZSTD_getFrameContentSize(packed.data(), packed.size()) != body_bytes) {
    return broken_table("has words that do not unpack");
  }
  std::string body(body_bytes, '\0');
  if (ZSTD_decompress(body.data(), body.size(), packed.data(), packed.size()) != body_bytes) {
    return broken_table("has words that do not unpack");
  }

  WordTable table;
  table.dimensions_ = dimensions;
  size_t at = 0;
  std::string_view before;
  for (uint32_t word = 0; word < count; ++word) {
    if (at >= body.size()) return broken_table("ends early");
    const size_t size = load_number<uint8_t>(body.data() + at);
    if (size == 0 || body.size() - at < 1 + size + sizeof(uint16_t)) return broken_table("ends early");
    const std::string_view stem = std::string_view(body).substr(at + 1, size);
    if (word > 0 && stem <= before) return broken_table("is not sorted");
    table.starts_.push_back(static_cast<uint32_t>(table.stems_.size()));
    table.stems_ += stem;
    before = stem;
    const float rarity =
        static_cast<float>(load_number<uint16_t>(body.data() + at + 1 + size)) / kRaritySteps;
    table.rarities_.push_back(rarity);
    table.largest_rarity_ = std::max(table.largest_rarity_, rarity);
    at += 1 + size + sizeof(uint16_t);
  }
  table.starts_.push_back(static_cast<uint32_t>(table.stems_.size()));
  if (body.size() - at != size_t{count} * dimensions) return broken_table("has a length that is not its own");
  table.vectors_.resize(size_t{count} * dimensions);
  if (!table.vectors_.empty()) std::memcpy(table.vectors_.data(), body.data() + at, table.vectors_.size());
  return table;
}

uint32_t WordTable::find(std::string_view stem) const {
  const std::string_view stems = stems_;
  size_t low = 0;
  size_t high = rarities_.size();
  while (low < high) {
    const size_t middle = (low + high) / 2;
    const std::string_view candidate = stems.substr(starts_[middle], starts_[middle + 1] - starts_[middle]);
    if (candidate == stem) return static_cast<uint32_t>(middle);
    if (candidate < stem) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return kUnknown;
}

float WordTable::rarity(uint32_t word) const {
  return word < rarities_.size() ? rarities_[word] : largest_rarity_ + 1;
}

float WordTable::similarity(uint32_t first, uint32_t second) const {
  if (first >= rarities_.size() || second >= rarities_.size()) return 0;
  const int8_t* a = vectors_.data() + size_t{first} * dimensions_;
  const int8_t* b = vectors_.data() + size_t{second} * dimensions_;
  int32_t product = 0;
  for (size_t i = 0; i < dimensions_; ++i) product += int32_t{a[i]} * int32_t{b[i]};
  return std::clamp(static_cast<float>(product) / (127.0F * 127.0F), -1.0F, 1.0F);
}

}  // namespace attest
