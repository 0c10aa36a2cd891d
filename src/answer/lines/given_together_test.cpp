// Results of several things given together stand under the regimen that was studied.
#include "answer/lines/given_together.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "answer/lines/lines.h"
#include "evidence/evidence_test_support.h"

namespace attest {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

class GivenTogether : public testing::Test {
 protected:
  GivenTogether() {
    evidence_.vocabulary = test::vocabulary_of(
        {"omeprazole", "amoxicillin", "bismuth", "tetracycline", "methotrexate", "golimumab"}, {"ulcer"},
        stemmer_);
    evidence_.question.intent = Intent::kTreatment;
    evidence_.question.asked = evidence_.question.resolved = "treatment of ulcer";
    evidence_.question.concepts = {named("ulcer", ConceptRole::kCondition)};
  }
  static Concept named(const std::string& name, ConceptRole role) {
    Concept one;
    one.role = role;
    one.thesaurus_id = one.label = one.asked_as = name;
    one.variants.resize(1);
    one.variants[0].words = name;
    one.variants[0].weight = 1;
    return one;
  }
  void add(const std::string& title, const std::vector<std::string>& sentences) {
    test::add_source(evidence_, stemmer_, title, sentences, StudyDesign::kRandomisedTrial).about_condition =
        true;
  }
  std::vector<std::string> told(const std::string& title, const std::string& sentence) {
    evidence_.sources.clear();
    add(title, {sentence});
    std::vector<std::string> names;
    for (const Mention& one : options_told_of(evidence_, evidence_.sources.front().findings.front()))
      names.push_back(one.name);
    return names;
  }
  std::vector<std::string> options() {
    std::vector<std::string> names;
    for (const InterventionEvidence& group : gather_interventions(evidence_)) names.push_back(group.name);
    return names;
  }
  Stemmer stemmer_;
  Evidence evidence_;
};

TEST_F(GivenTogether, ARegimenIsTheOption) {
  EXPECT_THAT(told("Ulcer",
                   "Ulcer healed in 90% of people after triple therapy with omeprazole, bismuth and "
                   "tetracycline."),
              ElementsAre("omeprazole + bismuth + tetracycline"));
  EXPECT_THAT(told("Ulcer",
                   "Ulcer healed in 90% with omeprazole plus amoxicillin and in 40% with omeprazole "
                   "alone."),
              ElementsAre("omeprazole + amoxicillin"));
  EXPECT_THAT(told("Ulcer", "Ulcer healed in 90% with omeprazole and in 40% with bismuth."),
              ElementsAre("omeprazole", "bismuth"));
  EXPECT_THAT(told("Ulcer",
                   "Triple therapy using omeprazole or bismuth plus tetracycline and amoxicillin is "
                   "recommended when others have failed."),
              ElementsAre("omeprazole or bismuth + tetracycline + amoxicillin"));
}

TEST_F(GivenTogether, TheTitleNamesWhatWasStudied) {
  const char* const title = "Omeprazole plus amoxicillin in ulcer";
  EXPECT_THAT(told(title, "Ulcer healed in 90% of the patients treated."),
              ElementsAre("omeprazole + amoxicillin"));
  EXPECT_THAT(told(title, "Ulcer healed in 90% with amoxicillin."), ElementsAre("omeprazole + amoxicillin"));
  EXPECT_THAT(told(title, "Ulcer healed in 90% with amoxicillin alone."), ElementsAre("amoxicillin"));
}

TEST_F(GivenTogether, WhatWasAddedToWhatFailedIsOneOption) {
  evidence_.question.intent = Intent::kLineOfTherapy;
  evidence_.question.line_of_therapy = 2;
  evidence_.question.asked = evidence_.question.resolved = "treatment of ulcer after methotrexate has failed";
  evidence_.question.concepts.push_back(named("methotrexate", ConceptRole::kIntervention));
  add("Golimumab in ulcer despite methotrexate therapy",
      {"Ulcer healed in 60% with golimumab plus methotrexate.", "Ulcer healed in 50% with golimumab."});
  EXPECT_THAT(options(), ElementsAre("golimumab"));
  evidence_.sources.clear();
  add("Ulcer despite methotrexate therapy", {"Ulcer healed in 60% with golimumab plus methotrexate."});
  add("Golimumab plus methotrexate in ulcer despite methotrexate", {"Ulcer healed in 60%."});
  EXPECT_THAT(options(), UnorderedElementsAre("golimumab + methotrexate"));
}

}  // namespace
}  // namespace attest
