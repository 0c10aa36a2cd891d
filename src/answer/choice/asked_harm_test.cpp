#include "answer/choice/asked_harm.h"

#include <gtest/gtest.h>

#include "evidence/evidence_test_support.h"

namespace attest {
namespace {

TEST(SpeaksOfSafety, WhatIsSafeOrUnwantedIsSpokenOf) {
  for (const char* sentence :
       {"nausea was reported by 12% of those on the drug.", "the drug is safe in old age.",
        "it increases the risk of bleeding.", "faecal incontinence occurred after 6 of 24 operations.",
        "no adverse events were seen.", "other publications on the operation report incontinence."}) {
    EXPECT_TRUE(speaks_of_safety(sentence)) << sentence;
  }
  for (const char* sentence :
       {"most trials had a high risk of bias.", "it lowered the risk of a new stroke.",
        "a history of abuse was told by one in eight.", "nine in ten had good relief.",
        "higher scores mean more severe incontinence.", "this is a grade b recommendation."}) {
    EXPECT_FALSE(speaks_of_safety(sentence)) << sentence;
  }
}

class AskedHarm : public testing::Test {
 protected:
  AskedHarm() {
    evidence_.vocabulary =
        test::vocabulary_of({"metformin", "carvedilol", "misoprostol"}, {"jaundice", "sepsis"}, stemmer_);
    evidence_.question.intent = Intent::kHarm;
    ask({{"metformin", ConceptRole::kIntervention}});
  }
  void ask(const std::vector<std::pair<std::string, ConceptRole>>& asked) {
    evidence_.question.concepts.clear();
    for (const auto& [id, role] : asked) {
      Concept one;
      one.role = role;
      one.label = id;
      one.thesaurus_id = id;
      evidence_.question.concepts.push_back(one);
    }
  }
  bool may(const std::string& title, const std::string& sentence,
           StudyDesign design = StudyDesign::kRandomisedTrial) {
    return may_answer_harm(evidence_,
                           test::add_source(evidence_, stemmer_, title, {sentence}, design).findings[0]);
  }
  Stemmer stemmer_;
  Evidence evidence_;
};

TEST_F(AskedHarm, OfOtherTreatmentsNothingIsTold) {
  EXPECT_TRUE(may("A trial", "Metformin caused nausea in 12%."));
  EXPECT_TRUE(may("Metformin in old age", "Side effects were seen in 12%."));
  EXPECT_FALSE(may("Metformin or carvedilol", "Side effects were seen in 12%."));
  EXPECT_FALSE(may("Metformin in old age", "Adverse reactions to carvedilol occurred beside metformin."));
  EXPECT_FALSE(may("Metformin in old age", "Metformin lowered the weight of most."));
  EXPECT_FALSE(may("Metformin in old age", "For metformin, exclusion of people with side effects was set."));
}

TEST_F(AskedHarm, InPregnancyOnlyWhatItDoesThen) {
  ask({{"misoprostol", ConceptRole::kIntervention}, {"attest:pregnancy", ConceptRole::kPopulation}});
  EXPECT_TRUE(may("Cleft lip", "Misoprostol during pregnancy can harm a fetus."));
  EXPECT_FALSE(may("Misoprostol for termination of pregnancy", "Misoprostol had few side effects."));
  EXPECT_FALSE(
      may("Misoprostol in pregnancy", "Fetuses of mothers with diabetes have a higher risk of harm."));
  EXPECT_FALSE(may("Misoprostol", "Misoprostol is a safe treatment of an ectopic pregnancy."));
  EXPECT_FALSE(may("Misoprostol", "Misoprostol in pregnant women is not effective and should be avoided."));
}

TEST_F(AskedHarm, LayReadersAreToldWhoseHarmItWas) {
  const std::string title = "Metformin by infusion in sepsis";
  const std::string sentence = "With metformin more adverse events occurred (14 of 161 against 8 of 163).";
  EXPECT_TRUE(may(title, sentence));
  evidence_.audience = Audience::kPatient;
  EXPECT_FALSE(may(title, sentence));
  EXPECT_FALSE(may("Intravenous metformin", sentence));
  EXPECT_TRUE(may(title, "In sepsis adverse events occurred more often with metformin by infusion."));
  EXPECT_TRUE(may("Sepsis", "Metformin can cause serious side effects.", StudyDesign::kPatientPage));
  EXPECT_FALSE(may("Metformin in old age", "Side effects were seen in 12%."));
}

}  // namespace
}  // namespace attest
