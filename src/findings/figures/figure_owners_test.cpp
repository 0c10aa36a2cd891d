// What means, estimates, p-values and doses belong to.
#include "findings/figures/figure_owners.h"

#include <gtest/gtest.h>

#include "findings/arms/control_arms.h"
#include "findings/extract.h"

namespace attest {
namespace {

class FigureOwnersTest : public testing::Test {
 protected:
  FigureOwnersTest() {
    add_control_arms(vocabulary_, stemmer_);
    for (const char* name : {"metformin", "gliclazide", "ketamine", "propofol", "verapamil", "magnesium"})
      vocabulary_.add({std::string("t:") + name, name, "", ConceptRole::kIntervention, false, {}},
                      std::vector<std::string>{name}, stemmer_);
  }
  // "OR 0.7 metformin>placebo [death] @1 year; "
  std::string figures(const std::string& sentence) {
    Document document;
    document.text = sentence;
    Appraisal appraisal;
    appraisal.design = StudyDesign::kRandomisedTrial;
    const SentenceContext context{&document, &appraisal, 0, "", 2, {}, {}};
    const Finding finding =
        extract_finding(context, {0, static_cast<uint32_t>(sentence.size())}, vocabulary_, stemmer_);
    std::string text;
    for (const AttachedFigure& figure : finding.figures) {
      text += std::string(figure.span.of(sentence));
      if (!figure.arm.name.empty()) text += " " + figure.arm.name;
      if (!figure.against.name.empty()) text += ">" + figure.against.name;
      if (!figure.outcome.empty()) text += " [" + figure.outcome + "]";
      if (!figure.follow_up.empty()) text += " @" + figure.follow_up;
      text += "; ";
    }
    return text;
  }
  Stemmer stemmer_;
  Vocabulary vocabulary_;
};

TEST_F(FigureOwnersTest, MeansBelongToTheArmBesideThem) {
  EXPECT_EQ(
      figures("Mean sedation score was 3.1 ± 0.7 in the ketamine group and 4.0 ± 0.6 in the propofol group."),
      "3.1 ± 0.7 ketamine [sedation score]; 4.0 ± 0.6 propofol [sedation score]; ");
  EXPECT_EQ(figures("Weight was 80.1 ± 9 kg and 84.2 ± 8 kg."),
            "80.1 ± 9 kg [weight]; 84.2 ± 8 kg [weight]; ");
}

TEST_F(FigureOwnersTest, EstimatesAreOfTheOutcomeBeforeTheirBracket) {
  EXPECT_EQ(
      figures(
          "Metformin was followed by lower all cause mortality (HR 0.8, 95% CI 0.7 to 0.9) and fewer deaths "
          "from heart failure (HR 0.7, 95% CI 0.5 to 0.95) compared with placebo."),
      "HR 0.8, 95% CI 0.7 to 0.9 metformin>placebo [all cause mortality]; "
      "HR 0.7, 95% CI 0.5 to 0.95 metformin>placebo [deaths from heart failure]; ");
  EXPECT_EQ(figures("The odds ratio for restenosis was 0.78 (95% CI 0.64-0.95)."),
            "0.78 (95% CI 0.64-0.95) [restenosis]; ");
  EXPECT_EQ(figures("Verapamil reduced pain at 12 weeks (P<0.01)."), "");
}

TEST_F(FigureOwnersTest, WhatSomethingElseLeadsToIsNoOutcome) {
  for (const char* sentence : {"Rates fell among women who were overweight (HR 0.7, 95% CI 0.5 to 0.9).",
                               "It was better after surgery (P = 0.02).", "The trial showed a HR of 0.7.",
                               "Predictors of a long stay were age (P<0.01) and sex (P = 0.03)."})
    EXPECT_EQ(figures(sentence).find('['), std::string::npos) << sentence << figures(sentence);
}

TEST_F(FigureOwnersTest, AComparisonHasExactlyTwoArms) {
  EXPECT_EQ(figures("Glucose fell more with metformin than with placebo (P = .01)."),
            "P = .01 metformin>placebo; ");
  EXPECT_EQ(
      figures("Weight fell with metformin compared with placebo (P = .01), and fat decreased from 40% to 24% "
              "(P = .02)."),
      "P = .01 metformin>placebo; 40% [fat]; 24% [fat]; P = .02 [fat]; ");
  EXPECT_EQ(figures("Metformin, gliclazide and magnesium were better than placebo (P = .01)."), "");
}

TEST_F(FigureOwnersTest, DosesAreOfTheNameThatLeadsToThem) {
  EXPECT_EQ(figures("Patients received metformin 500 mg twice daily or gliclazide at a dose of 80 mg."),
            "500 mg twice daily metformin; 80 mg gliclazide; ");
  EXPECT_EQ(figures("Metformin lowered glucose in those who took 5 mg of another drug."), "");
}

TEST_F(FigureOwnersTest, ATimeHoldsForTheFiguresOfItsPart) {
  EXPECT_EQ(figures("At 12 weeks, mean pain score was 3.2 ± 1.1 with ketamine."),
            "3.2 ± 1.1 ketamine [pain score] @12 weeks; ");
}

TEST_F(FigureOwnersTest, AFigureOfTheStartHasNoLaterTime) {
  EXPECT_EQ(figures("Mean pain was 7.2 ± 1.0 at baseline and 3.1 ± 0.9 at 6 months."),
            "7.2 ± 1.0 [pain]; 3.1 ± 0.9 [pain] @6 months; ");
  EXPECT_EQ(figures("Mean swelling dropped from 56 ± 5 mm preoperatively to 6 ± 2 mm at 1 day."),
            "56 ± 5 mm [swelling]; 6 ± 2 mm [swelling] @1 day; ");
  EXPECT_EQ(figures("At 3 months mean pain had fallen from 7.2 ± 1.0 to 3.1 ± 0.9."),
            "7.2 ± 1.0 [pain]; 3.1 ± 0.9 [pain] @3 months; ");
  EXPECT_EQ(figures("The mean change from baseline was 2.2 ± 0.4 at 12 weeks."), "2.2 ± 0.4 @12 weeks; ");
}

TEST_F(FigureOwnersTest, AnEstimateBehindTwoSharesComparesThem) {
  EXPECT_EQ(
      figures(
          "Death occurred in 12 of 100 patients given metformin and 20 of 100 given placebo (hazard ratio "
          "0.58, 95% CI 0.30 to 0.90; P < 0.01)."),
      "hazard ratio 0.58, 95% CI 0.30 to 0.90 metformin>placebo [death]; "
      "P < 0.01 metformin>placebo [death]; ");
  // A ratio above 1 is not of the arm with the smaller share.
  EXPECT_EQ(
      figures("Death occurred in 12 of 100 patients given metformin and 20 of 100 given gliclazide (odds "
              "ratio 1.8)."),
      "odds ratio 1.8 [death]; ");
  EXPECT_EQ(
      figures("Death occurred in 12% with metformin, in 15% with gliclazide and in 20% with placebo (odds "
              "ratio 0.6)."),
      "odds ratio 0.6 [death]; ");
}

TEST_F(FigureOwnersTest, AmountsOfAChangeBelongToTheArmBehindThem) {
  EXPECT_EQ(figures("Pain fell from 7.2 to 3.4 with ketamine and from 7.1 to 5.9 with placebo."),
            "7.2 ketamine [pain]; 3.4 ketamine [pain]; 7.1 placebo [pain]; 5.9 placebo [pain]; ");
  EXPECT_EQ(
      figures("Mean systolic blood pressure fell by 12 mmHg with verapamil and by 4 mmHg with placebo."),
      "12 mmHg verapamil [systolic blood pressure]; 4 mmHg placebo [systolic blood pressure]; ");
  EXPECT_EQ(
      figures("HbA1c decreased from 8.2% to 7.1% in the metformin group and from 8.1% to 7.9% in the placebo "
              "group at 12 weeks."),
      "8.2% metformin [hba1c]; 7.1% metformin [hba1c] @12 weeks; 8.1% placebo [hba1c]; "
      "7.9% placebo [hba1c] @12 weeks; ");
  EXPECT_EQ(figures("Verapamil reduced the heart rate by 12%."), "12% verapamil [heart rate]; ");
  EXPECT_EQ(figures("Patients took from 2 to 4 capsules."), "");
}

TEST_F(FigureOwnersTest, HowMuchOfItThereWasLeadsToABracket) {
  EXPECT_EQ(figures("However, the incidence of bleeding was increased (RR = 1.23, P < 0.001)."),
            "RR = 1.23 [incidence of bleeding]; P < 0.001 [incidence of bleeding]; ");
  EXPECT_EQ(figures("The incidence in men was higher (RR = 1.23)."), "");
  EXPECT_EQ(figures("Gastrin was similar (113.4 ± 11 pg/mL metformin vs 166.1 ± 17 pg/mL gliclazide)."),
            "113.4 ± 11 pg/mL metformin [gastrin]; 166.1 ± 17 pg/mL gliclazide [gastrin]; ");
}

}  // namespace
}  // namespace attest
