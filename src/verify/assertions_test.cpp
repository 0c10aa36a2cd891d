// What a text says goes which way, and of what; and two texts held against each other by it.
#include "verify/assertions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "verify/claim_test_support.h"

namespace attest {
namespace {

using test::Pair;
using test::read_text;
using testing::Contains;
using testing::ElementsAre;
using testing::Not;

std::vector<Going> goings(std::string_view text) {
  std::vector<Going> all;
  for (const Assertion& assertion : assertions_of(read_text(text))) all.push_back(assertion.going);
  return all;
}

std::vector<std::string> about(std::string_view text, size_t number) {
  const ReadText read = read_text(text);
  const std::vector<Assertion> assertions = assertions_of(read);
  std::vector<std::string> words;
  if (number >= assertions.size()) return words;
  for (const uint32_t word : assertions[number].about) words.push_back(read.words[word].folded);
  return words;
}

AssertionsBeside assertions_held(std::string_view claim, std::string_view sentence) {
  const Pair pair(claim, sentence);
  return hold_assertions(pair.claim, pair.claimed, pair.found, pair.aligned);
}

TEST(AssertionsOf, DirectionsThatFollowOneAnotherAreOne) {
  EXPECT_THAT(goings("Metformin reduces the risk of fractures."), ElementsAre(Going::kDown));
  EXPECT_THAT(goings("Metformin increases the risk of fractures."), ElementsAre(Going::kUp));
  // Less of a fall is a rise.
  EXPECT_THAT(goings("Zinc inhibits the decrease of ferritin."), ElementsAre(Going::kUp));
}

TEST(AssertionsOf, ATopicBetweenThemParts) {
  EXPECT_THAT(goings("Zinc lowered ferritin and raised albumin."), ElementsAre(Going::kDown, Going::kUp));
}

TEST(AssertionsOf, WhatIsDeniedIsNothing) {
  EXPECT_THAT(goings("Zinc did not reduce ferritin."), ElementsAre(Going::kNothing));
  EXPECT_THAT(goings("Ferritin was unchanged."), ElementsAre(Going::kNothing));
  EXPECT_THAT(goings("Ferritin was similar in both clinics."), ElementsAre(Going::kNothing));
  // No difference; but where they were not similar, they differed.
  EXPECT_THAT(goings("Ferritin did not differ between clinics."), ElementsAre(Going::kNothing));
  EXPECT_THAT(goings("Ferritin was not similar in both clinics."), ElementsAre(Going::kSomething));
}

TEST(ReadClaimText, DeniesOnlyWhatIsTold) {
  EXPECT_TRUE(read_text("Aspirin did not help.").negated);
  EXPECT_TRUE(read_text("Nobody was cured.").negated);
  EXPECT_TRUE(read_text("Aspirin was preferred rather than codeine.").negated);
  EXPECT_TRUE(read_text("The effect was non-significant.").negated);
  EXPECT_FALSE(read_text("Effects of non-specific treatments were marginal.").negated);
  EXPECT_FALSE(read_text("Not only pain but fever was relieved.").negated);
  EXPECT_FALSE(read_text("The rate was rather high.").negated);
}

TEST(ReadClaimText, ThingsGoNoWay) {
  const auto goes = [](std::string_view text, std::string_view word) {
    for (const ClaimWord& one : read_text(text).words) {
      if (one.folded == word) return one.direction.has_value();
    }
    return false;
  };
  EXPECT_FALSE(goes("Falls in the elderly are common.", "falls"));
  EXPECT_FALSE(goes("Exercise reduces falls.", "falls"));
  EXPECT_FALSE(goes("Vitamin D prevents falls and fractures.", "falls"));
  EXPECT_TRUE(goes("Blood pressure falls during sleep.", "falls"));
  EXPECT_TRUE(goes("It achieved greater falls in pressure.", "falls"));
  EXPECT_FALSE(goes("Steroid eye drops were given.", "drops"));
  EXPECT_TRUE(goes("Blood pressure drops during sleep.", "drops"));
  EXPECT_FALSE(goes("Lead poisoning harms children.", "lead"));
  EXPECT_TRUE(goes("Statins lead to fewer strokes.", "lead"));
  EXPECT_FALSE(goes("A pudendal block was given.", "block"));
  EXPECT_TRUE(goes("Statins block an enzyme.", "block"));
  EXPECT_FALSE(goes("Olanzapine helps as well as haloperidol.", "well"));
}

TEST(AssertionsOf, ADenialEndsWithItsPartOfTheSentence) {
  EXPECT_THAT(goings("It was not cheap; zinc reduced ferritin."), ElementsAre(Going::kDown));
  EXPECT_THAT(goings("Zinc did not reduce ferritin, whereas copper lowered albumin."),
              ElementsAre(Going::kNothing, Going::kDown));
}

TEST(AssertionsOf, RelationsGoNoWay) {
  EXPECT_THAT(goings("Smoking was associated with glaucoma."), ElementsAre(Going::kSomething));
}

TEST(AssertionsOf, WordsThatOnlySayWhereAreNone) {
  EXPECT_THAT(goings("Ulcers of the lower limb were dressed."), ElementsAre());
  EXPECT_THAT(goings("The lower dose was dressed."), ElementsAre(Going::kDown));
  EXPECT_THAT(goings("The positive likelihood ratio was told."), ElementsAre());
}

TEST(AssertionsOf, EachIsAboutWhatStandsNearItInItsPart) {
  const std::string text = "Zinc reduced ferritin; copper increased albumin.";
  EXPECT_THAT(about(text, 0), ElementsAre("zinc", "ferritin"));
  EXPECT_THAT(about(text, 1), ElementsAre("copper", "albumin"));
  EXPECT_THAT(about("Zinc reduced ferritin in wards of seven old stone houses beside the river Thames.", 0),
              Not(Contains("thames")));
}

TEST(HoldAssertions, TheSameWay) {
  const AssertionsBeside beside = assertions_held("Zinc lowers ferritin.", "Ferritin was reduced by zinc.");
  EXPECT_EQ(beside.verdict, 1);
  EXPECT_GT(beside.agrees, 0.9);
  EXPECT_DOUBLE_EQ(beside.opposed, 0);
}

TEST(HoldAssertions, TheOppositeWay) {
  const AssertionsBeside beside = assertions_held("Zinc raises ferritin.", "Ferritin was reduced by zinc.");
  EXPECT_EQ(beside.verdict, -1);
  EXPECT_GT(beside.opposed, 0.9);
  EXPECT_DOUBLE_EQ(beside.agrees, 0);
}

TEST(HoldAssertions, NothingAgainstSomething) {
  const AssertionsBeside beside = assertions_held("Zinc lowers ferritin.", "Zinc did not lower ferritin.");
  EXPECT_EQ(beside.verdict, -1);
  EXPECT_GT(beside.denied, 0.9);
  EXPECT_EQ(assertions_held("Zinc did not change ferritin; ferritin was similar.",
                            "Ferritin was unchanged by zinc.")
                .verdict,
            1);
}

TEST(HoldAssertions, OnlyWhatIsAboutTheSameCounts) {
  const std::string sentence = "Zinc reduced ferritin, whereas copper increased albumin.";
  EXPECT_EQ(assertions_held("Albumin was raised by copper.", sentence).verdict, 1);
  EXPECT_EQ(assertions_held("Albumin was lowered by copper.", sentence).verdict, -1);
  const AssertionsBeside apart = assertions_held("Exercise lowers pressure.", sentence);
  EXPECT_TRUE(apart.claimed);
  EXPECT_TRUE(apart.found);
  EXPECT_EQ(apart.verdict, 0);
  EXPECT_DOUBLE_EQ(apart.best, 0);
}

TEST(HoldAssertions, WithoutAssertionsNothingIsSaid) {
  const AssertionsBeside beside = assertions_held("Zinc and ferritin.", "Ferritin was reduced by zinc.");
  EXPECT_FALSE(beside.claimed);
  EXPECT_TRUE(beside.found);
  EXPECT_EQ(beside.verdict, 0);
}

}  // namespace
}  // namespace attest
