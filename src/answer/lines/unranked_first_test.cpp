// What leads an answer where no source ranks anything, and what is no result of treating the condition.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "answer/build_answer.h"
#include "answer/lines/lines.h"
#include "evidence/animal_subjects.h"
#include "evidence/evidence_test_support.h"
#include "reconcile/outcomes/serious_harms.h"

namespace attest {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class UnrankedFirst : public testing::Test {
 protected:
  UnrankedFirst() {
    evidence_.vocabulary =
        test::vocabulary_of({"steroids", "omeprazole", "ranitidine"}, {"ulcer", "asthma"}, stemmer_);
    evidence_.question.intent = Intent::kTreatment;
    Concept asked;
    asked.role = ConceptRole::kCondition;
    asked.thesaurus_id = "ulcer";
    asked.variants.resize(1);
    asked.variants[0].words = "ulcer";
    asked.variants[0].weight = 1;
    evidence_.question.concepts = {asked};
  }
  void add(const std::string& title, const std::vector<std::string>& sentences, StudyDesign design) {
    test::add_source(evidence_, stemmer_, title, sentences, design).about_condition = true;
  }
  std::vector<std::string> bottom_line() const {
    std::vector<std::string> texts;
    for (const Statement& statement : build_answer(evidence_).bottom_line) texts.push_back(statement.text);
    return texts;
  }
  std::vector<std::string> options() const {
    std::vector<std::string> names;
    for (const InterventionEvidence& group : gather_interventions(evidence_)) names.push_back(group.name);
    return names;
  }

  Stemmer stemmer_;
  Evidence evidence_;
};

TEST_F(UnrankedFirst, ASingleTrialDoesNotLeadAListOfOptions) {
  add("Omeprazole in ulcer", {"Omeprazole significantly improved healing of ulcer (80% v 40%)."},
      StudyDesign::kRandomisedTrial);
  EXPECT_THAT(bottom_line(), SizeIs(1));
  add("Ranitidine in ulcer", {"Ranitidine significantly improved healing of ulcer (70% v 40%)."},
      StudyDesign::kRandomisedTrial);
  EXPECT_THAT(bottom_line(), IsEmpty());
  EXPECT_THAT(build_answer(evidence_).lines, SizeIs(2));
  // A review of its treatment does.
  const char* const reviewed =
      "Steroids significantly improved healing of ulcer (relative risk 1.8; 95% CI 1.2 to 3.3).";
  add("Drugs for treating ulcer", {reviewed}, StudyDesign::kSystematicReview);
  EXPECT_THAT(bottom_line(), ElementsAre(reviewed));
}

TEST_F(UnrankedFirst, AnAimOrAListOfContentsDoesNotLead) {
  add("Omeprazole for ulcer",
      {"We evaluated the effect of omeprazole on ulcer at a dose proven to be effective in asthma."},
      StudyDesign::kRandomisedTrial);
  EXPECT_THAT(bottom_line(), IsEmpty());
  add("Guideline on ulcer",
      {"The present document contains detailed recommendations on how ranitidine should be given in ulcer."},
      StudyDesign::kConsensus);
  for (const std::string& text : bottom_line()) EXPECT_THAT(text, testing::Not(HasSubstr("document")));
}

TEST_F(UnrankedFirst, ABenefitStandsWithTheDeathsOfItsSource) {
  const char* const benefit =
      "Steroids significantly improved healing of ulcer (relative risk 1.8; 95% CI 1.2 to 3.3).";
  const char* const deaths =
      "Death was more common in the steroids group (relative risk 2.0; 95% CI 1.2 to 3.3).";
  add("Drugs for treating ulcer", {benefit, "Pain was not measured later.", deaths},
      StudyDesign::kSystematicReview);
  EXPECT_THAT(bottom_line(), ElementsAre(benefit, deaths));
}

TEST_F(UnrankedFirst, MoreDeathsAmongTheOthersAreNoHarm) {
  const auto harm = [&](const std::string& sentence) {
    evidence_.sources.clear();
    add("Drugs for treating ulcer", {sentence}, StudyDesign::kSystematicReview);
    return serious_harm_beside(evidence_, evidence_.sources[0], "steroids") != nullptr;
  };
  EXPECT_TRUE(harm("Steroids were associated with fewer ulcers but possibly more deaths."));
  EXPECT_TRUE(harm("The trial of steroids was stopped early because of excess bleeding."));
  EXPECT_FALSE(harm("Deaths were more common in the placebo group than in the steroids group."));
  EXPECT_FALSE(harm("With steroids mortality was lower than with placebo."));
  EXPECT_FALSE(harm("There were no more deaths with steroids."));
}

TEST_F(UnrankedFirst, WhetherTheConditionWasGotIsNoResultOfTreatingIt) {
  add("Steroids in asthma", {"The odds of ulcer were significantly lower in steroids recipients (OR 0.8)."},
      StudyDesign::kSystematicReview);
  EXPECT_THAT(options(), IsEmpty());
  evidence_.sources.clear();
  add("Omeprazole for preventing ulcer", {"Omeprazole was more effective than placebo (RR 0.5)."},
      StudyDesign::kSystematicReview);
  EXPECT_THAT(options(), IsEmpty());
  evidence_.sources.clear();
  add("Omeprazole for ulcer",
      {"Omeprazole reduced the risk of death from ulcer.", "In people with ulcer omeprazole relieved pain."},
      StudyDesign::kSystematicReview);
  EXPECT_THAT(options(), ElementsAre("omeprazole"));
  ASSERT_THAT(gather_interventions(evidence_), SizeIs(1));
  EXPECT_THAT(gather_interventions(evidence_)[0].results, SizeIs(2));
}

TEST_F(UnrankedFirst, DosesOfAnimalsAreNoDoses) {
  add("Ranitidine in villages", {"All infected cattle were treated with ranitidine 25 mg/kg."},
      StudyDesign::kRandomisedTrial);
  const AnswerSource& source = evidence_.sources[0];
  EXPECT_TRUE(speaks_of_animals(source, "all infected cattle were treated with ranitidine 25 mg/kg."));
  EXPECT_FALSE(speaks_of_animals(source, "patients and cattle were treated with ranitidine."));
  EXPECT_FALSE(speaks_of_animals(source, "infants were given bovine surfactant."));
}

// Who they are, or which drug it was, stands in a sentence that is not shown.
TEST_F(UnrankedFirst, WhatStandsForAnotherIsNoResult) {
  add("Omeprazole in ulcer",
      {"Omeprazole significantly improved healing of ulcer (80% v 40%).",
       "None of them improved with omeprazole (0% v 40%).", "They improved with omeprazole (80% v 40%)."},
      StudyDesign::kRandomisedTrial);
  const std::vector<InterventionEvidence> groups = gather_interventions(evidence_);
  ASSERT_THAT(groups, SizeIs(1));
  EXPECT_THAT(groups[0].results, SizeIs(1));
}

}  // namespace
}  // namespace attest
