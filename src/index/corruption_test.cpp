// Damage to our own files: every flipped byte is seen by verify(), and what is read from a damaged segment is
// an error or the truth. Forged segments, whose checksums are right, must at least not crash.

#include <gtest/gtest.h>

#include "base/file.h"
#include "index/segment_file.h"
#include "index/segment_seal.h"
#include "index/test_collection.h"

namespace attest::index {
namespace {

// Everything that can be asked of a segment, as text; the first error ends it.
Result<std::string> everything(const std::shared_ptr<const SegmentFile>& segment) {
  std::string all = std::to_string(segment->document_count()) + "\n";
  std::vector<WeightedTerm> query;
  Status inner;
  ATTEST_TRY(segment->for_each_term("", [&](std::string_view term, uint32_t ordinal) {
    all.append(term);
    if (ordinal % 7 == 0) query.push_back({std::string(term), 1.0f});
    inner = segment->for_each_posting(ordinal, [&](uint32_t document, uint8_t impact) {
      all += " " + std::to_string(document) + ":" + std::to_string(impact);
      return true;
    });
    return inner.has_value();
  }));
  ATTEST_TRY(std::move(inner));
  for (uint32_t document = 0; document < segment->document_count(); ++document) {
    ATTEST_ASSIGN(const auto sentences, segment->sentences(document));
    for (const ForwardSentence& sentence : sentences) {
      all += "\n" + std::to_string(sentence.span.start) + "-" + std::to_string(sentence.span.end);
      for (const uint32_t term : sentence.terms) all += " " + std::to_string(term);
    }
  }
  const std::vector<SegmentView> views = {{segment, nullptr}};
  ATTEST_ASSIGN(const auto ranked, search(views, query, 20));
  for (const RankedDocument& hit : ranked)
    all += "\n" + std::to_string(hit.document) + " " + std::to_string(hit.score);
  return all;
}

std::string small_segment_bytes() {
  TestFolder folder;
  Random random(17);
  auto documents = random_documents({150, 25, 8}, random);
  EXPECT_TRUE(build_segment(documents, folder / "s"));
  return read_file(folder / "s", 1u << 30).value();
}

TEST(Corruption, EveryFlippedByteIsSeen) {
  const std::string bytes = small_segment_bytes();
  const std::string truth = everything(SegmentFile::open_bytes(bytes, "whole").value()).value();
  Random random(1);
  for (size_t at = 0; at < bytes.size(); ++at) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ (1 << (random() % 8)));
    const auto segment = SegmentFile::open_bytes(damaged, "damaged");
    if (!segment) continue;
    EXPECT_FALSE((*segment)->verify()) << at;
    const auto read = everything(*segment);
    if (read) {
      EXPECT_EQ(*read, truth) << at;
    }
  }
}

TEST(Corruption, DamageFarFromWhatIsReadHarmsNothing) {
  TestFolder folder;
  Random random(2);
  ASSERT_TRUE(build_segment(random_documents({8000, 3000, 20}, random), folder / "s"));
  std::string bytes = read_file(folder / "s", 1u << 30).value();
  ASSERT_GT(bytes.size(), 10 * kChecksumChunkBytes);
  const auto whole = SegmentFile::open_bytes(bytes, "whole").value();
  bytes[bytes.size() * 3 / 4] ^= 1;  // in the forward index
  const auto segment = SegmentFile::open_bytes(bytes, "damaged").value();
  const std::vector<WeightedTerm> query = {{"w1", 1.0f}, {"w9", 1.0f}};
  const auto found = search(std::vector<SegmentView>{{segment, nullptr}}, query, 10);
  ASSERT_TRUE(found) << found.error().to_line();
  EXPECT_EQ(found->size(), 10u);
  const Status status = segment->verify();
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().code, ErrorCode::kCorrupt);
  EXPECT_NE(status.error().place.find("damaged, byte "), std::string::npos);
  uint32_t unreadable = 0;
  for (uint32_t document = 0; document < segment->document_count(); ++document) {
    const auto read = segment->sentences(document);
    if (!read) ++unreadable;
  }
  EXPECT_GT(unreadable, 0u);
  EXPECT_LT(unreadable, 1000u);
}

TEST(Corruption, EveryTruncationIsAnError) {
  const std::string bytes = small_segment_bytes();
  for (size_t size = 0; size < bytes.size(); size += 7) {
    EXPECT_FALSE(SegmentFile::open_bytes(bytes.substr(0, size), "cut"));
  }
}

TEST(Corruption, ForgedSegmentsDoNotCrash) {
  const std::string bytes = small_segment_bytes();
  Random random(3);
  for (int round = 0; round < 1500; ++round) {
    std::string forged = bytes;
    for (uint32_t i = 0; i <= random() % 3; ++i) {
      forged[kHeaderBytes + random() % (forged.size() - kHeaderBytes - kFooterBytes)] =
          static_cast<char>(random());
    }
    if (!seal_segment(forged)) continue;
    const auto segment = SegmentFile::open_bytes(forged, "forged");
    if (segment) (void)everything(*segment);
  }
}

TEST(Corruption, AnotherVersionIsNamed) {
  std::string bytes = small_segment_bytes();
  bytes[8] = 2;
  const auto segment = SegmentFile::open_bytes(bytes, "new");
  ASSERT_FALSE(segment);
  EXPECT_NE(segment.error().message.find("version 2"), std::string::npos);
}

}  // namespace
}  // namespace attest::index
