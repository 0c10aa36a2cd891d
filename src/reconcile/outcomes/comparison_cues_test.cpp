// What cites others, what names a comparison, and what is only a setting.
#include "reconcile/outcomes/comparison_cues.h"

#include <gtest/gtest.h>

#include <string>

namespace attest {
namespace {

TEST(ComparisonCues, ANumberInANameIsNoCitation) {
  EXPECT_FALSE(cites_others("The pooled risk with vitamin D(3) was 0.88."));
  EXPECT_FALSE(cites_others("CO(2) levels did not differ."));
  EXPECT_FALSE(
      cites_others("We conclude that: (1) it does not reduce deaths; (2) it raises blood pressure."));
  EXPECT_TRUE(cites_others("Steroids reduced deaths in adults (3)."));
  EXPECT_TRUE(cites_others("Steroids reduced deaths [12,13]."));
  EXPECT_TRUE(cites_others("The trial(4) found fewer deaths."));
}

TEST(ComparisonCues, ANumberOrAnOutcomeIsNoArm) {
  EXPECT_FALSE(names_comparison("x reduces falls by more than 20%."));
  EXPECT_FALSE(names_comparison("x did not significantly affect other morbidity."));
  EXPECT_TRUE(names_comparison("x reduces falls more than exercise does."));
  EXPECT_TRUE(names_comparison("x was better than the other drug."));
  EXPECT_TRUE(names_comparison("other drugs reduced falls."));
}

TEST(ComparisonCues, WhatWasDoneBeforeIsASettingWhateverItsKind) {
  const std::string major = "it reduces deaths in patients undergoing major vascular surgery.";
  EXPECT_TRUE(is_setting(major, major.find("surgery")));
  const std::string heart = "it reduces fibrillation after heart surgery.";
  EXPECT_TRUE(is_setting(heart, heart.find("surgery")));
  const std::string given = "patients assigned to major surgery had less pain.";
  EXPECT_FALSE(is_setting(given, given.find("surgery")));
}

TEST(ComparisonCues, ARemarkBesideTheResultDoesNotTakeItAway) {
  EXPECT_FALSE(
      is_within_arms("it did not reduce mortality in these trials (with significant heterogeneity)."));
  EXPECT_FALSE(
      is_within_arms("it reduced the risk of falling in older people, suggesting that it should be given."));
  EXPECT_TRUE(is_within_arms("there was heterogeneity in what it did."));
  EXPECT_TRUE(is_within_arms("it should be given."));
  EXPECT_TRUE(is_within_arms("in a subgroup it reduced mortality (with heterogeneity)."));
}

}  // namespace
}  // namespace attest
