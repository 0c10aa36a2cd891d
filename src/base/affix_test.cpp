#include "base/affix.h"

#include <gtest/gtest.h>

namespace attest {
namespace {

TEST(Affix, ATextBeginsOrEndsWithOneOfAList) {
  static constexpr std::string_view kParts[] = {"with ", " in"};
  EXPECT_TRUE(starts_with_one_of("with placebo", kParts));
  EXPECT_FALSE(starts_with_one_of("and with placebo", kParts));
  EXPECT_TRUE(ends_with_one_of("seen in", kParts));
  EXPECT_FALSE(ends_with_one_of("in", kParts));
  EXPECT_FALSE(starts_with_one_of("", kParts));
}

}  // namespace
}  // namespace attest
