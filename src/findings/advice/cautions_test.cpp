// Words of advice that warn, tell of advice or leave a choice free recommend nothing.
#include <gtest/gtest.h>

#include "findings/advice/advice.h"
#include "findings/arms/control_arms.h"
#include "findings/extract.h"

namespace attest {
namespace {

class CautionsTest : public testing::Test {
 protected:
  CautionsTest() {
    add_control_arms(vocabulary_, stemmer_);
    for (const char* name : {"atenolol", "losartan", "surgery"})
      vocabulary_.add({"t:" + std::string(name), name, "", ConceptRole::kIntervention, false, {}},
                      std::vector<std::string>{name}, stemmer_);
  }
  Finding read(const std::string& sentence) {
    document_ = Document{};
    document_.text = sentence;
    appraisal_.design = StudyDesign::kGuideline;
    const SentenceContext context{&document_, &appraisal_, 0, "", 2, {}, {}};
    return extract_finding(context, {0, static_cast<uint32_t>(sentence.size())}, vocabulary_, stemmer_);
  }
  Document document_;
  Appraisal appraisal_;
  Stemmer stemmer_;
  Vocabulary vocabulary_;
};

TEST_F(CautionsTest, ACautionRecommendsNothing) {
  for (const char* const sentence : {
           "Atenolol should be used with caution in hypertension.",
           "Atenolol should be given in hypertension with great care.",
           "Atenolol should be used sparingly in hypertension.",
           "Caution is therefore advised when atenolol is given in hypertension.",
           "Recommendations about atenolol in hypertension were developed.",
           "A librarian searched to update the Atenolol in Hypertension Program recommendations.",
           "All recommendations were graded by the Atenolol in Hypertension Task Force.",
           "Atenolol, regardless of choice, lowers blood pressure.",
       }) {
    const Finding finding = read(sentence);
    EXPECT_EQ(advice_on(finding, "t:atenolol"), nullptr) << sentence;
    EXPECT_EQ(line_said_of(finding, "t:atenolol"), 0) << sentence;
  }
}

TEST_F(CautionsTest, AdviceBesideACautionStands) {
  for (const char* const sentence : {
           "Atenolol should be used in hypertension, with caution in asthma.",
           "Our recommendations: atenolol should be given in hypertension.",
           "Atenolol is recommended in primary care.",
       })
    EXPECT_NE(advice_on(read(sentence), "t:atenolol"), nullptr) << sentence;
  EXPECT_EQ(line_said_of(read("Atenolol is the drug of choice."), "t:atenolol"), 1);
}

TEST_F(CautionsTest, WhatAThingIsTheMainstayOfIsNotTheMainstay) {
  const Finding finding = read("The mainstay of surgery is losartan.");
  EXPECT_EQ(line_said_of(finding, "t:surgery"), 0);
  EXPECT_EQ(line_said_of(finding, "t:losartan"), 1);
}

TEST_F(CautionsTest, WhoTellsOfAdviceGivesNone) {
  for (const char* const sentence :
       {"Atenolol should be considered a risk factor for falls.",
        "Atenolol should be considered as a drug that may be a cause of fatigue.",
        "The possibility of an interaction with atenolol should be considered.",
        "Atenolol was given at twice the doses that are currently recommended.",
        "The intake of atenolol was 80% of recommended dietary allowances.",
        "Data supporting this recommendation of atenolol are lacking.",
        "Reviewers were less likely to recommend rejection of papers on atenolol.",
        "We suggest that the injury after atenolol may be due to ischaemia.",
        "We suggest that atenolol was effective in hypertension.",
        "Patients were exposed to recommended treatments such as atenolol.",
        "First-line treatment with atenolol achieved control in 60% of patients.",
        "Older age should not be considered a contraindication to atenolol."}) {
    const Finding finding = read(sentence);
    EXPECT_TRUE(finding.advice.empty()) << sentence;
    EXPECT_NE(finding.kind, FindingKind::kRecommendation) << sentence;
  }
  for (const char* const sentence :
       {"Atenolol should be considered as an option in patients with a risk factor for stroke.",
        "The recommended treatment is atenolol.", "We suggest that atenolol be used in hypertension.",
        "First-line treatment with atenolol is recommended and has improved survival."})
    EXPECT_FALSE(read(sentence).advice.empty() && read(sentence).lines.empty()) << sentence;
}

}  // namespace
}  // namespace attest
