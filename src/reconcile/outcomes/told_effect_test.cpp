#include "reconcile/outcomes/told_effect.h"

#include <gtest/gtest.h>

#include "evidence/evidence_test_support.h"

namespace attest {
namespace {

class ToldEffectTest : public testing::Test {
 protected:
  ToldEffectTest() {
    evidence_.vocabulary = test::vocabulary_of({"zinc", "iron", "vitamin C"}, {"pneumonia"}, stemmer_);
    evidence_.question.intent = Intent::kEffect;
  }

  // Whether the sentence says what zinc does to the duration of fever.
  bool says(const std::string& sentence) {
    evidence_.sources.clear();
    const AnswerSource& source =
        test::add_source(evidence_, stemmer_, "Treatments of pneumonia", {sentence}, StudyDesign::kReview);
    AskedEffect effect;
    effect.given = {"zinc"};
    effect.outcome = "duration of fever";
    ToldEffect told(evidence_, effect);
    return told.says_effect(source.findings.front());
  }

  Stemmer stemmer_;
  Evidence evidence_;
};

TEST_F(ToldEffectTest, NamesBothAndAChange) {
  EXPECT_TRUE(says("Zinc reduced the duration of fever in children with pneumonia."));
  EXPECT_TRUE(says("Zinc had no effect on the duration of fever."));
  EXPECT_FALSE(says("Zinc reduced the cost of pneumonia."));
  EXPECT_FALSE(says("The duration of fever was reduced by rest."));
  EXPECT_FALSE(says("Zinc was given for the duration of fever."));
}

TEST_F(ToldEffectTest, IsWhatDidIt) {
  EXPECT_TRUE(says("Zinc reduced the duration of fever more than iron did."));
  EXPECT_TRUE(says("Vitamin C or zinc reduced the duration of fever."));
  EXPECT_FALSE(says("Iron reduced the duration of fever more than zinc did."));
  EXPECT_FALSE(says("Iron given with zinc reduced the duration of fever."));
  EXPECT_FALSE(says("Vitamin C and zinc had similar effects on the duration of fever."));
  EXPECT_FALSE(says("In combination with iron, zinc reduced the duration of fever."));
  EXPECT_TRUE(says("Adding zinc in combination with iron reduced the duration of fever."));
}

TEST_F(ToldEffectTest, WhatElseTheQuestionNamesDoesNotDoIt) {
  EXPECT_FALSE(says("After iron, treatment with zinc reduced the duration of fever."));
  Concept asked;
  asked.label = asked.asked_as = asked.thesaurus_id = "iron";
  evidence_.question.concepts.push_back(asked);
  EXPECT_TRUE(says("After iron, treatment with zinc reduced the duration of fever."));
}

TEST_F(ToldEffectTest, WhatPeopleBelieveIsNoEffect) {
  EXPECT_FALSE(says("Half of the physicians believed that zinc reduces the duration of fever."));
  EXPECT_FALSE(says("It is not known whether zinc reduces the duration of fever."));
}

}  // namespace
}  // namespace attest
