#include "base/white_space.h"

#include <gtest/gtest.h>

namespace attest {
namespace {

TEST(WhiteSpace, IsTakenOffBothEnds) {
  EXPECT_EQ(trimmed(" \t a b\r\n\f\v"), "a b");
  EXPECT_EQ(trimmed("a"), "a");
  EXPECT_EQ(trimmed(""), "");
  const std::string_view blank = " \n ";
  EXPECT_EQ(trimmed(blank), "");
  EXPECT_EQ(trimmed(blank).data(), blank.data() + blank.size());  // still a place in the text
}

}  // namespace
}  // namespace attest
