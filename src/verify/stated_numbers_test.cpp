// The figures of a text, and those of a claim held against them.
#include "verify/stated_numbers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "verify/claim_test_support.h"

namespace attest {
namespace {

using test::Pair;
using test::read_text;
using testing::IsEmpty;

StatedNumber only(std::string_view text) {
  const std::vector<StatedNumber> numbers = stated_numbers(read_text(text));
  EXPECT_EQ(numbers.size(), 1u) << text;
  return numbers.empty() ? StatedNumber{} : numbers[0];
}

NumbersBeside numbers_held(std::string_view claim, std::string_view sentence) {
  const Pair pair(claim, sentence);
  return hold_numbers(pair.claim, stated_numbers(pair.claim), stated_numbers(pair.sentence), pair.aligned);
}

bool holds(std::string_view claim, std::string_view sentence) {
  return holds_number(only(claim), stated_numbers(read_text(sentence)));
}

TEST(StatedNumbers, PercentagesHoweverWritten) {
  for (const char* text : {"healed in 42% of ulcers", "healed in 42 % of ulcers",
                           "healed in 42 percent of ulcers", "healed in 42 per cent of ulcers"}) {
    EXPECT_DOUBLE_EQ(only(text).value, 42) << text;
    EXPECT_TRUE(only(text).percent) << text;
  }
  EXPECT_FALSE(only("healed in 42 ulcers").percent);
}

TEST(StatedNumbers, NumbersAndSharesInWords) {
  EXPECT_DOUBLE_EQ(only("healed in seven ulcers").value, 7);
  EXPECT_FALSE(only("healed in seven ulcers").percent);
  struct Share {
    const char* text;
    double percent;
  };
  for (const Share& share :
       {Share{"half of the ulcers", 50}, Share{"a quarter of the ulcers", 25},
        Share{"three quarters of the ulcers", 75}, Share{"one third of the ulcers", 100.0 / 3},
        Share{"two thirds of the ulcers", 200.0 / 3}, Share{"a fifth of the ulcers", 20},
        Share{"one tenth of the ulcers", 10}}) {
    const std::vector<StatedNumber> numbers = stated_numbers(read_text(share.text));
    ASSERT_FALSE(numbers.empty()) << share.text;
    EXPECT_DOUBLE_EQ(numbers.back().value, share.percent) << share.text;
    EXPECT_TRUE(numbers.back().percent) << share.text;
    EXPECT_TRUE(numbers.back().about) << share.text;
  }
  // The third and the fifth are places, no shares.
  EXPECT_THAT(stated_numbers(read_text("the third visit and the fifth")), IsEmpty());
}

TEST(StatedNumbers, WhatIsSaidToBeRounded) {
  EXPECT_TRUE(only("about 42% of ulcers").about);
  EXPECT_TRUE(only("close to 42% of ulcers").about);
  EXPECT_FALSE(only("42% of ulcers").about);
}

TEST(StatedNumbers, WhatStandsAroundThem) {
  const ReadText read = read_text("Ulcers healed in 42% of smokers and 71% of bakers.");
  const std::vector<StatedNumber> numbers = stated_numbers(read);
  ASSERT_EQ(numbers.size(), 2u);
  const auto among = [&](size_t number) {
    std::vector<std::string> words;
    for (const uint32_t word : numbers[number].among) words.push_back(read.words[word].folded);
    return words;
  };
  EXPECT_EQ(among(0).size(), 4u);
  EXPECT_THAT(among(1)[0], "bakers");
}

TEST(HoldsNumber, RoundedAsItIsSaid) {
  EXPECT_TRUE(holds("healed in 42%", "healed in 41.6% of ulcers"));   // fewer digits
  EXPECT_FALSE(holds("healed in 42%", "healed in 41% of ulcers"));    // as many digits
  EXPECT_FALSE(holds("healed in 43%", "healed in 41.6% of ulcers"));  // rounded wrongly
  EXPECT_FALSE(holds("healed in 41.6%", "healed in 42% of ulcers"));  // more than the text says
  EXPECT_TRUE(holds("healed in about 40%", "healed in 41.6% of ulcers"));
  EXPECT_FALSE(holds("healed in about 40%", "healed in 47% of ulcers"));
}

TEST(HoldsNumber, AShareInWordsIsNearItsFigure) {
  EXPECT_TRUE(holds("half of the ulcers healed", "healed in 51% of ulcers"));
  EXPECT_FALSE(holds("half of the ulcers healed", "healed in 60% of ulcers"));
}

TEST(HoldsNumber, ACountIsNoPercentage) {
  EXPECT_FALSE(holds("healed in 42 ulcers", "healed in 42% of ulcers"));
  EXPECT_FALSE(holds("healed in 42% of ulcers", "healed in 42 ulcers"));
}

TEST(HoldNumbers, Held) {
  const NumbersBeside beside = numbers_held("42% of ulcers healed.", "Ulcers healed in 42% of smokers.");
  EXPECT_EQ(beside.claimed, 1u);
  EXPECT_EQ(beside.held, 1u);
  EXPECT_EQ(beside.misplaced, 0u);
  EXPECT_EQ(beside.other, 0u);
  EXPECT_FALSE(beside.percent_missing);
}

TEST(HoldNumbers, AnotherBesideTheSameThings) {
  const NumbersBeside beside = numbers_held("63% of ulcers healed.", "Ulcers healed in 42% of smokers.");
  EXPECT_EQ(beside.held, 0u);
  EXPECT_EQ(beside.other, 1u);
  EXPECT_TRUE(beside.percent_missing);
}

TEST(HoldNumbers, AnotherBesideOtherThingsIsNoOther) {
  const NumbersBeside beside = numbers_held("63% of ulcers healed.", "The response to letters was 42%.");
  EXPECT_EQ(beside.other, 0u);
  EXPECT_TRUE(beside.percent_missing);
  // A count does not answer for a percentage.
  EXPECT_EQ(numbers_held("63% of ulcers healed.", "Ulcers healed in 42 smokers.").other, 0u);
}

TEST(HoldNumbers, BesideWhatAnotherIsOf) {
  const std::string sentence =
      "Deafness after gentamicin occurred in 12% of the newborn infants; nausea after codeine in 48% of "
      "adults.";
  EXPECT_EQ(numbers_held("Nausea after codeine in 48% of adults.", sentence).misplaced, 0u);
  const NumbersBeside beside = numbers_held("Nausea after codeine in 12% of adults.", sentence);
  EXPECT_EQ(beside.held, 1u);
  EXPECT_EQ(beside.misplaced, 1u);
}

}  // namespace
}  // namespace attest
