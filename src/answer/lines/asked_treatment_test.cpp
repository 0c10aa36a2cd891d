// "Is X recommended?" is answered by X; what prevents answers who asks for prevention; what is given together
// is one option.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "answer/build_answer.h"
#include "answer/lines/asked_treatment.h"
#include "answer/lines/lines.h"
#include "evidence/evidence_test_support.h"
#include "evidence/indication.h"

namespace attest {
namespace {

using testing::HasSubstr;
using testing::Not;

class AskedTreatment : public testing::Test {
 protected:
  AskedTreatment() {
    evidence_.vocabulary =
        test::vocabulary_of({"steroids", "omeprazole", "ranitidine", "statins"}, {"ulcer"}, stemmer_);
    evidence_.question.intent = Intent::kTreatment;
    ask_of("ulcer", ConceptRole::kCondition);
  }
  void ask_of(const std::string& name, ConceptRole role) {
    Concept asked;
    asked.role = role;
    asked.label = name;
    asked.thesaurus_id = name;
    asked.variants.resize(1);
    asked.variants[0].words = name;
    asked.variants[0].weight = 1;
    evidence_.question.concepts.push_back(asked);
  }
  void add(const std::string& title, const std::vector<std::string>& sentences) {
    AnswerSource& source = test::add_source(evidence_, stemmer_, title, sentences, StudyDesign::kGuideline);
    source.about_condition = true;
    source.appraisal.society = "North";
  }
  std::string bottom_line_text() const {
    std::string text;
    for (const Statement& statement : build_answer(evidence_).bottom_line) text += statement.text + "\n";
    return text;
  }
  int rank(const std::string& name) const {
    for (const InterventionEvidence& group : gather_interventions(evidence_)) {
      if (group.name == name) return group.rank;
    }
    return -1;
  }
  Stemmer stemmer_;
  Evidence evidence_;
};

TEST_F(AskedTreatment, AdviceIsAskedForInSeveralWays) {
  const auto asks = [](const std::string& words) {
    UnderstoodQuestion question;
    question.resolved = words;
    return asks_for_advice(question);
  };
  for (const char* const one :
       {"Is metformin recommended for polycystic ovary syndrome?",
        "Should antibiotics be used for bronchitis?", "Are opioids indicated in sciatica?",
        "Do guidelines recommend acupuncture for migraine?"})
    EXPECT_TRUE(asks(one)) << one;
  for (const char* const one : {"Does metformin help polycystic ovary syndrome?", "treatment of gout",
                                "What should I eat with gout?", "first-line treatment of asthma"})
    EXPECT_FALSE(asks(one)) << one;
}

TEST_F(AskedTreatment, WhatElseIsGivenDoesNotAnswerForIt) {
  add("Guideline on ulcer", {"Steroids are the first-line treatment of ulcer.",
                             "Omeprazole is recommended as second-line treatment of ulcer."});
  EXPECT_THAT(bottom_line_text(), HasSubstr("Steroids"));
  ask_of("omeprazole", ConceptRole::kIntervention);
  evidence_.question.resolved = "Is omeprazole recommended for ulcer?";
  EXPECT_THAT(bottom_line_text(), HasSubstr("Omeprazole is recommended as second-line"));
  EXPECT_THAT(bottom_line_text(), Not(HasSubstr("Steroids")));
}

TEST_F(AskedTreatment, WhatIsGivenTogetherIsOneOption) {
  add("Guideline on ulcer",
      {"A combination of omeprazole and steroids is the first-line treatment of ulcer."});
  EXPECT_EQ(rank("omeprazole + steroids"), 1);
  EXPECT_NE(rank("omeprazole"), 1);
  EXPECT_NE(rank("steroids"), 1);
  EXPECT_THAT(bottom_line_text(), HasSubstr("Omeprazole + steroids"));
}

TEST_F(AskedTreatment, PreventionIsAnsweredByWhatPrevents) {
  add("Guideline on ulcer", {"Steroids are the first-line treatment of acute ulcer.",
                             "Omeprazole is recommended as first-line prophylaxis of ulcer."});
  evidence_.question.asked = evidence_.question.resolved = "first-line treatment of ulcer";
  EXPECT_EQ(rank("steroids"), 1);
  EXPECT_NE(rank("omeprazole"), 1);
  evidence_.question.asked = evidence_.question.resolved = "first-line prophylaxis of ulcer";
  EXPECT_NE(rank("steroids"), 1);
  EXPECT_EQ(rank("omeprazole"), 1);
}

TEST_F(AskedTreatment, AMainstayOfAnotherAimIsNoneOfTheCondition) {
  add("Fenofibrate in ulcer", {"Statins, the mainstay of lipid lowering therapy, are safe in ulcer.",
                               "Ranitidine is the mainstay of treatment for ulcer.",
                               "As a complement to drugs, steroids are a first-line treatment."});
  EXPECT_NE(rank("statins"), 1);
  EXPECT_EQ(rank("ranitidine"), 1);
  EXPECT_NE(rank("steroids"), 1);
}

TEST_F(AskedTreatment, AFirstLineForSomeSaysSo) {
  add("Ulcer",
      {"In some patients omeprazole is the treatment of choice.",
       "Ranitidine is recommended as a drug of choice by the Health Organization (HO) for resistant ulcer.",
       "Steroids are the treatment of choice in most patients."});
  const auto is_narrow = [&](const std::string& name) {
    for (const InterventionEvidence& group : gather_interventions(evidence_)) {
      if (group.name == name) return group.narrow;
    }
    return false;
  };
  EXPECT_TRUE(is_narrow("omeprazole") || rank("omeprazole") != 1);
  EXPECT_TRUE(is_narrow("ranitidine"));
  EXPECT_FALSE(is_narrow("steroids"));
}

TEST_F(AskedTreatment, AnExceptionStandsBesideTheAdvice) {
  add("Guideline on ulcer",
      {"RECOMMENDATION 2: Patients with ulcer should receive omeprazole, unless they are at "
       "low risk of bleeding or have an allergy."});
  EXPECT_THAT(bottom_line_text(), HasSubstr("unless they are at low risk of bleeding"));
}

}  // namespace
}  // namespace attest
