// What no probability outweighs: figures of two sides, denials beside the point.
#include "verify/plain_limits.h"

#include <gtest/gtest.h>

#include "verify/claim_test_support.h"
#include "verify/direction_words.h"

namespace attest {
namespace {

using test::Paper;

// All sentences are chosen, in reading order.
struct Held {
  Held(std::string_view claim, const std::vector<std::string>& lines)
      : paper("Treatment of migraine", lines) {
    Stemmer stemmer;
    beside = hold_beside(claim, paper.source, stemmer);
    for (size_t i = 0; i < beside.sentences.size(); ++i) chosen.push_back(i);
  }

  Paper paper;
  SourceBeside beside;
  std::vector<size_t> chosen;
};

int by_figures(std::string_view claim, const std::vector<std::string>& lines) {
  const Held held(claim, lines);
  return sides_by_figures(held.beside, held.chosen);
}

TEST(SidesByFigures, MoreOfWhatIsWanted) {
  const std::vector<std::string> lines = {
      "Remission was seen in 80% with biofeedback, and in 22% of those who took laxatives."};
  EXPECT_EQ(by_figures("Biofeedback works better than laxatives.", lines), 1);
  EXPECT_EQ(by_figures("Laxatives work better than biofeedback.", lines), -1);
}

TEST(SidesByFigures, MoreOfWhatIsNot) {
  const std::vector<std::string> lines = {
      "Relapse was seen in 80% with biofeedback, and in 22% of those who took laxatives."};
  EXPECT_EQ(by_figures("Biofeedback works better than laxatives.", lines), -1);
  EXPECT_EQ(by_figures("Laxatives work better than biofeedback.", lines), 1);
}

TEST(SidesByFigures, NothingWhereItCannotBeTold) {
  const std::string claim = "Biofeedback works better than laxatives.";
  // Whether more of it is better.
  EXPECT_EQ(by_figures(claim, {"Visits were made by 80% with biofeedback, and by 22% of those who took "
                               "laxatives."}),
            0);
  // As good as the same.
  EXPECT_EQ(by_figures(claim, {"Remission was seen in 25% with biofeedback, and in 22% of those who took "
                               "laxatives."}),
            0);
  // Whose figures they are.
  EXPECT_EQ(by_figures(claim, {"Remission was seen in 80% at home, and in 22% of those who came by train."}),
            0);
  // One figure, or three.
  EXPECT_EQ(by_figures(claim, {"Remission was seen in 80% with biofeedback."}), 0);
  EXPECT_EQ(
      by_figures(claim, {"Remission was seen in 80% with biofeedback, in 22% of those who took laxatives, "
                         "and in 40% of the others."}),
      0);
  // The claim does not say which is better.
  EXPECT_EQ(
      by_figures("Biofeedback is cheaper than laxatives.",
                 {"Remission was seen in 80% with biofeedback, and in 22% of those who took laxatives."}),
      0);
}

std::string not_against_of(std::string_view claim, const std::string& line) {
  return not_against(Held(claim, {line}).beside, 0);
}

TEST(NotAgainst, ADenialInAnotherClause) {
  EXPECT_EQ(
      not_against_of("Sumatriptan was more effective than feverfew.",
                     "When attacks could not be stopped, sumatriptan was more effective than feverfew."),
      "the denial stands in another clause");
  EXPECT_EQ(not_against_of("Sumatriptan reduced migraine attacks.",
                           "Sumatriptan reduced migraine attacks (but not their severity)."),
            "the denial stands in another clause");
  EXPECT_EQ(not_against_of("Sumatriptan reduced attacks.", "Sumatriptan did not reduce attacks."), "");
}

TEST(NotAgainst, ADenialOfTheOtherGroup) {
  const std::string claim = "Prednisolone improved recovery of the face.";
  EXPECT_EQ(
      not_against_of(
          claim, "With prednisolone recovery of the face was more often seen than in those not given it."),
      "the denial stands in another clause");
  EXPECT_EQ(not_against_of(claim, "Prednisolone improved recovery of the face with or without pain."),
            "the denial stands in another clause");
  EXPECT_EQ(not_against_of("Zinc shortened diarrhoea.",
                           "With zinc diarrhoea lasted for 60 hours and 78 hours without it."),
            "the denial stands in another clause");
  EXPECT_EQ(not_against_of(claim, "Prednisolone did not improve recovery more than no treatment."), "");
}

TEST(BothSayAlike, InMostlyTheSameWords) {
  const auto alike = [](std::string_view claim, const std::string& line) {
    return both_say_alike(Held(claim, {line}).beside, 0);
  };
  EXPECT_TRUE(alike("Edoxaban was not inferior to warfarin for stroke.",
                    "Edoxaban was noninferior to warfarin with respect to stroke."));
  EXPECT_TRUE(alike("Edoxaban and warfarin had similar mortality.",
                    "Mortality with edoxaban and warfarin did not differ."));
  EXPECT_FALSE(
      alike("Edoxaban was not inferior to warfarin for stroke.", "Noninferiority of stents was seen."));
  EXPECT_FALSE(alike("Edoxaban was better than warfarin for stroke.",
                     "Edoxaban was noninferior to warfarin with respect to stroke."));
}

TEST(AlikeOfAnother, WhatIsClaimedWentOneWay) {
  const auto of_another = [](std::string_view claim, const std::string& line) {
    return alike_of_another(Held(claim, {line}).beside, 0);
  };
  EXPECT_TRUE(of_another("Edoxaban and warfarin had similar mortality.",
                         "Groups had similar baseline scores, but mortality was reduced with edoxaban."));
  EXPECT_TRUE(of_another("Edoxaban and warfarin had similar mortality.",
                         "Although bleeding was similar, mortality was lower with edoxaban."));
  EXPECT_FALSE(of_another("Edoxaban and warfarin had similar mortality.",
                          "Mortality was similar with edoxaban and warfarin, but bleeding was reduced."));
  EXPECT_FALSE(of_another("Edoxaban reduced mortality.",
                          "Although bleeding was similar, mortality was lower with edoxaban."));
}

TEST(NotAgainst, AFallThatIsMoreOfAFall) {
  EXPECT_NE(not_against_of("Feverfew lowered attacks more than placebo.",
                           "Attacks decreased with feverfew compared with placebo."),
            "");
  EXPECT_EQ(not_against_of("Feverfew lowered attacks more than placebo.",
                           "Attacks increased with feverfew compared with placebo."),
            "");
}

TEST(NotAgainst, TwoThatAreAlike) {
  EXPECT_EQ(not_against_of("Feverfew and metoprolol did not differ in migraine.",
                           "In migraine feverfew was equipotent to metoprolol."),
            "both say that two are alike");
}

TEST(Aims, AreToldByTheirWordsToo) {
  EXPECT_TRUE(only_asks("the aim of this study was to investigate whether metformin increases births."));
  EXPECT_TRUE(only_asks("to determine whether aspirin prevents strokes."));
  EXPECT_TRUE(only_asks("none was reported.discussionthe aim of the present study was to evaluate aspirin."));
  EXPECT_FALSE(only_asks("to determine whether aspirin helps, we treated 60 people and found that it did."));
  EXPECT_FALSE(only_asks("aspirin prevents strokes."));
  EXPECT_TRUE(only_asks("given the scant literature, we aim to study this effect in a blinded trial."));
  EXPECT_TRUE(only_asks("sleep will be assessed before and after training."));
}

TEST(Aims, SayWhatWasDone) {
  EXPECT_TRUE(says_what_was_done("to describe the change in prolactin in elderly patients."));
  EXPECT_TRUE(says_what_was_done("this study investigates larval habitats."));
  EXPECT_FALSE(says_what_was_done("caloric restriction slows ageing in both primates and rats."));
  EXPECT_FALSE(says_what_was_done("hairy cell leukemia is a rare, slow-growing cancer of the blood."));
}

TEST(Aims, AreWhatSomeClaimsTellOf) {
  EXPECT_TRUE(tells_of_plan("whether yoga helps is to be tried in twelve women."));
  EXPECT_TRUE(tells_of_plan("the study looked at children with asthma."));
  EXPECT_FALSE(tells_of_plan("yoga reduces hot flashes."));
}

TEST(NotAgainst, TwoWordsForTooLittleOfIt) {
  EXPECT_EQ(not_against_of("Zinc deficiency is common in pneumonia.", "Low zinc was common in pneumonia."),
            "both tell of too little of it");
  EXPECT_EQ(not_against_of("Zinc deficiency raises the risk of pneumonia.",
                           "Zinc deficiency lowers the risk of pneumonia."),
            "");
}

}  // namespace
}  // namespace attest
