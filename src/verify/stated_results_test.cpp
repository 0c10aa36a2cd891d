// What came out, clause by clause, and how it stands to a claim.
#include "verify/stated_results.h"

#include <gtest/gtest.h>

#include "verify/claim_test_support.h"

namespace attest {
namespace {

int held(std::string_view claim, std::string_view sentence) {
  const test::Pair pair(claim, sentence);
  return hold_results(pair.claim, pair.sentence, pair.aligned);
}

TEST(HoldResults, WhatIsMeasuredMayHoldADirection) {
  const std::string sentence =
      "Among adults with cirrhosis, the risk of worsening liver failure or death from infectious causes was "
      "lower among those who received albumin than among those who received placebo, regardless of the "
      "presence or absence of ascites.";
  EXPECT_EQ(held("Albumin lowered the risk of worsening liver failure or death.", sentence), 1);
  EXPECT_EQ(held("Albumin increased the risk of worsening liver failure or death.", sentence), -1);
  EXPECT_EQ(held("Albumin had no effect on worsening liver failure or death.", sentence), -1);
  EXPECT_EQ(held("Placebo lowered worsening liver failure compared with albumin.", sentence), -1);
}

TEST(HoldResults, EachClauseHasItsOwn) {
  const std::string sentence =
      "Feverfew did not reduce migraine days whereas topiramate reduced them by half.";
  EXPECT_EQ(held("Topiramate reduced migraine days.", sentence), 1);
  EXPECT_EQ(held("Topiramate did not reduce migraine days.", sentence), -1);
  EXPECT_EQ(held("Feverfew reduced migraine days.", sentence), -1);
  EXPECT_EQ(held("Feverfew did not reduce migraine days.", sentence), 1);
}

TEST(HoldResults, AnotherOutcomeOfTheSameTreatment) {
  const std::string sentence = "Dabigatran reduced stroke but increased dyspepsia.";
  EXPECT_EQ(held("Dabigatran reduced stroke.", sentence), 1);
  EXPECT_EQ(held("Dabigatran reduced dyspepsia.", sentence), -1);
  EXPECT_EQ(held("Dabigatran increased dyspepsia.", sentence), 1);
}

TEST(HoldResults, AClauseThatLeavesOutItsVerb) {
  const std::string sentence = "Sertraline improved depressive symptoms, but trazodone did not.";
  EXPECT_EQ(held("Sertraline improved depressive symptoms.", sentence), 1);
  EXPECT_EQ(held("Trazodone improved depressive symptoms.", sentence), -1);
}

TEST(HoldResults, NoEffectBesideAnEffect) {
  const std::string sentence =
      "Vomiting was significantly reduced with granisetron, but there was no effect with ginger.";
  EXPECT_EQ(held("Granisetron reduced vomiting.", sentence), 1);
  EXPECT_EQ(held("Ginger reduced vomiting.", sentence), -1);
  EXPECT_EQ(held("Ginger did not reduce vomiting.", sentence), 1);
}

TEST(HoldResults, WhatIsNotSignificantIsNoEffect) {
  for (const char* const sentence :
       {"The reduction in migraine days with topiramate was not statistically significant.",
        "Topiramate reduced migraine days, but this was not statistically significant.",
        "Topiramate reduced migraine days, although the difference did not reach statistical significance.",
        "Topiramate reduced neither migraine days nor vomiting."}) {
    EXPECT_EQ(held("Topiramate reduced migraine days.", sentence), -1) << sentence;
    EXPECT_EQ(held("Topiramate did not reduce migraine days.", sentence), 1) << sentence;
  }
}

TEST(HoldResults, SurvivalIsTheOtherSideOfDeath) {
  EXPECT_EQ(held("Survival was lower with nebivolol than with placebo.",
                 "Mortality was lower with nebivolol than with placebo."),
            -1);
  EXPECT_EQ(held("Nebivolol improved survival.", "Mortality was lower with nebivolol than with placebo."), 1);
}

TEST(HoldResults, BetterIsMoreOfWhatIsWanted) {
  const std::string sentence = "Quality of life was lower with nebivolol than with placebo.";
  EXPECT_EQ(held("Nebivolol improved quality of life.", sentence), -1);
  EXPECT_EQ(held("Nebivolol worsened quality of life.", sentence), 1);
  EXPECT_EQ(held("Nebivolol improved pain.", "Pain was lower with nebivolol than with placebo."), 1);
}

TEST(HoldResults, SidesExchanged) {
  const std::string sentence = "Relapse was less common with lithium than with valproate.";
  EXPECT_EQ(held("Relapse was less common with valproate than with lithium.", sentence), -1);
  EXPECT_EQ(held("Relapse was more common with valproate than with lithium.", sentence), 1);
}

TEST(HoldResults, TwoArmsOfOneMeasure) {
  const std::string sentence =
      "Excretion decreased with perindopril, but increased by 17.6% in the nifedipine group.";
  EXPECT_EQ(held("Excretion fell with nifedipine.", sentence), -1);
  EXPECT_EQ(held("Excretion rose with nifedipine.", sentence), 1);
  EXPECT_EQ(held("Excretion fell with perindopril.", sentence), 1);
  EXPECT_EQ(held("Mortality rose with nifedipine.", sentence), 0);
}

TEST(HoldResults, TwoVerbsOfOneSubject) {
  const std::string sentence = "Prednisone increased weight and reduced pain but not mortality.";
  EXPECT_EQ(held("Prednisone increased weight.", sentence), 1);
  EXPECT_EQ(held("Prednisone reduced pain.", sentence), 1);
  EXPECT_EQ(held("Prednisone increased pain.", sentence), -1);
  EXPECT_EQ(held("Prednisone reduced mortality.", sentence), -1);
}

TEST(HoldResults, NothingThatCannotBeToldByTheClauseAlone) {
  EXPECT_EQ(held("Bevacizumab delayed progression.",
                 "Time to progression was longer with bevacizumab than with placebo."),
            0);
  EXPECT_EQ(held("Aspirin reduced mortality.", "Aspirin and not clopidogrel reduced mortality."), 0);
  EXPECT_EQ(held("Vitamin D increased falls.", "Lack of vitamin D increased falls."), 0);
  EXPECT_EQ(held("Melatonin increases delirium.", "It is unclear whether melatonin reduces delirium."), 0);
}

TEST(HoldResults, NothingOfOtherThings) {
  const std::string sentence = "Lithium reduced relapse but caused tremor in many patients.";
  EXPECT_EQ(held("Lithium reduced suicide.", sentence), 0);
  EXPECT_EQ(held("Valproate reduced relapse.", sentence), 0);
  EXPECT_EQ(held("Relapse is common.", sentence), 0);
  // How two compare is not said.
  EXPECT_EQ(held("Lithium reduced relapse more than valproate.", sentence), 0);
  EXPECT_EQ(held("Nebivolol reduced pain.", "Nebivolol reduced pain but had no adverse effects."), 1);
}

}  // namespace
}  // namespace attest
