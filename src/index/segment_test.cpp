#include <iterator>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "base/file.h"
#include "index/segment_file.h"
#include "index/test_collection.h"

namespace attest::index {
namespace {

std::string bytes_of(const std::filesystem::path& path) { return read_file(path, 1u << 30).value(); }

TEST(Segment, GivesBackDictionaryPostingsAndSentences) {
  TestFolder folder;
  Random random(3);
  const auto documents = random_documents({1000, 500, 20}, random);
  const auto segment = build_segment(documents, folder / "s").value();
  ASSERT_TRUE(segment->verify());
  ASSERT_EQ(segment->document_count(), documents.size());

  std::map<std::string, std::set<uint32_t>> holders;
  for (uint32_t i = 0; i < documents.size(); ++i) {
    for (const auto& sentence : documents[i].sentences) {
      for (const auto& term : sentence.terms) holders[term].insert(i);
    }
    for (const auto& term : documents[i].subject_terms) holders[term].insert(i);
    for (const auto& term : documents[i].heading_terms) holders[term].insert(i);
  }
  ASSERT_EQ(segment->term_count(), holders.size());
  auto expected = holders.begin();
  ASSERT_TRUE(segment->for_each_term("", [&](std::string_view term, uint32_t ordinal) {
    EXPECT_EQ(term, expected->first);
    EXPECT_EQ(segment->term_ordinal(term), ordinal);
    EXPECT_EQ(segment->term_text(ordinal).value(), term);
    EXPECT_EQ(segment->statistics(ordinal).document_frequency, expected->second.size());
    std::set<uint32_t> found;
    EXPECT_TRUE(segment->for_each_posting(ordinal, [&](uint32_t document, uint8_t impact) {
      EXPECT_GE(impact, 1);
      found.insert(document);
      return true;
    }));
    EXPECT_EQ(found, expected->second);
    ++expected;
    return true;
  }));
  EXPECT_TRUE(expected == holders.end());

  for (uint32_t i = 0; i < documents.size(); ++i) {
    const auto sentences = segment->sentences(i).value();
    ASSERT_EQ(sentences.size(), documents[i].sentences.size());
    for (size_t j = 0; j < sentences.size(); ++j) {
      const IndexedSentence& given = documents[i].sentences[j];
      EXPECT_EQ(sentences[j].span, given.span);
      EXPECT_EQ(sentences[j].field, given.field);
      EXPECT_EQ(sentences[j].section, given.section);
      ASSERT_EQ(sentences[j].terms.size(), given.terms.size());
      for (size_t k = 0; k < given.terms.size(); ++k) {
        EXPECT_EQ(segment->term_text(sentences[j].terms[k]).value(), given.terms[k]);
      }
    }
  }
}

TEST(Segment, WalksTermsFromAPlace) {
  TestFolder folder;
  std::vector<std::string> words;
  for (int i = 100; i < 200; ++i) words.push_back("t" + std::to_string(i));
  const auto segment = build_segment({make_document(words, {})}, folder / "s").value();
  std::vector<std::string> found;
  const auto collect = [&](std::string_view term, uint32_t) {
    found.emplace_back(term);
    return found.size() < 3;
  };
  ASSERT_TRUE(segment->for_each_term("t1425", collect));
  EXPECT_EQ(found, (std::vector<std::string>{"t143", "t144", "t145"}));
  found.clear();
  ASSERT_TRUE(segment->for_each_term("t198", collect));
  EXPECT_EQ(found, (std::vector<std::string>{"t198", "t199"}));
  found.clear();
  ASSERT_TRUE(segment->for_each_term("u", collect));
  EXPECT_TRUE(found.empty());
  EXPECT_FALSE(segment->term_text(100).has_value());
  EXPECT_EQ(segment->sentences(1).error().code, ErrorCode::kNotFound);
}

TEST(Segment, HoldsNothing) {
  TestFolder folder;
  const auto segment = build_segment({}, folder / "s").value();
  EXPECT_TRUE(segment->verify());
  EXPECT_EQ(segment->document_count(), 0u);
  EXPECT_EQ(segment->term_ordinal("a"), std::nullopt);
  EXPECT_TRUE(segment->for_each_term("", [](std::string_view, uint32_t) { return true; }));
}

TEST(Segment, OddInputIsIndexedAsDocumented) {
  TestFolder folder;
  IndexDocument odd;
  odd.sentences.push_back({{50, 20}, 9, 65535, {"", std::string(5000, 'x'), "kept", std::string("a\0b", 3)}});
  odd.sentences.push_back({{0, UINT32_MAX}, 2, 0, {}});  // before the one before, as long as can be
  const auto segment = build_segment({odd}, folder / "s").value();
  EXPECT_EQ(segment->term_count(), 2u);
  EXPECT_TRUE(segment->term_ordinal(std::string_view("a\0b", 3)).has_value());
  const auto sentences = segment->sentences(0).value();
  EXPECT_EQ(sentences[0].span, (ByteSpan{50, 50}));
  EXPECT_EQ(sentences[0].section, 65535);
  EXPECT_EQ(sentences[0].field, 2);
  EXPECT_EQ(sentences[1].span, (ByteSpan{0, UINT32_MAX}));
}

TEST(Segment, BuilderTellsItsMemoryAndStartsAgain) {
  TestFolder folder;
  SegmentBuilder builder;
  Random random(1);
  const size_t empty = builder.memory_bytes();
  for (const auto& document : random_documents({2000, 5000, 30}, random)) builder.add(document);
  EXPECT_GT(builder.memory_bytes(), empty + 50'000);
  ASSERT_TRUE(builder.write(folder / "first"));
  EXPECT_EQ(builder.document_count(), 0u);
  EXPECT_EQ(builder.memory_bytes(), empty);
  EXPECT_EQ(builder.add(make_document({"a"}, {})), 0u);
  ASSERT_TRUE(builder.write(folder / "second"));
  EXPECT_EQ(Segment::open(folder / "second").value()->document_count(), 1u);
}

TEST(Segment, AFailedWriteSaysSoAndLeavesNothing) {
  TestFolder folder;
  SegmentBuilder builder;
  builder.add(make_document({"a"}, {}));
  const Status status = builder.write(folder / "no" / "such");
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().code, ErrorCode::kEnvironment);
  EXPECT_EQ(Segment::open(folder / "none").error().code, ErrorCode::kNotFound);
}

TEST(Merge, IsTheSegmentThatBuildingAtOnceGives) {
  for (uint32_t seed = 0; seed < 12; ++seed) {
    SCOPED_TRACE(seed);
    TestFolder folder;
    Random random(seed);
    std::vector<SegmentView> views;
    std::vector<IndexDocument> live;
    std::vector<std::vector<uint32_t>> expected_numbers;
    for (uint32_t i = 0; i < 1 + seed % 4; ++i) {
      const auto documents = random_documents({random() % 600, 30 + random() % 900, 15}, random);
      auto deleted = std::make_shared<DeletedSet>();
      auto& numbers = expected_numbers.emplace_back();
      for (uint32_t j = 0; j < documents.size(); ++j) {
        if (seed % 3 != 0 && random() % 3 == 0) {
          deleted->insert(j);
          numbers.push_back(UINT32_MAX);
        } else {
          numbers.push_back(static_cast<uint32_t>(live.size()));
          live.push_back(documents[j]);
        }
      }
      views.push_back({build_segment(documents, folder / std::to_string(i)).value(), deleted});
    }
    const auto renumbered = merge_segments(views, folder / "merged");
    ASSERT_TRUE(renumbered) << renumbered.error().to_line();
    EXPECT_EQ(*renumbered, expected_numbers);
    ASSERT_TRUE(build_segment(live, folder / "at once"));
    EXPECT_EQ(bytes_of(folder / "merged"), bytes_of(folder / "at once"));
  }
}

TEST(DeletedSet, GivesItselfBackAndSeesDamage) {
  DeletedSet set;
  for (const uint32_t document : {0u, 63u, 64u, 1000u, 1000u}) set.insert(document);
  EXPECT_EQ(set.count(), 4u);
  const std::string bytes = set.serialize();
  const DeletedSet read = DeletedSet::deserialize(bytes).value();
  EXPECT_EQ(read.count(), 4u);
  EXPECT_EQ(read.serialize(), bytes);
  EXPECT_TRUE(read.contains(64));
  EXPECT_FALSE(read.contains(65));
  EXPECT_FALSE(read.contains(UINT32_MAX));
  for (size_t at = 0; at < bytes.size(); ++at) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
    EXPECT_FALSE(DeletedSet::deserialize(damaged)) << at;
    EXPECT_FALSE(DeletedSet::deserialize(bytes.substr(0, at))) << at;
  }
  EXPECT_EQ(DeletedSet::deserialize(DeletedSet().serialize())->count(), 0u);
}

}  // namespace
}  // namespace attest::index
