#include "answer/choice/answer_type.h"

#include <gtest/gtest.h>

#include "base/ascii.h"

namespace attest {
namespace {

bool answers(Intent intent, std::string_view sentence) {
  Finding finding;
  finding.quantities = find_quantities(sentence);
  return has_answer_type(intent, finding, lower_ascii(sentence));
}

TEST(AnswerType, time_to_effect_needs_a_time_and_an_effect) {
  constexpr Intent kAsked = Intent::kTimeToEffect;
  EXPECT_TRUE(answers(kAsked, "Headache relief was seen within 30 minutes of the injection."));
  EXPECT_TRUE(
      answers(kAsked, "It may take 6 weeks to notice the full effect; symptoms improve within 2 weeks."));
  EXPECT_TRUE(answers(kAsked, "The drug has a rapid onset of action."));
  EXPECT_FALSE(answers(kAsked, "Blood samples were collected within 24 hours."));
  EXPECT_FALSE(answers(kAsked, "Adherence was poor because of the daily schedule."));
  EXPECT_FALSE(answers(kAsked, "Improvement was seen in 17 of 24 patients."));
}

TEST(AnswerType, length_of_treatment) {
  constexpr Intent kAsked = Intent::kTreatmentLength;
  EXPECT_TRUE(answers(kAsked, "Treatment should be continued for at least 6 months."));
  EXPECT_TRUE(answers(kAsked, "Patients had six sessions of biofeedback."));
  EXPECT_FALSE(answers(kAsked, "At 6 months 80% had improved."));
}

TEST(AnswerType, duration) {
  EXPECT_TRUE(answers(Intent::kDuration, "The benefit lasted a mean of 4.8 months."));
  EXPECT_FALSE(
      answers(Intent::kDuration, "Each session lasted about 45 minutes, and the session lasted longer."));
  EXPECT_FALSE(answers(Intent::kDuration, "The benefit lasted."));
}

TEST(AnswerType, contraindication) {
  constexpr Intent kAsked = Intent::kContraindication;
  EXPECT_TRUE(answers(kAsked, "Beta-blockers are contraindicated in asthma."));
  EXPECT_TRUE(answers(kAsked, "People with kidney disease should avoid these tablets."));
  EXPECT_FALSE(answers(kAsked, "There were no contraindications to the drug in 58% of patients."));
  EXPECT_FALSE(answers(kAsked, "The tablets should not be withheld from adults."));
  EXPECT_FALSE(answers(kAsked, "Nausea occurred in 12%."));
}

TEST(AnswerType, indication) {
  constexpr Intent kAsked = Intent::kIndication;
  EXPECT_TRUE(answers(kAsked, "Statins should be stopped when myopathy is suspected."));
  EXPECT_TRUE(answers(kAsked, "Surgery is indicated if the wall is perforated."));
  EXPECT_FALSE(answers(kAsked, "Patients in whom surgery was indicated were asked."));
  EXPECT_FALSE(answers(kAsked, "Mortality was lower after surgery."));
}

TEST(AnswerType, target) {
  constexpr Intent kAsked = Intent::kTarget;
  EXPECT_TRUE(answers(kAsked, "The target blood pressure is below 130/80 mmHg."));
  EXPECT_FALSE(answers(kAsked, "The goal is a good blood pressure."));
  EXPECT_FALSE(answers(kAsked, "Blood pressure fell by 5 mmHg."));
}

TEST(AnswerType, what_had_not_worked_tells_no_time_to_effect) {
  EXPECT_TRUE(answers(Intent::kTimeToEffect, "Symptoms improved within 2 weeks."));
  EXPECT_FALSE(answers(Intent::kTimeToEffect, "Neither drug improved symptoms within 8 weeks."));
}

TEST(AnswerType, mechanism) {
  constexpr Intent kAsked = Intent::kMechanism;
  EXPECT_TRUE(answers(kAsked, "Aspirin inhibits an enzyme of platelets."));
  EXPECT_TRUE(answers(kAsked, "The tablets make the body use insulin better: the drug acts on the liver."));
  EXPECT_FALSE(answers(kAsked, "What is known of the mechanisms can help us to find novel treatments."));
  EXPECT_FALSE(answers(kAsked, "The drug was given to 12 men."));
}

TEST(AnswerType, only_some_questions_want_one) {
  EXPECT_TRUE(wants_answer_type(Intent::kTimeToEffect));
  EXPECT_FALSE(wants_answer_type(Intent::kTreatment));
  EXPECT_TRUE(answers(Intent::kTreatment, "Anything."));
}

}  // namespace
}  // namespace attest
