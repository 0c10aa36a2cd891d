#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/limits.h"
#include "parse/record_test_support.h"

namespace attest {
namespace {

using test::gzipped;
using test::zstd_compressed;
using testing::HasSubstr;

struct ReadResult {
  std::string bytes;
  Status status;
};

ReadResult read_all(std::string input, size_t step = 7777) {
  ReadResult result;
  auto source = ByteSource::from_bytes(std::move(input), "x.gz");
  if (!source) {
    result.status = tl::unexpected(source.error());
    return result;
  }
  std::string buffer(step, '\0');
  while (true) {
    const auto count = (*source)->read(buffer);
    if (!count) {
      result.status = tl::unexpected(count.error());
      return result;
    }
    if (*count == 0) return result;
    result.bytes.append(buffer, 0, *count);
  }
}

std::string sample() {
  std::string text;
  for (int i = 0; i < 60'000; ++i) text += "record " + std::to_string(i * 7919) + "\n";
  return text;
}

TEST(ByteSource, ReadsPlainGzipSeveralMembersPaddingAndZstd) {
  const std::string text = sample();
  EXPECT_EQ(read_all(text).bytes, text);
  EXPECT_EQ(read_all(gzipped(text)).bytes, text);
  EXPECT_EQ(read_all(gzipped(text), 1).bytes, text);
  EXPECT_EQ(read_all(gzipped(text) + gzipped(text)).bytes, text + text);
  const ReadResult padded = read_all(gzipped(text) + std::string(1000, '\0'));
  EXPECT_EQ(padded.bytes, text);
  EXPECT_TRUE(padded.status);
  EXPECT_EQ(read_all(zstd_compressed(text) + zstd_compressed(text)).bytes, text + text);
  EXPECT_EQ(read_all("").bytes, "");
}

TEST(ByteSource, DeliversWhatPrecedesATruncation) {
  const std::string text = sample();
  for (const std::string& whole : {gzipped(text), zstd_compressed(text)}) {
    const ReadResult cut = read_all(whole.substr(0, whole.size() / 2));
    ASSERT_FALSE(cut.status);
    EXPECT_THAT(cut.status.error().message, HasSubstr("ends early"));
    EXPECT_THAT(cut.status.error().place, HasSubstr("compressed byte"));
    EXPECT_GT(cut.bytes.size(), text.size() / 8);
    EXPECT_TRUE(text.starts_with(cut.bytes));
  }
}

TEST(ByteSource, ReportsDamageAndTrailingBytes) {
  std::string damaged = gzipped(sample());
  damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 0x55);
  EXPECT_FALSE(read_all(damaged).status);
  const ReadResult trailing = read_all(gzipped("text") + "garbage");
  EXPECT_EQ(trailing.bytes, "text");
  ASSERT_FALSE(trailing.status);
  EXPECT_THAT(trailing.status.error().message, HasSubstr("after the end"));
}

TEST(ByteSource, StopsABombByItsRatio) {
  const std::string zeros(16u << 20, '\0');
  std::string bomb;
  for (int i = 0; i < 8; ++i) bomb += gzipped(zeros);
  const ReadResult result = read_all(bomb, 1u << 20);
  ASSERT_FALSE(result.status);
  EXPECT_EQ(result.status.error().code, ErrorCode::kLimit);
  EXPECT_LE(result.bytes.size(), limits::kExpansionRatioFromBytes + (2u << 20));
}

TEST(ByteSource, RefusesWhatIsNoFile) {
  EXPECT_EQ(ByteSource::open("/nonexistent/x").error().code, ErrorCode::kNotFound);
  EXPECT_THAT(ByteSource::open("/tmp").error().message, HasSubstr("not a regular file"));
  EXPECT_THAT(ByteSource::open("/dev/null").error().message, HasSubstr("not a regular file"));
}

}  // namespace
}  // namespace attest
