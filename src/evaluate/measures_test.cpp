#include "evaluate/measures.h"

#include <gtest/gtest.h>

namespace attest {
namespace {

TEST(Calibration, IsPerfectWhereWhatIsStatedIsRightSoOften) {
  Calibration calibration;
  for (int i = 0; i < 100; ++i) calibration.add(0.75, i < 75);
  for (int i = 0; i < 40; ++i) calibration.add(0.25, i < 10);
  EXPECT_NEAR(calibration.error(), 0, 1e-9);
  EXPECT_EQ(calibration.verdicts(), 140U);
  EXPECT_EQ(calibration.to_text(),
            "stated 0.2 to 0.3: 0.25 of 40 right\n"
            "stated 0.7 to 0.8: 0.75 of 100 right\n"
            "right = 0.000 + 1.000 x stated\n");
}

TEST(Calibration, TellsHowFarItIsOff) {
  Calibration calibration;
  for (int i = 0; i < 10; ++i) calibration.add(0.9, i < 5);
  EXPECT_NEAR(calibration.error(), 0.4, 1e-9);
}

TEST(Calibration, TakesOneAndNothing) {
  Calibration calibration;
  EXPECT_EQ(calibration.error(), 0);
  EXPECT_EQ(calibration.to_text(), "");
  calibration.add(1, true);
  calibration.add(0, false);
  EXPECT_NEAR(calibration.error(), 0, 1e-9);
}

}  // namespace
}  // namespace attest
