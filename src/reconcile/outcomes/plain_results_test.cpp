// Which results are quoted to lay readers.
#include <gtest/gtest.h>

#include "reconcile/outcomes/plain_results.h"

namespace attest {
namespace {

TEST(PlainResults, WhatGotWorseIsNoBenefit) {
  for (const char* sentence :
       {"headache was aggravated by swimming in most of the pupils (81%).",
        "the mean decrease in peak flow was more than 15% in the cetirizine group.",
        "nine patients took omeprazole, none of whom responded.", "rash did not respond in 40% on steroids.",
        "all were taking antacids (21%) or proton pump inhibitors (79%)."}) {
    EXPECT_FALSE(tells_benefit(sentence)) << sentence;
  }
  for (const char* sentence :
       {"pain was relieved in 80% after massage.", "attacks decreased by 40% with yoga.",
        "69 of 82 patients (84%) had improved after injections.",
        "the risk of falls was reduced to 12% with training."}) {
    EXPECT_TRUE(tells_benefit(sentence)) << sentence;
  }
}

class NamesItsSubject : public testing::Test {
 protected:
  bool names(const std::string& sentence, bool treatment_named) {
    evidence_.sources.assign(1, AnswerSource());
    evidence_.sources[0].document.text = sentence;
    Finding finding;
    finding.kind = FindingKind::kRate;
    finding.sentence = {0, static_cast<uint32_t>(sentence.size())};
    finding.rates.resize(1);
    if (treatment_named) {
      Mention mention;
      mention.id = "massage";
      mention.span = {0, 3};
      finding.interventions = {mention};
    }
    return names_its_subject(evidence_, finding);
  }

  Evidence evidence_;
};

TEST_F(NamesItsSubject, AShareWithoutTreatmentOrOutcomeIsNotQuoted) {
  evidence_.question.intent = Intent::kTreatment;
  EXPECT_TRUE(names("Massage relieved pain in 80%.", true));
  EXPECT_FALSE(names("Pain was relieved in 80%.", false));
  EXPECT_FALSE(names("Massage: the proportion was 80% at one year.", true));
  EXPECT_FALSE(names("Massage relieved pain in 80% of group 1 and 70% of group 2.", true));
  // How common a thing is has no treatment.
  evidence_.question.intent = Intent::kPrevalence;
  EXPECT_TRUE(names("Low back pain was found in 30%.", false));
}

}  // namespace
}  // namespace attest
