#include "answer/lay/plain_quotes.h"

#include <gtest/gtest.h>

#include "answer/lay/doctors_words.h"
#include "findings/finding.h"

namespace attest {
namespace {

TEST(PlainQuotes, NoDoseNoAdmissionNothingAboutTheSource) {
  EXPECT_TRUE(is_for_lay_readers("Training the muscles helps most people with this problem."));
  EXPECT_TRUE(is_for_lay_readers("Drink enough and eat more fibre."));
  EXPECT_FALSE(is_for_lay_readers("Give 500 mg three times a day."));
  EXPECT_FALSE(is_for_lay_readers("Women with a coil were excluded."));
  EXPECT_FALSE(is_for_lay_readers("The guideline is old."));
  EXPECT_FALSE(is_for_lay_readers("The source is a trial registry."));
  EXPECT_FALSE(is_for_lay_readers("The published abstract gives both 3 of 9 and 33%."));
  EXPECT_FALSE(is_for_lay_readers("Both belong to one study, so they should not be counted twice."));
  EXPECT_FALSE(is_for_lay_readers("Women who walked had less of it (odds ratio 0.26, 95% CI 0.1 to 0.6)."));
  EXPECT_FALSE(is_for_lay_readers("The change was large (p < 0.01)."));
  EXPECT_FALSE(is_for_lay_readers("Bibliographic facts are not subject to that licence."));
}

TEST(PlainQuotes, WhatIsTooHardIsTakenOutWhereSomethingEasierIsSaid) {
  Statement hard;
  hard.quoted = true;
  hard.text =
      "Multidisciplinary pharmacotherapeutic optimisation incorporating individualised physiological "
      "characterisation demonstrated statistically significant symptomatological amelioration.";
  Statement plain;
  plain.quoted = true;
  plain.text = "Most people get better.";
  Statement dose;
  dose.quoted = true;
  dose.text = "Take 500 mg.";
  Answer answer;
  answer.bottom_line = {hard, plain};
  answer.sections = {{"harms", "Harms", {hard}}, {"other", "Other", {dose}}};
  EXPECT_TRUE(leave_out_hard_quotes(answer));
  ASSERT_EQ(answer.bottom_line.size(), 1u);
  EXPECT_EQ(answer.bottom_line.front().text, plain.text);
  ASSERT_EQ(answer.sections.size(), 1u);  // nothing easier is said of harms
  EXPECT_EQ(answer.sections.front().kind, "harms");
  EXPECT_FALSE(leave_out_hard_quotes(answer));
}

TEST(PlainQuotes, WhatOpensAStudyIsNoShortAnswer) {
  EXPECT_TRUE(is_of_set_up("Whether yoga eases hot flushes has not been established."));
  EXPECT_TRUE(is_of_set_up("The syndrome is thought to be due to a new virus."));
  EXPECT_TRUE(is_of_set_up("It has been suggested that zinc shortens colds."));
  EXPECT_FALSE(is_of_set_up("Zinc shortens colds by a day."));
  EXPECT_FALSE(is_of_set_up("The rash is due to a virus."));
  EXPECT_FALSE(is_of_set_up("The drug is established for migraine."));
  Statement statement;
  statement.quoted = true;
  statement.text = "Whether yoga eases hot flushes has not been established.";
  statement.strength = "randomised trial";
  Answer answer;
  answer.bottom_line = {statement};
  EXPECT_TRUE(leave_out_hard_quotes(answer));
  EXPECT_TRUE(answer.bottom_line.empty());
  statement.strength = "patient page";
  answer.bottom_line = {statement};
  EXPECT_FALSE(leave_out_hard_quotes(answer));
  EXPECT_EQ(answer.bottom_line.size(), 1u);
}

TEST(PlainQuotes, ARatioIsNoShortAnswerAndAHarmWithOneIsLabelled) {
  EXPECT_TRUE(is_of_analysis("Smokers had it more often (OR 2.3)."));
  EXPECT_TRUE(is_of_analysis("Bleeding was more common (aOR = 1.7)."));
  EXPECT_TRUE(is_of_analysis("Death was rarer, HR: 0.8."));
  EXPECT_FALSE(is_of_analysis("Take it in the morning or 2 hours after a meal."));
  EXPECT_FALSE(is_of_analysis("The FOR 5 study had 20 people."));
  Statement harm;
  harm.quoted = true;
  harm.kind = finding_kind_name(FindingKind::kHarm);
  harm.text = "The drug increased the risk of major bleeding (odds ratio 2.3).";
  Answer answer;
  answer.bottom_line = {harm};
  EXPECT_TRUE(leave_out_hard_quotes(answer));
  EXPECT_TRUE(answer.bottom_line.empty());
  ASSERT_EQ(answer.sections.size(), 1u);
  EXPECT_EQ(answer.sections.front().kind, kDoctorsWordsSection);
}

}  // namespace
}  // namespace attest
