#include "findings/effects/outcome.h"

#include <gtest/gtest.h>

#include <string>

namespace attest {
namespace {

TEST(Outcome, AClauseIsNoSubject) {
  const std::string sentence = "When results were limited to the third month, 75% of patients improved.";
  EXPECT_EQ(outcome_words(sentence, sentence.find("75"), sentence.find(" of")), "improved");
}

TEST(Outcome, Words) {
  const std::string sentence = "Recurrence occurred in 5 of 20 patients.";
  EXPECT_EQ(outcome_words(sentence, 24, 31), "recurrence");
}

TEST(Outcome, WithWhatTheVerbSaysOfIt) {
  const auto counted = [](const std::string& sentence) {
    const size_t at = sentence.find_first_of("0123456789");
    return outcome_words(sentence, at, sentence.find(' ', at));
  };
  EXPECT_EQ(counted("Death was prevented in 24/30 patients given X and in 12/30 given placebo."),
            "death prevented");
  EXPECT_EQ(counted("The stones were completely expelled in 20/30 patients."), "stones completely expelled");
  EXPECT_EQ(counted("Overall, vomiting was absent in 15/20 women given X."), "vomiting absent");
  EXPECT_EQ(counted("The rash had cleared in 40% of patients."), "rash cleared");
  EXPECT_EQ(counted("Symptoms persisted in 40% of patients."), "symptoms persisted");
  EXPECT_EQ(counted("Nausea was reported by 20% of patients."), "nausea");
  EXPECT_EQ(counted("Mortality was lower with X than with placebo (10% v 20%)."), "mortality");
  for (const char* quoted : {
           "Remission within a week was seen in some of each group, marked improvement in 6/14 on placebo.",
           "Pain was not reduced in 20% of patients.",
           "Pain was less in 20% of patients.",
           "Mortality was reduced with X (10% v 20%).",
           "X was associated with nausea (10% v 2%).",
           "Pressure fell by 20% with X.",
           "The use of aspirin, statins and nitrates was 20% with X.",
           "More people thought that they had got X (17% v 9%), perhaps as many improved.",
       })
    EXPECT_EQ(counted(quoted), "") << quoted;
}

}  // namespace
}  // namespace attest
