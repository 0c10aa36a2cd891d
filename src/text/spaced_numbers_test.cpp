#include "text/spaced_numbers.h"

#include <string>

#include <gtest/gtest.h>

#include "text/sentences.h"

namespace attest {
namespace {

std::string number(const std::string& text) {
  const size_t start = text.find_first_of("0123456789");
  size_t end = start;
  while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
  return text.substr(start, spaced_thousands_end(text, start, end) - start);
}

TEST(SpacedNumbers, ADecimalPointBeforeASpaceEndsNoSentence) {
  EXPECT_EQ(split_sentences("Relief was seen in 59. 2% (29/49) of those treated. It lasted.").size(), 2u);
  EXPECT_EQ(split_sentences("The odds were 1. 9 (95% CI 1. 1-3. 3) in adults.").size(), 1u);
  EXPECT_EQ(split_sentences("The dose was 12. 5 mg in adults.").size(), 1u);
}

TEST(SpacedNumbers, ANumberThatBeginsASentenceIsNoDecimal) {
  EXPECT_EQ(split_sentences("They were put in group 2. 12 patients left.").size(), 2u);
  EXPECT_EQ(split_sentences("It was tested in 2019. 30% of adults answered.").size(), 2u);
  EXPECT_FALSE(is_spaced_decimal("1. 5% of all", 1));
}

TEST(SpacedNumbers, ThousandsAreOneNumberBeforeANoun) {
  EXPECT_EQ(number("12 345 patients were randomised"), "12 345");
  EXPECT_EQ(number("a total of 1 519 872 individuals"), "1 519 872");
  EXPECT_EQ(number("events in those of 10 036)"), "10 036");
}

TEST(SpacedNumbers, LabelsAndDosesAreNoThousands) {
  EXPECT_EQ(number("in week 1 600 patients"), "1");
  EXPECT_EQ(number("for 2 100 mg tablets"), "2");
  EXPECT_EQ(number("with 12 345 and more"), "12");
  EXPECT_EQ(number("in group A 20 100 were"), "20");
}

}  // namespace
}  // namespace attest
