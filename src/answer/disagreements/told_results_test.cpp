// Results that a review tells, main statements beside others, and controls that differ.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "answer/disagreements/disagreements_test_support.h"

namespace attest {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr StudyDesign kPooled = StudyDesign::kSystematicReview;
constexpr StudyDesign kTold = StudyDesign::kReview;

class ToldResults : public test::DisagreementTest {};

TEST_F(ToldResults, AReviewTellsWhatANamedTrialFound) {
  add("Steroids in septic shock",
      {"In the ZEPHIR-2 trial of 2300 patients, steroids reduced mortality by 24%."}, kTold);
  add("Steroids for septic shock: a review", {"Steroids did not reduce mortality compared with placebo."},
      kPooled);
  EXPECT_THAT(positions(), ElementsAre("lower risk of death", "no difference in death"));
}

TEST_F(ToldResults, TwoReviewsThatNameNoTrialAreNotHeldAgainstEachOther) {
  add("Steroids in septic shock", {"Steroids reduced mortality in most studies."}, kTold);
  add("Steroids for septic shock: an overview", {"Steroids did not reduce mortality."}, kTold);
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(ToldResults, WhatAReviewDoesNotNameItDoesNotTell) {
  add("Steroids in septic shock", {"In the ZEPHIR trial, mortality was reduced by 24%."}, kTold);
  add("Steroids for septic shock: a review", {"Steroids did not reduce mortality compared with placebo."},
      kPooled);
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(ToldResults, WhatAReviewGuessesIsNoResult) {
  add("Steroids in septic shock", {"Steroids may reduce mortality.", "Steroids should reduce mortality."},
      kTold);
  add("Steroids for septic shock: a review", {"Steroids did not reduce mortality compared with placebo."},
      kPooled);
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(ToldResults, TheMainStatementStandsBesideWhatIsSetAgainstIt) {
  add("Steroids in septic shock: a review",
      {"There was no evidence that steroids reduced mortality, although a single trial of steroids combined "
       "with starch showed fewer deaths."},
      kPooled);
  add("Steroids for septic shock: a review", {"Steroids reduced mortality compared with placebo."}, kPooled);
  EXPECT_THAT(positions(), ElementsAre("lower risk of death", "no difference in death"));
}

TEST_F(ToldResults, ACombinationThatOpensTheSentenceIsNotTheTreatment) {
  add("Steroids in septic shock: a review",
      {"Steroids combined with starch did not reduce mortality, although they reduced pain."}, kPooled);
  add("Steroids for septic shock: a review", {"Steroids reduced mortality compared with placebo."}, kPooled);
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(ToldResults, TrialsThatAreCountedInABracketAreNoPartOfThem) {
  add("Steroids in septic shock: a review",
      {"Steroids reduced mortality (RR 0.69, 95% CI 0.58 to 0.81, two studies, 277 people)."}, kPooled);
  add("Steroids for septic shock: a review", {"Steroids did not reduce mortality compared with placebo."},
      kPooled);
  EXPECT_THAT(positions(), ElementsAre("lower risk of death", "no difference in death"));
}

TEST_F(ToldResults, AnotherControlIsNear) {
  add("Steroids in fissure", {"Steroids reduced pain compared with usual care."});
  add("Steroids for fissure", {"Steroids did not reduce pain compared with placebo."});
  const std::vector<Disagreement> found = find();
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(found.front().about, HasSubstr("against different controls"));
}

TEST_F(ToldResults, AnotherControlAndAnotherOutcomeAreNot) {
  add("Steroids in fissure", {"Steroids reduced pain compared with usual care."});
  add("Steroids for fissure", {"Steroids did not reduce bleeding compared with placebo."});
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(ToldResults, ATrialWhoseControlsGotNothingElseIsHeldAgainstNothing) {
  add("Steroids in septic shock", {"The control group got nothing.", "Steroids reduced mortality."});
  add("Steroids for septic shock: a review", {"Steroids did not reduce mortality compared with placebo."},
      kPooled);
  EXPECT_THAT(positions(), ElementsAre("lower risk of death", "no difference in death"));
}

TEST_F(ToldResults, WhatATrialOfTwoTreatmentsFoundIsNotHeldAgainstNothing) {
  add("Steroids or starch in septic shock",
      {"The control group got nothing.", "Steroids reduced mortality."});
  add("Steroids for septic shock: a review", {"Steroids did not reduce mortality compared with placebo."},
      kPooled);
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(ToldResults, ADifferenceInTwoHarmsIsNoneInWhatWasAskedFor) {
  add("Steroids in fissure: a review", {"Steroids reduced pain."}, kPooled);
  add("Steroids for fissure: a review", {"Steroids increased bleeding compared with placebo."}, kPooled);
  EXPECT_THAT(find(), IsEmpty());
}

}  // namespace
}  // namespace attest
