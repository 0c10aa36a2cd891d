#include "index/block_codec.h"

#include <gtest/gtest.h>

#include "index/test_collection.h"

namespace attest::index {
namespace {

TEST(BlockCodec, GivesBackEveryWidth) {
  Random random(7);
  for (uint32_t bits = 0; bits <= 24; ++bits) {
    BlockDocuments documents;
    const uint32_t base = random() % 1000;
    uint32_t next = base;
    for (uint32_t i = 0; i < kBlockPostings; ++i) {
      const uint32_t most = (1u << bits) - 1;
      const uint32_t distance = i == 5 ? most : most == 0 ? 0 : random() % most;
      documents[i] = next + distance;
      next = documents[i] + 1;
    }
    std::string packed;
    EXPECT_EQ(pack_block(documents, base, packed), bits);
    ASSERT_EQ(packed.size(), packed_block_bytes(bits));
    BlockDocuments read{};
    unpack_block(packed.data(), bits, base, read);
    EXPECT_EQ(read, documents) << bits;
    EXPECT_TRUE(block_is_sound(read, bits, base, documents.back()));
    EXPECT_FALSE(block_is_sound(read, bits, base, documents.back() + 1));
  }
}

TEST(BlockCodec, OneHugeGapInADenseBlock) {
  for (uint32_t bits = 25; bits <= 31; ++bits) {
    BlockDocuments documents;
    for (uint32_t i = 0; i < kBlockPostings; ++i) documents[i] = i < 77 ? i : i + ((1u << bits) - 200);
    std::string packed;
    const uint32_t used = pack_block(documents, 0, packed);
    BlockDocuments read{};
    unpack_block(packed.data(), used, 0, read);
    EXPECT_EQ(read, documents);
    EXPECT_TRUE(block_is_sound(read, used, 0, documents.back()));
  }
}

TEST(BlockCodec, ASumThatWrapsIsNotSound) {
  std::string packed(packed_block_bytes(32), '\xff');
  BlockDocuments read{};
  unpack_block(packed.data(), 32, 5, read);
  EXPECT_FALSE(block_is_sound(read, 32, 5, read.back()));
}

}  // namespace
}  // namespace attest::index
