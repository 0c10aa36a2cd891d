#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <unistd.h>

#include "cli/default_collection.h"
#include "cli/terminal.h"
#include "render/grouped_number.h"

namespace attest {
namespace {

class DefaultCollection : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (std::filesystem::temp_directory_path() / "attest-cli-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
    ::unsetenv("ATTEST_COLLECTION");
    ::setenv("XDG_DATA_HOME", folder_.c_str(), 1);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  std::filesystem::path folder_;
};

TEST_F(DefaultCollection, FollowsTheDocumentedOrder) {
  const auto own = folder_ / "attest" / "collection";
  // Not there yet: written to, but not read from.
  EXPECT_EQ(*collection_to_write(""), own);
  const auto readable = collection_to_read("");
  EXPECT_TRUE(!readable || *readable != own);
  std::filesystem::create_directories(own);
  std::ofstream(own / "catalog.sqlite") << "x";
  EXPECT_EQ(*collection_to_read(""), own);
  ::setenv("ATTEST_COLLECTION", "/named", 1);
  EXPECT_EQ(*collection_to_read(""), "/named");
  EXPECT_EQ(*collection_to_write(""), "/named");
  EXPECT_EQ(*collection_to_read("given"), "given");
  EXPECT_EQ(*collection_to_write("given"), "given");
  ::unsetenv("ATTEST_COLLECTION");
}

TEST_F(DefaultCollection, RelativeDataHomeIsIgnored) {
  ::setenv("XDG_DATA_HOME", "relative", 1);
  ::setenv("HOME", folder_.c_str(), 1);
  EXPECT_EQ(*collection_to_write(""), folder_ / ".local/share/attest/collection");
}

TEST(Terminal, WrapsAtSpacesByCharacters) {
  EXPECT_EQ(wrap_text("one two three", 8), "one two\nthree\n");
  EXPECT_EQ(wrap_text("äöü äöü äöü", 7), "äöü äöü\näöü\n");
  EXPECT_EQ(wrap_text("a\n\nb", 40), "a\n\nb\n");
  EXPECT_EQ(wrap_text("unbreakablelongword x", 5), "unbreakablelongword\nx\n");
}

TEST(Terminal, StoredTextCannotDriveIt) {
  EXPECT_EQ(printable("a\x1b[31mb\nc\x7f"), "a [31mb\nc ");
  EXPECT_EQ(printable("\xc2\x9b"
                      "31m é"),
            " 31m é");
}

TEST(Terminal, NumbersForPeople) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(1234567), "1,234,567");
  EXPECT_EQ(human_bytes(999), "999 B");
  EXPECT_EQ(human_bytes(1500), "1.5 kB");
  EXPECT_EQ(human_bytes(24'000'000'000), "24.0 GB");
  EXPECT_EQ(human_seconds(59), "59 s");
  EXPECT_EQ(human_seconds(125), "2 min 05 s");
  EXPECT_EQ(human_seconds(3720), "1 h 02 min");
}

}  // namespace
}  // namespace attest
