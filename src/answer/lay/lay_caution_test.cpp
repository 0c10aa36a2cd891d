#include "answer/lay/lay_caution.h"

#include <gtest/gtest.h>

#include "evidence/evidence_test_support.h"

namespace attest {
namespace {

TEST(LayCaution, WhoWantsToBringItOnIsKnownFromWhoSuffersIt) {
  const auto asks = [](const char* words) {
    UnderstoodQuestion question;
    question.resolved = words;
    return asks_to_bring_on(question, Audience::kPatient);
  };
  EXPECT_TRUE(asks("how can i make myself throw up to lose weight"));
  EXPECT_TRUE(asks("how do i make myself faint"));
  EXPECT_TRUE(asks("how to induce vomiting"));
  EXPECT_FALSE(asks("i keep making myself sick after eating"));
  EXPECT_FALSE(asks("how can i stop making myself vomit"));
  EXPECT_FALSE(asks("what makes me vomit"));
  EXPECT_FALSE(asks("how can i get rid of vomiting"));
}

TEST(LayCaution, WhatComesNearNamesWhatWasAskedAndIsNoStudyOfSomethingElse) {
  Stemmer stemmer;
  Evidence evidence;
  evidence.vocabulary = test::vocabulary_of({"etoposide"}, {"depression"}, stemmer);
  evidence.audience = Audience::kPatient;
  evidence.question.intent = Intent::kDiagnosis;
  Concept asked;
  asked.role = ConceptRole::kCondition;
  asked.thesaurus_id = "depression";
  evidence.question.concepts = {asked};
  const auto near = [&](const std::string& sentence, StudyDesign design, bool named) {
    AnswerSource& source = test::add_source(evidence, stemmer, "Depression", {sentence}, design);
    if (named) source.findings[0].asked_here = {"depression"};
    return is_near_for_lay(evidence, source.findings[0]);
  };
  EXPECT_TRUE(near("Sadness for weeks can be a sign of depression.", StudyDesign::kPatientPage, true));
  EXPECT_FALSE(near("Normal mood is the aim.", StudyDesign::kPatientPage, false));
  EXPECT_FALSE(near("Half of the planned people with depression were included.", StudyDesign::kCohort, true));
  evidence.audience = Audience::kClinician;
  EXPECT_TRUE(near("Half of the planned people with depression were included.", StudyDesign::kCohort, true));
}

}  // namespace
}  // namespace attest
