#include "index/block_codec.h"

#include <bit>
#include <cstring>
#include <utility>

#include "base/stored_bytes.h"

namespace attest::index {

namespace {

constexpr uint32_t kLanes = 4;
constexpr uint32_t kRows = kBlockPostings / kLanes;

// A compiler vector: SSE2 on x86-64, NEON on ARM, plain registers elsewhere. Nothing to dispatch at run time.
using Lanes = uint32_t __attribute__((vector_size(16)));

inline Lanes load(const char* at) {
  Lanes value;
  std::memcpy(&value, at, sizeof value);
  return value;
}

template <uint32_t kBits, uint32_t kRow>
inline Lanes extract_row(const char* in) {
  if constexpr (kBits == 0) {
    return Lanes{0, 0, 0, 0};
  } else {
    constexpr uint32_t kBit = kRow * kBits;
    constexpr uint32_t kWord = kBit / 32;
    constexpr uint32_t kShift = kBit % 32;
    Lanes value = load(in + kWord * sizeof(Lanes)) >> kShift;
    if constexpr (kShift + kBits > 32) value |= load(in + (kWord + 1) * sizeof(Lanes)) << (32 - kShift);
    if constexpr (kBits < 32) value &= (1u << kBits) - 1;
    return value;
  }
}

// Distances of one row to document numbers; `carry` is the last number before the row, in every lane.
inline void finish_row(Lanes value, Lanes& carry, uint32_t* out) {
  constexpr Lanes kZero{0, 0, 0, 0};
  value += 1;
  value += __builtin_shufflevector(value, kZero, 4, 0, 1, 2);
  value += __builtin_shufflevector(value, kZero, 4, 4, 0, 1);
  value += carry;
  carry = __builtin_shufflevector(value, value, 3, 3, 3, 3);
  std::memcpy(out, &value, sizeof value);
}

template <uint32_t kBits, size_t... kRow>
inline void unpack_rows(const char* in, Lanes carry, uint32_t* out, std::index_sequence<kRow...>) {
  (finish_row(extract_row<kBits, kRow>(in), carry, out + kRow * kLanes), ...);
}

template <uint32_t kBits>
void unpack(const char* in, uint32_t base, uint32_t* out) {
  const uint32_t before = base - 1;  // wraps to the number before 0, and the first distance wraps it back
  unpack_rows<kBits>(in, Lanes{before, before, before, before}, out, std::make_index_sequence<kRows>());
}

using Unpack = void (*)(const char*, uint32_t, uint32_t*);

template <size_t... kBits>
constexpr std::array<Unpack, sizeof...(kBits)> unpack_table(std::index_sequence<kBits...>) {
  return {unpack<kBits>...};
}

constexpr auto kUnpack = unpack_table(std::make_index_sequence<kBlockBitsMax + 1>());

}  // namespace

uint32_t pack_block(const BlockDocuments& documents, uint32_t base, std::string& out) {
  BlockDocuments distances;
  uint32_t seen = 0;
  uint32_t next = base;
  for (uint32_t i = 0; i < kBlockPostings; ++i) {
    distances[i] = documents[i] - next;
    seen |= distances[i];
    next = documents[i] + 1;
  }
  const auto bits = static_cast<uint32_t>(std::bit_width(seen));
  std::array<uint32_t, kBlockPostings> words{};
  for (uint32_t i = 0; i < kBlockPostings; ++i) {
    const uint32_t lane = i % kLanes;
    const uint32_t bit = i / kLanes * bits;
    const uint64_t placed = static_cast<uint64_t>(distances[i]) << (bit % 32);
    if (bits == 0) continue;
    words[bit / 32 * kLanes + lane] |= static_cast<uint32_t>(placed);
    if (placed >> 32 != 0) words[(bit / 32 + 1) * kLanes + lane] |= static_cast<uint32_t>(placed >> 32);
  }
  out.append(reinterpret_cast<const char*>(words.data()), packed_block_bytes(bits));
  return bits;
}

void unpack_block(const char* in, uint32_t bits, uint32_t base, BlockDocuments& documents) {
  kUnpack[bits](in, base, documents.data());
}

bool block_is_sound(const BlockDocuments& documents, uint32_t bits, uint32_t base, uint32_t last) {
  if (documents.back() != last) return false;
  // With at most 24 bits and numbers below 2^31 no sum can pass 2^32, so that the end proves the rest.
  if (bits <= 24) return true;
  uint64_t least = base;
  for (const uint32_t document : documents) {
    if (document < least) return false;
    least = uint64_t{document} + 1;
  }
  return true;
}

}  // namespace attest::index
