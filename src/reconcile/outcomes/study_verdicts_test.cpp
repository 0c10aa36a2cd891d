// What sources of a few sentences say of the outcome that a question asks after.
#include "reconcile/outcomes/study_verdicts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "evidence/evidence_test_support.h"
#include "reconcile/outcomes/own_results.h"
#include "reconcile/outcomes/verdict_sentences.h"

namespace attest {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class StudyVerdictsTest : public testing::Test {
 protected:
  StudyVerdictsTest() {
    evidence_.vocabulary = test::vocabulary_of({"steroids", "vasopressin", "zinc"},
                                               {"septic shock", "pneumonia", "burns"}, stemmer_);
    ask("Do steroids reduce mortality in septic shock?",
        {{"steroids", ConceptRole::kIntervention}, {"septic shock", ConceptRole::kCondition}});
  }

  void ask(const std::string& question, const std::vector<std::pair<std::string, ConceptRole>>& named) {
    evidence_.question.resolved = question;
    evidence_.question.intent = Intent::kEffect;
    evidence_.question.concepts.clear();
    for (const auto& [name, role] : named) {
      Concept one;
      one.label = one.asked_as = one.thesaurus_id = name;
      one.role = role;
      one.variants.push_back({name, {}, 1.0f, false});
      evidence_.question.concepts.push_back(std::move(one));
    }
  }

  void add(const std::string& title, const std::vector<std::string>& sentences,
           StudyDesign design = StudyDesign::kRandomisedTrial) {
    std::vector<std::string> all = {"Septic shock is common in intensive care.",
                                    "Patients were treated and followed for 28 days."};
    all.insert(all.end(), sentences.begin(), sentences.end());
    AnswerSource& source = test::add_source(evidence_, stemmer_, title, all, design);
    for (Finding& finding : source.findings) finding.asked = {"septic shock"};
  }

  // The change that each source tells: 1 more, -1 less, 0 no difference.
  std::vector<int> changes() const {
    const std::optional<AskedEffect> effect = asked_effect(evidence_);
    if (!effect) return {};
    std::vector<int> all;
    for (const StudyVerdict& one : read_study_verdicts(evidence_, *effect).all)
      all.push_back(one.comparison.change);
    return all;
  }

  Stemmer stemmer_;
  Evidence evidence_;
};

TEST_F(StudyVerdictsTest, QuestionNamesTreatmentOutcomeAndPeople) {
  const std::optional<AskedEffect> effect = asked_effect(evidence_);
  ASSERT_TRUE(effect.has_value());
  EXPECT_EQ(effect->outcome, "mortality");
  EXPECT_THAT(effect->given, ElementsAre("steroids"));
  ASSERT_EQ(effect->in_whom.size(), 1U);
  EXPECT_EQ(effect->in_whom[0].id, "septic shock");
  EXPECT_TRUE(effect->in_whom[0].condition);
}

TEST_F(StudyVerdictsTest, ASettingBehindTheVerbIsNotWhatIsAskedAbout) {
  ask("Does zinc reduce pneumonia after steroids?",
      {{"zinc", ConceptRole::kIntervention}, {"steroids", ConceptRole::kIntervention}});
  ASSERT_TRUE(asked_effect(evidence_).has_value());
  EXPECT_THAT(asked_effect(evidence_)->given, ElementsAre("zinc"));
}

TEST_F(StudyVerdictsTest, EachStudyIsReadInItsOwnWords) {
  add("Steroids for septic shock: a placebo-controlled trial",
      {"Mortality at 28 days was significantly lower in the steroids group than in the placebo group (25% v "
       "40%, P = 0.02)."});
  add("Effect of steroids in septic shock", {"There was no significant difference in deaths between the "
                                             "steroids group and the placebo group."});
  add("Steroids in septic shock, a placebo-controlled trial",
      {"Survival was significantly shorter with steroids than with placebo (P = 0.01)."});
  EXPECT_THAT(changes(), ElementsAre(-1, 0, 1));
}

TEST_F(StudyVerdictsTest, TheEstimateBesideTheOutcomeDecides) {
  add("Steroids in septic shock: a systematic review",
      {"Steroids changed superinfection (RR 1.40, 95% CI 1.10 to 1.80), mortality (RR 0.97, 95% CI 0.85 to "
       "1.11) and relapse (RR 0.70, 95% CI 0.55 to 0.90)."},
      StudyDesign::kSystematicReview);
  EXPECT_THAT(changes(), ElementsAre(0));
}

TEST_F(StudyVerdictsTest, AnotherTreatmentAnotherOutcomeAndAPlanSayNothing) {
  add("Steroids or vasopressin for septic shock",
      {"Mortality was significantly lower with vasopressin than with steroids (P = 0.01)."});
  add("Steroids for septic shock, a placebo-controlled trial",
      {"Shock was reversed significantly earlier with steroids than with placebo (P = 0.01)."});
  add("Steroids for septic shock, a protocol of a placebo-controlled trial",
      {"A sample size of 800 was needed to detect an absolute reduction of mortality of 10% with steroids "
       "compared with placebo."});
  EXPECT_THAT(changes(), IsEmpty());
}

TEST_F(StudyVerdictsTest, PartsOfThePeopleAndForms) {
  add("Steroids for septic shock, a placebo-controlled trial",
      {"In the subgroup of women steroids significantly reduced mortality compared with placebo."});
  add("High-dose versus low-dose steroids in septic shock",
      {"High-dose steroids significantly reduced mortality (P = 0.02)."});
  EXPECT_THAT(changes(), IsEmpty());
}

TEST_F(StudyVerdictsTest, WhatTheQuestionNamesBehindThanIsTheComparator) {
  ask("Do steroids reduce mortality in septic shock more than vasopressin?",
      {{"steroids", ConceptRole::kIntervention},
       {"septic shock", ConceptRole::kCondition},
       {"vasopressin", ConceptRole::kIntervention}});
  ASSERT_TRUE(asked_effect(evidence_).has_value());
  EXPECT_EQ(asked_effect(evidence_)->against, "vasopressin");
  add("Steroids or vasopressin for septic shock",
      {"Mortality was significantly lower in the steroids group than in the vasopressin group (P = 0.01)."});
  add("Steroids for septic shock: a placebo-controlled trial",
      {"Mortality was significantly higher in the steroids group than in the placebo group (P = 0.02)."});
  EXPECT_THAT(changes(), ElementsAre(-1));
}

TEST_F(StudyVerdictsTest, SomeTrialsOfAReviewAreNotAllOfThem) {
  EXPECT_TRUE(
      tells_of_subgroup("No benefit was seen for RCTs with 400 IU/d vitamin D (RR 1.03, 0.86–1.24)."));
  EXPECT_FALSE(tells_of_subgroup("In 12 RCTs with 400 patients no benefit was seen."));
  EXPECT_TRUE(tells_of_controls_alone("there were no changes during the waiting list period."));
}

TEST_F(StudyVerdictsTest, MoreImprovementIsLess) {
  const std::string_view greater = "steroids gave greater anxiety score (gad-7) improvement than placebo.";
  EXPECT_TRUE(is_improvement_of(greater, greater.find(" score")));
  const std::string_view two = "anxiety was lower and improvement greater.";
  EXPECT_FALSE(is_improvement_of(two, std::string_view("anxiety").size()));
}

TEST_F(StudyVerdictsTest, ACompositeIsNoneOfItsParts) {
  add("Steroids for septic shock: a placebo-controlled trial",
      {"The composite of mortality or relapse was significantly lower with steroids than with placebo."});
  EXPECT_THAT(changes(), IsEmpty());
}

TEST_F(StudyVerdictsTest, GroupsByLettersAreNobody) {
  add("Steroids for septic shock: a placebo-controlled trial",
      {"Mortality was significantly higher in Group B than in the control group (P = 0.01)."});
  EXPECT_THAT(changes(), IsEmpty());
}

TEST_F(StudyVerdictsTest, NeitherTheStartNorALackNorTheControlsTell) {
  add("Steroids for septic shock: a placebo-controlled trial",
      {"There was no significant difference in baseline risk of mortality between steroids and placebo."});
  add("Steroids for septic shock, a placebo-controlled trial",
      {"In the placebo group, no significant reduction of mortality with steroids was evident."});
  add("Steroids in septic shock, a placebo-controlled trial",
      {"Steroid deficiency significantly increased mortality compared with controls (P = 0.01).",
       "The genotype was significantly associated with lower mortality than in controls (P = 0.01)."});
  EXPECT_THAT(changes(), IsEmpty());
}

TEST_F(StudyVerdictsTest, TwoBareFiguresAreNoLikeness) {
  add("Steroids for septic shock, a placebo-controlled trial",
      {"Mortality was 38% with steroids and 40% with placebo."});
  EXPECT_THAT(changes(), IsEmpty());
}

TEST_F(StudyVerdictsTest, ASourceThatSaysBothWaysSaysNeither) {
  add("Steroids in septic shock: a systematic review",
      {"A fixed-effect model showed no difference in mortality with steroids (OR 0.99, 95% CI 0.94 to 1.04), "
       "while a random-effects model showed a significant reduction (OR 0.66, 95% CI 0.53 to 0.82)."},
      StudyDesign::kSystematicReview);
  EXPECT_THAT(changes(), IsEmpty());
}

TEST_F(StudyVerdictsTest, SurvivalAskedAfterIsToldAsDeath) {
  ask("Do steroids improve survival in septic shock?",
      {{"steroids", ConceptRole::kIntervention}, {"septic shock", ConceptRole::kCondition}});
  add("Steroids in septic shock, a placebo-controlled trial",
      {"Survival was significantly longer with steroids than with placebo (P = 0.01)."});
  add("Steroids for septic shock, a placebo-controlled trial",
      {"Overall survival was significantly better with steroids than with placebo (HR 0.81; 95% CI 0.67 to "
       "0.97)."});
  EXPECT_THAT(changes(), ElementsAre(-1, -1));
}

TEST_F(StudyVerdictsTest, TheOutcomeIsNoOtherTreatment) {
  evidence_.vocabulary = test::vocabulary_of({"steroids", "transfusions"}, {"septic shock"}, stemmer_);
  ask("Do steroids reduce transfusions in septic shock?",
      {{"steroids", ConceptRole::kIntervention}, {"septic shock", ConceptRole::kCondition}});
  add("Steroids in septic shock, a placebo-controlled trial",
      {"There were significantly fewer transfusions with steroids than with placebo (P = 0.01)."});
  EXPECT_THAT(changes(), ElementsAre(-1));
}

TEST_F(StudyVerdictsTest, AnExceptionLeavesOpenWhatItIs) {
  add("Steroids in septic shock, a placebo-controlled trial",
      {"There was no significant difference between steroids and placebo except in mortality."});
  EXPECT_THAT(changes(), IsEmpty());
}

TEST_F(StudyVerdictsTest, FormsAreReadAgainstTheControlThatIsAskedFor) {
  add("High-dose versus low-dose steroids in septic shock",
      {"Mortality was significantly lower with steroids than with placebo (P = 0.02)."});
  EXPECT_THAT(changes(), IsEmpty());
  ask("Do steroids reduce mortality in septic shock compared with placebo?",
      {{"steroids", ConceptRole::kIntervention}, {"septic shock", ConceptRole::kCondition}});
  EXPECT_TRUE(asked_effect(evidence_)->against_control);
  EXPECT_THAT(changes(), ElementsAre(-1));
}

TEST_F(StudyVerdictsTest, LowerButNotSignificantlySoIsNoDifference) {
  add("Steroids in septic shock, a placebo-controlled trial",
      {"Although mortality was lower in the steroids group, this was not significantly different compared "
       "with "
       "the placebo group (P = 0.31)."});
  EXPECT_THAT(changes(), ElementsAre(0));
}

TEST_F(StudyVerdictsTest, FiguresBeyondChanceBearADifference) {
  add("Steroids in septic shock, a placebo-controlled trial",
      {"Mortality was 60% with steroids versus 20% with placebo (P < 0.001)."});
  add("Steroids for septic shock, a placebo-controlled trial",
      {"Mortality was 20% with steroids versus 21% with placebo (P = 0.60)."});
  EXPECT_THAT(changes(), ElementsAre(1, 0));
}

TEST_F(StudyVerdictsTest, AnUnclearDesignIsReadLooselyWhereGroupsAreCompared) {
  add("Steroids in septic shock, compared with placebo",
      {"Mortality was significantly lower with steroids than with placebo (P = 0.02)."},
      StudyDesign::kUnclear);
  add("Steroids in septic shock", {"Steroids significantly reduced mortality."}, StudyDesign::kUnclear);
  EXPECT_THAT(changes(), ElementsAre(-1));
  EXPECT_TRUE(read_study_verdicts(evidence_, *asked_effect(evidence_)).all.front().comparison.loose);
}

TEST_F(StudyVerdictsTest, CellsOfATableAreNoSentence) {
  add("Steroids in septic shock, a placebo-controlled trial",
      {"Table 2Mortality with steroids and placeboSteroids (n = 90)Placebo (n = 92)Mortality significantly "
       "lower with steroids than with placebo45 (50)46 (50)P = 0.02"});
  EXPECT_THAT(changes(), IsEmpty());
}

}  // namespace
}  // namespace attest
