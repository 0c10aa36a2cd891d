#include "answer/choice/result_weight.h"

#include <string>

#include <gtest/gtest.h>

namespace attest {
namespace {

TEST(ResultWeight, ValuesOfTheLaboratory) {
  EXPECT_TRUE(tells_only_of_markers("montelukast reduced peripheral blood eosinophil counts."));
  EXPECT_TRUE(tells_only_of_markers("quinapril improved heart rate variability."));
  EXPECT_TRUE(tells_only_of_markers("losartan lowered serum uric acid."));
  EXPECT_FALSE(tells_only_of_markers("losartan lowered serum uric acid and the number of attacks."));
  EXPECT_FALSE(tells_only_of_markers("carvedilol reduced deaths."));
  EXPECT_FALSE(tells_only_of_markers("pain fell by half."));
}

TEST(ResultWeight, WhatPeopleFeelComesFirst) {
  EXPECT_LT(lateness_of_result("Fewer patients died."), lateness_of_result("Plasma renin fell."));
  EXPECT_LT(lateness_of_result("Fewer patients died."),
            lateness_of_result("Fewer patients died" + std::string(500, '.')));
}

}  // namespace
}  // namespace attest
