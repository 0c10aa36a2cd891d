#include "findings/effects/affirmation.h"

#include <gtest/gtest.h>

namespace attest {
namespace {

// Made up for this test.
TEST(Affirmation, FollowsTheResults) {
  const std::vector<EffectSentence> helped = {
      {"Eighty adults were randomised to walking or to usual activity.", SentenceRole::kMethod},
      {"Walking was associated with significantly fewer relapses of depression (p < 0.001).",
       SentenceRole::kResult}};
  const std::vector<EffectSentence> did_not = {
      {"Eighty adults were randomised to walking or to usual activity.", SentenceRole::kMethod},
      {"There was no significant difference in relapses of depression between the groups (p = 0.6).",
       SentenceRole::kResult}};
  const char* const question = "Does walking affect relapses of depression?";
  const auto yes = read_affirmation(question, helped);
  const auto no = read_affirmation(question, did_not);
  EXPECT_EQ(yes.answer, Affirmation::kYes);
  EXPECT_EQ(no.answer, Affirmation::kNo);
  EXPECT_EQ(yes.sentence, 1U);
}

TEST(Affirmation, WithoutSentencesNothingIsKnown) {
  const auto reading = read_affirmation("Does it help?", {});
  EXPECT_EQ(reading.answer, Affirmation::kMaybe);
  EXPECT_NEAR(reading.probabilities[0], 1.0 / 3, 1e-9);
}

}  // namespace
}  // namespace attest
