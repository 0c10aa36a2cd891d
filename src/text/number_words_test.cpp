#include "text/number_words.h"

#include <gtest/gtest.h>

namespace attest {
namespace {

TEST(NumberWords, HaveTheirValues) {
  EXPECT_EQ(value_of_number_word("zero"), 0);
  EXPECT_EQ(value_of_number_word("thirteen"), 13);
  EXPECT_EQ(value_of_number_word("twenty"), 20);
  EXPECT_EQ(value_of_number_word("thirty"), 30);
  EXPECT_EQ(value_of_number_word("forty"), 40);
  EXPECT_EQ(value_of_number_word("fourty"), 40);
  EXPECT_EQ(value_of_number_word("fifty"), 50);
  EXPECT_EQ(value_of_number_word("ninety"), 90);
  for (const char* word : {"", "once", "hundred", "dozen", "Two", "tenth"})
    EXPECT_EQ(value_of_number_word(word), std::nullopt) << word;
}

}  // namespace
}  // namespace attest
