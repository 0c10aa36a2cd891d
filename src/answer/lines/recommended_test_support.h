// For tests: treatments of an ulcer, of sources of a few sentences each.
#pragma once

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "answer/build_answer.h"
#include "answer/lines/lines.h"
#include "evidence/evidence_test_support.h"
#include "evidence/indication.h"

namespace attest::test {

class RecommendedTest : public testing::Test {
 protected:
  RecommendedTest() {
    auto vocabulary =
        vocabulary_of({"steroids", "omeprazole", "ranitidine", "surgery"}, {"ulcer", "asthma"}, stemmer_);
    evidence_.vocabulary = vocabulary;
    evidence_.question.intent = Intent::kTreatment;
    Concept asked;
    asked.role = ConceptRole::kCondition;
    asked.variants.resize(1);
    asked.variants[0].words = "ulcer";
    asked.variants[0].weight = 1;
    evidence_.question.concepts = {asked};
  }

  void add(const std::string& title, const std::vector<std::string>& sentences, StudyDesign design,
           const std::string& society = "") {
    AnswerSource& source = add_source(evidence_, stemmer_, title, sentences, design);
    source.about_condition = true;
    source.appraisal.society = society;
  }

  InterventionEvidence option(const std::string& name) const {
    for (const InterventionEvidence& group : gather_interventions(evidence_)) {
      if (group.name == name) return group;
    }
    return {};
  }
  std::string bottom_line_text() const {
    std::string text;
    for (const Statement& statement : build_answer(evidence_).bottom_line) text += statement.text + "\n";
    return text;
  }
  Indication indication(const std::string& sentence) {
    evidence_.sources.clear();
    add("Drugs", {sentence}, StudyDesign::kReview);
    return indication_of(evidence_, evidence_.sources[0].findings[0], "omeprazole");
  }

  Stemmer stemmer_;
  Evidence evidence_;
};

}  // namespace attest::test
