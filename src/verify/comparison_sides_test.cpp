// Which side of a comparison a word stands on, and whether two texts compare the same way round.
#include "verify/comparison_sides.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "verify/claim_test_support.h"

namespace attest {
namespace {

using test::Pair;
using test::read_text;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

struct Words {
  bool found = false;
  Going going = Going::kSomething;
  std::vector<std::string> left;
  std::vector<std::string> right;
};

Words sides(std::string_view text) {
  const ReadText read = read_text(text);
  const ComparisonSides sides = sides_of(read, assertions_of(read));
  Words words{sides.found, sides.going, {}, {}};
  for (const uint32_t word : sides.left) words.left.push_back(read.words[word].folded);
  for (const uint32_t word : sides.right) words.right.push_back(read.words[word].folded);
  return words;
}

SidesBeside sides_held(std::string_view claim, std::string_view sentence) {
  const Pair pair(claim, sentence);
  return hold_sides(pair.claim, sides_of(pair.claim, pair.claimed), sides_of(pair.sentence, pair.found),
                    pair.aligned);
}

TEST(SidesOf, TwoSidesAndTheDirection) {
  const Words words = sides("Pain was lower with ibuprofen than with codeine.");
  EXPECT_TRUE(words.found);
  EXPECT_EQ(words.going, Going::kDown);
  EXPECT_THAT(words.left, ElementsAre("ibuprofen", "pain"));  // the nearest first
  EXPECT_THAT(words.right, ElementsAre("codeine"));
}

TEST(SidesOf, OtherWordsThatCompare) {
  for (const char* text : {"Ibuprofen versus codeine", "Ibuprofen worked, compared with codeine",
                           "Ibuprofen is superior to codeine", "Give ibuprofen instead of codeine"}) {
    const Words words = sides(text);
    EXPECT_TRUE(words.found) << text;
    EXPECT_THAT(words.left, Contains("ibuprofen")) << text;
    EXPECT_THAT(words.right, ElementsAre("codeine")) << text;
  }
  // "compared" alone sets nothing apart.
  EXPECT_FALSE(sides("Ibuprofen and codeine were compared twice").found);
}

TEST(SidesOf, TheRightSideEndsWithItsClause) {
  EXPECT_THAT(sides("Ibuprofen was cheaper than codeine, and aspirin was given.").right,
              Not(Contains("aspirin")));
  EXPECT_THAT(sides("Aspirin was given; ibuprofen was cheaper than codeine.").left, Not(Contains("aspirin")));
}

TEST(SidesOf, ASideWithoutWordsIsNoComparison) {
  EXPECT_FALSE(sides("More than 40").found);
  EXPECT_FALSE(sides("Ibuprofen relieves pain.").found);
  EXPECT_THAT(sides("Ibuprofen relieves pain.").right, IsEmpty());
}

TEST(HoldSides, StraightOrCrossed) {
  const std::string sentence = "Pain was lower with ibuprofen than with codeine.";
  const SidesBeside straight = sides_held("Ibuprofen gives lower scores than codeine.", sentence);
  EXPECT_TRUE(straight.both);
  EXPECT_DOUBLE_EQ(straight.straight, 1);
  EXPECT_DOUBLE_EQ(straight.crossed, 0);
  EXPECT_EQ(straight.verdict, 1);
  const SidesBeside crossed = sides_held("Codeine gives lower scores than ibuprofen.", sentence);
  EXPECT_DOUBLE_EQ(crossed.crossed, 1);
  EXPECT_DOUBLE_EQ(crossed.straight, 0);
  EXPECT_EQ(crossed.verdict, -1);
}

TEST(HoldSides, CrossedAndTurnedRoundIsTheSame) {
  const std::string sentence = "Pain was lower with ibuprofen than with codeine.";
  EXPECT_EQ(sides_held("Codeine gives higher scores than ibuprofen.", sentence).verdict, 1);
  EXPECT_EQ(sides_held("Ibuprofen gives higher scores than codeine.", sentence).verdict, -1);
}

TEST(HoldSides, WithoutADirectionTheOrderDecidesNothing) {
  EXPECT_EQ(sides_held("Codeine versus ibuprofen", "Ibuprofen versus codeine").verdict, 0);
  EXPECT_EQ(
      sides_held("Ibuprofen versus codeine", "Pain was lower with ibuprofen than with codeine.").verdict, 0);
}

TEST(SidesOf, HowMuchIsNoSide) {
  EXPECT_FALSE(sides("Starting clozapine more than doubled the share of patients.").found);
  EXPECT_FALSE(sides("Waves averaged over 100 mm Hg in achalasia.").found);
  EXPECT_FALSE(sides("Aspirin was given over several years.").found);
  EXPECT_FALSE(sides("More than half of the ulcers healed.").found);
  EXPECT_TRUE(sides("Ibuprofen has an advantage over codeine.").found);
}

TEST(SidesOf, TheSecondMayStandFirst) {
  const Words words = sides("Compared with haloperidol, olanzapine led to fewer relapses.");
  EXPECT_TRUE(words.found);
  EXPECT_THAT(words.right, ElementsAre("haloperidol"));
  EXPECT_THAT(words.left, Contains("olanzapine"));
  EXPECT_EQ(words.going, Going::kDown);
}

TEST(HoldSides, EverythingThatGoesSomeWayCounts) {
  const std::string more = "TCu380A was more effective in preventing pregnancy than MLCu375.";
  EXPECT_EQ(sides_held("MLCu375 prevents pregnancy better than TCu380A.", more).verdict, -1);
  EXPECT_EQ(sides_held("TCu380A prevents pregnancy better than MLCu375.", more).verdict, 1);
  const std::string women = "Women are more likely than men to have eating disorders.";
  EXPECT_EQ(sides_held("Men get eating disorders less often than women.", women).verdict, 1);
  EXPECT_EQ(sides_held("Men get eating disorders more often than women.", women).verdict, -1);
  const std::string relapses = "Compared with haloperidol, olanzapine led to fewer relapses.";
  EXPECT_EQ(
      sides_held("Patients on haloperidol relapse less often than those on olanzapine.", relapses).verdict,
      -1);
}

TEST(HoldSides, BothFindNothing) {
  EXPECT_EQ(sides_held("Codeine was no different compared with ibuprofen.",
                       "Ibuprofen did not differ compared with codeine.")
                .verdict,
            1);
}

TEST(HoldSides, OtherSidesSayNothing) {
  const SidesBeside other =
      sides_held("Yoga gives lower scores than walking.", "Pain was lower with ibuprofen than with codeine.");
  EXPECT_TRUE(other.both);
  EXPECT_EQ(other.verdict, 0);
  EXPECT_FALSE(sides_held("Ibuprofen is cheap.", "Pain was lower with ibuprofen than with codeine.").both);
}

}  // namespace
}  // namespace attest
