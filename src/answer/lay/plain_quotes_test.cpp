#include "answer/lay/plain_quotes.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace attest
