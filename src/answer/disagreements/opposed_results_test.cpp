// Results that are held against each other, and those that are not: of others, of parts, of other arms.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "answer/disagreements/disagreements_test_support.h"

namespace attest {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class OpposedResults : public test::DisagreementTest {};

TEST_F(OpposedResults, SharesOfBothArmsAreAResult) {
  add("Steroids in septic shock",
      {"Mortality was 25% (25/100) with steroids and 40% (40/100) with placebo (P=0.02)."});
  add("Steroids for septic shock",
      {"Mortality was 40% in the steroids group and 25% in the placebo group (P=0.01)."});
  EXPECT_THAT(positions(), ElementsAre("lower risk of death", "higher risk of death"));
}

TEST_F(OpposedResults, SharesOfWhatWentAwayAreNot) {
  add("Steroids in septic shock", {"Steroids reduced pain compared with placebo."});
  add("Steroids for septic shock",
      {"Pain disappeared in 30 of 100 patients with steroids and in 10 of 100 patients with placebo."});
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(OpposedResults, TheEndOfAnIntervalIsNoResult) {
  add("Steroids in septic shock", {"Steroids reduced mortality compared with placebo."});
  add("Steroids for septic shock",
      {"The interval suggests that mortality is at worst 35% higher with steroids than with placebo."});
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(OpposedResults, APartOfThePeopleIsNotTheWhole) {
  add("Steroids in septic shock",
      {"Steroids in patients with low lactate reduced mortality (OR 0.30, 95% CI 0.22 to 0.41)."});
  add("Steroids for septic shock", {"Steroids reduced mortality (OR 0.80, 95% CI 0.68 to 0.94)."});
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(OpposedResults, AnArmIsNoPartOfThePeople) {
  add("Omeprazole against ranitidine for ulcer",
      {"Pain was lower for omeprazole-treated patients compared with ranitidine-treated patients."});
  add("Omeprazole or ranitidine for ulcer",
      {"There was no difference in pain between omeprazole and ranitidine."});
  EXPECT_THAT(positions(), ElementsAre("less pain", "no difference in pain"));
}

TEST_F(OpposedResults, TwoTreatmentsThatAreOneSubjectAreAlike) {
  add("Omeprazole against ranitidine for ulcer",
      {"Omeprazole 20 mg was superior to high-dose ranitidine in reducing pain."});
  add("Omeprazole or ranitidine for ulcer",
      {"Both omeprazole and ranitidine were equally effective in reducing pain."});
  EXPECT_THAT(positions(), ElementsAre("less pain", "no difference in pain"));
}

TEST_F(OpposedResults, WhatEachOfTwoCausedIsToldClauseByClause) {
  add("Omeprazole against ranitidine for ulcer",
      {"Events that were more frequent during omeprazole treatment were nausea and headache; those for "
       "ranitidine were dizziness and thirst."});
  add("Omeprazole or ranitidine for ulcer", {"There was less nausea with ranitidine than with omeprazole."});
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(OpposedResults, HowLongSomethingLastsIsNotHowOftenItComes) {
  add("Omeprazole against ranitidine for ulcer", {"Pain was lower with omeprazole than with ranitidine."});
  add("Omeprazole or ranitidine for ulcer",
      {"The duration of pain was longer with omeprazole than with ranitidine."});
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(OpposedResults, ANameThatGoesOnIsAnotherThing) {
  add("Starch in septic shock", {"Starch reduced mortality compared with placebo."});
  add("Starch-channel blockade for septic shock",
      {"Starch-channel blockade did not reduce mortality compared with placebo."});
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(OpposedResults, ACommentOnNamedTrialsIsNoTrial) {
  add("Steroids in septic shock", {"Steroids reduced mortality compared with placebo."});
  add("Steroids for septic shock",
      {"The ZEPHIR trial enrolled 641 patients.", "The results of the BOREAS trial followed.",
       "Steroids did not reduce mortality compared with placebo."});
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(OpposedResults, ADecreaseInEachArmComparesNoArms) {
  add("Omeprazole against ranitidine for ulcer",
      {"There was a significant decrease in pain with omeprazole (46%), also a significant decrease in "
       "patients treated with ranitidine (39%)."});
  add("Omeprazole or ranitidine for ulcer",
      {"There was no difference in pain between omeprazole and ranitidine."});
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(OpposedResults, UsualCareIsNoPlacebo) {
  add("Steroids in septic shock", {"Steroids reduced mortality compared with placebo."});
  add("Steroids for septic shock", {"Steroids did not reduce mortality compared with usual care."});
  ASSERT_THAT(find(), SizeIs(1));
  EXPECT_THAT(find().front().about,
              testing::HasSubstr("against different controls (placebo and usual care)"));
}

TEST_F(OpposedResults, WhatAnotherTrialFoundIsNoSide) {
  add("Steroids in septic shock", {"Steroids reduced mortality compared with placebo."});
  add("Steroids for septic shock",
      {"In the ZEPHIR trial, steroids did not reduce mortality compared with placebo."});
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(OpposedResults, ChangeFromBaselineComparesNoArms) {
  add("Steroids in septic shock", {"Steroids reduced pain compared with placebo."});
  add("Steroids for septic shock", {"With steroids pain increased (P < 0.001 vs. baseline)."});
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(OpposedResults, SomeOfOneArmAreNoComparison) {
  add("Steroids against placebo in septic shock", {"Steroids reduced pain compared with placebo."});
  add("Steroids or placebo for septic shock",
      {"Pain did not decrease adequately in 3 patients on steroids."});
  add("Steroids and placebo in septic shock", {"Steroids did not reduce the variability of pain."});
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(OpposedResults, OutcomesAreNamedByTheirOwnWords) {
  Concept asked;
  asked.label = "steroids";
  asked.thesaurus_id = "steroids";
  asked.role = ConceptRole::kIntervention;
  evidence_.question.concepts.push_back(asked);
  Concept condition = asked;
  condition.label = condition.thesaurus_id = "septic shock";
  condition.role = ConceptRole::kCondition;
  evidence_.question.concepts.push_back(condition);
  add("Steroids in septic shock", {"Steroids reduced the number of vasopressor days compared with placebo."});
  add("Steroids for septic shock", {"Steroids did not reduce vasopressor days compared with placebo."});
  EXPECT_THAT(positions(), ElementsAre("fewer vasopressor days", "no difference in vasopressor days"));
}

// Asked of no condition: one disease does not contradict another.
TEST_F(OpposedResults, OtherDiseasesAreOtherQuestions) {
  Concept asked;
  asked.label = "steroids";
  asked.thesaurus_id = "steroids";
  asked.role = ConceptRole::kIntervention;
  evidence_.question.concepts.push_back(asked);
  add("Steroids in septic shock", {"Steroids reduced mortality compared with placebo."});
  add("Steroids for ulcer", {"Steroids did not reduce mortality compared with placebo."});
  EXPECT_THAT(find(), IsEmpty());
  add("Steroids for an ulcer", {"Steroids reduced mortality compared with placebo."});
  EXPECT_THAT(positions(), ElementsAre("lower risk of death", "no difference in death"));
}

TEST_F(OpposedResults, AgesSexAndDoseAreReasons) {
  add("Steroids in septic shock",
      {"Steroids reduced mortality compared with placebo.",
       "Women aged 18 to 50 years were randomised to steroids 50 mg daily or placebo."});
  add("Steroids for septic shock",
      {"Steroids did not reduce mortality compared with placebo.",
       "Men aged 75 years or older were randomised to steroids 300 mg daily or placebo."});
  const std::vector<Disagreement> found = find();
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(found[0].likely_reasons, Contains("age (18 to 50 years v 75 years or older)"));
  EXPECT_THAT(found[0].likely_reasons, Contains("sex (women v men)"));
  EXPECT_THAT(found[0].likely_reasons, Contains("dose (50 mg v 300 mg)"));
}

}  // namespace
}  // namespace attest
