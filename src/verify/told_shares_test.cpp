// "Most", "rarely", "one in five": shares in words beside shares in figures.
#include <gtest/gtest.h>

#include "verify/claim_test_support.h"
#include "verify/told_shares.h"

namespace attest {
namespace {

int shares(std::string_view claim, std::string_view sentence) {
  const test::Pair pair(claim, sentence);
  return hold_shares(pair.claim, sentence, pair.sentence, pair.aligned);
}

size_t told(std::string_view text) { return told_shares(test::read_text(text)).size(); }

TEST(ToldShares, AreRead) {
  EXPECT_EQ(told("Most patients relapsed."), 1U);
  EXPECT_EQ(told("Relapse was rare."), 1U);
  EXPECT_EQ(told("Nearly all children recovered."), 1U);
  EXPECT_EQ(told("More than half of the ulcers healed."), 1U);
}

TEST(ToldShares, AreNoDegreesAndNoNumbers) {
  EXPECT_EQ(told("Aspirin was the most effective drug."), 0U);
  EXPECT_EQ(told("It was most effective in women."), 0U);
  EXPECT_EQ(told("Headache was most common."), 0U);
  EXPECT_EQ(told("A few weeks later all was well."), 0U);
  EXPECT_EQ(told("Relapse was not rare."), 0U);
}

TEST(ToldShares, StandBesideFigures) {
  EXPECT_EQ(shares("Most patients relapsed.", "Of the patients, 12% relapsed."), -1);
  EXPECT_EQ(shares("Most patients relapsed.", "Of the patients, 71% relapsed."), 1);
  EXPECT_EQ(shares("Chronic pain is rare after injury.", "Chronic pain is common after injury (65.5%)."), -1);
  EXPECT_EQ(shares("Few children were cured.", "Cured were 4 of 40 children."), 1);
  EXPECT_EQ(shares("More than half of the tumours regressed.", "The tumours regressed in 54.9%."), 1);
}

TEST(ToldShares, DecideNothingWhereTheFigureMayBeAnother) {
  EXPECT_EQ(shares("Most patients relapsed.", "Relapsed had 71% of one group, 12% of patients of the other."),
            0);
  EXPECT_EQ(shares("Most patients relapsed.", "Nausea was seen in 12%."), 0);
  EXPECT_EQ(shares("Most patients relapsed.", "Patients relapsed after 12 weeks."), 0);
  EXPECT_EQ(shares("Most patients relapsed.", "12% of the patients never relapsed."), 0);
}

double value_of(std::string_view text) {
  for (const ClaimWord& word : test::read_text(text).words) {
    if (word.percent && word.value) return *word.value;
  }
  return -1;
}

TEST(SharesInWords, AreFigures) {
  EXPECT_EQ(value_of("One in five women goes home with a catheter."), 20);
  EXPECT_EQ(value_of("Three out of four ulcers healed."), 75);
  EXPECT_EQ(value_of("It affects 1 in 50 newborns."), 2);
}

TEST(SharesInWords, AreNoPlainNumbers) {
  EXPECT_EQ(value_of("Two in two years."), -1);
  EXPECT_EQ(value_of("Five patients died in 12 weeks."), -1);
  EXPECT_EQ(value_of("One in a series of studies."), -1);
}

TEST(SharesInWords, StandBesideTheSameFigure) {
  const test::Paper paper("Voiding after slings",
                          {"Approximately 20% of patients have difficulty voiding after the sling."});
  EXPECT_EQ(verify_against("One in five patients has difficulty voiding after the sling.", paper.source,
                           SourceChoice::kNamed)
                .label,
            ClaimLabel::kSupported);
}

}  // namespace
}  // namespace attest
