// What is measured, or what a test asks of a heart, is no treatment.
#include "findings/names/measured.h"

#include <gtest/gtest.h>

namespace attest {
namespace {

bool measured(std::string_view lower, std::string_view name) {
  const auto start = static_cast<uint32_t>(lower.find(name));
  return is_measured(lower, {start, start + static_cast<uint32_t>(name.size())});
}

TEST(Measured, ByTheNounBehindIt) {
  EXPECT_TRUE(measured("yearly ferritin and folate checks are advised", "folate"));
  EXPECT_TRUE(measured("corneal fluorescein staining fell", "fluorescein"));
  EXPECT_TRUE(measured("the barium swallow was normal", "barium"));
  EXPECT_TRUE(measured("anti-insulin titres rose", "insulin"));
  EXPECT_TRUE(measured("yearly folate, liver enzyme and bone density measurements", "folate"));
  EXPECT_FALSE(measured("folate, iron and vitamins were given and improved levels", "folate"));
  EXPECT_FALSE(measured("folate was given", "folate"));
  EXPECT_FALSE(measured("insulin improved control", "insulin"));
}

TEST(Measured, ExerciseOfATestIsNoTraining) {
  EXPECT_TRUE(measured("blood pressure at peak exercise was lower", "exercise"));
  EXPECT_TRUE(measured("time to end of exercise grew by 30 s", "exercise"));
  EXPECT_TRUE(measured("it improves exercise tolerance", "exercise"));
  EXPECT_TRUE(measured("exercise capacity was greater", "exercise"));
  EXPECT_FALSE(measured("exercise lowered blood pressure", "exercise"));
  EXPECT_FALSE(measured("women were randomised to exercise", "exercise"));
}

TEST(Measured, InsulinBesideOtherValues) {
  EXPECT_TRUE(measured("no difference in fasting c-peptide, insulin and proinsulin was seen", "insulin"));
  EXPECT_TRUE(measured("the response of glucose, insulin, and c-peptide changed", "insulin"));
  EXPECT_TRUE(measured("it improved insulin-mediated glucose disposal", "insulin"));
  EXPECT_TRUE(measured("it reduced insulin demand", "insulin"));
  EXPECT_FALSE(measured("evening insulin and daytime glipizide lowered glucose", "insulin"));
  EXPECT_FALSE(measured("metformin, insulin and diet were compared", "insulin"));
  EXPECT_TRUE(measured("mean exercise times to angina grew", "exercise"));
  EXPECT_TRUE(measured("treadmill exercise parameters improved", "exercise"));
}

TEST(Measured, AnOperationThatBecameNecessaryIsAnOutcome) {
  EXPECT_TRUE(measured("the risk of cataract extraction was higher", "cataract extraction"));
  EXPECT_TRUE(measured("the need for hysterectomy fell", "hysterectomy"));
  EXPECT_FALSE(measured("cataract extraction improved sight", "cataract extraction"));
  EXPECT_FALSE(measured("the risk of aspirin is bleeding", "aspirin"));
}

TEST(Measured, AFormOfADoseIsNotGiven) {
  EXPECT_TRUE(measured("quinine 20 mg salt/kg on admission", "salt"));
  EXPECT_FALSE(measured("less salt lowered blood pressure", "salt"));
}

}  // namespace
}  // namespace attest
