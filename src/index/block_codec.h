// Blocks of 128 document numbers, bit-packed so that four lanes are unpacked at once.
//
// Lemire & Boytsov, "Decoding billions of integers per second through vectorization" (2015), SIMD-BP128:
// number i of the block stands in lane i mod 4, row i / 4; each lane is a stream of 32 values of `bits` bits
// that starts at the lowest bit, and the lanes' 32-bit words alternate in memory. What is packed is the
// distance to the document before, less one, so that neighbours cost no bits.
#pragma once

#include <array>
#include <cstdint>
#include <string>

namespace attest::index {

inline constexpr uint32_t kBlockPostings = 128;
inline constexpr uint32_t kBlockBitsMax = 32;

using BlockDocuments = std::array<uint32_t, kBlockPostings>;

// Bytes of a packed block.
inline constexpr size_t packed_block_bytes(uint32_t bits) { return size_t{bits} * kBlockPostings / 8; }

// Appends the packed form of `documents` (strictly increasing, the first ≥ `base`) and returns its bits.
// `base` is the number after the last document of the block before, 0 for the first block.
uint32_t pack_block(const BlockDocuments& documents, uint32_t base, std::string& out);

// Reads packed_block_bytes(bits) bytes from `in`. `bits` ≤ 32. Any bytes give 128 numbers; only the caller
// knows whether they make sense: see block_is_sound.
void unpack_block(const char* in, uint32_t bits, uint32_t base, BlockDocuments& documents);

// Whether the numbers strictly increase from `base` to `last`.
bool block_is_sound(const BlockDocuments& documents, uint32_t bits, uint32_t base, uint32_t last);

}  // namespace attest::index
