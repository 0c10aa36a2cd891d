// Real kinds of result sentences, in other words.
#include "reconcile/outcomes/outcome_changes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/ascii.h"

namespace attest {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

// "death -1", "bleeding 0e": the outcome, its change, and e where an estimate says it.
std::vector<std::string> read(const std::string& sentence) {
  const std::vector<Quantity> quantities = find_quantities(sentence);
  std::vector<std::string> changes;
  for (const OutcomeChange& one : read_outcome_changes(lower_ascii(sentence), quantities, 0))
    changes.push_back(one.outcome + " " + std::to_string(one.change) + (one.estimate != nullptr ? "e" : ""));
  return changes;
}

TEST(OutcomeChanges, VerbsAndComparativesSayMoreOrLess) {
  EXPECT_THAT(read("Heparin reduced mortality compared with placebo."), ElementsAre("death -1"));
  EXPECT_THAT(read("Mortality was significantly higher with starch than with saline."),
              ElementsAre("death 1"));
  EXPECT_THAT(read("The drug prolonged survival."), ElementsAre("death -1"));
  EXPECT_THAT(read("Remission was more frequent with the drug than with placebo."),
              ElementsAre("remission 1"));
  EXPECT_THAT(read("Quality of life improved more with training than without it."),
              ElementsAre("quality of life 1"));
}

TEST(OutcomeChanges, DenialIsNoDifference) {
  EXPECT_THAT(read("Steroids did not reduce 28-day mortality."), ElementsAre("death 0"));
  EXPECT_THAT(read("There was no significant difference in mortality between the groups."),
              ElementsAre("death 0"));
  EXPECT_THAT(read("The drug was no more effective than placebo in reducing pain."), ElementsAre("pain 0"));
  EXPECT_THAT(read("Mortality was lower with steroids (12% v 15%, p = 0.34)."), ElementsAre("death 0"));
}

TEST(OutcomeChanges, AnIntervalDecides) {
  EXPECT_THAT(read("The risk of death was lower with steroids (RR 0.80, 95% CI 0.70 to 0.91)."),
              ElementsAre("death -1e"));
  EXPECT_THAT(read("Death was less common with steroids (RR 0.90, 95% CI 0.70 to 1.15)."),
              ElementsAre("death 0e"));
  EXPECT_THAT(read("Starch raised mortality (OR 1.26, 95% CI 1.08 to 1.47), not bleeding (OR 1.02, 95% CI "
                   "0.90 to 1.16)."),
              UnorderedElementsAre("death 1e", "bleeding 0e"));
  // A ratio the other way round than the words: whose risk it is, is not certain.
  EXPECT_THAT(read("Mortality was lower with steroids (RR 1.40, 95% CI 1.10 to 1.80)."), IsEmpty());
}

TEST(OutcomeChanges, OtherNamesOfAnOutcomeAreThatOutcome) {
  EXPECT_THAT(read("Heparin reduced heart attacks."), UnorderedElementsAre("myocardial infarction -1"));
  EXPECT_THAT(read("Heparin reduced premature delivery."), UnorderedElementsAre("preterm birth -1"));
  EXPECT_THAT(read("Heparin reduced glycated haemoglobin."), UnorderedElementsAre("hba1c -1"));
}

TEST(OutcomeChanges, TwoDirectionsAreToldApartOrNotRead) {
  EXPECT_THAT(read("Heparin reduced stroke but increased bleeding."),
              UnorderedElementsAre("stroke -1", "bleeding 1"));
  EXPECT_THAT(read("Heparin reduced stroke and increased bleeding."),
              UnorderedElementsAre("stroke -1", "bleeding 1"));
}

TEST(OutcomeChanges, WhoWasStudiedIsNoOutcome) {
  EXPECT_THAT(read("The drug improved mood in patients with heart failure."), IsEmpty());
  EXPECT_THAT(read("Training after stroke was better than rest."), IsEmpty());
  EXPECT_THAT(read("The drug improved mood in chronic heart failure."), IsEmpty());
  EXPECT_THAT(read("The drug was better in people with well preserved physical function."), IsEmpty());
  EXPECT_THAT(read("Less nausea in pneumonia was seen with the drug."), ElementsAre("nausea -1"));
}

TEST(OutcomeChanges, MoreEffectiveIsBetter) {
  EXPECT_THAT(read("The drug was more effective than placebo in relieving pain."), ElementsAre("pain -1"));
  EXPECT_THAT(read("The drug was more efficacious than placebo in relieving pain."), ElementsAre("pain -1"));
  EXPECT_THAT(read("More patients on the drug had no symptoms."), IsEmpty());
}

TEST(OutcomeChanges, OneOfSeveralCountedTogetherIsNotRead) {
  EXPECT_THAT(read("Death or stroke was less common (RR 0.80, 95% CI 0.70 to 0.91)."), IsEmpty());
}

TEST(OutcomeChanges, APartOfACompositeIsNotTheWhole) {
  EXPECT_THAT(read("The drug reduced the risk of death, stroke, or myocardial infarction."), IsEmpty());
  EXPECT_THAT(read("The drug reduced death or disability."), IsEmpty());
  EXPECT_THAT(read("The drug reduced death/dependency."), IsEmpty());
  EXPECT_THAT(read("The drug reduced death, stroke and bleeding."),
              UnorderedElementsAre("death -1", "stroke -1", "bleeding -1"));
}

TEST(OutcomeChanges, OneOutcomeHasSeveralNames) {
  for (const char* const one : {"Mortality was lower with the drug.", "Fewer patients died with the drug.",
                                "The drug reduced case fatality.", "Deaths were fewer with the drug."})
    EXPECT_THAT(read(one), ElementsAre("death -1")) << one;
  for (const char* const one :
       {"VAS pain was lower with the drug.", "Pain scores were lower with the drug.",
        "Pain intensity was lower with the drug.", "NRS pain scores were lower with the drug."})
    EXPECT_THAT(read(one), ElementsAre("pain -1")) << one;
  EXPECT_THAT(read("HRQoL was better with the drug."), ElementsAre("quality of life 1"));
  EXPECT_THAT(read("DVT was less common with the drug."), ElementsAre("deep vein thrombosis -1"));
  EXPECT_THAT(read("PONV was less common with the drug."),
              ElementsAre("postoperative nausea and vomiting -1"));
  EXPECT_THAT(read("Disease recurrence was lower with the drug."), ElementsAre("recurrence -1"));
}

TEST(OutcomeChanges, MoreReliefIsLessOfIt) {
  for (const char* const one :
       {"Pain reduction was greater with the drug.", "Pain relief was greater with the drug."})
    EXPECT_THAT(read(one), testing::Not(testing::Contains("pain 1"))) << one;
  EXPECT_THAT(read("Symptom improvement was greater with the drug."),
              testing::Not(testing::Contains("symptoms 1")));
}

TEST(OutcomeChanges, FreedomAndReliefOfASymptomAreLessOfIt) {
  for (const char* const one :
       {"More patients on the drug than on placebo had headache relief.",
        "Headache response was greater with the drug.", "Headache-free rates were higher with the drug.",
        "Resolution of headache was more frequent with the drug.",
        "More patients remained free of headache with the drug than with placebo."})
    EXPECT_THAT(read(one), ElementsAre("headache -1")) << one;
  EXPECT_THAT(read("Seizure freedom was more frequent with the drug."), ElementsAre("seizures -1"));
  EXPECT_THAT(read("Seizure control was better with the drug."), ElementsAre("seizures -1"));
  EXPECT_THAT(read("Stroke-free survival was longer with the drug."),
              testing::Not(testing::Contains("stroke 1")));
}

TEST(OutcomeChanges, HowFarAChangeWentIsNoChangeOfItsOwn) {
  EXPECT_THAT(read("The drug reduced blood pressure more than the other."), ElementsAre("blood pressure -1"));
  EXPECT_THAT(read("Pain was lower with the drug reducing blood pressure more in the morning."),
              testing::Not(testing::Contains("blood pressure 1")));
  EXPECT_THAT(read("The reduction in pain was greater with the drug."), ElementsAre("pain -1"));
  EXPECT_THAT(read("The reduction in pain was smaller with the drug."), ElementsAre("pain 1"));
  EXPECT_THAT(read("The drug gave a greater mean reduction in pain."), ElementsAre("pain -1"));
  EXPECT_THAT(read("The drug reduced pain less than placebo."), ElementsAre("pain 1"));
}

TEST(OutcomeChanges, WhatWasFearedWasNotFound) {
  EXPECT_THAT(read("Despite reports of higher mortality, there was no adverse effect on bleeding."),
              ElementsAre("bleeding 0"));
  EXPECT_THAT(read("Although pain was lower, bleeding was higher with the drug."),
              UnorderedElementsAre("pain -1", "bleeding 1"));
}

TEST(OutcomeChanges, ADefinitionTellsNoResult) {
  EXPECT_THAT(read("Patients on the drug reported headache relief (reduction of a severe headache to a mild "
                   "one) more often."),
              ElementsAre("headache -1"));
  EXPECT_THAT(read("Satisfaction with pain management improved."), ElementsAre("satisfaction 1"));
  EXPECT_THAT(read("The drug reduced cardiovascular morbidity and mortality."),
              ElementsAre("cardiovascular death -1"));
}

TEST(OutcomeChanges, ABracketBelongsToTheWordsBeforeIt) {
  EXPECT_THAT(read("The risk of death was lower with the drug (interval, 0 to 40 percent; P = 0.051)."),
              ElementsAre("death 0"));
  // Of two times, one by chance: which of them is meant is not told.
  EXPECT_THAT(read("Pain was lower with the drug in the first (P = 0.07) and the second phase (P = 0.006)."),
              IsEmpty());
}

TEST(OutcomeChanges, WhenItWasCountedIsNoNarrowing) {
  for (const char* const one :
       {"At one year mortality was lower.", "One-year mortality was lower.", "30-day mortality was lower."})
    EXPECT_THAT(read(one), ElementsAre("death -1")) << one;
  EXPECT_THAT(read("Postoperative pain was lower."), ElementsAre("postoperative pain -1"));
}

TEST(OutcomeChanges, WhatIsTakenBackIsNotSaid) {
  EXPECT_THAT(read("Pain was lower with the drug, but the difference was not statistically significant."),
              IsEmpty());
}

TEST(OutcomeChanges, ANarrowerOutcomeIsAnother) {
  EXPECT_THAT(read("The drug reduced back pain."), ElementsAre("back pain -1"));
  EXPECT_THAT(read("The drug was given for lower back pain."), IsEmpty());
  EXPECT_THAT(read("The drug reduced cardiovascular mortality."), ElementsAre("cardiovascular death -1"));
  EXPECT_THAT(read("The drug reduced deaths from cancer."), IsEmpty());
  EXPECT_THAT(read("Lower doses were followed by pain."), IsEmpty());
}

TEST(OutcomeChanges, ToASimilarDegreeIsNoDifference) {
  EXPECT_THAT(read("The two drugs improved symptoms and quality of life to a similar degree."),
              UnorderedElementsAre("symptoms 0", "quality of life 0"));
  EXPECT_THAT(read("Both drugs reduced pain equally."), ElementsAre("pain 0"));
  EXPECT_THAT(read("Similarly, depressive symptoms decreased in the group."),
              ElementsAre("depressive symptoms -1"));
  EXPECT_THAT(read("Dry mouth was more common, but tolerability was otherwise comparable, including adverse "
                   "events."),
              IsEmpty());
}

TEST(OutcomeChanges, HowLongSomethingLastsIsAnOutcomeOfItsOwn) {
  EXPECT_THAT(read("The duration of pruritus was longer with the drug."),
              ElementsAre("duration of itching 1"));
  EXPECT_THAT(read("The drug shortened the duration of mechanical ventilation."),
              ElementsAre("duration of mechanical ventilation -1"));
  EXPECT_THAT(read("The drug reduced pruritus over the duration of the study."), ElementsAre("itching -1"));
}

TEST(OutcomeChanges, HowFastIsNotHowMuch) {
  EXPECT_THAT(read("Pruritus diminished more rapidly with the drug than with placebo."),
              ElementsAre("itching -1"));
  EXPECT_THAT(read("The dose was reduced and 68% of the patients did not have any adverse events."),
              IsEmpty());
  EXPECT_THAT(read("More patients without symptoms were seen with the drug."), ElementsAre("symptoms -1"));
}

TEST(OutcomeChanges, AnEffectThatIsDeniedIsNone) {
  EXPECT_THAT(read("There was no evidence that the drug had an effect on mortality."),
              ElementsAre("death 0"));
  EXPECT_THAT(read("It is unlikely that the drug will reduce mortality."), ElementsAre("death 0"));
  EXPECT_THAT(read("The drug had an effect on mortality."), IsEmpty());
  EXPECT_THAT(read("The drug had a large impact on mortality."), IsEmpty());
}

TEST(OutcomeChanges, AnIntervalThatLeavesItOpenStandsBeforeTheAim) {
  EXPECT_THAT(read("The pooled relative risk for the drug preventing stroke was 0.88 (95% CI 0.78-1.00)."),
              IsEmpty());
  EXPECT_THAT(
      read("The pooled relative risk (RR) for vitamin D(3) preventing stroke was 0.88 (95%CI 0.78-1.00)."),
      IsEmpty());
  EXPECT_THAT(read("The drug was effective in preventing stroke."), ElementsAre("stroke -1"));
  EXPECT_THAT(read("The pooled relative risk for the drug preventing stroke was 0.80 (95% CI 0.70-0.91)."),
              ElementsAre("stroke -1e"));
}

TEST(OutcomeChanges, ANumberInANameIsNoFigure) {
  EXPECT_THAT(read("Trials did not show a reduction in mortality or strokes in those taking omega 3 fats."),
              UnorderedElementsAre("death 0", "stroke 0"));
  EXPECT_THAT(read("The drug did not reduce mortality or strokes (8% v 9%)."), IsEmpty());
}

TEST(OutcomeChanges, PatientsOfAConditionAreNoOutcome) {
  EXPECT_THAT(read("The group including heart failure patients were at higher risk."), IsEmpty());
  EXPECT_THAT(read("Heart failure was more frequent than with placebo."), ElementsAre("heart failure 1"));
}

}  // namespace
}  // namespace attest
