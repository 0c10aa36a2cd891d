#include "answer/lines/caused_condition.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "answer/lines/lines.h"
#include "answer/lines/option_names.h"
#include "evidence/evidence_test_support.h"
#include "findings/arms/control_arms.h"

namespace attest {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

class CausedCondition : public testing::Test {
 protected:
  CausedCondition() {
    auto vocabulary = std::make_shared<Vocabulary>();
    add_control_arms(*vocabulary, stemmer_);
    for (const char* name : {"clozapine", "filgrastim", "lithium"})
      vocabulary->add({name, name, "", ConceptRole::kIntervention, false, {}}, std::vector<std::string>{name},
                      stemmer_);
    vocabulary->add({"neutropenia", "neutropenia", "", ConceptRole::kCondition, false, {}},
                    std::vector<std::string>{"neutropenia"}, stemmer_);
    evidence_.vocabulary = vocabulary;
    evidence_.question.intent = Intent::kTreatment;
    Concept asked;
    asked.role = ConceptRole::kCondition;
    asked.label = "neutropenia";
    asked.thesaurus_id = "neutropenia";
    asked.variants.resize(1);
    asked.variants[0].words = "neutropenia";
    asked.variants[0].weight = 1;
    evidence_.question.concepts = {asked};
  }

  // The options found in one source.
  std::vector<std::string> options(const std::string& title, const std::vector<std::string>& sentences,
                                   StudyDesign design = StudyDesign::kRandomisedTrial) {
    evidence_.sources.clear();
    AnswerSource& source = test::add_source(evidence_, stemmer_, title, sentences, design);
    source.about_condition = true;
    source.naming = 3;
    std::vector<std::string> names;
    for (const InterventionEvidence& group : gather_interventions(evidence_)) names.push_back(group.name);
    return names;
  }

  Stemmer stemmer_;
  Evidence evidence_;
};

TEST_F(CausedCondition, WhatCausesItIsNoTreatment) {
  EXPECT_THAT(options("Clozapine and the risk of neutropenia",
                      {"Clozapine is the treatment of choice for resistant patients.",
                       "Its use is limited by neutropenia."},
                      StudyDesign::kReview),
              IsEmpty());
  EXPECT_THAT(options("Clozapine-induced neutropenia",
                      {"Clozapine 300 mg daily is recommended.",
                       "Neutropenia occurred in 12% of patients with clozapine and 2% with placebo."}),
              IsEmpty());
}

TEST_F(CausedCondition, HowOftenItCameUpIsNoResultOfTreatingIt) {
  EXPECT_THAT(options("Blood counts under clozapine",
                      {"Neutropenia occurred in 12% of patients with clozapine and 18% with lithium."}),
              IsEmpty());
}

// "Relative to X": what is held against it is no ease by X.
TEST_F(CausedCondition, WhatAnotherIsHeldAgainstDoesNotEaseIt) {
  EXPECT_THAT(options("Clozapine-induced neutropenia",
                      {"Lithium reduced the incidence of neutropenia relative to clozapine.",
                       "Clozapine 300 mg daily is recommended."}),
              Not(testing::Contains("clozapine")));
}

TEST_F(CausedCondition, TheConditionIsKnownInBothSpellings) {
  evidence_.question.concepts[0].variants[0].words = "anaemia";
  EXPECT_THAT(options("Blood counts under clozapine",
                      {"Anemia occurred in 12% of patients with clozapine and 18% with lithium."}),
              IsEmpty());
}

TEST_F(CausedCondition, WhatIsGivenForItStays) {
  EXPECT_THAT(options("Filgrastim for neutropenia",
                      {"Neutropenia resolved in 80% of patients with filgrastim and 40% with placebo."}),
              ElementsAre("filgrastim"));
  EXPECT_THAT(options("Lithium for clozapine-induced neutropenia",
                      {"Neutropenia resolved in 80% of patients with lithium and 40% with placebo."}),
              ElementsAre("lithium"));
}

TEST_F(CausedCondition, WhatHelpedAnimalsIsNoResult) {
  EXPECT_THAT(options("Lithium for neutropenia",
                      {"Neutropenia resolved in 80% of mice with lithium and 40% with placebo."},
                      StudyDesign::kReview),
              IsEmpty());
}

TEST(OptionNames, PartsOfTheBodyAndOfAStudyAreNotGiven) {
  for (const char* name :
       {"Antigens, Surface", "Oxidoreductases", "Duration of Therapy", "Double blind", "Critical Care",
        "Length of Stay", "Preventive", "biosimilars", "prompt", "original ifx", "Drug Combinations"})
    EXPECT_FALSE(may_be_given(name)) << name;
  for (const char* name : {"Streptokinase", "Histamine receptors antagonists", "Exercise", "Lithium"})
    EXPECT_TRUE(may_be_given(name)) << name;
}

}  // namespace
}  // namespace attest
