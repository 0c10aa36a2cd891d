// What comes near a lay reader's question holds a word of what is asked, beside the name of the disease.
#include <gtest/gtest.h>

#include "answer/choice/nearest.h"
#include "answer/lay/passing_by.h"

namespace attest {
namespace {

size_t near_statements_left(const std::string& question, const std::string& sentence) {
  Evidence evidence;
  evidence.audience = Audience::kPatient;
  Concept cancer;
  cancer.label = cancer.asked_as = "breast cancer";
  cancer.role = ConceptRole::kCondition;
  cancer.variants.push_back({"breast cancer", {"breast", "cancer"}, 1, false});
  evidence.question.asked = evidence.question.resolved = question;
  evidence.question.concepts = {cancer};
  AnswerSource source;
  source.id = "one";
  source.document.text = sentence;
  source.document.record.title = "What is (are) Breast Cancer ?";
  source.appraisal.design = StudyDesign::kPatientPage;
  evidence.sources.push_back(std::move(source));
  Statement statement;
  statement.text = sentence;
  statement.quoted = true;
  statement.citations.push_back({"one", 0, {0, static_cast<uint32_t>(sentence.size())}, sentence, 0});
  Answer answer;
  answer.audience = Audience::kPatient;
  answer.understood = evidence.question;
  answer.sections.push_back({kNearestSection, "Nearest", {statement}});
  drop_passing_by(evidence, answer);
  return answer.sections.size();
}

TEST(PassingNear, WhatHoldsNoWordOfWhatIsAskedIsOfTheDiseaseAlone) {
  const std::string asked = "my wife has breast cancer, how can I support her";
  EXPECT_EQ(near_statements_left(asked, "Five percent of all breast cancer is inherited."), 0u);
  EXPECT_EQ(near_statements_left(asked, "Support by the family helps women with breast cancer."), 1u);
}

}  // namespace
}  // namespace attest
