// A figure that rose or fell, and a verb that goes with it or against it.
#include "verify/stated_changes.h"

#include <gtest/gtest.h>

#include "verify/claim_test_support.h"

namespace attest {
namespace {

int held(std::string_view claim, std::string_view sentence) {
  return hold_changes(test::read_text(claim), test::read_text(sentence));
}

const std::string_view kFell = "Mortality fell from 6.2% to 4.6% with eptifibatide.";

TEST(HoldChanges, TheSameFigures) {
  EXPECT_EQ(held("Deaths decreased from 6.2% to 4.6%.", kFell), 1);
  EXPECT_EQ(held("Mortality went from 6.2 percent to 4.6 percent.", kFell), 1);
}

TEST(HoldChanges, FiguresExchanged) {
  EXPECT_EQ(held("Mortality rose from 4.6% to 6.2%.", kFell), -1);
  EXPECT_EQ(held("Mortality changed from 4.6% to 6.2%.", kFell), -1);
}

TEST(HoldChanges, AVerbAgainstItsOwnFigures) {
  EXPECT_EQ(held("Mortality rose from 6.2% to 4.6%.", kFell), -1);
  EXPECT_EQ(held("Mortality did not rise from 6.2% to 4.6%.", kFell), 1);
}

TEST(HoldChanges, NothingOfOtherFigures) {
  EXPECT_EQ(held("Mortality rose from 3.0% to 3.4%.", kFell), 0);
  EXPECT_EQ(held("Mortality was 4.6% with eptifibatide.", kFell), 0);
  EXPECT_EQ(held("Children aged from 6 to 12 years.", "Children from 6 to 12 years of age."), 1);
}

}  // namespace
}  // namespace attest
