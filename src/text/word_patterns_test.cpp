#include "text/word_patterns.h"

#include <gtest/gtest.h>

namespace attest {
namespace {

TEST(WordPatterns, AStarLetsAWordGoOn) {
  static constexpr std::string_view kRises[] = {"increas*", "rose"};
  EXPECT_TRUE(fits_one_of("increas", kRises));
  EXPECT_TRUE(fits_one_of("increasing", kRises));
  EXPECT_TRUE(fits_one_of("rose", kRises));
  EXPECT_FALSE(fits_one_of("roses", kRises));
  EXPECT_FALSE(fits_one_of("incre", kRises));
  EXPECT_FALSE(fits_one_of("", kRises));
}

}  // namespace
}  // namespace attest
