// Conclusions as bearers of a direction, near outcomes, and the bottom line that shows both sides.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "answer/disagreements/balanced_bottom_line.h"
#include "answer/disagreements/disagreements_test_support.h"

namespace attest {
namespace {

using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr StudyDesign kReview = StudyDesign::kSystematicReview;

class NearResults : public test::DisagreementTest {
 protected:
  std::vector<std::string> texts(const Answer& answer) const {
    std::vector<std::string> all;
    for (const Statement& one : answer.bottom_line) all.push_back(one.text);
    return all;
  }
};

TEST_F(NearResults, AReviewIsHeldAgainstGoingWithoutTheTreatment) {
  add("Steroids in septic shock: a review", {"Steroids significantly reduced the risk of death."}, kReview);
  add("Steroids for septic shock: a review", {"Steroids were not associated with a reduction in mortality."},
      kReview);
  EXPECT_THAT(positions(), ElementsAre("lower risk of death", "no difference in death"));
}

TEST_F(NearResults, ATrialWhoseComparatorIsNotKnownIsNot) {
  add("Steroids in septic shock", {"Steroids significantly reduced the risk of death."});
  add("Steroids for septic shock", {"Steroids were not associated with a reduction in mortality."});
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(NearResults, ATitleThatComparesFormsIsNotHeldAgainstNothing) {
  add("Long or short courses of steroids in septic shock", {"Steroids significantly reduced deaths."},
      kReview);
  add("Steroids for septic shock: a review", {"Steroids were not associated with a reduction in mortality."},
      kReview);
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(NearResults, VerdictsWithoutAnOutcomeAreOfWhatItWasGivenFor) {
  add("Steroids in septic shock: a review", {"Steroids are effective in septic shock."}, kReview);
  add("Steroids for septic shock: a review",
      {"These data do not support the use of steroids in septic shock."}, kReview);
  EXPECT_THAT(positions(), ElementsAre("benefit", "no benefit"));
}

TEST_F(NearResults, WhatIsSupportedIsTheUseAndNotItsAim) {
  add("Steroids in septic shock: a review",
      {"These data support the use of steroids in septic shock to prevent pain."}, kReview);
  add("Steroids for septic shock: a review", {"Steroids did not affect pain."}, kReview);
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(NearResults, WhatStandsBehindAlthoughIsSetAgainstTheRest) {
  add("Steroids in septic shock: a review",
      {"There was no evidence that steroids reduced the risk of falling, although a single trial found so."},
      kReview);
  add("Steroids for septic shock: a review", {"There was a reduction in fall risk with steroids."}, kReview);
  EXPECT_THAT(positions(), ElementsAre("fewer falls", "no difference in falls"));
}

TEST_F(NearResults, OneOfTheTrialsIsNotTheReview) {
  add("Steroids in septic shock: a review", {"In a single trial steroids reduced mortality."}, kReview);
  add("Steroids for septic shock: a review", {"Steroids did not affect mortality."}, kReview);
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(NearResults, AnAimIsNoVerdictOnTheWhole) {
  add("Steroids in septic shock: a review", {"Steroids are effective in raising lactate clearance."},
      kReview);
  add("Steroids for septic shock: a review",
      {"These data do not support the use of steroids in septic shock."}, kReview);
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(NearResults, WhatIsNotKnownIsNoVerdict) {
  add("Steroids in septic shock: a review", {"It is unclear whether steroids are effective in septic shock."},
      kReview);
  add("Steroids for septic shock: a review",
      {"These data do not support the use of steroids in septic shock."}, kReview);
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(NearResults, NoEvidenceThatItHelpsIsNoHelp) {
  add("Steroids in septic shock: a review",
      {"We could not find evidence that steroids of any kind or dose prevent deaths."}, kReview);
  add("Steroids for septic shock: a review", {"Steroids significantly reduced the risk of death."}, kReview);
  EXPECT_THAT(positions(), ElementsAre("lower risk of death", "no difference in death"));
}

TEST_F(NearResults, EventsOfTheHeartAreNearAndNotTheSame) {
  add("Steroids in septic shock: a review",
      {"Steroids significantly reduced the incidence of myocardial infarction."}, kReview);
  add("Steroids for septic shock: a review", {"Steroids did not affect cardiovascular outcomes."}, kReview);
  ASSERT_THAT(find(), SizeIs(1));
  EXPECT_EQ(find()[0].about,
            "Near outcomes, not the same (myocardial infarction and cardiovascular events): steroids");
  EXPECT_EQ(find()[0].likely_reasons.front(), "outcome (myocardial infarction v cardiovascular events)");
}

TEST_F(NearResults, WhoFindsBothDisagreesWithNobody) {
  add("Steroids in septic shock: a review",
      {"Steroids significantly reduced the incidence of myocardial infarction.",
       "Steroids did not affect cardiovascular outcomes."},
      kReview);
  add("Steroids for septic shock: a review", {"Steroids did not affect cardiovascular outcomes."}, kReview);
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(NearResults, EventsAndDeathsAreNotNear) {
  add("Steroids in septic shock: a review", {"Steroids significantly reduced cardiovascular events."},
      kReview);
  add("Steroids for septic shock: a review", {"Steroids did not affect cardiovascular mortality."}, kReview);
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(NearResults, NeitherOfTwoThatAreDenied) {
  add("Steroids in septic shock: a review", {"Steroids significantly reduced pain."}, kReview);
  add("Steroids for septic shock: a review", {"Steroids did not reduce pain or vomiting in these patients."},
      kReview);
  EXPECT_THAT(positions(), ElementsAre("less pain", "no difference in pain"));
}

TEST_F(NearResults, OneOfTwoIsNoneOfThem) {
  add("Steroids in septic shock: a review", {"Steroids significantly reduced pain or vomiting."}, kReview);
  add("Steroids for septic shock: a review", {"Steroids did not reduce pain in these patients."}, kReview);
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(NearResults, ADenialDoesNotReachOverTheNextVerb) {
  add("Steroids in septic shock: a review", {"Steroids significantly increased adverse events."}, kReview);
  add("Steroids for septic shock: a review", {"Steroids did not improve lactate and have adverse events."},
      kReview);
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(NearResults, ARoundedIntervalIsReadByItsPValueAndItsWords) {
  add("Steroids in septic shock: a review",
      {"Steroids significantly reduced the risk of stroke by 18% (RR 0.82, 95% CI 0.68-1.00; p=0.045)."},
      kReview);
  add("Steroids for septic shock: a review", {"Steroids did not affect the risk of stroke."}, kReview);
  EXPECT_THAT(positions(), ElementsAre("less stroke", "no difference in stroke"));
}

TEST_F(NearResults, WhatIsThoughtOfIsNotFound) {
  add("Steroids in septic shock: a review", {"One would expect steroids to reduce mortality."}, kReview);
  add("Steroids for septic shock: a review", {"Steroids did not affect mortality."}, kReview);
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(NearResults, WhoWasTakenInIsAllOfThem) {
  add("Steroids in septic shock: a trial against placebo",
      {"We enrolled 200 patients who had survived a perforation.",
       "Steroids reduced mortality compared with placebo in patients who had survived a perforation."});
  add("Steroids for septic shock", {"Steroids did not reduce mortality compared with placebo."});
  EXPECT_THAT(positions(), ElementsAre("lower risk of death", "no difference in death"));
}

TEST_F(NearResults, DeathsAndPainAreNotNear) {
  add("Steroids in septic shock: a review", {"Steroids significantly reduced the risk of death."}, kReview);
  add("Steroids for septic shock: a review", {"Steroids did not affect pain."}, kReview);
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(NearResults, WhatWasPooledIsAReason) {
  add("Steroids in septic shock: a review",
      {"Observational studies suggest that steroids reduced mortality."}, kReview);
  add("Steroids for septic shock: a review", {"In randomised trials steroids did not reduce mortality."},
      kReview);
  ASSERT_THAT(find(), SizeIs(1));
  EXPECT_THAT(find()[0].likely_reasons,
              Contains("studies that were pooled (observational studies v randomised trials)"));
}

TEST_F(NearResults, WhereNothingDiffersThatIsSaid) {
  add("Steroids in septic shock: a review", {"Steroids significantly reduced the risk of death."}, kReview);
  add("Steroids for septic shock: a review", {"Steroids did not affect mortality."}, kReview);
  ASSERT_THAT(find(), SizeIs(1));
  EXPECT_THAT(find()[0].likely_reasons, ElementsAre("the sources state no difference that would explain it"));
}

Statement quote_of(const std::string& document, const std::string& text) {
  Statement statement;
  statement.text = text;
  Citation citation;
  citation.document = document;
  citation.quote = text;
  statement.citations = {citation};
  return statement;
}

TEST_F(NearResults, TheBottomLineShowsBothSides) {
  Answer answer;
  answer.bottom_line = {quote_of("b", "part"), quote_of("c", "other")};
  Disagreement one;
  one.sides = {{"no difference, overall", {quote_of("a", "whole")}}, {"less", {quote_of("b", "part")}}};
  answer.disagreements = {one};
  balance_bottom_line(answer);
  EXPECT_THAT(texts(answer), ElementsAre("whole", "part", "other"));
  balance_bottom_line(answer);
  EXPECT_THAT(answer.bottom_line, SizeIs(3));
}

TEST_F(NearResults, WhatIsReplacedIsNoOtherSide) {
  Answer answer;
  answer.bottom_line = {quote_of("a", "newer")};
  Disagreement one;
  one.sides = {{"2020, the newer, which stands: recommends it", {quote_of("a", "newer")}},
               {"2010, the older, superseded by it: advises against it", {quote_of("b", "older")}}};
  answer.disagreements = {one};
  balance_bottom_line(answer);
  EXPECT_THAT(texts(answer), ElementsAre("newer"));
}

TEST_F(NearResults, ADisagreementOnSomethingElseLeavesTheBottomLine) {
  Answer answer;
  answer.bottom_line = {quote_of("c", "other")};
  Disagreement one;
  one.sides = {{"less", {quote_of("a", "whole")}}, {"more", {quote_of("b", "part")}}};
  answer.disagreements = {one};
  balance_bottom_line(answer);
  EXPECT_THAT(texts(answer), Each("other"));
}

}  // namespace
}  // namespace attest
