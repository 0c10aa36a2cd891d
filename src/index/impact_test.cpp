#include "index/impact.h"

#include <gtest/gtest.h>

#include "index/query_plan.h"

namespace attest::index {
namespace {

TEST(Impact, GrowsWithFrequencyAndSaturates) {
  const ImpactScale scale({10, 0, 180, 0});
  int before = 0;
  for (uint32_t frequency = 1; frequency < 20; ++frequency) {
    const int impact = scale.impact({0, 0, frequency, 0});
    EXPECT_GT(impact, before);
    before = impact;
  }
  EXPECT_EQ(scale.impact({UINT32_MAX, UINT32_MAX, UINT32_MAX, UINT32_MAX}), 255);
}

TEST(Impact, OneOccurrenceAtThePivotIsItsWeightOverK1) {
  const FieldSetting body = kImpactSettings.fields[2];
  const ImpactScale scale({0, 0, body.pivot_terms, 0});
  const double weight = body.weight_tenths / 10.0;
  EXPECT_NEAR(scale.impact({0, 0, 1, 0}), 255 * weight / (weight + kImpactSettings.k1_hundredths / 100.0), 1);
}

TEST(Impact, ShorterFieldsCountMoreUpToTheCap) {
  const FieldSetting body = kImpactSettings.fields[2];
  const uint32_t cap = body.pivot_terms * kImpactSettings.length_cap_pivots;
  const auto at = [](uint32_t length) { return ImpactScale({0, 0, length, 0}).impact({0, 0, 3, 0}); };
  EXPECT_GT(at(20), at(200));
  EXPECT_GT(at(cap / 2), at(cap));
  EXPECT_EQ(at(cap), at(100 * cap));
}

TEST(Impact, IsNeverZero) {
  EXPECT_GE(ImpactScale({UINT32_MAX, UINT32_MAX, UINT32_MAX, UINT32_MAX}).impact({0, 0, 1, 0}), 1);
}

TEST(QueryPlan, FixedPointLogarithm) {
  EXPECT_EQ(log2_fixed(1), 0u);
  EXPECT_EQ(log2_fixed(8), 3u << 16);
  EXPECT_EQ(log2_fixed(uint64_t{1} << 40), 40u << 16);
  EXPECT_NEAR(log2_fixed(10) / 65536.0, 3.321928, 0.0001);
  EXPECT_NEAR(log2_fixed(987654321987) / 65536.0, 39.845177, 0.0001);
}

}  // namespace
}  // namespace attest::index
