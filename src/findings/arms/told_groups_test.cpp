// Groups that no vocabulary knows, and whose figure a figure is beside them.
#include "findings/arms/told_groups.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "findings/arms/control_arms.h"
#include "findings/extract.h"

namespace attest {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class ToldGroupsTest : public testing::Test {
 protected:
  ToldGroupsTest() {
    add_control_arms(vocabulary_, stemmer_);
    for (const char* name : {"nimodipine", "morphine", "metformin", "captopril", "ketamine"})
      vocabulary_.add({std::string("t:") + name, name, "", ConceptRole::kIntervention, false, {}},
                      std::vector<std::string>{name}, stemmer_);
    appraisal_.design = StudyDesign::kRandomisedTrial;
  }
  // "20 metformin", "20 ?" where no arm is told.
  std::vector<std::string> arms(const std::string& sentence, const std::string& before = {}) {
    document_ = Document{};
    document_.text = before + sentence;
    const std::vector<GroupMeaning> meanings = group_meanings(document_.text);
    SentenceContext context{&document_, &appraisal_, 0, "", 2, {}, {}};
    context.for_reader = true;
    context.meanings = meanings;
    const Finding finding = extract_finding(
        context, {static_cast<uint32_t>(before.size()), static_cast<uint32_t>(document_.text.size())},
        vocabulary_, stemmer_);
    std::vector<std::string> told;
    for (const ArmRate& rate : finding.rates)
      told.push_back(std::to_string(static_cast<int>(rate.percent)) + " " +
                     (rate.arm.name.empty() ? "?" : rate.arm.name));
    return told;
  }
  Stemmer stemmer_;
  Vocabulary vocabulary_;
  Document document_;
  Appraisal appraisal_;
};

TEST_F(ToldGroupsTest, LabelsBesideGroup) {
  EXPECT_THAT(
      arms("At 6 months, 27% of patients in the BNP group and 53% in the clinical group had experienced a "
           "first cardiovascular event (p=0.034)."),
      ElementsAre("27 BNP group", "53 clinical group"));
  EXPECT_THAT(arms("The incidence was higher in the N + P group than in the N + S group (39% vs. 20%)."),
              ElementsAre("39 N + P group", "20 N + S group"));
  EXPECT_THAT(arms("In the PCA group, 64% of women felt very satisfied with their analgesia as compared with "
                   "57% in the non-PCA group (P = 0.6)."),
              ElementsAre("64 PCA group", "57 non-PCA group"));
  EXPECT_THAT(arms("45% in the 1-mg group used no morphine, compared with 10% in the 0.5-mg group."),
              ElementsAre("45 1-mg group", "10 0.5-mg group"));
  EXPECT_THAT(arms("In the captopril group, 4 (8%) were receiving the maximum daily dose."),
              ElementsAre("8 captopril"));
  // Of the second of two it is not said whose it is.
  EXPECT_THAT(arms("Mortality was lower in the bisoprolol group (11.8% vs 17.3%)."),
              ElementsAre("11 bisoprolol group", "17 ?"));
  // Of both groups together, or of none in particular.
  EXPECT_THAT(arms("Nausea was seen in 12% of the patients of both groups."), ElementsAre("12 ?"));
  EXPECT_THAT(arms("In this age group 12% were obese."), ElementsAre("12 ?"));
}

TEST_F(ToldGroupsTest, NumberedGroupsMeanWhatTheyGot) {
  EXPECT_THAT(
      arms("The eradication rate was 26% in group 1 and 79% in group 2.",
           "Group 1 received dual therapy for 8 weeks. Group 2 received triple therapy for 8 weeks. "),
      ElementsAre("26 group 1 (dual therapy)", "79 group 2 (triple therapy)"));
  EXPECT_THAT(arms("The risk was lower in Groups L-L (0%) and P-L (4%) than in Group P-P (48%)."),
              ElementsAre("0 group L-L", "4 group P-L", "48 group P-P"));
}

TEST_F(ToldGroupsTest, ListsOfGroupsInTheirOrder) {
  EXPECT_THAT(arms("No swelling was seen in 66.7% versus 50% and 80% versus 66.7% in the nimesulide and "
                   "piroxicam groups."),
              ElementsAre("66 nimesulide", "50 piroxicam", "80 nimesulide", "66 piroxicam"));
  EXPECT_THAT(arms("Compared with the placebo group, the olanzapine group had more adverse events (87.5% vs. "
                   "59.6%)."),
              ElementsAre("87 olanzapine group", "59 placebo group"));
  // Two times are listed too.
  EXPECT_THAT(arms("At 6 and 12 months relapse was seen in 40% and 50%, respectively, in the early and late "
                   "groups."),
              ElementsAre("40 ?", "50 ?"));
}

TEST_F(ToldGroupsTest, PeopleWhoGotSomething) {
  EXPECT_THAT(arms("Only one subject (5%) in the morphine with ketamine group and three (15%) subjects "
                   "receiving morphine alone reported dysphoria."),
              ElementsAre("5 morphine with ketamine group", "15 subjects receiving morphine alone"));
  EXPECT_THAT(arms("Mortality was increased in women treated with metformin compared to women not treated "
                   "with metformin (11.6% vs. 1.3%)."),
              ElementsAre("11 metformin", "1 women not treated with metformin"));
}

TEST_F(ToldGroupsTest, WhatIsSetAgainstEachOther) {
  EXPECT_THAT(arms("Pain was more frequent in patients with confirmed tissue disease (six of eight patients) "
                   "than in those without (six of 20 patients)."),
              ElementsAre("75 patients with confirmed tissue disease", "30 those without"));
  EXPECT_THAT(
      arms("Biosimilar users were more frequently affected by arrhythmia than originator users (29.3% vs "
           "22.5%)."),
      ElementsAre("29 Biosimilar users", "22 originator users"));
  EXPECT_THAT(arms("Response rates were 74.1% with FKB327 versus 75.7% with RP."),
              ElementsAre("74 FKB327", "75 RP"));
  EXPECT_THAT(arms("Nausea was seen in 12% with headache and 10% with fever."), ElementsAre("12 ?", "10 ?"));
  // A score is no group, and a baseline is none.
  EXPECT_THAT(
      arms("Combined therapy produced larger reductions in headache scores (64% of participants) than "
           "placebo (29%)."),
      testing::Not(testing::Contains("64 headache scores")));
  EXPECT_THAT(arms("Seizures were fewer in the last month than in the month before (12% v 30%)."),
              testing::Each(testing::AnyOf("12 ?", "30 ?")));
}

TEST_F(ToldGroupsTest, BackgroundTreatmentIsNoArmWhereGroupsAreNamed) {
  EXPECT_THAT(
      arms("Nimodipine controlled the escalation of the morphine dose in 9 patients (65%), and placebo in "
           "4 (28%).",
           "Thirty patients completed the study, 14 and 16 in the nimodipine and placebo groups. "),
      testing::Not(testing::Contains("65 morphine")));
}

TEST_F(ToldGroupsTest, MeaningsOfLabels) {
  const std::vector<GroupMeaning> meanings = group_meanings(
      "They were assigned to receive early surgery (group A, n = 20) or watchful waiting (group B).");
  ASSERT_EQ(meanings.size(), 2u);
  EXPECT_EQ(meanings[0].meaning, "early surgery");
  EXPECT_EQ(meanings[1].meaning, "watchful waiting");
  EXPECT_THAT(
      group_meanings("Resectable disease was operated on and the remaining were kept on follow-up (arm B)."),
      IsEmpty());
  EXPECT_THAT(group_meanings("It was better with surgery, p = 0.002 (arm A)."), IsEmpty());
  EXPECT_THAT(group_meanings("Nothing was given."), IsEmpty());
}

}  // namespace
}  // namespace attest
