#include "answer/choice/same_words.h"

#include <gtest/gtest.h>

namespace attest {
namespace {

bool same(const char* a, const char* b) { return says_the_same(telling_words(a), telling_words(b)); }

TEST(SameWords, WhatIsSaidTwiceIsTheSame) {
  EXPECT_TRUE(same("Early attacks usually subside within 3 to 10 days, even without treatment.",
                   "Attacks subside within 3 to 10 days, even without treatment."));
  EXPECT_TRUE(same("We conclude that evidence for zinc lozenges in common colds is still lacking",
                   "The evidence for zinc salts lozenges in common colds is still lacking."));
}

TEST(SameWords, OneWordCanMakeAnother) {
  EXPECT_FALSE(same("Attacks pass within 3 days in most people with gout.",
                    "Attacks pass within 10 days in most people with gout."));
  EXPECT_FALSE(same("Enalapril lowered the pressure of most people after a year.",
                    "Losartan lowered the pressure of most people after a year."));
  EXPECT_FALSE(same("The drug was found to help most people with a cough.",
                    "The drug was not found to help most people with a cough."));
  EXPECT_FALSE(same("Zinc helped more people than copper did in both trials.",
                    "Copper helped more people than zinc did in both trials."));
  EXPECT_FALSE(same("It lasts a week.", "It lasts a long week."));
}

}  // namespace
}  // namespace attest
