// What lay readers get where nothing that answers is easy to read.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "answer/choice/nearest.h"
#include "answer/lay/doctors_words.h"

namespace attest {
namespace {

using testing::SizeIs;

Statement quote(const std::string& text) {
  Statement statement;
  statement.text = text;
  statement.quoted = true;
  statement.citations.push_back({"one", 0, {}, text, 0});
  return statement;
}

TEST(DoctorsWords, TwoSentencesWithoutDosesReplaceWhatIsBesideThePoint) {
  Answer hard;
  hard.verdict = Answer::Verdict::kAnswered;
  hard.bottom_line = {quote("Omeprazole 20 mg daily for gastro-oesophageal haemorrhage was efficacious."),
                      quote("Exposure was improbably associated with encephalopathy.")};
  hard.sections = {{kNearMissesSection, "Near misses", {quote("Something else altogether.")}},
                   {"causes", "Causes", {quote("Aetiology was multifactorial."), quote("A third one.")}}};
  Answer answer;
  answer.audience = Audience::kPatient;
  answer.sections = {{kNearMissesSection, "Related", {quote("Something beside the point.")}}};
  ASSERT_TRUE(tells_nothing(answer));
  ASSERT_TRUE(quote_doctors_words(hard, answer));
  ASSERT_THAT(answer.sections, SizeIs(1));
  EXPECT_EQ(answer.sections[0].title, "In doctors' words");
  ASSERT_THAT(answer.sections[0].statements, SizeIs(2));
  EXPECT_EQ(answer.sections[0].statements[0].text, hard.bottom_line[1].text);
  EXPECT_EQ(answer.sections[0].statements[1].text, "Aetiology was multifactorial.");
  EXPECT_EQ(answer.verdict, Answer::Verdict::kPartly);
  EXPECT_FALSE(tells_nothing(answer));
}

TEST(DoctorsWords, WhatGuidesComesFirstAndFiguresOfGroupsAreNotQuoted) {
  Answer hard;
  hard.verdict = Answer::Verdict::kAnswered;
  hard.bottom_line = {quote("More than 82% in the 23-day EE/GSD group did not gain weight."),
                      quote("PASI, DLQI and VAS scores improved with apremilast."),
                      quote("Paroxetine may be an effective alternative to hormones."),
                      quote("Lifestyle changes are considered first in women with mild symptoms.")};
  hard.bottom_line[2].strength = "randomised trial, n = 165, abstract only";
  hard.bottom_line[3].strength = "guideline, abstract only";
  Answer answer;
  answer.audience = Audience::kPatient;
  ASSERT_TRUE(quote_doctors_words(hard, answer));
  ASSERT_THAT(answer.sections[0].statements, SizeIs(2));
  EXPECT_EQ(answer.sections[0].statements[0].text, hard.bottom_line[3].text);
  EXPECT_EQ(answer.sections[0].statements[1].text, hard.bottom_line[2].text);
}

TEST(DoctorsWords, HowItGoesByItselfIsNotToldOfThoseWhoWereTreated) {
  Answer hard;
  hard.verdict = Answer::Verdict::kAnswered;
  hard.bottom_line = {quote("Remission can be achieved in 20-50% of patients unresponsive to tablets.")};
  Answer answer;
  answer.audience = Audience::kPatient;
  answer.understood.intent = Intent::kPrognosis;
  answer.understood.asked = answer.understood.resolved = "will my hives go away";
  EXPECT_FALSE(quote_doctors_words(hard, answer));
  hard.bottom_line = {quote("Half of the patients were free of weals within a year.")};
  EXPECT_TRUE(quote_doctors_words(hard, answer));
}

TEST(DoctorsWords, WhatComesNearTellsNoMore) {
  Answer answer;
  answer.sections = {{kNearestSection, "Nearest", {quote("Snoring is common.")}}};
  EXPECT_TRUE(tells_in_hard_words_only(answer));
  answer.bottom_line = {quote("To reduce snoring, lose weight.")};
  EXPECT_FALSE(tells_in_hard_words_only(answer));
}

TEST(DoctorsWords, OneTrialIsNoAnswerToWhatHelpsAtAll) {
  Answer hard;
  hard.verdict = Answer::Verdict::kAnswered;
  hard.bottom_line = {quote("Probiotic yogurt reduced ear pain in endurance swimmers."),
                      quote("Paracetamol relieves the pain of otitis.")};
  hard.bottom_line[0].strength = "randomised trial";
  hard.bottom_line[1].strength = "systematic review";
  Answer answer;
  answer.audience = Audience::kPatient;
  answer.understood.intent = Intent::kTreatment;
  ASSERT_TRUE(quote_doctors_words(hard, answer));
  ASSERT_THAT(answer.sections[0].statements, SizeIs(1));
  EXPECT_EQ(answer.sections[0].statements[0].strength, "systematic review");
}

TEST(DoctorsWords, WhatAnswersNoClinicianIsQuotedToNobody) {
  Answer none;
  none.sections = {{kNearMissesSection, "Near misses", {quote("Something else altogether.")}}};
  Answer answer;
  EXPECT_FALSE(quote_doctors_words(none, answer));
  EXPECT_TRUE(answer.sections.empty());
}

}  // namespace
}  // namespace attest
