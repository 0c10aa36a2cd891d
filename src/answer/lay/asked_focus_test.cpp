#include "answer/lay/asked_focus.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace attest {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<Focus> foci(const std::string& text, Intent intent = Intent::kPrognosis) {
  UnderstoodQuestion question;
  question.asked = text;
  question.resolved = text;
  question.intent = intent;
  return foci_of(question);
}

TEST(AskedFocus, OneThingOrTwo) {
  EXPECT_THAT(foci("is ringworm dangerous and will it go away"),
              ElementsAre(Focus::kDanger, Focus::kGoesAway));
  EXPECT_THAT(foci("will it go away and is it dangerous"), ElementsAre(Focus::kGoesAway, Focus::kDanger));
  EXPECT_THAT(foci("is eczema contagious", Intent::kCause), ElementsAre(Focus::kCatching));
  EXPECT_THAT(foci("can i pass it on to my wife"), ElementsAre(Focus::kCatching));
  EXPECT_THAT(foci("what happens if appendicitis is not treated"), ElementsAre(Focus::kUntreated));
  EXPECT_THAT(foci("what happens if i leave a hernia alone"), ElementsAre(Focus::kUntreated));
  EXPECT_THAT(foci("is hepatitis curable or do you die"), ElementsAre(Focus::kCure, Focus::kDeath));
}

TEST(AskedFocus, WhoRecoversIsNotToldOfTheNextOne) {
  EXPECT_TRUE(tells_of(Focus::kRecovery, "most people recover within a year"));
  EXPECT_FALSE(tells_of(Focus::kRecovery, "of those who recover, many will have another stroke"));
}

TEST(AskedFocus, NothingInParticular) {
  for (const char* text : {"what is the outlook for gout", "how long does a migraine last",
                           "can i pass a kidney stone", "pain in my left knee"})
    EXPECT_THAT(foci(text), IsEmpty()) << text;
  EXPECT_THAT(foci("how can i make warts go away", Intent::kTreatment), IsEmpty());
  EXPECT_THAT(foci("how is a serious burn treated", Intent::kTreatment), IsEmpty());
}

TEST(AskedFocus, WhatTellsOfIt) {
  EXPECT_TRUE(tells_of(Focus::kUntreated,
                       "if the blockage is not treated, the appendix can burst and spread infection."));
  EXPECT_TRUE(tells_of(Focus::kUntreated, "high blood pressure can lead to stroke and heart failure."));
  EXPECT_FALSE(tells_of(Focus::kDeath, "copd is a major cause of death throughout the world."));
  EXPECT_FALSE(tells_of(Focus::kDeath, "that's one death every 4 minutes."));
  EXPECT_TRUE(tells_of(Focus::kDeath, "you are more likely to have lung infections, which can be fatal."));
  EXPECT_TRUE(tells_of(Focus::kCatching, "eczema is not contagious."));
  EXPECT_TRUE(tells_of(Focus::kDanger, "it can lead to blindness."));
  EXPECT_TRUE(tells_of(Focus::kGoesAway, "cold sores normally go away on their own in a few weeks."));
  EXPECT_TRUE(tells_of(Focus::kCatching, "it spreads very easily from one person to another."));
  EXPECT_TRUE(tells_of(Focus::kGoesWorse, "alzheimer's disease gets worse over time."));
  EXPECT_FALSE(tells_of(Focus::kCatching, "the rash then spreads to the rest of the body."));
  EXPECT_FALSE(tells_of(Focus::kDeath, "scabies mites do not survive more than 3 days away from skin."));
  EXPECT_FALSE(tells_of(Focus::kUntreated, "appendicitis is treated by surgery."));
  EXPECT_FALSE(tells_of(Focus::kCatching, "eczema causes dry, itchy skin."));
  EXPECT_FALSE(tells_of(Focus::kDanger, "most people have only one type of psoriasis at a time."));
  EXPECT_FALSE(tells_of(Focus::kGoesAway, "most people have only one type of psoriasis at a time."));
}

TEST(AskedFocus, APlainWordTellsMore) {
  EXPECT_GT(telling_focus(Focus::kDanger, "botulism can be fatal."),
            telling_focus(Focus::kDanger, "acne can leave scars."));
  EXPECT_EQ(telling_focus(Focus::kDanger, "creams help."), 0);
}

}  // namespace
}  // namespace attest
