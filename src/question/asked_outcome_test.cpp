#include "question/asked_outcome.h"

#include <gtest/gtest.h>

namespace attest {
namespace {

TEST(AskedOutcome, StandsBehindTheVerb) {
  EXPECT_EQ(asked_outcome("Do steroids reduce mortality in septic shock?").words, "mortality");
  EXPECT_EQ(asked_outcome("Does zinc shorten the common cold?").words, "common cold");
  EXPECT_EQ(asked_outcome("Does zinc reduce the duration of diarrhoea in children?").words,
            "duration of diarrhoea");
  EXPECT_EQ(asked_outcome("Is aspirin effective in preventing pre-eclampsia?").words, "pre-eclampsia");
  EXPECT_EQ(asked_outcome("What is the effect of honey on wound healing?").words, "wound healing");
}

TEST(AskedOutcome, WhatCountsItIsNoPartOfIt) {
  EXPECT_EQ(asked_outcome("Does aspirin lower the risk of stroke?").words, "stroke");
  EXPECT_EQ(asked_outcome("Does vitamin D reduce the number of falls among older people?").words, "falls");
}

TEST(AskedOutcome, TheLastVerbLeadsToIt) {
  const std::string question = "Do drugs that lower cholesterol prevent dementia?";
  const AskedOutcome asked = asked_outcome(question);
  EXPECT_EQ(asked.words, "dementia");
  EXPECT_EQ(question.substr(asked.behind), " dementia?");
}

TEST(AskedOutcome, ManyQuestionsNameNone) {
  EXPECT_EQ(asked_outcome("Is colchicine effective in gout?").words, "");
  EXPECT_EQ(asked_outcome("What is the first-line treatment for anismus?").words, "");
  EXPECT_EQ(asked_outcome("Does nimodipine improve outcome after a stroke?").words, "");
  EXPECT_EQ(asked_outcome("").words, "");
}

}  // namespace
}  // namespace attest
