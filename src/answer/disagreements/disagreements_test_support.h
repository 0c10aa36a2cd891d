// For tests: disagreements of sources of a few sentences each.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "answer/disagreements/disagreements.h"
#include "evidence/evidence_test_support.h"
#include "findings/arms/control_arms.h"

namespace attest::test {

class DisagreementTest : public testing::Test {
 protected:
  DisagreementTest() {
    auto vocabulary = std::make_shared<Vocabulary>();
    add_control_arms(*vocabulary, stemmer_);
    for (const char* name : {"steroids", "starch", "saline", "omeprazole", "ranitidine", "rabeprazole",
                             "sphincterotomy", "surfactol"})
      vocabulary->add({name, name, "", ConceptRole::kIntervention, false, {}}, std::vector<std::string>{name},
                      stemmer_);
    for (const char* name : {"septic shock", "ulcer", "fissure"})
      vocabulary->add({name, name, "", ConceptRole::kCondition, false, {}}, std::vector<std::string>{name},
                      stemmer_);
    evidence_.vocabulary = vocabulary;
    evidence_.question.intent = Intent::kEffect;
  }

  // Every source is about the condition that was asked about.
  void add(const std::string& title, const std::vector<std::string>& sentences,
           StudyDesign design = StudyDesign::kRandomisedTrial, uint16_t year = 0,
           const std::string& society = "") {
    AnswerSource& source = add_source(evidence_, stemmer_, title, sentences, design);
    source.appraisal.year = year;
    source.appraisal.society = society;
  }

  std::vector<Disagreement> find() const {
    return find_disagreements(evidence_, gather_interventions(evidence_));
  }
  std::vector<std::string> positions() const {
    std::vector<std::string> all;
    for (const Disagreement& one : find()) {
      for (const DisagreementSide& side : one.sides) all.push_back(side.position);
    }
    return all;
  }

  Stemmer stemmer_;
  Evidence evidence_;
};

}  // namespace attest::test
