#include <filesystem>

#include <unistd.h>

#include <gtest/gtest.h>

#include "base/byte_span.h"
#include "base/checksum.h"
#include "base/file.h"
#include "base/result.h"

namespace attest {
namespace {

TEST(Error, PrintsOnOneLineWithoutControlCharacters) {
  const Error error{ErrorCode::kInput, "bad\x1b[31m\nthing", "a\xE2\x80\xAEtxt", "try\tagain"};
  EXPECT_EQ(error.to_line(), "a?txt: bad [31m thing; try again");
}

TEST(ByteSpan, OfStaysInsideTheText) {
  EXPECT_EQ((ByteSpan{1, 3}.of("abcd")), "bc");
  EXPECT_EQ((ByteSpan{3, 9}.of("abcd")), "");
  EXPECT_EQ((ByteSpan{3, 1}.of("abcd")), "");
}

TEST(Checksum, DependsOnEveryByte) {
  EXPECT_NE(checksum64("abc"), checksum64("abd"));
  EXPECT_EQ(content_hash("abc").size(), 32u);
}

TEST(File, WritesAtomicallyReadsBackAndMaps) {
  const auto folder = std::filesystem::temp_directory_path() / ("attest_base_" + std::to_string(::getpid()));
  std::filesystem::create_directories(folder);
  const auto path = folder / "x";
  ASSERT_TRUE(write_file_atomically(path, "hello"));
  EXPECT_EQ(read_file(path, 100).value(), "hello");
  EXPECT_EQ(read_file(path, 3).error().code, ErrorCode::kLimit);
  EXPECT_EQ(read_file(folder / "none", 3).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(MappedFile::open(path).value().bytes(), "hello");
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace attest
