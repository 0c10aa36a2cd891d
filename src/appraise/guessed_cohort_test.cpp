// What the wording calls a cohort, a survey or cases and controls, and what the text tells of.
#include <gtest/gtest.h>

#include "appraise/appraisal.h"
#include "appraise/appraise_test_support.h"
#include "appraise/study_design.h"

namespace attest {
namespace {

using test::document_of;

struct GuessCase {
  const char* title;
  const char* text;
};

StudyDesign design_of(const GuessCase& c) { return judge_design(document_of(c.title, c.text)).design; }

TEST(GuessedCohort, OneTreatedGroupIsACaseSeries) {
  const GuessCase series[] = {
      {"Radiocolloids in the management of hemophilic arthropathy in children and adolescents.",
       "Fifty-eight joints of 35 patients were injected with yttrium-90 silicate under local anesthesia. "
       "After a "
       "mean follow-up period of seven years, 47 joints were pain free. The mean hemorrhagic frequency had "
       "decreased from four per month to two per year."},
      {"Immediate and short-term results of a 1988-1989 coronary angioplasty registry.",
       "The records of 507 consecutive patients undergoing a first angioplasty at our center were reviewed. "
       "Successful dilatation was achieved in 659 of the 734 attempted lesions."},
      {"Linear accelerator radiosurgery for meningiomas in and around the cavernous sinus",
       "A retrospective study to evaluate the efficacy of radiosurgery. Between 1993 and 2001, 42 patients "
       "with "
       "meningiomas underwent radiosurgery at our institution. At follow-up local control was achieved in "
       "97%."},
      {"Radiotherapy of localized prostate cancer",
       "The response to radiation therapy was analysed in a group of 35 patients. All of them were treated "
       "with "
       "photons and followed for two years. Tumor regression was found from the sixth month."},
      {"A retrospective study of poisoning in Tehran.",
       "The 7000 poisoning cases referred to the hospital over six months were evaluated retrospectively. "
       "Oral "
       "ingestion was the most common route. Most patients were discharged."},
      {"Outcome following prolonged intensive care",
       "A retrospective case series analysis of data collected from patient charts. Patients were treated "
       "for "
       "more than 30 days."},
  };
  for (const GuessCase& c : series) EXPECT_EQ(design_of(c), StudyDesign::kCaseSeries) << c.title;
}

TEST(GuessedCohort, WhereGroupsOrRisksAreHeldAgainstEachOtherItStays) {
  const GuessCase cohorts[] = {
      {"Calcium channel blockers or ACE inhibitors in polycystic kidney disease.",
       "Twenty-six patients with hypertension were followed up for two years. Patients were divided into two "
       "groups by the agents given. Group 1 received calcium channel blockers, while group 2 received ACE "
       "inhibitors."},
      {"Beta-blocking agents in elderly patients after myocardial infarction",
       "We retrospectively analyzed 1169 patients who were followed for 18 months. There were 21 events in "
       "653 "
       "patients who received beta-blocking agents and 39 in 516 patients who did not receive them."},
      {"Predicting response to carvedilol for heart failure",
       "A retrospective analysis of 98 patients treated with carvedilol was performed by multivariate "
       "analyses. "
       "Patients were followed for 16 months."},
      {"Cancer mortality in workers exposed to dioxin",
       "We conducted a retrospective cohort study of mortality among the 5172 workers at 12 plants. "
       "Mortality "
       "was not significantly elevated in this cohort."},
      {"Switching infliximab in inflammatory bowel disease: a prospective cohort",
       "Patients were switched and followed for one year. They were treated at one centre."},
  };
  for (const GuessCase& c : cohorts) EXPECT_EQ(design_of(c), StudyDesign::kCohort) << c.title;
}

TEST(GuessedCohort, NoPeopleNoPastNoCohort) {
  const GuessCase none[] = {
      {"Does open access publishing increase the impact of scientific articles?",
       "We evaluated a total of 161 articles published in the year 2008. Citation data were compared between "
       "the two groups up until 2011. The database was searched retrospectively."},
      {"The L-arginine-nitric oxide pathway in hypertension.",
       "Nitric oxide is involved in the regulation of vascular tone. Hypertension is associated with "
       "increased "
       "tone. Longitudinal changes in patients are discussed elsewhere."},
      {"Clinical problems in follow-up after conservative surgery",
       "Patients treated with surgery are at risk of recurrence for a long period. Follow-up must be "
       "regular. "
       "Few such patients present late."},
  };
  for (const GuessCase& c : none) EXPECT_NE(design_of(c), StudyDesign::kCohort) << c.title;
}

TEST(GuessedCohort, SurveysAskOnce) {
  const GuessCase surveys[] = {
      {"Preventive measures used in practices",
       "A questionnaire was sent to all orthodontists. The response was 82%. Most gave advice on brushing."},
      {"Depressive symptoms in the elderly",
       "A cross-sectional study of depressive symptoms was conducted in 1617 men and women. The prevalence "
       "of "
       "depressed mood was 5.2%."},
  };
  for (const GuessCase& c : surveys) EXPECT_EQ(design_of(c), StudyDesign::kCrossSectional) << c.title;
  const GuessCase others[] = {
      {"Relapse in young paranoid schizophrenic patients: a prospective study of stressful life events",
       "Over 6 years data were collected on 41 outpatients. The patients were rated prospectively every 2 "
       "weeks, "
       "and questionnaires on coping were given."},
      {"Exercise-induced asthma: a practical guide to definitions and diagnosis",
       "Exercise will trigger asthma in most individuals who have chronic asthma. Prevalence data indicate "
       "that "
       "this disorder is very common in those who participate in sports."},
  };
  for (const GuessCase& c : others) EXPECT_NE(design_of(c), StudyDesign::kCrossSectional) << c.title;
}

TEST(GuessedCohort, AnOddsRatioAloneMakesNoCasesAndControls) {
  const GuessCase none[] = {
      {"Falls in elderly patients with glaucoma.",
       "We analyzed the determinants of serious falls among 489 ambulatory elders. Using logistic "
       "regression, the "
       "greatest single risk factor for falls was the use of eye medications (odds ratio, 5.4)."},
      {"Sex-related differences among patients with acute coronary syndromes",
       "The study comprised 7638 women and 19117 men. Women were less likely to have advanced disease (odds "
       "ratio "
       "0.7)."},
  };
  for (const GuessCase& c : none) EXPECT_NE(design_of(c), StudyDesign::kCaseControl) << c.title;
  const GuessCase held[] = {
      {"Polymorphism associated with lower risk of lung cancer",
       "We compared 307 patients with primary lung cancer and an equal number of age- and sex-matched "
       "controls. "
       "The odds ratio was 0.44."},
      {"Blood viscosity in hypertension",
       "Viscosity was studied in 22 patients with hypertension and compared with age-matched healthy "
       "controls."},
  };
  for (const GuessCase& c : held) EXPECT_EQ(design_of(c), StudyDesign::kCaseControl) << c.title;
}

TEST(TestAccuracy, SensitivityAndSpecificityOfATest) {
  const GuessCase tests[] = {
      {"Indium-111-labeled leukocyte scan in detection of vascular graft infection",
       "To determine the sensitivity and specificity of the scan in patients treated with antibiotics, a "
       "retrospective study was performed. There were 10 true-positive scans."},
      {"Accuracy of a urease test after therapy.",
       "We assessed test results after therapy in two randomized, double-blind trials. A total of 233 "
       "patients "
       "received omeprazole. Post-therapy test sensitivity was 86% and specificity was 95%."},
      {"Should we screen all newborns for cystic fibrosis?",
       "68,000 meconium samples were examined. The specificity and sensitivity of the tests were 99.67% and "
       "78.57%. The prevalence at birth was 1:3600. Newborns were tested in one survey."},
  };
  for (const GuessCase& c : tests) EXPECT_EQ(design_of(c), StudyDesign::kDiagnosticStudy) << c.title;
  const GuessCase others[] = {
      {"Predicting mortality in pneumonia",
       "In this cohort study 300 patients were followed for a year. The score had a sensitivity of 80% and a "
       "specificity of 70% for death."},
      {"Insulin resistance in obese women",
       "In this cross-sectional study insulin sensitivity was measured in 40 women. Specificity of the assay "
       "was "
       "high."},
      {"Influence of early pain relief on the accuracy of findings in appendicitis: a randomized trial",
       "A randomized, double-blind trial with morphine was conducted in 340 patients. Sensitivity of the "
       "scan was "
       "lower and specificity higher."},
      {"Omeprazole for reflux",
       "Sixty patients were randomly assigned to omeprazole or placebo. The sensitivity and specificity of "
       "symptoms were low."},
  };
  for (const GuessCase& c : others) EXPECT_NE(design_of(c), StudyDesign::kDiagnosticStudy) << c.title;
}

TEST(OwnAllocation, TrialsThatResultsAreHeldAgainstAreOthers) {
  const GuessCase none[] = {
      {"Mortality of treated hypertension in a 26 years follow up",
       "A cohort of 1,172 hypertensive patients was followed up to 26 years. Our mortality rate is lower "
       "than that "
       "found in classical randomized studies."},
      {"Predictors of response in a partial hospital",
       "We studied 956 patients. Results are generally consistent with data from randomized controlled "
       "trials."},
      {"Percent body fat predicted by measurements.",
       "Fifteen measurements were taken in 221 women randomly assigned to validation and cross-validation "
       "groups."},
      {"Fields to modulate fluence", "The technique has been tested on randomly generated distributions."},
      {"Losartan and a study of treatment",
       "The first study has been started, in which 8,300 patients will be randomized to either atenolol or "
       "losartan. We expect results in four years."},
      {"Radiotherapy with heavy particles",
       "Since 1975, 157 patients have been irradiated. Results have been sufficiently good to warrant a "
       "randomized trial."},
      {"Randomized trials of vitamin E in the prevention of disease",
       "Observational studies show benefits. We describe the randomized trials, in which patients received "
       "vitamin "
       "E or placebo."},
  };
  for (const GuessCase& c : none) EXPECT_NE(design_of(c), StudyDesign::kRandomisedTrial) << c.title;
  const GuessCase trials[] = {
      {"Patch for flushes: the results of two multicenter, double-blind, randomized, controlled trials.",
       "Two prospective multicenter, double-blind, randomized, controlled trials were conducted. Women "
       "received "
       "the patch or placebo."},
      {"Cream for itch",
       "Sixty patients were randomly assigned to cream or oil. Our results confirm those of other randomised "
       "trials."},
  };
  for (const GuessCase& c : trials) EXPECT_EQ(design_of(c), StudyDesign::kRandomisedTrial) << c.title;
}

TEST(TitleDesign, WhatBodiesRecommendAndWhatIsOnlyAboutIt) {
  const GuessCase guidelines[] = {
      {"2017 recommendations of the Brazilian Society of Rheumatology for the treatment of arthritis", ""},
      {"Management of arthritis: updated consensus recommendations from the Hong Kong Society of "
       "Rheumatology",
       ""},
  };
  for (const GuessCase& c : guidelines) EXPECT_EQ(design_of(c), StudyDesign::kGuideline) << c.title;
  const GuessCase others[] = {
      {"Preventive dentistry: practitioners' recommendations compared with practice guidelines", ""},
      {"Adherence to the guidelines of the Society of Cardiology", ""},
      {"Dietary recommendations and the risk of the disease", ""},
      {"The quality of reporting of diagnostic accuracy studies in glaucoma", ""},
      {"A systematic review of contouring guidelines: delivery of consensus recommendations", ""},
  };
  for (const GuessCase& c : others) {
    EXPECT_NE(design_of(c), StudyDesign::kGuideline) << c.title;
    EXPECT_NE(design_of(c), StudyDesign::kDiagnosticStudy) << c.title;
  }
  EXPECT_EQ(design_of({"Clients' experiences of treatment: a meta-synthesis of qualitative studies", ""}),
            StudyDesign::kSystematicReview);
  EXPECT_EQ(
      design_of({"Sumatriptan. A reappraisal of its pharmacology and efficacy in migraine.",
                 "Patients were followed for two years in clinical trials. The drug was well tolerated."}),
      StudyDesign::kReview);
  EXPECT_EQ(design_of({"Pump inhibitors in bleeding: a qualitative review.", ""}), StudyDesign::kReview);
  EXPECT_EQ(design_of({"Collective trauma: a qualitative psychosocial-ecological study", ""}),
            StudyDesign::kQualitative);
}

TEST(OwnAllocation, TrialsToldOneAfterTheOtherAreThoseOfAReview) {
  EXPECT_EQ(
      design_of({"Dexmethylphenidate.",
                 "Dexmethylphenidate is indicated for the treatment of children. In a 4-week, double-blind "
                 "trial in 132 children, greater improvements were seen than with placebo. In a "
                 "noncomparative study in 22 children, symptoms improved significantly."}),
      StudyDesign::kReview);
}

TEST(OwnSynthesis, TrialsThatMetCriteriaOfASearch) {
  EXPECT_EQ(
      design_of(
          {"Comparative trials of pump inhibitors in reflux disease.",
           "A search of the literature was performed in two electronic databases. Thirty-two trials met "
           "our criteria. No convincing data were found."}),
      StudyDesign::kSystematicReview);
  EXPECT_EQ(design_of({"Optimal vitamin D status: a quantitative meta analysis",
                       "Five studies were identified. The odds ratio was 0.5."}),
            StudyDesign::kSystematicReview);
}

}  // namespace
}  // namespace attest
