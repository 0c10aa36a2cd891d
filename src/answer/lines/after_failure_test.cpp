// What comes after a treatment that failed, and options that a shown sentence lists.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "answer/build_answer.h"
#include "answer/lay/people_at_risk.h"
#include "answer/lines/after_failure.h"
#include "answer/lines/lines.h"
#include "evidence/evidence_test_support.h"

namespace attest {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

Concept concept_of(const std::string& name, ConceptRole role) {
  Concept asked;
  asked.role = role;
  asked.thesaurus_id = name;
  asked.label = name;
  asked.variants.resize(1);
  asked.variants[0].words = name;
  asked.variants[0].weight = 1;
  return asked;
}

class AfterFailure : public testing::Test {
 protected:
  AfterFailure() {
    evidence_.vocabulary = test::vocabulary_of(
        {"steroids", "omeprazole", "omeprazole gel", "ranitidine", "surgery"}, {"ulcer"}, stemmer_);
    evidence_.question.intent = Intent::kTreatment;
    evidence_.question.asked = "treatment of ulcer";
    evidence_.question.concepts = {concept_of("ulcer", ConceptRole::kCondition)};
  }
  void ask_next(const std::string& question) {
    evidence_.question.intent = Intent::kLineOfTherapy;
    evidence_.question.line_of_therapy = 2;
    evidence_.question.asked = question;
    evidence_.question.concepts.push_back(concept_of("omeprazole", ConceptRole::kIntervention));
  }
  void add(const std::string& title, const std::vector<std::string>& sentences, StudyDesign design) {
    test::add_source(evidence_, stemmer_, title, sentences, design).about_condition = true;
  }
  int rank(const std::string& name) const {
    for (const InterventionEvidence& group : gather_interventions(evidence_)) {
      if (group.name == name) return group.rank;
    }
    return -1;
  }
  std::vector<std::string> lines() const {
    std::vector<std::string> names;
    for (const TherapyLine& line : build_answer(evidence_).lines) names.push_back(line.intervention);
    return names;
  }

  Stemmer stemmer_;
  Evidence evidence_;
};

TEST_F(AfterFailure, WhatHasFailedDoesNotComeNext) {
  ask_next("what next when omeprazole fails in ulcer");
  add("Guideline on ulcer", {"Ranitidine and omeprazole are second-line treatments of ulcer."},
      StudyDesign::kGuideline);
  EXPECT_EQ(rank("omeprazole"), -1);
  EXPECT_EQ(rank("ranitidine"), 2);
  EXPECT_THAT(lines(), ElementsAre("ranitidine"));
}

TEST_F(AfterFailure, WhatOthersWereGivenIsSaidToBeOfOthers) {
  ask_next("what next when omeprazole fails in ulcer");
  add("Omeprazole or steroids for ulcer", {"Steroids healed ulcer in 30 of 40 people (75%)."},
      StudyDesign::kRandomisedTrial);
  EXPECT_THAT(lines(), ElementsAre("steroids"));
  EXPECT_EQ(rank("steroids"), 0);
  const Answer answer = build_answer(evidence_);
  EXPECT_THAT(answer.bottom_line, IsEmpty());
  EXPECT_EQ(answer.verdict, Answer::Verdict::kPartly);
  EXPECT_THAT(answer.gaps, Contains(HasSubstr("what is said is of others")));
}

TEST_F(AfterFailure, WhatOthersWereGivenIsNotToldBesideWhatComesNext) {
  ask_next("what next when omeprazole fails in ulcer");
  add("Steroids for ulcer", {"Steroids healed ulcer in 30 of 40 people (75%)."},
      StudyDesign::kRandomisedTrial);
  add("Surgery for refractory ulcer",
      {"After failed omeprazole surgery healed ulcer in 20 of 40 people (50%)."},
      StudyDesign::kRandomisedTrial);
  EXPECT_THAT(lines(), ElementsAre("surgery"));
}

TEST_F(AfterFailure, WhoCannotTakeItIsGivenWhatOthersAreGiven) {
  ask_next("ulcer in people who cannot tolerate omeprazole");
  add("Guideline on ulcer", {"Ranitidine is the first-line treatment of ulcer."}, StudyDesign::kGuideline);
  add("Steroids or ranitidine for ulcer", {"Steroids healed ulcer in 30 of 40 people (75%)."},
      StudyDesign::kRandomisedTrial);
  EXPECT_EQ(rank("ranitidine"), 1);
  EXPECT_EQ(rank("steroids"), 0);
  EXPECT_EQ(rank("omeprazole"), -1);
}

TEST_F(AfterFailure, WhatGermsResistGivesNoPlace) {
  ask_next("what next when omeprazole fails in ulcer");
  add("Ranitidine in refractory ulcer",
      {"Ranitidine healed ulcer in one of two people with strains resistant to omeprazole (50%)."},
      StudyDesign::kRandomisedTrial);
  EXPECT_NE(rank("ranitidine"), 2);
}

TEST_F(AfterFailure, AKindOfWhatFailedDoesNotComeAfterIt) {
  add("Guideline on ulcer", {"Omeprazole is the first-line treatment of ulcer."}, StudyDesign::kGuideline);
  add("Trial in ulcer",
      {"After failed omeprazole, omeprazole gel healed ulcer in 20 of 40 people (50%).",
       "Healing of ulcer was seen in 60% after failed omeprazole; surgery healed 20 of 40 (50%)."},
      StudyDesign::kRandomisedTrial);
  EXPECT_NE(rank("omeprazole gel"), 2);
  EXPECT_NE(rank("surgery"), 2);
}

TEST_F(AfterFailure, FirstOfTheOrdinaryKindIsNotFirstOfTheRefractory) {
  add("Guideline on ulcer", {"Omeprazole is the first-line treatment of ulcer."}, StudyDesign::kGuideline);
  add("Guideline on refractory ulcer", {"Steroids are the first-line treatment of ulcer."},
      StudyDesign::kGuideline);
  EXPECT_EQ(rank("omeprazole"), 1);
  evidence_.question.asked = "treatment of refractory ulcer";
  EXPECT_EQ(rank("omeprazole"), -1);
  EXPECT_EQ(rank("steroids"), 1);
}

TEST_F(AfterFailure, WhatOthersNeedFirstPutsNoOperationLater) {
  add("Surgery for ulcer", {"Surgery healed ulcer in 30 of 40 people (75%)."}, StudyDesign::kRandomisedTrial);
  add("Care of ulcer", {"Ulcer should be treated conservatively in pregnant women."}, StudyDesign::kReview);
  EXPECT_EQ(rank("surgery"), 0);
  add("Care of ulcer", {"Ulcer should be treated conservatively."}, StudyDesign::kReview);
  EXPECT_EQ(rank("surgery"), 2);
}

TEST_F(AfterFailure, AFirstLineOfWhatTheConditionBringsIsNoneOfTheCondition) {
  AnswerSource& source = test::add_source(evidence_, stemmer_, "Steroids for stricture from ulcer",
                                          {"Steroids are the treatment of choice."}, StudyDesign::kGuideline);
  source.findings[0].condition_match = 1;
  EXPECT_EQ(rank("steroids"), 1);
  source.findings[0].other_subject = true;
  EXPECT_EQ(rank("steroids"), 0);
}

TEST_F(AfterFailure, ADoseForThoseAskedAboutIsNotDenied) {
  Concept children = concept_of("attest:children", ConceptRole::kPopulation);
  children.required = true;
  children.variants[0].words = "child";
  evidence_.question.concepts.push_back(concept_of("omeprazole", ConceptRole::kIntervention));
  evidence_.question.concepts.push_back(children);
  evidence_.question.intent = Intent::kDose;
  add("Guideline on ulcer", {"Omeprazole: adult 40 mg once daily."}, StudyDesign::kGuideline);
  EXPECT_FALSE(tells_what_to_give(evidence_, Answer()));
  add("Guideline on ulcer", {"Omeprazole: adult 40 mg, child 10 mg once daily."}, StudyDesign::kGuideline);
  EXPECT_TRUE(tells_what_to_give(evidence_, Answer()));
}

TEST_F(AfterFailure, AShownSentenceNamesAllThatItLists) {
  add("Antacids in ulcer",
      {"We recommend steroids in high doses (Grade 1C), as well as omeprazole, for ulcer."},
      StudyDesign::kSystematicReview);
  const std::vector<std::string> names = lines();
  ASSERT_EQ(names.size(), 1U);
  for (const char* const one : {"steroids", "omeprazole"}) EXPECT_THAT(names[0], HasSubstr(one));
}

TEST_F(AfterFailure, WhatIsOnlyComparedIsNotListed) {
  add("Drugs for treating ulcer",
      {"Steroids significantly improved healing of ulcer more than omeprazole (RR 1.8; 95% CI 1.2 to 3.3)."},
      StudyDesign::kSystematicReview);
  for (const std::string& name : lines()) EXPECT_THAT(name, Not(HasSubstr(" and ")));
}

TEST_F(AfterFailure, HowATrialWentOnByItsPlanIsNoLine) {
  ask_next("treatment of ulcer after omeprazole failure");
  const auto given_after = [&](const std::string& sentence) {
    add("Ranitidine in ulcer", {sentence}, StudyDesign::kRandomisedTrial);
    return was_given_after(evidence_, evidence_.sources.back().findings.back(), "ranitidine");
  };
  EXPECT_FALSE(given_after("Ranitidine was given as early escape after omeprazole had failed."));
  EXPECT_TRUE(given_after("Ranitidine was given after omeprazole had failed."));
}

TEST_F(AfterFailure, WhatWasGivenBeforeHasFailed) {
  ask_next("treatment of ulcer after omeprazole");
  EXPECT_THAT(failed_in_question(evidence_), ElementsAre("omeprazole"));
}

}  // namespace
}  // namespace attest
