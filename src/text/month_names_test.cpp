#include "text/month_names.h"

#include <gtest/gtest.h>

namespace attest {
namespace {

TEST(MonthNames, AreReadWholeAndShortened) {
  EXPECT_EQ(month_named("January"), 1);
  EXPECT_EQ(month_named("MAY"), 5);
  EXPECT_EQ(month_named("jun"), 6);
  EXPECT_EQ(month_named("Sep"), 9);
  EXPECT_EQ(month_named("sept"), 9);
  EXPECT_EQ(month_named("December"), 12);
  for (const char* word : {"", "ma", "Marc", "Janssen", "decem", "monday"}) EXPECT_EQ(month_named(word), 0);
}

}  // namespace
}  // namespace attest
