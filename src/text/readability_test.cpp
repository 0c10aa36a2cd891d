#include "text/readability.h"

#include <gtest/gtest.h>

namespace attest {
namespace {

TEST(Syllables, OfOrdinaryWords) {
  EXPECT_EQ(count_syllables("cat"), 1);
  EXPECT_EQ(count_syllables("made"), 1);
  EXPECT_EQ(count_syllables("helped"), 1);
  EXPECT_EQ(count_syllables("treated"), 2);
  EXPECT_EQ(count_syllables("table"), 2);
  EXPECT_EQ(count_syllables("muscle"), 2);
  EXPECT_EQ(count_syllables("constipation"), 4);
  EXPECT_EQ(count_syllables("biofeedback"), 4);
  EXPECT_EQ(count_syllables("anaemia"), 4);
  EXPECT_EQ(count_syllables("x"), 1);
}

TEST(ReadingGrade, TellsPlainFromLearned) {
  EXPECT_EQ(reading_grade(""), 0);
  EXPECT_LT(reading_grade("See a doctor soon if you bleed. Most people get better."), 4);
  EXPECT_GT(reading_grade("Paradoxical contraction of the puborectalis constitutes a pathophysiological "
                          "abnormality of uncertain prognostic significance."),
            16);
  // 6 words, 1 sentence, 6 syllables: 0.39·6 + 11.8·1 − 15.59 < 0.
  EXPECT_EQ(reading_grade("The cat sat on the mat."), 0);
}

}  // namespace
}  // namespace attest
