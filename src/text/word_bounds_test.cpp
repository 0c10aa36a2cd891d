#include "text/word_bounds.h"

#include <gtest/gtest.h>

#include "text/brackets.h"

namespace attest {
namespace {

TEST(WordEnd, KeepsHyphensApostrophesAndLetters) {
  const std::string_view text = "beta-blocker's café, then";
  EXPECT_EQ(word_end(text, 0), 14u);
  EXPECT_EQ(text.substr(15, word_end(text, 15) - 15), "café");
  EXPECT_EQ(word_end(text, 14), 14u);
  EXPECT_EQ(word_end(text, text.size()), text.size());
}

TEST(WordEnding, PassesOverBlanks) {
  const std::string_view text = "in older adults  with";
  EXPECT_EQ(word_ending(text, 17), "adults");
  EXPECT_EQ(word_ending(text, 2), "in");
  EXPECT_EQ(word_ending(text, 0), "");
  EXPECT_EQ(word_ending("well; ", 6), "");
}

TEST(TextOutsideBrackets, BlanksNestedOnesAndKeepsOffsets) {
  EXPECT_EQ(text_outside_brackets("34 (17 men [50%]) were"), "34                were");
  EXPECT_EQ(text_outside_brackets("a) first"), "a) first");
  EXPECT_EQ(text_outside_brackets("fell (RR 0.5"), "fell        ");
}

}  // namespace
}  // namespace attest
