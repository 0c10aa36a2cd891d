// Rates in a patient's words.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "answer/wording.h"
#include "findings/arms/control_arms.h"
#include "findings/extract.h"

namespace attest {
namespace {

class PlainWordingTest : public testing::Test {
 protected:
  // What a patient is told of a trial's sentence, with metformin as the treatment asked for; "" for nothing.
  std::string told(const std::string& sentence, StudyDesign design = StudyDesign::kRandomisedTrial) {
    Stemmer stemmer;
    auto vocabulary = std::make_shared<Vocabulary>();
    add_control_arms(*vocabulary, stemmer);
    for (const char* name : {"metformin", "diltiazem"})
      vocabulary->add({std::string("t:") + name, name, "", ConceptRole::kIntervention, false, {}},
                      std::vector<std::string>{name}, stemmer);
    Evidence evidence;
    evidence.audience = Audience::kPatient;
    evidence.vocabulary = vocabulary;
    AnswerSource source;
    source.id = "one";
    source.document.text = sentence;
    source.appraisal.design = design;
    evidence.sources.push_back(std::move(source));
    const SentenceContext context{
        &evidence.sources[0].document, &evidence.sources[0].appraisal, 0, "", 2, {}, {}};
    const Finding finding =
        extract_finding(context, {0, static_cast<uint32_t>(sentence.size())}, *vocabulary, stemmer);
    const std::optional<Statement> statement = word_plainly(evidence, finding, "t:metformin");
    return statement ? statement->text : std::string();
  }
};

TEST_F(PlainWordingTest, TheFigureIsThatOfTheTreatmentWhereverItStands) {
  EXPECT_EQ(
      told("Nausea occurred in 60% of patients on placebo and in 20% of patients on metformin."),
      "In one study, about 2 in 10 people felt sick with metformin. With placebo it was about 6 in 10.");
  EXPECT_EQ(told("Nausea occurred in 60% of patients on diltiazem."), "");
}

TEST_F(PlainWordingTest, TheOtherFigureHasNoNounOfItsOwn) {
  for (const char* sentence : {"31 of 35 women (89%) in the metformin group had intercourse, compared with 4 "
                               "of 35 (11%) in the placebo "
                               "group.",
                               "At 12 weeks, 31 of 35 women (89%, CI 72-96%) in the metformin group had been "
                               "able to have intercourse, "
                               "compared with 4 of 35 (11%, CI 4-28%) on placebo."}) {
    EXPECT_THAT(told(sentence),
                testing::HasSubstr("about 9 in 10 people could have intercourse with metformin"));
    EXPECT_THAT(told(sentence), testing::HasSubstr("With placebo it was about 1 in 10."));
  }
}

TEST_F(PlainWordingTest, WhatBecamePossible) {
  EXPECT_EQ(
      told("Intercourse became possible in 20 of 30 women (67%) after metformin and in 26 of 28 (93%) after "
           "diltiazem (P = 0.014)."),
      "In one study, about 7 in 10 people could have intercourse with metformin. With diltiazem it was "
      "about 9 in 10.");
}

TEST_F(PlainWordingTest, WhatMayBeChanceIsSaidToBe) {
  EXPECT_EQ(told("Nausea occurred in 30% of patients on metformin and in 20% on placebo, which was not "
                 "significant."),
            "In one study, about 3 in 10 people felt sick with metformin. With placebo it was about 2 in 10. "
            "That may be chance: the study found no clear difference.");
}

TEST_F(PlainWordingTest, UnequalFiguresAreNotToldInEqualWords) {
  EXPECT_EQ(told("Nausea occurred in 7% of patients on metformin and in 12% on placebo."),
            "In one study, about 7 in 100 people felt sick with metformin. With placebo it was about 12 in "
            "100.");
  EXPECT_EQ(
      told("Nausea occurred in 20% of patients on metformin and in 20% on placebo."),
      "In one study, about 2 in 10 people felt sick with metformin. With placebo it was about 2 in 10.");
}

TEST_F(PlainWordingTest, FewPeopleAreSaidToBeFew) {
  EXPECT_EQ(told("Nausea occurred in 3 of 12 patients (25%) on metformin."),
            "In one small study, between 2 and 3 in 10 people felt sick with metformin.");
}

TEST_F(PlainWordingTest, OnlyWhatIsCertainIsTold) {
  for (const char* sentence :
       {"Nausea occurred in 20% of patients on metformin, more than in the other group.",  // half a
                                                                                           // comparison
        "No patient had side effects after metformin, and 60% had headaches on diltiazem.",
        "Metformin led to a 79% reduction in side effects.",
        "Withdrawal due to side effects was 22% with metformin.",
        "Of 100 adverse events 95% were mild with metformin.",
        "Bleeding was controlled in 84% with metformin."}) {
    EXPECT_EQ(told(sentence), "") << sentence;
  }
  EXPECT_EQ(told("Nausea occurred in 20% of patients on metformin.", StudyDesign::kAnimal), "");
  EXPECT_EQ(told("Nausea occurs in 20% of patients on metformin.", StudyDesign::kReview),
            "About 2 in 10 people felt sick with metformin.");
}

}  // namespace
}  // namespace attest
