// What sources advise against: beside what others recommend, as a section, and as the answer.
#include "answer/lines/advised_against.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "answer/lines/recommended_test_support.h"

namespace attest::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class AdvisedAgainst : public RecommendedTest {};

TEST_F(AdvisedAgainst, WhatAnotherGuidelineAdvisesAgainstIsSaidBesideIt) {
  add("Guideline on ulcer", {"We recommend steroids for ulcer."}, StudyDesign::kGuideline, "North");
  EXPECT_THAT(bottom_line_text(), HasSubstr("recommended by"));
  EXPECT_THAT(bottom_line_text(), Not(HasSubstr("advised against")));
  add("Advice on ulcer", {"We recommend against steroids for ulcer."}, StudyDesign::kGuideline, "South");
  EXPECT_THAT(bottom_line_text(), HasSubstr("; advised against by South"));
  evidence_.audience = Audience::kPatient;
  EXPECT_THAT(bottom_line_text(), HasSubstr("Other expert groups advise against it."));
  EXPECT_THAT(bottom_line_text(), Not(HasSubstr("What usually helps first")));
}

TEST_F(AdvisedAgainst, AdviceAgainstItForOthersIsNoClash) {
  add("Guideline on ulcer", {"We recommend steroids for ulcer."}, StudyDesign::kGuideline, "North");
  add("Advice on ulcer", {"We recommend against steroids for ulcer in children."}, StudyDesign::kGuideline,
      "South");
  EXPECT_THAT(bottom_line_text(), Not(HasSubstr("advised against")));
}

TEST_F(AdvisedAgainst, WhatIsAdvisedAgainstIsASectionWhereItIsATreatmentOfIt) {
  add("Guideline on ulcer", {"Steroids are not recommended as first-line treatment of ulcer."},
      StudyDesign::kGuideline, "North");
  AnswerSection section = word_advised_against(evidence_, gather_interventions(evidence_));
  EXPECT_EQ(section.kind, "advised against");
  ASSERT_THAT(section.statements, SizeIs(1));
  EXPECT_TRUE(section.statements[0].quoted);
  // Nothing recommends them: the sentence or the title must name the condition.
  for (const char* const sentence :
       {"We recommend against steroids in ulcer.", "Avoid steroids in ulcer.", "Do not offer steroids."}) {
    evidence_.sources.clear();
    add("Guideline on ulcer", {sentence}, StudyDesign::kGuideline);
    EXPECT_THAT(word_advised_against(evidence_, gather_interventions(evidence_)).statements, SizeIs(1))
        << sentence;
  }
  evidence_.sources[0].naming = 1;
  evidence_.sources[0].findings[0].condition_match = 1;
  EXPECT_THAT(word_advised_against(evidence_, gather_interventions(evidence_)).statements, IsEmpty());
}

TEST_F(AdvisedAgainst, WhatIsAskedAboutIsAdvisedAgainst) {
  Concept drug;
  drug.role = ConceptRole::kIntervention;
  drug.thesaurus_id = "steroids";
  evidence_.question.concepts.push_back(drug);
  const std::string sentence = "We recommend against routine steroids in people with ulcer (weak advice).";
  for (const Intent intent : {Intent::kTreatment, Intent::kEffect}) {
    evidence_.question.intent = intent;
    evidence_.audience = Audience::kClinician;
    evidence_.sources.clear();
    add("Guideline on ulcer", {sentence}, StudyDesign::kGuideline, "North");
    EXPECT_EQ(bottom_line_text(), "Advised against: steroids, by North: “" + sentence + "”\n");
    evidence_.audience = Audience::kPatient;
    EXPECT_THAT(bottom_line_text(), HasSubstr("against"));
    EXPECT_THAT(bottom_line_text(), HasSubstr("steroids"));
  }
  // What others recommend is told by who recommends it and who does not.
  evidence_.question.intent = Intent::kTreatment;
  add("Advice on ulcer", {"We recommend steroids for ulcer."}, StudyDesign::kGuideline, "South");
  evidence_.audience = Audience::kClinician;
  EXPECT_THAT(bottom_line_text(), Not(HasSubstr("Advised against: ")));
}

TEST_F(AdvisedAgainst, WhatLimitsOtherAdviceAdvisesAgainstNothing) {
  for (const char* sentence : {"Steroids should be added in ulcer unless contraindicated.",
                               "Steroids could not be used in nine people with ulcer."}) {
    evidence_.sources.clear();
    add("Guideline on ulcer", {sentence}, StudyDesign::kGuideline);
    for (const InterventionEvidence& group : gather_interventions(evidence_))
      EXPECT_THAT(group.advised_against, IsEmpty()) << sentence;
  }
  EXPECT_FALSE(advises_against_use("steroids could not be used in nine people"));
  EXPECT_TRUE(advises_against_use("steroids should not be used unless other treatments are contraindicated"));
}

TEST_F(AdvisedAgainst, PatientsReadForWhomTheAdviceHolds) {
  Concept drug;
  drug.role = ConceptRole::kIntervention;
  drug.thesaurus_id = "steroids";
  evidence_.question.concepts.push_back(drug);
  evidence_.audience = Audience::kPatient;
  const std::string sentence =
      "Steroids are contraindicated in ulcer with preexisting haematological abnormalities.";
  add("Guideline on ulcer", {sentence}, StudyDesign::kGuideline);
  const AnswerSection section = word_advised_against(evidence_, gather_interventions(evidence_));
  ASSERT_THAT(section.statements, SizeIs(1));
  EXPECT_EQ(section.statements[0].text, sentence);
  EXPECT_TRUE(section.statements[0].quoted);
}

}  // namespace
}  // namespace attest::test
