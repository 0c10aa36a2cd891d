#include "text/brackets.h"

#include <gtest/gtest.h>

namespace attest {
namespace {

TEST(Brackets, AreBlankedWithOffsetsKept) {
  EXPECT_EQ(text_outside_brackets("a (b [c] d) e"), "a           e");
  EXPECT_EQ(text_outside_brackets("a [b) c"), "a     c");
  EXPECT_EQ(text_outside_brackets("a) b"), "a) b");
  EXPECT_EQ(text_outside_brackets("a (b"), "a   ");
}

TEST(Brackets, RoundOnesAreLeftOut) {
  EXPECT_EQ(without_round_brackets("ACE inhibitors (not (yet) old), diuretics"),
            "ACE inhibitors , diuretics");
  EXPECT_EQ(without_round_brackets("12 [9 to 15] (CI)"), "12 [9 to 15] ");
  EXPECT_EQ(without_round_brackets("a) b"), "a) b");
  EXPECT_EQ(without_round_brackets("a (b"), "a ");
}

}  // namespace
}  // namespace attest
