#include "answer/statistics.h"

#include <cmath>

#include <gtest/gtest.h>

namespace attest {
namespace {

// Reference values: R 4.2, fisher.test() and prop.test(correct = FALSE)-style Wilson intervals.
TEST(Fisher, KnownTables) {
  EXPECT_NEAR(fisher_exact_p(17, 24, 12, 24), 0.2382, 0.001);
  EXPECT_NEAR(fisher_exact_p(3, 4, 1, 4), 0.4857, 0.0001);  // Fisher's tea taster, two-sided
  EXPECT_LT(fisher_exact_p(43, 54, 12, 55), 1e-8);
  EXPECT_DOUBLE_EQ(fisher_exact_p(5, 10, 5, 10), 1.0);
  EXPECT_TRUE(std::isnan(fisher_exact_p(5, 4, 1, 2)));
}

TEST(Wilson, KnownInterval) {
  const Interval interval = wilson_interval_percent(6, 24);
  EXPECT_NEAR(interval.low, 12.0, 0.1);
  EXPECT_NEAR(interval.high, 44.9, 0.1);
  EXPECT_DOUBLE_EQ(wilson_interval_percent(0, 10).low, 0.0);
}

TEST(PercentageAgrees, AllowsRoundingOnly) {
  EXPECT_TRUE(percentage_agrees(80, 0, 43, 54));
  EXPECT_TRUE(percentage_agrees(70.83, 2, 17, 24));
  EXPECT_TRUE(percentage_agrees(79, 0, 43, 54));  // cut, not rounded
  EXPECT_FALSE(percentage_agrees(34.48, 2, 10, 40));
  EXPECT_FALSE(percentage_agrees(75, 0, 17, 24));
}

}  // namespace
}  // namespace attest
