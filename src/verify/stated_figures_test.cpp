// Figures of a claim that the source has nowhere, and those that follow from what it has.
#include "verify/stated_figures.h"

#include <gtest/gtest.h>

#include "verify/claim_test_support.h"

namespace attest {
namespace {

enum class Stands : uint8_t { kThere, kAbsent, kAnother };

// All sentences are chosen, in reading order.
Stands figure(std::string_view claim, const std::vector<std::string>& lines) {
  const test::Paper paper("Treatment of migraine", lines);
  Stemmer stemmer;
  const SourceBeside beside = hold_beside(claim, paper.source, stemmer);
  std::vector<size_t> chosen;
  for (size_t i = 0; i < beside.sentences.size(); ++i) chosen.push_back(i);
  const auto absent = absent_figure(claim, beside, paper.source, chosen);
  return !absent ? Stands::kThere : absent->another ? Stands::kAnother : Stands::kAbsent;
}

TEST(AbsentFigure, APercentageBesideTheSameThings) {
  const std::vector<std::string> lines = {"Migraine was relieved in 42% of patients."};
  EXPECT_EQ(figure("Migraine was relieved in 63% of patients.", lines), Stands::kAnother);
  EXPECT_EQ(figure("Migraine was relieved in 42% of patients.", lines), Stands::kThere);
  EXPECT_EQ(figure("Migraine was relieved in patients.", lines), Stands::kThere);
  EXPECT_EQ(figure("Migraine was relieved in 63% of patients.", {"The response to letters was 42%."}),
            Stands::kAbsent);
}

TEST(AbsentFigure, ADoseAndHowOftenItIsGiven) {
  const std::vector<std::string> twice = {"Migraine was treated with propranolol 40 mg twice daily."};
  EXPECT_EQ(figure("Migraine was treated with propranolol 80 mg daily.", twice), Stands::kThere);
  EXPECT_NE(figure("Migraine was treated with propranolol 120 mg twice daily.", twice), Stands::kThere);
  const std::vector<std::string> daily = {"Migraine was treated with propranolol 80 mg daily."};
  EXPECT_EQ(figure("Migraine was treated with propranolol 40 mg twice daily.", daily), Stands::kThere);
  EXPECT_NE(figure("Migraine was treated with propranolol 240 mg daily.", daily), Stands::kThere);
}

TEST(AbsentFigure, NotOfARoundedOne) {
  const std::vector<std::string> lines = {"Migraine was relieved in 42% of patients."};
  EXPECT_EQ(figure("Migraine was relieved in about 63% of patients.", lines), Stands::kThere);
  EXPECT_EQ(figure("Migraine was relieved in half of the patients.", lines), Stands::kThere);
  EXPECT_EQ(figure("Migraine was relieved in 80% of patients.", {"Relief was seen in 79.6%."}),
            Stands::kThere);
}

TEST(AbsentFigure, NotWhereAnySentenceHasIt) {
  EXPECT_EQ(figure("Migraine was relieved in 63% of patients.",
                   {"Migraine was relieved in 42% of patients.", "At night 63% were relieved."}),
            Stands::kThere);
}

TEST(AbsentFigure, TheLevelOfAnIntervalIsNoShare) {
  const std::vector<std::string> lines = {
      "Migraine was relieved in 42% of patients (95% CI 31% to 53%).",
      "The odds of relief were 1.8 (95% confidence interval 1.2 to 2.7)."};
  EXPECT_EQ(figure("Migraine was relieved in 95% of patients.", lines), Stands::kAnother);
  EXPECT_EQ(figure("Sumatriptan cut vomiting by 95%.", {"Vomiting fell (OR 0.4; CI 95%: 0.2 to 0.7)."}),
            Stands::kAbsent);
  EXPECT_EQ(figure("Migraine was relieved in 42% (95% CI 31 to 53%).", lines), Stands::kThere);
}

TEST(AbsentFigure, AnotherRatio) {
  const std::vector<std::string> lines = {"Relapse of migraine was rarer (hazard ratio 0.72, 0.6-0.9)."};
  EXPECT_EQ(figure("The hazard ratio of relapse of migraine was 0.27.", lines), Stands::kAnother);
  EXPECT_EQ(figure("The odds ratio of relapse of migraine was 0.27.", lines), Stands::kAbsent);
  EXPECT_EQ(figure("The hazard ratio of relapse of migraine was 0.7.", lines), Stands::kThere);
}

TEST(AbsentFigure, AMeasureThatStandsFurtherOff) {
  const std::vector<std::string> lines = {"The number needed to harm by triptans was 106 (82 to 140)."};
  EXPECT_EQ(figure("The number needed to harm with triptans was 16.", lines), Stands::kAbsent);
  EXPECT_EQ(figure("The number needed to harm with triptans was 106.", lines), Stands::kThere);
}

TEST(AbsentFigure, ADoseInAnotherUnit) {
  const std::vector<std::string> lines = {"Patients took a single dose of 2 g of aspirin for migraine.",
                                          "Later they took 50 mg twice daily."};
  EXPECT_EQ(figure("Patients took 2000 mg of aspirin for migraine.", lines), Stands::kThere);
  EXPECT_EQ(figure("Patients took 20 g of aspirin for migraine.", lines), Stands::kAnother);
  EXPECT_EQ(figure("Patients took 100 mg a day.", lines), Stands::kThere);
}

TEST(AbsentFigure, ASpanInAnotherUnit) {
  const std::vector<std::string> lines = {"Patients with migraine were followed for 52 weeks."};
  EXPECT_EQ(figure("Patients with migraine were followed for a year.", lines), Stands::kThere);
  EXPECT_EQ(figure("Patients with migraine were followed for 12 months.", lines), Stands::kThere);
  EXPECT_EQ(figure("Patients with migraine were followed for 5 years.", lines), Stands::kAnother);
}

TEST(AbsentFigure, CountsOfPeopleAndStudies) {
  const std::vector<std::string> lines = {"Of 22 randomised trials of migraine, 12 had 1,024 patients."};
  EXPECT_EQ(figure("There were 52 randomised trials of migraine.", lines), Stands::kAnother);
  EXPECT_EQ(figure("There were 22 randomised trials of migraine.", lines), Stands::kThere);
  EXPECT_EQ(figure("There were 1024 patients with migraine.", lines), Stands::kThere);
  EXPECT_EQ(figure("More than 1000 patients with migraine took part.", lines), Stands::kThere);
  EXPECT_EQ(figure("Both of two trials were of migraine.", lines), Stands::kThere);
}

TEST(AbsentFigure, WhatFollowsFromTheFiguresThere) {
  EXPECT_EQ(figure("Relief was seen in 71% of patients.", {"Relief was seen in 17 of 24 patients."}),
            Stands::kThere);
  EXPECT_EQ(figure("Sumatriptan lowered the risk of relapse by 28%.",
                   {"Relapse was rarer with sumatriptan (hazard ratio 0.72)."}),
            Stands::kThere);
  EXPECT_EQ(figure("The difference was 12%.", {"Relief was seen in 54% and 42% of patients."}),
            Stands::kThere);
  EXPECT_EQ(figure("The number needed to treat was 8.", {"Relief was seen in 54% and 42% of patients."}),
            Stands::kThere);
  EXPECT_EQ(figure("The number needed to treat was 80.", {"Relief was seen in 54% and 42% of patients."}),
            Stands::kAbsent);
}

TEST(AbsentFigure, BoundsAreHeldByWhatLiesWithin) {
  const std::vector<std::string> lines = {"Migraine affects 10-24% of the population."};
  EXPECT_EQ(figure("Migraine affects less than 5% of the population.", lines), Stands::kAnother);
  EXPECT_EQ(figure("Migraine affects more than 5% of the population.", lines), Stands::kThere);
}

}  // namespace
}  // namespace attest
