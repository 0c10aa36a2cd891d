#include "reconcile/outcomes/worded_outcomes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace attest {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> names(std::string_view lower) {
  std::vector<std::string> all;
  for (const OutcomePlace& place : worded_outcomes(lower)) all.push_back(place.name);
  return all;
}

TEST(WordedOutcomes, WhatAVerbOfDirectionGoverns) {
  EXPECT_THAT(names("the drug reduced the number of wheezing days compared with placebo."),
              ElementsAre("wheezing days"));
  EXPECT_THAT(names("the drug did not reduce vasopressor requirement (p = 0.5)."),
              ElementsAre("vasopressor requirement"));
  EXPECT_THAT(names("gastric emptying in the first group was lower than in the second."),
              ElementsAre("gastric emptying"));
  EXPECT_THAT(names("there was no difference in gastric emptying between groups."),
              ElementsAre("gastric emptying"));
}

TEST(WordedOutcomes, WhatNamesNothingIsNone) {
  EXPECT_THAT(names("the drug increased the dose in patients with asthma."), IsEmpty());
  EXPECT_THAT(names("the drug reduced mortality compared with placebo."), IsEmpty());
  EXPECT_THAT(names("resolution of nausea, photophobia and thirst was significantly more common."),
              IsEmpty());
  EXPECT_THAT(names("the drug was given to patients with gastric emptying."), IsEmpty());
}

}  // namespace
}  // namespace attest
