#include "answer/choice/asked_danger.h"

#include <gtest/gtest.h>

namespace attest {
namespace {

UnderstoodQuestion asked(const char* words, Intent intent = Intent::kPrognosis) {
  UnderstoodQuestion question;
  question.resolved = words;
  question.intent = intent;
  return question;
}

TEST(AskedDanger, WhatAConditionDoesAtItsWorstIsTold) {
  const UnderstoodQuestion question = asked("Can epilepsy kill you?");
  for (const char* sentence : {"of the 34 patients five (15%) died.", "it can lead to blindness.",
                               "most such lumps are harmless.", "survival at five years was 40%."})
    EXPECT_TRUE(may_answer_danger(question, Finding{}, sentence)) << sentence;
  for (const char* sentence :
       {"attacks usually subside within three to ten days.", "the response rate was 62%.",
        "natural killer cells were more active.", "deaths of cells, or cell death, were counted.",
        "the aim is to assess mortality."})
    EXPECT_FALSE(may_answer_danger(question, Finding{}, sentence)) << sentence;
  EXPECT_TRUE(may_answer_danger(asked("How long does gout last?"), Finding{}, "attacks last three days."));
}

TEST(AskedDanger, WhatATreatmentDoesToTheIllIsNot) {
  Finding finding;
  finding.interventions.push_back({});
  finding.interventions.back().id = "t:warfarin";
  finding.interventions.back().span = {0, 8};
  EXPECT_FALSE(
      may_answer_danger(asked("Is atrial fibrillation dangerous?"), finding, "warfarin lowered mortality."));
}

}  // namespace
}  // namespace attest
