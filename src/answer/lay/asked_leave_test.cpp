#include "answer/lay/asked_leave.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace attest {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

UnderstoodQuestion asked(const std::string& text) {
  UnderstoodQuestion question;
  question.asked = text;
  question.resolved = text;
  return question;
}

TEST(AskedLeave, TheActIsNamed) {
  EXPECT_THAT(words_of_act(asked("can i fly after a blood clot in my leg")), ElementsAre("fly"));
  EXPECT_THAT(words_of_act(asked("my husband had a heart attack, can we have sex again")),
              ElementsAre("sex"));
  EXPECT_THAT(words_of_act(asked("multiple sclerosis can i have children")), ElementsAre("children"));
  EXPECT_THAT(words_of_act(asked("is it safe to breastfeed with mastitis")), ElementsAre("breastfeed"));
}

TEST(AskedLeave, WhatHelpsIsNoAct) {
  for (const char* text :
       {"what can i take for heartburn", "can i get rid of warts", "can it be cured",
        "how can i sleep better", "can i do anything about tinnitus", "could it be cancer",
        "can you treat gout", "can you die from flu", "i have warts, can i pass them on to my girlfriend"})
    EXPECT_THAT(words_of_act(asked(text)), IsEmpty()) << text;
}

TEST(AskedLeave, OnlyWhatNamesTheActAnswers) {
  const UnderstoodQuestion question = asked("can we have sex after a heart attack");
  EXPECT_TRUE(names_act(question, "most people can have sex again after four to six weeks."));
  EXPECT_TRUE(names_act(question, "sexual activity is safe for most."));
  EXPECT_FALSE(names_act(question, "revascularisation is the first treatment."));
  EXPECT_TRUE(names_act(asked("can i fly with a cold"), "flying with a cold may hurt the ears."));
  EXPECT_TRUE(names_act(asked("what helps gout"), "rest helps."));
  EXPECT_FALSE(names_act(asked("can i get pregnant with pcos"), "do not take it if you are pregnant."));
  EXPECT_TRUE(names_act(asked("can i get pregnant with pcos"), "pcos can make it harder to get pregnant."));
}

}  // namespace
}  // namespace attest
