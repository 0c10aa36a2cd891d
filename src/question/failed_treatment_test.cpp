#include "question/failed_treatment.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "question/given_before.h"
#include "question/question_test_support.h"

namespace attest {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST(FailedTreatment, IsNamedBehindItsCue) {
  const struct {
    const char* question;
    const char* failed;
  } cases[] = {
      {"treatment of gout after failure of allopurinol", "allopurinol"},
      {"asthma not controlled by inhaled corticosteroids", "inhaled corticosteroids"},
      {"depression that did not respond to two antidepressants", "two antidepressants"},
      {"rheumatoid arthritis intolerant of methotrexate", "methotrexate"},
      {"pain persistent despite paracetamol in osteoarthritis", "paracetamol"},
      {"type 2 diabetes in patients who cannot take metformin", "metformin"},
      {"rheumatoid arthritis with inadequate response to tnf inhibitors", "tnf inhibitors"},
      {"chronic hepatitis b resistant to lamivudine", "lamivudine"},
      {"second-line treatment of type 2 diabetes after metformin", "metformin"},
      {"patients with gout who failed allopurinol and febuxostat", "febuxostat"},
      {"recurrent clostridioides difficile infection after vancomycin", "vancomycin"},
      {"immune thrombocytopenia that relapses after corticosteroids", "corticosteroids"},
      {"depression recurs on sertraline", "sertraline"},
      {"what to add to metformin in type 2 diabetes", "metformin"},
      {"restless legs with augmentation on pramipexole: what to switch to?", "pramipexole"},
      {"anal fissure not healed by glyceryl trinitrate", "glyceryl trinitrate"},
      {"renal cell carcinoma progressing after sunitinib", "sunitinib"},
      {"plaque psoriasis: switch from etanercept", "etanercept"},
      {"gout in a patient allergic to allopurinol", "allopurinol"},
      {"crohn's disease with loss of response to infliximab", "infliximab"},
      {"i had to stop lisinopril for my blood pressure", "lisinopril"},
  };
  for (const auto& one : cases)
    EXPECT_THAT(read_failed_treatment(one.question).named, Contains(HasSubstr(one.failed))) << one.question;
}

TEST(FailedTreatment, IsNamedBeforeItsCue) {
  EXPECT_THAT(read_failed_treatment("what next when omeprazole fails in ulcer").named,
              Contains(HasSubstr("omeprazole")));
  EXPECT_THAT(read_failed_treatment("chronic myeloid leukemia after imatinib resistance").named,
              Contains(HasSubstr("imatinib")));
  EXPECT_THAT(read_failed_treatment("parkinson disease when levodopa is no longer enough").named,
              Contains(HasSubstr("levodopa")));
  EXPECT_THAT(read_failed_treatment("treatment of insulin resistance in obesity").named,
              Not(Contains(HasSubstr("insulin"))));
  EXPECT_THAT(read_failed_treatment("clomiphene-resistant polycystic ovary syndrome").named,
              Contains(HasSubstr("clomiphene")));
  EXPECT_THAT(read_failed_treatment("my tablets for gout? allopurinol does not work").named,
              Contains(HasSubstr("allopurinol")));
  EXPECT_THAT(read_failed_treatment("hypertension: ace inhibitor stopped because of cough").named,
              Contains(HasSubstr("ace inhibitor")));
  EXPECT_THAT(read_failed_treatment("syphilis with penicillin allergy").named,
              Contains(HasSubstr("penicillin")));
  EXPECT_THAT(read_failed_treatment("lisinopril gave me a cough, what can i take instead?").named,
              Contains(HasSubstr("lisinopril")));
  EXPECT_THAT(read_failed_treatment("acute migraine when triptans are not an option").named,
              Contains(HasSubstr("triptans")));
}

TEST(FailedTreatment, IsNothingInOtherQuestions) {
  for (const char* question :
       {"treatment of heart failure with metformin", "is warfarin safe in renal failure", "treatment of gout",
        "predictors of response to methotrexate", "treatment of insulin-resistant diabetes",
        "which drug has the best response to treatment", "treatment of gout after surgery",
        "treatment of food allergy", "what causes gout", "lisinopril caused a cough",
        "exercise intolerance in heart failure", "effect of coffee on blood pressure",
        "treatment of gout in people on metformin", "does metformin help after a stroke"})
    EXPECT_THAT(read_failed_treatment(question).named, IsEmpty()) << question;
}

TEST(FailedTreatment, CannotBeTaken) {
  EXPECT_TRUE(
      read_failed_treatment("hypertension in patients who cannot tolerate ace inhibitors").not_tolerated);
  EXPECT_TRUE(read_failed_treatment("gout when colchicine is contraindicated").not_tolerated);
  EXPECT_TRUE(read_failed_treatment("gout in a patient allergic to allopurinol").not_tolerated);
  EXPECT_TRUE(read_failed_treatment("ace inhibitor stopped because of cough").not_tolerated);
  EXPECT_FALSE(read_failed_treatment("gout refractory to allopurinol").not_tolerated);
  EXPECT_FALSE(read_failed_treatment("what to add to metformin in diabetes").not_tolerated);
}

TEST(FailedTreatment, SomeOfAClass) {
  EXPECT_TRUE(is_some_of_class("two antidepressants"));
  EXPECT_TRUE(is_some_of_class("an nsaid"));
  EXPECT_FALSE(is_some_of_class("inhaled corticosteroids"));
}

TEST(FailedTreatment, AsksWhatComesNext) {
  const FakeCollection collection(
      {"asthma is treated with corticosteroids", "metformin warts salicylic acid"});
  const auto line = [&](const char* question) {
    return test::read_question(question, collection).line_of_therapy;
  };
  EXPECT_EQ(line("asthma not controlled by inhaled corticosteroids"), 2);
  EXPECT_EQ(line("type 2 diabetes in patients who cannot take metformin"), 2);
  EXPECT_EQ(line("what to do when warts do not respond to salicylic acid"), 2);
  EXPECT_EQ(line("what to add to metformin in type 2 diabetes"), 2);
  EXPECT_EQ(line("asthma in a patient allergic to metformin"), 2);
  EXPECT_EQ(line("treatment of penicillin allergy"), 0);
  EXPECT_EQ(line("asthma when corticosteroids are not tolerated"), 2);
  EXPECT_EQ(line("side effects of corticosteroids in asthma"), 0);
  EXPECT_EQ(line("warts: metformin stopped because of side effects, what instead?"), 2);
  EXPECT_EQ(line("who cannot take metformin for type 2 diabetes?"), 0);
  EXPECT_EQ(line("what predicts that depression does not respond to SSRIs?"), 0);
  EXPECT_EQ(line("treatment of asthma with inhaled corticosteroids"), 0);
}

TEST(GivenBefore, IsNamedBehindAfter) {
  EXPECT_THAT(read_given_before("what is the treatment of renal cell carcinoma after sunitinib?"),
              Contains(HasSubstr("sunitinib")));
  EXPECT_THAT(read_given_before("treatment of myeloma previously treated with bortezomib"),
              Contains(HasSubstr("bortezomib")));
  for (const char* question :
       {"treatment of prostate cancer after radiotherapy", "treatment of breast cancer after mastectomy",
        "treatment of stroke after thrombolysis", "treatment of gout", "pain after stopping morphine"})
    EXPECT_THAT(read_given_before(question), IsEmpty()) << question;
}

TEST(GivenBefore, IsNoLongerAskedFor) {
  const FakeCollection collection(
      {"asthma is treated with corticosteroids", "metformin warts salicylic acid nausea"});
  const auto line = [&](const char* question) {
    return test::read_question(question, collection).line_of_therapy;
  };
  EXPECT_EQ(line("what is the treatment of asthma after corticosteroids?"), 2);
  EXPECT_EQ(line("what is the treatment of warts after salicylic acid?"), 2);
  EXPECT_EQ(line("what is the treatment of nausea after metformin?"), 0);  // brought about by it
  EXPECT_EQ(line("what is the first-line treatment of asthma after corticosteroids?"), 1);
  EXPECT_EQ(line("what are the side effects of metformin after corticosteroids in asthma?"), 0);
}

}  // namespace
}  // namespace attest
