// Nouns of conditions from adjectives.
#include "question/adjectives.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace attest {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Adjectives, SpeakOfConditionsInBothSpellings) {
  EXPECT_THAT(condition_nouns("anaemic"), ElementsAre("anaemia", "anemia"));
  EXPECT_THAT(condition_nouns("hyponatremic"), Contains("hyponatraemia"));
  EXPECT_THAT(condition_nouns("neutropenic"), ElementsAre("neutropenia"));
  EXPECT_THAT(condition_nouns("cirrhotic"), ElementsAre("cirrhosis"));
  EXPECT_THAT(condition_nouns("thyrotoxic"), ElementsAre("thyrotoxicosis"));
  EXPECT_THAT(condition_nouns("hypoxic"), ElementsAre("hypoxia"));
  EXPECT_THAT(condition_nouns("oedematous"), ElementsAre("oedema"));
}

TEST(Adjectives, PeopleWithAConditionAreNamedByIt) {
  EXPECT_THAT(condition_nouns("haemophiliacs"), ElementsAre("haemophilia"));
  EXPECT_THAT(condition_nouns("schizophrenics"), ElementsAre("schizophrenia"));
}

TEST(Adjectives, OtherWordsSpeakOfNone) {
  for (const char* const word : {"", "emic", "cs", "chronic", "surgical", "physics", "woman"})
    EXPECT_THAT(condition_nouns(word), IsEmpty()) << word;
}

}  // namespace
}  // namespace attest
