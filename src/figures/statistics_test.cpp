#include "figures/statistics.h"

#include <cmath>

#include <gtest/gtest.h>

namespace attest {
namespace {

// Reference values: SciPy 1.17 (fisher_exact, chi2_contingency, ttest_ind_from_stats, binomtest, t.sf) and
// R 4.2 (fisher.test, Wilson intervals).
TEST(Fisher, KnownTables) {
  EXPECT_NEAR(fisher_exact_p(17, 24, 12, 24), 0.23752, 0.00001);
  EXPECT_NEAR(fisher_exact_p(3, 4, 1, 4), 0.4857, 0.0001);  // Fisher's tea taster, two-sided
  EXPECT_LT(fisher_exact_p(43, 54, 12, 55), 1e-8);
  EXPECT_DOUBLE_EQ(fisher_exact_p(5, 10, 5, 10), 1.0);
  EXPECT_TRUE(std::isnan(fisher_exact_p(5, 4, 1, 2)));
}

TEST(ChiSquare, KnownTables) {
  EXPECT_NEAR(chi_square_p({17, 24}, {12, 24}, false), 0.140009, 0.000001);
  EXPECT_NEAR(chi_square_p({17, 24}, {12, 24}, true), 0.237759, 0.000001);
  EXPECT_NEAR(chi_square_p({40, 100}, {20, 100}, false), 0.0020282, 0.0000001);
  EXPECT_NEAR(chi_square_p({40, 100}, {20, 100}, true), 0.0033704, 0.0000001);
  EXPECT_DOUBLE_EQ(chi_square_p({0, 10}, {0, 10}, false), 1.0);
  EXPECT_TRUE(std::isnan(chi_square_p({11, 10}, {1, 10}, false)));
}

// The groups are alike: which comes first, and which outcome is counted, changes no probability.
TEST(TestsOfCounts, AreSymmetric) {
  for (int64_t a = 0; a <= 9; ++a) {
    for (int64_t b = 0; b <= 14; ++b) {
      const double fisher = fisher_exact_p(a, 9, b, 14);
      const double chi = chi_square_p({a, 9}, {b, 14}, false);
      EXPECT_NEAR(fisher, fisher_exact_p(b, 14, a, 9), 1e-9);
      EXPECT_NEAR(fisher, fisher_exact_p(9 - a, 9, 14 - b, 14), 1e-9);
      EXPECT_NEAR(chi, chi_square_p({b, 14}, {a, 9}, false), 1e-12);
      EXPECT_NEAR(chi, chi_square_p({9 - a, 9}, {14 - b, 14}, false), 1e-12);
      EXPECT_LE(chi, chi_square_p({a, 9}, {b, 14}, true) + 1e-12);
      EXPECT_GT(fisher, 0);
      EXPECT_LE(fisher, 1);
    }
  }
}

TEST(Wilson, KnownInterval) {
  const Interval interval = wilson_interval_percent(6, 24);
  EXPECT_NEAR(interval.low, 12.0, 0.1);
  EXPECT_NEAR(interval.high, 44.9, 0.1);
  EXPECT_DOUBLE_EQ(wilson_interval_percent(0, 10).low, 0.0);
}

TEST(ExactInterval, KnownInterval) {
  EXPECT_NEAR(exact_interval_percent(6, 24).low, 9.77304, 0.00001);
  EXPECT_NEAR(exact_interval_percent(6, 24).high, 46.71128, 0.00001);
  EXPECT_DOUBLE_EQ(exact_interval_percent(0, 10).low, 0.0);
  EXPECT_NEAR(exact_interval_percent(0, 10).high, 30.84971, 0.00001);
}

TEST(Intervals, ExactIsWiderThanScore) {
  for (int events = 0; events <= 20; ++events) {
    const Interval exact = exact_interval_percent(events, 20);
    const Interval score = wilson_interval_percent(events, 20);
    EXPECT_GE(exact.high - exact.low, score.high - score.low - 1e-9);
    EXPECT_NEAR(exact.low, 100 - exact_interval_percent(20 - events, 20).high, 1e-9);
  }
}

TEST(Ratios, KnownTables) {
  EXPECT_DOUBLE_EQ(risk_ratio({40, 100}, {20, 100}).ratio, 2.0);
  EXPECT_NEAR(risk_ratio({40, 100}, {20, 100}).log_error, 0.2345208, 0.0000001);
  EXPECT_DOUBLE_EQ(odds_ratio({45, 60}, {20, 60}).ratio, 6.0);
  EXPECT_NEAR(odds_ratio({45, 60}, {20, 60}).log_error, 0.4048319, 0.0000001);
  EXPECT_TRUE(std::isnan(risk_ratio({0, 10}, {3, 10}).ratio));
  EXPECT_TRUE(std::isnan(odds_ratio({10, 10}, {3, 10}).ratio));
}

TEST(Student, KnownValues) {
  EXPECT_NEAR(student_p(2.228, 10), 0.0500118, 0.0000001);
  EXPECT_NEAR(student_p(0.5, 3), 0.6514479, 0.0000001);
  EXPECT_NEAR(student_p(1.96, 1e7), normal_p(1.96), 1e-6);
  EXPECT_NEAR(pooled_t_p({12.3, 2.1, 40}, {11.1, 3.0, 35}), 0.0464065, 0.0000001);
  EXPECT_NEAR(welch_t_p({12.3, 2.1, 40}, {11.1, 3.0, 35}), 0.0523353, 0.0000001);
  EXPECT_DOUBLE_EQ(welch_t_p({5, 1, 20}, {5, 2, 20}), 1.0);
  EXPECT_TRUE(std::isnan(pooled_t_p({5, 0, 20}, {6, 0, 20})));
  EXPECT_TRUE(std::isnan(welch_t_p({5, 1, 1}, {6, 1, 20})));
}

}  // namespace
}  // namespace attest
