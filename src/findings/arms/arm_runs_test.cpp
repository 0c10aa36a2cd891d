// Several figures of one arm, pairs in the order of a pair before them, and groups by two names.
#include "findings/arms/arm_runs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "findings/arms/control_arms.h"
#include "findings/extract.h"

namespace attest {
namespace {

using testing::ElementsAre;

class ArmRunsTest : public testing::Test {
 protected:
  ArmRunsTest() {
    add_control_arms(vocabulary_, stemmer_);
    for (const char* name : {"nizatidine", "pantoprazole", "ranitidine", "omeprazole", "noradrenaline"})
      vocabulary_.add({std::string("t:") + name, name, "", ConceptRole::kIntervention, false, {}},
                      std::vector<std::string>{name}, stemmer_);
    appraisal_.design = StudyDesign::kRandomisedTrial;
  }
  Finding read(const std::string& sentence) {
    document_ = Document{};
    document_.text = sentence;
    SentenceContext context{&document_, &appraisal_, 0, "", 2, {}, {}};
    context.for_reader = true;
    return extract_finding(context, {0, static_cast<uint32_t>(sentence.size())}, vocabulary_, stemmer_);
  }
  // "20 metformin", "20 ?" where no arm is told.
  std::vector<std::string> arms(const std::string& sentence) {
    std::vector<std::string> told;
    for (const ArmRate& rate : read(sentence).rates)
      told.push_back(std::to_string(static_cast<int>(rate.percent)) + " " +
                     (rate.arm.name.empty() ? "?" : rate.arm.name));
    return told;
  }
  std::vector<std::string> means(const std::string& sentence) {
    std::vector<std::string> told;
    for (const AttachedFigure& figure : read(sentence).figures) {
      if (figure.kind == QuantityKind::kMean)
        told.push_back(std::string(figure.span.of(sentence)) + " " + figure.arm.name);
    }
    return told;
  }
  Stemmer stemmer_;
  Vocabulary vocabulary_;
  Document document_;
  Appraisal appraisal_;
};

TEST_F(ArmRunsTest, SeveralFiguresOfOneArm) {
  EXPECT_THAT(
      arms("By intention-to-treat and per-protocol analyses, ulcer healing rates were 86% (67/78) and 97% "
           "(67/69), respectively, for the OAC group, and 82% (58/71) and 98% (58/59), respectively, for "
           "the OBMT group."),
      ElementsAre("86 OAC group", "97 OAC group", "82 OBMT group", "98 OBMT group"));
  EXPECT_THAT(
      arms("By 12 and 24 h, 44.4% and 72.8% of patients in the pantoprazole group reported first relief of "
           "symptoms versus 29.1% and 55.7% of patients in the ranitidine group."),
      ElementsAre("44 pantoprazole", "72 pantoprazole", "29 ranitidine", "55 ranitidine"));
}

TEST_F(ArmRunsTest, OneRunAloneIsInTheOrderOfItsGroups) {
  EXPECT_THAT(arms("The rates were 13% and 20% in the nizatidine and pantoprazole groups."),
              ElementsAre("13 nizatidine", "20 pantoprazole"));
}

TEST_F(ArmRunsTest, APairLikeThatBefore) {
  EXPECT_THAT(
      arms("There was complete relief after 7 days in 14% of patients on nizatidine and in 40% of those on "
           "pantoprazole, and after 28 days of treatment in 36% and 63% of patients, respectively."),
      ElementsAre("14 nizatidine", "40 pantoprazole", "36 nizatidine", "63 pantoprazole"));
  // Without that word nobody says so.
  EXPECT_THAT(
      arms("There was relief in 14% of patients on nizatidine and in 40% of those on pantoprazole; 36% "
           "and 63% of men and women had side effects."),
      ElementsAre("14 nizatidine", "40 pantoprazole", "36 ?", "63 ?"));
}

TEST_F(ArmRunsTest, NamesBeforeCommas) {
  EXPECT_THAT(
      means("The fall was similar (nizatidine, 9.7 +/- 1.2 mm Hg versus pantoprazole, 11.0 +/- 1.2 mm "
            "Hg, p = NS)."),
      ElementsAre("9.7 +/- 1.2 mm Hg nizatidine", "11.0 +/- 1.2 mm Hg pantoprazole"));
}

TEST_F(ArmRunsTest, AGroupByTwoNames) {
  EXPECT_THAT(arms("Ulcer recurrence rate was 31.3% in the ranitidine group (group 1) versus 6.37% in the "
                   "eradication group (group 2; p = 0.0018)."),
              ElementsAre("31 ranitidine", "6 eradication group"));
  EXPECT_THAT(arms("Relapse occurred in 31% with ranitidine (group 1) and 6% with omeprazole (group 2)."),
              ElementsAre("31 ranitidine", "6 omeprazole"));
  EXPECT_THAT(arms("Tolerability was good in 67% of group 1, in 59% of group 2 and in 83% of group 3."),
              ElementsAre("67 group 1", "59 group 2", "83 group 3"));
}

TEST_F(ArmRunsTest, AWordThatIsNotSaidTwice) {
  EXPECT_THAT(arms("Control was reported by 58% of the nizatidine group and in 88% of the pantoprazole."),
              ElementsAre("58 nizatidine", "88 pantoprazole"));
  EXPECT_THAT(arms("In the nizatidine group 12% of the pantoprazole was returned."),
              testing::Not(testing::Contains("12 pantoprazole")));
}

TEST_F(ArmRunsTest, WhatWasUsed) {
  EXPECT_THAT(arms("Findings were documented in 8 of 31 patients by using enteroclysis and in 22 of 31 "
                   "patients by using WCE."),
              ElementsAre("25 enteroclysis", "70 WCE"));
  EXPECT_THAT(
      arms("It was 40% in the intensive group compared with 51% in the conventional group--an 11 point "
           "reduction."),
      ElementsAre("40 intensive group", "51 conventional group"));
}

TEST_F(ArmRunsTest, LabelsOfSeveralKinds) {
  EXPECT_THAT(
      arms("Eradication rates were as follows; group I 6/18 (33.3%), group II 10/17 (58.8%), group III "
           "15/18 (83.3%), group IV 17/20 (85%)."),
      ElementsAre("33 group I", "58 group II", "83 group III", "85 group IV"));
  EXPECT_THAT(
      means("Group P-PCA required more piritramide than group P-Bolus (46 +/- 15 mg vs. 31 +/- 13 mg, P "
            "= 0.001)."),
      ElementsAre("46 +/- 15 mg group P-PCA", "31 +/- 13 mg group P-Bolus"));
  EXPECT_THAT(
      arms("The proportion who became well was 35% in the vitamin A supplemented group and 16% in the "
           "placebo group."),
      ElementsAre("35 vitamin A supplemented group", "16 placebo group"));
  EXPECT_THAT(arms("Mortality of splenectomized animals was 18%, compared to 42% in sham-operated controls."),
              testing::Contains(testing::StartsWith("42 sham")));
}

TEST_F(ArmRunsTest, WhatDiffersFromAGroupIsNotOfIt) {
  EXPECT_THAT(
      means("Group B-PCA showed the lowest pain ratings (18 +/- 22 mm) differing from group B-Bolus (41 "
            "+/- 32 mm; P < 0.001)."),
      testing::Not(testing::Contains("18 +/- 22 mm group B-Bolus")));
}

TEST_F(ArmRunsTest, TwoKindsOfPeople) {
  EXPECT_THAT(arms("Significantly more PCD than DSME participants responded (54.0% vs 14.0%, P<0.0001)."),
              ElementsAre("54 PCD", "14 DSME participants"));
  EXPECT_THAT(
      means("Vital capacity was lower in obese than normal-weight children (4.75 +/- 0.84 versus 5.36 +/- "
            "1.37 L; p < 0.01)."),
      ElementsAre("4.75 +/- 0.84 obese", "5.36 +/- 1.37 L normal-weight children"));
  EXPECT_THAT(
      means("The diabetic patients showed a decreased value for their vital capacity compared with that of "
            "the control subjects (4.75 +/- 0.84 versus 5.36 +/- 1.37 L; p < 0.01)."),
      ElementsAre("4.75 +/- 0.84 diabetic patients", "5.36 +/- 1.37 L control group"));
  // How often is no group.
  for (const char* text : {"Nausea was more common than vomiting in patients (54% vs 14%).",
                           "Relapse was more frequent in winter than patients expected (54% vs 14%)."})
    EXPECT_THAT(arms(text), ElementsAre("54 ?", "14 ?")) << text;
}

TEST_F(ArmRunsTest, APercentageBesideAnotherThatIsNoShare) {
  EXPECT_THAT(arms("Noradrenaline had less of an effect on blood flow in obstructed animals (blood flow "
                   "reduction 79 percent vs. 58 percent sham vs. obstructed animals)."),
              testing::Not(testing::Contains(testing::HasSubstr("58 sham"))));
}

}  // namespace
}  // namespace attest
