// Each kind of disagreement from sources of a few sentences, and look-alikes that must stay silent.
#include "answer/disagreements/disagreements.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "answer/disagreements/disagreements_test_support.h"
#include "answer/disagreements/replaced_advice.h"

namespace attest {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class Disagreements : public test::DisagreementTest {};

TEST_F(Disagreements, OppositeEffectsOnOneOutcome) {
  add("Starch against saline in septic shock",
      {"Starch increased mortality compared with saline (RR 1.26, 95% CI 1.08 to 1.47)."});
  add("Starch or saline for septic shock",
      {"Mortality was lower with starch than with saline (RR 0.66, 95% CI 0.52 to 0.84)."});
  EXPECT_THAT(positions(), ElementsAre("lower risk of death", "higher risk of death"));
}

TEST_F(Disagreements, AnEffectBesideNone) {
  add("Steroids in septic shock", {"Steroids reduced mortality compared with placebo."});
  add("Steroids for septic shock",
      {"There was no significant difference in mortality between steroids and placebo."});
  EXPECT_THAT(positions(), ElementsAre("lower risk of death", "no difference in death"));
}

TEST_F(Disagreements, SidesAreHeadedByWhatTheySay) {
  add("Steroids in septic shock", {"Adverse events were less frequent with steroids than with placebo."});
  add("Steroids for septic shock", {"Adverse events were more frequent with steroids than with placebo."});
  EXPECT_THAT(positions(), ElementsAre("fewer adverse events", "more adverse events"));
}

TEST_F(Disagreements, TheIntervalOfOneSentenceStandsForTheWordsOfAnother) {
  add("Steroids in septic shock", {"Mortality was lower with steroids (RR 0.80, 95% CI 0.70 to 0.91).",
                                   "Steroids reduced mortality compared with placebo."});
  add("Steroids for septic shock", {"Steroids did not reduce mortality compared with placebo."});
  const std::vector<Disagreement> found = find();
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(found[0].sides[0].statements.front().text, HasSubstr("0.70 to 0.91"));
}

TEST_F(Disagreements, AnotherOutcomeIsNoDisagreement) {
  add("Steroids in septic shock", {"Steroids reduced pain compared with placebo."});
  add("Steroids for septic shock", {"There was no difference in mortality between steroids and placebo.",
                                    "Costs were similar with steroids and placebo."});
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(Disagreements, SymptomsAndReliefOfAConditionAreOfTheCondition) {
  add("Steroids in fissure", {"Steroids reduced fissure symptoms compared with placebo."});
  add("Steroids for fissure", {"There was no difference in relief of fissure between steroids and placebo."});
  EXPECT_THAT(positions(), ElementsAre("less fissure", "no difference in fissure"));
}

TEST_F(Disagreements, ACompositeIsNotHeldAgainstItsPart) {
  add("Steroids in septic shock", {"Steroids reduced death or dialysis compared with placebo."});
  add("Steroids for septic shock", {"There was no difference in mortality between steroids and placebo."});
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(Disagreements, AnotherComparatorIsNoDisagreement) {
  add("Omeprazole against ranitidine for ulcer", {"Omeprazole improved healing compared with ranitidine."});
  add("Omeprazole against rabeprazole for ulcer",
      {"There was no difference in healing between omeprazole and rabeprazole."});
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(Disagreements, AnUnreadComparatorIsNotAnother) {
  add("Omeprazole in ulcer", {"Omeprazole improved the healing rate (p < 0.01)."});
  add("Omeprazole for ulcer", {"The healing rate was similar with omeprazole (p = 0.8)."});
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(Disagreements, PartsOfAnArmAreNotComparedArms) {
  add("Omeprazole against placebo for ulcer", {"Omeprazole improved healing compared with placebo."});
  add("Omeprazole or placebo for ulcer",
      {"Healing with omeprazole did not differ according to smoking, and placebo was given to few."});
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(Disagreements, AStudyThatSaysBothSaysNothing) {
  add("Steroids in septic shock", {"Steroids reduced mortality compared with placebo."});
  add("Steroids for septic shock", {"Steroids did not reduce mortality compared with placebo.",
                                    "After a month steroids had reduced mortality compared with placebo."});
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(Disagreements, TheWholeStandsForAStudyAndNotAFormOfTheTreatment) {
  add("Steroids in septic shock", {"Steroids reduced mortality compared with placebo."});
  add("Steroids for septic shock", {"Steroids did not change mortality compared with placebo.",
                                    "Low dose steroids reduced mortality compared with placebo."});
  EXPECT_THAT(positions(), ElementsAre("no difference in death, overall", "lower risk of death, low dose",
                                       "lower risk of death", "no difference in death"));
}

TEST_F(Disagreements, AResultToldOfTheComparatorIsNotOfTheTreatment) {
  add("Steroids in septic shock", {"Steroids reduced pain compared with placebo."});
  add("Steroids for septic shock", {"Pain increased more in the placebo group than in the other group."});
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(Disagreements, WhatOthersFoundIsNotTheSourcesOwn) {
  add("Steroids in septic shock", {"Steroids reduced mortality compared with placebo."});
  add("Steroids for septic shock", {"Steroids did not reduce mortality compared with placebo [12, 13]."});
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(Disagreements, PainControlIsNoControlGroup) {
  add("Steroids in ulcer", {"Steroids gave less pain than in controls."});
  add("Steroids for ulcer", {"Steroids gave better pain control with similar pain scores."});
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(Disagreements, TheSexesAreNotArms) {
  add("Steroids in septic shock", {"Steroids reduced mortality compared with placebo."});
  add("Steroids or placebo for septic shock",
      {"On steroids mortality was similar in women compared with men."});
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(Disagreements, OneSourceThatFindsAnotherThingInOneForm) {
  add("Steroids for septic shock", {"Overall, mortality was similar with steroids and placebo.",
                                    "Long courses of steroids reduced mortality compared with placebo."});
  EXPECT_THAT(positions(),
              ElementsAre("no difference in death, overall", "lower risk of death, long courses"));
}

TEST_F(Disagreements, SizesWhoseIntervalsDoNotOverlap) {
  add("Starch against saline in septic shock",
      {"Mortality was lower with starch than with saline (OR 0.30, 95% CI 0.22 to 0.41)."});
  add("Starch or saline for septic shock",
      {"Mortality was lower with starch than with saline (OR 0.80, 95% CI 0.68 to 0.94)."});
  EXPECT_THAT(positions(), ElementsAre("larger effect", "smaller effect"));
}

TEST_F(Disagreements, SizesWhoseIntervalsOverlapAreOne) {
  add("Starch against saline in septic shock",
      {"Mortality was lower with starch than with saline (OR 0.50, 95% CI 0.32 to 0.81)."});
  add("Starch or saline for septic shock",
      {"Mortality was lower with starch than with saline (OR 0.80, 95% CI 0.68 to 0.94)."});
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(Disagreements, ARecurrenceIsNoSuccess) {
  add("Sphincterotomy of a fissure",
      {"Healing was seen in 90 of 100 patients after sphincterotomy at 12 months."});
  add("Sphincterotomy for fissure, later",
      {"Recurrence was seen in 20 of 100 patients after sphincterotomy at 3 years."});
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(Disagreements, RatesThatLieFarApart) {
  add("Sphincterotomy of a fissure",
      {"Healing was seen in 90 of 100 patients after sphincterotomy at 12 months."});
  add("Sphincterotomy for fissure in adolescents",
      {"Healing was seen in 40 of 100 patients after sphincterotomy at 3 years."});
  const std::vector<Disagreement> found = find();
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].about, "Healing with sphincterotomy");
  EXPECT_THAT(found[0].likely_reasons, Contains("follow-up (3 years v 12 months)"));
  EXPECT_THAT(found[0].likely_reasons, Contains("age (adolescents v not stated)"));
  EXPECT_THAT(found[0].likely_reasons, Not(Contains(HasSubstr("size"))));
}

TEST_F(Disagreements, WhatHealsLaterAndWhoTestsNegativeIsNoDisagreement) {
  add("Sphincterotomy of a fissure",
      {"Healing was seen in 40 of 100 patients after sphincterotomy at 4 weeks."});
  add("Sphincterotomy for fissure",
      {"Healing was seen in 90 of 100 patients after sphincterotomy at 8 weeks."});
  EXPECT_THAT(find(), IsEmpty());
  evidence_.sources.clear();
  add("Sphincterotomy of a fissure",
      {"Healing was seen in 40 of 100 smear-negative and not in positive patients after sphincterotomy."});
  add("Sphincterotomy for fissure", {"Healing was seen in 90 of 100 patients after sphincterotomy."});
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(Disagreements, RatesOfTwoDiseasesAreNotHeldAgainstEachOther) {
  Concept asked;
  asked.label = asked.thesaurus_id = "omeprazole";
  asked.role = ConceptRole::kIntervention;
  evidence_.question.concepts.push_back(asked);
  add("Omeprazole in ulcer", {"Healing was seen in 40 of 100 patients with omeprazole."});
  add("Omeprazole in fissure", {"Healing was seen in 90 of 100 patients with omeprazole."});
  EXPECT_THAT(find(), IsEmpty());
  add("Omeprazole in an ulcer", {"Healing was seen in 90 of 100 patients with omeprazole."});
  EXPECT_THAT(positions(), ElementsAre("40 % (31–50)", "90 % (83–94)"));
}

TEST_F(Disagreements, OneGuidelineForAndOneAgainst) {
  add("Guideline of septic shock", {"We recommend steroids for septic shock."}, StudyDesign::kGuideline, 2018,
      "A");
  add("Guidance on septic shock", {"We recommend against the use of steroids for septic shock."},
      StudyDesign::kGuideline, 2019, "B");
  EXPECT_THAT(positions(), ElementsAre("recommended", "advised against"));
}

TEST_F(Disagreements, AdviceForOtherPeopleIsOther) {
  add("Guideline of septic shock", {"We recommend steroids for septic shock."}, StudyDesign::kGuideline, 2018,
      "A");
  add("Guidance on septic shock", {"We recommend against steroids for children with septic shock."},
      StudyDesign::kGuideline, 2019, "B");
  add("Further guidance on septic shock", {"We recommend against routine use of steroids in septic shock."},
      StudyDesign::kGuideline, 2019, "C");
  add("Last guidance on septic shock", {"We recommend starch rather than steroids in septic shock."},
      StudyDesign::kGuideline, 2019, "D");
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(Disagreements, AGradeOfTheEvidenceIsNoLimit) {
  add("Guideline of septic shock",
      {"We recommend steroids for septic shock (strong recommendation, high-quality evidence)."},
      StudyDesign::kGuideline, 2012, "A");
  add("Guideline of septic shock, update",
      {"We recommend against steroids for septic shock (strong recommendation, moderate-quality evidence)."},
      StudyDesign::kGuideline, 2022, "A");
  EXPECT_THAT(positions(), ElementsAre("2022, the newer, which stands: strong advice against it",
                                       "2012, the older, superseded by it: strong recommendation"));
}

TEST_F(Disagreements, PeopleOfATitleAreThoseOfASentence) {
  add("Septic shock in children: guideline", {"Offer steroids to children with septic shock."},
      StudyDesign::kGuideline, 2018, "A");
  add("Guidance on septic shock", {"Steroids are not recommended for children with septic shock."},
      StudyDesign::kGuideline, 2019, "B");
  EXPECT_THAT(positions(), ElementsAre("recommended", "advised against"));
}

TEST_F(Disagreements, ABodyNamedInTheTitleIsOne) {
  add("American Sepsis Society guideline on septic shock", {"We recommend steroids for septic shock."},
      StudyDesign::kGuideline, 2012);
  add("Septic shock: Updated Guideline of the American Sepsis Society",
      {"We recommend against steroids for septic shock."}, StudyDesign::kGuideline, 2021);
  EXPECT_THAT(positions(), ElementsAre("2021, the newer, which stands: advises against it",
                                       "2012, the older, superseded by it: recommends it"));
}

TEST_F(Disagreements, GradesOfTheSameAdvice) {
  add("Guideline of septic shock", {"We recommend steroids for septic shock (strong recommendation)."},
      StudyDesign::kGuideline, 2018, "A");
  add("Guidance on septic shock", {"We suggest steroids for septic shock (conditional recommendation)."},
      StudyDesign::kGuideline, 2019, "B");
  EXPECT_THAT(positions(), ElementsAre("strong recommendation", "conditional recommendation"));
}

TEST_F(Disagreements, TheNewerTextOfABodyStands) {
  add("Guideline of septic shock", {"We recommend steroids for septic shock."}, StudyDesign::kGuideline, 2012,
      "A");
  add("Guideline of septic shock", {"We recommend against steroids for septic shock."},
      StudyDesign::kGuideline, 2021, "A");
  EXPECT_THAT(positions(), ElementsAre("2021, the newer, which stands: advises against it",
                                       "2012, the older, superseded by it: recommends it"));
}

TEST_F(Disagreements, ACodeOfAGradeIsOne) {
  add("Guideline of septic shock", {"We recommend steroids for septic shock (1A)."}, StudyDesign::kGuideline,
      2018, "A");
  add("Guidance on septic shock", {"We suggest steroids for septic shock (2C)."}, StudyDesign::kGuideline,
      2019, "B");
  EXPECT_THAT(positions(), ElementsAre("strong recommendation", "conditional recommendation"));
  evidence_.sources.clear();
  add("Guideline of septic shock", {"We recommend steroids for septic shock (Level A)."},
      StudyDesign::kGuideline, 2018, "A");
  add("Guidance on septic shock", {"We recommend steroids for septic shock (Level C)."},
      StudyDesign::kGuideline, 2019, "B");
  EXPECT_THAT(positions(), ElementsAre("high certainty", "low certainty"));
  evidence_.sources.clear();
  add("Guideline of septic shock", {"We recommend steroids for septic shock (Class I, Level of Evidence B)."},
      StudyDesign::kGuideline, 2018, "A");
  add("Guidance on septic shock",
      {"We recommend steroids for septic shock (Class IIb, Level of Evidence B)."}, StudyDesign::kGuideline,
      2019, "B");
  EXPECT_THAT(positions(), ElementsAre("strong recommendation", "conditional recommendation"));
}

TEST_F(Disagreements, WhatABodyTookBackRecommendsNothing) {
  add("Guideline of septic shock", {"We recommend steroids for septic shock."}, StudyDesign::kGuideline, 2012,
      "A");
  add("Guideline of septic shock", {"We recommend against steroids for septic shock."},
      StudyDesign::kGuideline, 2021, "A");
  add("Guideline of septic shock", {"We recommend omeprazole for septic shock."}, StudyDesign::kGuideline,
      2012, "B");
  add("Guideline of septic shock", {"We recommend against omeprazole in severe septic shock."},
      StudyDesign::kGuideline, 2021, "B");
  take_back_replaced_advice(evidence_);
  EXPECT_TRUE(is_taken_back(evidence_.sources[0].findings[0], "steroids"));
  EXPECT_TRUE(evidence_.sources[1].findings[0].takes_back);
  EXPECT_THAT(evidence_.sources[2].findings[0].taken_back, IsEmpty());  // only in the severe kind
  for (const InterventionEvidence& group : gather_interventions(evidence_)) {
    if (group.id == "steroids") {
      EXPECT_THAT(group.recommended, IsEmpty());
      EXPECT_THAT(group.advised_against, SizeIs(1));
    }
  }
}

// Asked of a class: what is said of one of its members is not said of the class.
TEST_F(Disagreements, AMemberIsNotItsClass) {
  auto vocabulary = std::make_shared<Vocabulary>(*evidence_.vocabulary);
  vocabulary->add({"hydrocortisone", "hydrocortisone", "", ConceptRole::kIntervention, false, {"steroids"}},
                  std::vector<std::string>{"hydrocortisone"}, stemmer_);
  evidence_.vocabulary = vocabulary;
  Concept asked;
  asked.label = "steroids";
  asked.thesaurus_id = "steroids";
  asked.role = ConceptRole::kIntervention;
  evidence_.question.concepts.push_back(asked);
  add("Guideline of septic shock", {"We recommend steroids for septic shock."}, StudyDesign::kGuideline, 2018,
      "A");
  add("Guideline of septic shock", {"We recommend against hydrocortisone for septic shock."},
      StudyDesign::kGuideline, 2022, "A");
  add("Guidance on septic shock", {"We recommend against hydrocortisone for septic shock."},
      StudyDesign::kGuideline, 2022, "B");
  EXPECT_THAT(find(), IsEmpty());
}

TEST_F(Disagreements, TheNewerVersionOfAReviewStands) {
  add("Steroids for septic shock (Review)", {"Steroids reduced mortality compared with placebo."},
      StudyDesign::kSystematicReview, 2004);
  add("Steroids for septic shock", {"There was no difference in mortality between steroids and placebo."},
      StudyDesign::kSystematicReview, 2015);
  EXPECT_THAT(positions(), ElementsAre("2015, the newer, which stands: no difference in death",
                                       "2004, the older, superseded by it: lower risk of death"));
}

}  // namespace
}  // namespace attest
