// Which denials and which likenesses are results: those of an effect, not those of something beside it.
#include <gtest/gtest.h>

#include "findings/arms/control_arms.h"
#include "findings/extract.h"

namespace attest {
namespace {

class ToldResultsTest : public testing::Test {
 protected:
  ToldResultsTest() {
    for (const char* name : {"metoprolol", "methylphenidate", "saline", "sufentanil"})
      vocabulary_.add({"t:" + std::string(name), name, "", ConceptRole::kIntervention, false, {}},
                      std::vector<std::string>{name}, stemmer_);
    add_control_arms(vocabulary_, stemmer_);
  }
  Direction of(const std::string& sentence) {
    document_ = Document{};
    document_.text = sentence;
    appraisal_.design = StudyDesign::kRandomisedTrial;
    const SentenceContext context{&document_, &appraisal_, 0, "", 2, {}, {}};
    return extract_finding(context, {0, static_cast<uint32_t>(sentence.size())}, vocabulary_, stemmer_)
        .direction;
  }
  Stemmer stemmer_;
  Vocabulary vocabulary_;
  Document document_;
  Appraisal appraisal_;
};

TEST_F(ToldResultsTest, AnotherThingIsDenied) {
  for (const char* text :
       {"Anemia is not an expected physiological change associated with aging.",
        "No older person should suffer a preventable, life-threatening event.",
        "This difference was not attributable to an increased number of placental aspirations.",
        "The fall was not due to an improvement of the diet.",
        "Adverse events which may or may not have been the side effects of the treatment were mild.",
        "In controls metoprolol caused a fall in flow, which was not seen in obstructed animals (blood flow "
        "reduction 52 percent).",
        "There was no patient with graft hypertrophy.Metoprolol is an effective method.",
        "The majority would not attempt metoprolol alone for bleed prevention.",
        "No side effects of metoprolol were observed."})
    EXPECT_NE(of(text), Direction::kNoDifference) << text;
}

TEST_F(ToldResultsTest, AnEffectIsDenied) {
  for (const char* text :
       {"Metoprolol did not prevent stroke.", "There was no significant difference in mortality.",
        "Metoprolol had no effect on mortality.",
        "Metoprolol was not associated with a lower risk of death than placebo.",
        "Mortality was not (p = 0.4) significantly reduced by metoprolol.",
        "There were no differences in side effects between the groups.",
        "Removal of the endothelium did not influence this response."})
    EXPECT_EQ(of(text), Direction::kNoDifference) << text;
}

TEST_F(ToldResultsTest, LikeThingsThatWereUsed) {
  EXPECT_EQ(of("A total of 432 segments were analyzed from comparable transaxial tomograms, of which 166 had "
               "defects before reinjection of metoprolol."),
            Direction::kUnstated);
  EXPECT_EQ(
      of("Four sites randomly received injections of normal saline (NS) or sufentanil (S), and one site "
         "served as reference."),
      Direction::kUnstated);
  EXPECT_EQ(of("Mortality was lower with metoprolol than with placebo (NS)."), Direction::kNoDifference);
  EXPECT_EQ(
      of("It was difficult to find studies of metoprolol that were sufficiently similar in design to allow "
         "comparison."),
      Direction::kUnstated);
}

TEST_F(ToldResultsTest, WhatAStudyWasForIsNoResult) {
  for (const char* text :
       {"The other purpose of the study was to assess any adverse cognitive effects of metoprolol against a "
        "drug believed to have no effect on the nervous system.",
        "To determine whether metoprolol has no effect on mortality compared with placebo.",
        "Objectives: to review whether metoprolol improves survival in women who did not improve before.",
        "If metoprolol is found to be effective in reducing deaths, it may offer the potential to be a "
        "low-cost "
        "treatment.",
        "The aim of this study was to show that metoprolol is superior to placebo."})
    EXPECT_EQ(of(text), Direction::kUnstated) << text;
}

TEST_F(ToldResultsTest, AResultBesideItsPurposeIsOne) {
  EXPECT_EQ(of("To assess safety, deaths were counted and did not differ between the groups."),
            Direction::kNoDifference);
  EXPECT_EQ(of("Objective response rates did not differ between the groups."), Direction::kNoDifference);
}

TEST_F(ToldResultsTest, MoreThanOneAndNoMoreThanAnotherIsBoth) {
  EXPECT_EQ(of("P3 amplitude was significantly larger under methylphenidate than under placebo, but did not "
               "differ from controls."),
            Direction::kUnstated);
}

TEST_F(ToldResultsTest, NoDifferenceAtFirstAndOneLater) {
  EXPECT_EQ(of("There was no significant difference in pain before the intervention, but the difference was "
               "significant during two cycles after metoprolol."),
            Direction::kUnstated);
  EXPECT_EQ(of("The time constant did not differ, but metoprolol leaves a larger fraction unjoined."),
            Direction::kUnstated);
  EXPECT_EQ(of("No rigorous research of the effectiveness of metoprolol was identified."),
            Direction::kUnstated);
  EXPECT_EQ(
      of("To ameliorate these issues metoprolol has been a prominent trend in patients with improved care."),
      Direction::kUnstated);
  EXPECT_EQ(of("The difference in pain was not significant with metoprolol."), Direction::kNoDifference);
}

TEST_F(ToldResultsTest, WhatIsTurnedRoundSpeaksNotAgainst) {
  for (const char* text :
       {"Only metoprolol has clearly shown a fracture benefit, providing the greatest relative risk "
        "reduction.",
        "Prevention of cognitive decline should be a goal of treatment with metoprolol.",
        "Metoprolol slows the decline of lung function.",
        "Compared with no treatment, there were fewer failed improvements in heart rate with metoprolol.",
        "A reduction was noted in all cause maternal mortality with metoprolol (RR 0.60, 95% CI 0.37-0.97)."})
    EXPECT_NE(of(text), Direction::kAgainst) << text;
  EXPECT_EQ(of("Metoprolol caused a decline in survival."), Direction::kAgainst);
  EXPECT_EQ(of("Metoprolol produced a greater reduction in mortality than placebo."), Direction::kFavours);
}

TEST_F(ToldResultsTest, PeopleWhoWereWorseBefore) {
  EXPECT_EQ(of("The third study assessed metoprolol in participants with more severe impairment."),
            Direction::kUnstated);
  EXPECT_EQ(of("Metoprolol was associated with more severe impairment than placebo."), Direction::kAgainst);
}

}  // namespace
}  // namespace attest
