// What kind of answer a clinician's short question wants, where the names in it decide.
#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "question/question_test_support.h"

namespace attest {
namespace {

using test::labels;
using test::read_question;
using testing::Contains;
using testing::Not;

const FakeCollection& plain_collection() {
  static const FakeCollection collection({"folic acid supplementation in pregnancy",
                                          "warfarin or aspirin for stroke in atrial fibrillation",
                                          "thrombolysis in ischaemic stroke; antibiotics and surgery for "
                                          "appendicitis, imaging for kidney stones"});
  return collection;
}

Intent intent_of(std::string_view question) { return read_question(question, plain_collection()).intent; }

TEST(AskedKind, a_lay_phrase_does_not_cut_a_name) {
  EXPECT_THAT(labels(read_question("folic acid supplementation in pregnancy to prevent neural tube defects",
                                   plain_collection())),
              Not(Contains("ectopic pregnancy")));
  EXPECT_THAT(
      labels(read_question("folic acid in pregnancy to prevent neural tube defects", plain_collection())),
      Contains("neural tube defects"));
  EXPECT_THAT(labels(read_question("is it a pregnancy in the tube?", plain_collection())),
              Contains("ectopic pregnancy"));
  EXPECT_THAT(labels(read_question("how is a pregnancy in my tube treated", plain_collection())),
              Contains("ectopic pregnancy"));
}

TEST(AskedKind, survival_after_diagnosis_is_no_question_for_tests) {
  for (const char* question :
       {"survival after diagnosis of idiopathic pulmonary fibrosis", "mortality from diagnosis in dementia",
        "median survival from the time of diagnosis of glioblastoma", "outcome of acute pancreatitis",
        "what is the prognosis at diagnosis of multiple myeloma"})
    EXPECT_EQ(intent_of(question), Intent::kPrognosis) << question;
  for (const char* question : {"diagnosis of idiopathic pulmonary fibrosis", "how is dementia diagnosed",
                               "which tests after diagnosis of multiple myeloma"})
    EXPECT_EQ(intent_of(question), Intent::kDiagnosis) << question;
  EXPECT_NE(intent_of("outcome of surgery for appendicitis"), Intent::kPrognosis);
}

TEST(AskedKind, contraindications_are_asked_for) {
  for (const char* question : {"contraindications to thrombolysis in ischaemic stroke",
                               "absolute contraindications to thrombolysis in stroke",
                               "what are the contraindications of warfarin in atrial fibrillation"}) {
    EXPECT_EQ(intent_of(question), Intent::kContraindication) << question;
  }
  const UnderstoodQuestion next =
      read_question("atrial fibrillation treatment if warfarin is contraindicated", plain_collection());
  EXPECT_EQ(next.intent, Intent::kLineOfTherapy);
  EXPECT_EQ(next.line_of_therapy, 2);
}

TEST(AskedKind, one_or_the_other_is_a_comparison) {
  for (const char* question : {"warfarin or aspirin for stroke prevention in atrial fibrillation",
                               "antibiotics or surgery for appendicitis"})
    EXPECT_EQ(intent_of(question), Intent::kComparison) << question;
  EXPECT_EQ(intent_of("stroke prevention in atrial fibrillation"), Intent::kPrevention);
  EXPECT_EQ(intent_of("treatment of appendicitis"), Intent::kTreatment);
  EXPECT_EQ(intent_of("is it safe to take warfarin or aspirin in atrial fibrillation"), Intent::kHarm);
}

TEST(AskedKind, harm_to_an_organ_and_the_best_test) {
  EXPECT_EQ(intent_of("hepatotoxicity of isoniazid"), Intent::kHarm);
  EXPECT_EQ(intent_of("ototoxicity with gentamicin"), Intent::kHarm);
  EXPECT_EQ(intent_of("treatment of cardiotoxicity"), Intent::kTreatment);
  EXPECT_EQ(intent_of("best imaging for suspected kidney stones"), Intent::kDiagnosis);
  EXPECT_EQ(intent_of("preferred test for appendicitis"), Intent::kDiagnosis);
  EXPECT_EQ(intent_of("best treatment for kidney stones"), Intent::kTreatment);
}

}  // namespace
}  // namespace attest
