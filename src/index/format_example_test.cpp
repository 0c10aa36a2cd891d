// The worked example of docs/format/segment.md is made here and compared with what the page shows, so that
// the page cannot drift from the code. The same segment is the first seed of the fuzz target: a frozen file
// of format version 1 that must always open.
//
// ATTEST_REBASELINE=1 writes both anew; the change then shows in the diff.
#include <cstdlib>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/file.h"
#include "base/stored_bytes.h"
#include "index/segment_file.h"
#include "index/test_collection.h"

namespace attest::index {
namespace {

constexpr const char* kPage = ATTEST_SOURCE_DIR "/docs/format/segment.md";
constexpr const char* kSeed = ATTEST_SOURCE_DIR "/src/index/seeds/segment_fuzz/two_documents";
constexpr const char* kDeletedSeed = ATTEST_SOURCE_DIR "/src/index/seeds/deleted_set_fuzz/three";
constexpr std::string_view kStart = "<!-- example -->\n```\n";
constexpr std::string_view kEnd = "```\n<!-- end of example -->";

std::string example_segment() {
  TestFolder folder;
  IndexDocument first;
  first.sentences.push_back({{0, 7}, static_cast<uint8_t>(Field::kTitle), 0, {"anismus"}});
  first.sentences.push_back({{9, 40}, static_cast<uint8_t>(Field::kBody), 1, {"anismus", "pelvic", "floor"}});
  first.subject_terms = {"constip"};
  IndexDocument second;
  second.sentences.push_back({{0, 11}, static_cast<uint8_t>(Field::kTitle), 0, {"pelvic", "pain"}});
  EXPECT_TRUE(build_segment({first, second}, folder / "s"));
  return read_file(folder / "s", 1u << 20).value();
}

std::string dump(std::string_view name, std::string_view bytes, size_t offset) {
  std::string text = fmt::format("{}\n", name);
  for (size_t at = 0; at < bytes.size(); at += 16) {
    std::string hex, plain;
    for (const char byte : bytes.substr(at, 16)) {
      hex += fmt::format("{:02x} ", static_cast<uint8_t>(byte));
      plain.push_back(byte >= 0x20 && byte < 0x7f ? byte : '.');
    }
    text += fmt::format("  {:04x}  {:<48} {}\n", offset + at, hex, plain);
  }
  return text;
}

std::string example_text(const std::string& bytes) {
  std::string text = dump("header", std::string_view(bytes).substr(0, kHeaderBytes), 0);
  const char* names[kRegionCount] = {"postings", "dictionary",    "dictionary index", "term codes",
                                     "forward",  "forward index", "checksums"};
  const size_t footer = bytes.size() - kFooterBytes;
  for (size_t i = 0; i < kRegionCount; ++i) {
    const uint64_t offset = load_u64(bytes.data() + footer + i * 16);
    const uint64_t length = load_u64(bytes.data() + footer + i * 16 + 8);
    text += dump(names[i], std::string_view(bytes).substr(offset, length), offset);
  }
  return text + dump("footer", std::string_view(bytes).substr(footer), footer);
}

TEST(FormatExample, ThePageShowsTheRealBytes) {
  const std::string text = example_text(example_segment());
  std::string page = read_file(kPage, 1u << 20).value();
  const size_t start = page.find(kStart);
  const size_t end = page.find(kEnd);
  ASSERT_NE(start, std::string::npos);
  ASSERT_NE(end, std::string::npos);
  const size_t from = start + kStart.size();
  if (std::getenv("ATTEST_REBASELINE") != nullptr) {
    page.replace(from, end - from, text);
    ASSERT_TRUE(write_file_atomically(kPage, page));
    return;
  }
  EXPECT_EQ(page.substr(from, end - from), text);
}

TEST(FormatExample, TheFrozenFilesAreWhatIsWrittenToday) {
  const std::string bytes = example_segment();
  DeletedSet deleted;
  for (const uint32_t document : {1u, 64u, 200u}) deleted.insert(document);
  if (std::getenv("ATTEST_REBASELINE") != nullptr) {
    ASSERT_TRUE(write_file_atomically(kSeed, bytes));
    ASSERT_TRUE(write_file_atomically(kDeletedSeed, deleted.serialize()));
    return;
  }
  EXPECT_EQ(read_file(kSeed, 1u << 20).value(), bytes);
  EXPECT_EQ(read_file(kDeletedSeed, 1u << 20).value(), deleted.serialize());
}

TEST(FormatExample, TheFrozenSegmentOpensAndAnswers) {
  const auto segment = Segment::open(kSeed).value();
  ASSERT_TRUE(segment->verify());
  const auto ranked = search(std::vector<SegmentView>{{segment, nullptr}},
                             std::vector<WeightedTerm>{{"anismus", 1}, {"pelvic", 1}}, 10)
                          .value();
  ASSERT_EQ(ranked.size(), 2u);
  EXPECT_EQ(ranked[0].document, 0u);
}

}  // namespace
}  // namespace attest::index
