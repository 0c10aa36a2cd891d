#include "answer/lines/people_left_out.h"

#include <gtest/gtest.h>

#include "evidence/evidence_test_support.h"

namespace attest {
namespace {

class PeopleLeftOut : public testing::Test {
 protected:
  PeopleLeftOut() {
    auto vocabulary = test::vocabulary_of({"melphalan", "thalidomide"}, {}, stemmer_);
    const auto add = [&](const std::string& name, const std::vector<std::string>& parents) {
      vocabulary->add({name, name, "", ConceptRole::kCondition, false, parents},
                      std::vector<std::string>{name}, stemmer_);
    };
    add("goitre", {});
    add("graves disease", {"goitre"});
    add("nodular goitre", {"goitre"});
    add("diabetes", {});
    evidence_.vocabulary = std::move(vocabulary);
    Concept asked;
    asked.role = ConceptRole::kCondition;
    asked.thesaurus_id = asked.label = "graves disease";
    evidence_.question.concepts = {asked};
  }
  const Finding& finding(const std::string& sentence, const std::string& title = "A trial") {
    evidence_.sources.clear();
    AnswerSource& source =
        test::add_source(evidence_, stemmer_, title, {sentence}, StudyDesign::kRandomisedTrial);
    source.findings.front().condition_match = 1;
    return source.findings.front();
  }
  Stemmer stemmer_;
  Evidence evidence_;
};

TEST_F(PeopleLeftOut, WhatTheyCannotHave) {
  EXPECT_EQ(what_they_cannot_have("myeloma in patients not eligible for transplant"), "transpl");
  EXPECT_EQ(what_they_cannot_have("aml unfit for intensive chemotherapy in old age"), "chemoth");
  EXPECT_EQ(what_they_cannot_have("myeloma in old age"), "");
}

TEST_F(PeopleLeftOut, WhoHadItAreOthers) {
  evidence_.question.asked = "Treatment of myeloma in patients not eligible for transplantation?";
  EXPECT_TRUE(had_what_others_cannot(evidence_, finding("Thalidomide helped after transplantation.")));
  EXPECT_TRUE(had_what_others_cannot(evidence_, finding("Thalidomide helped 40%.", "After transplantation")));
  EXPECT_FALSE(
      had_what_others_cannot(evidence_, finding("Melphalan helped 40%.", "In those not transplanted")));
  EXPECT_FALSE(had_what_others_cannot(evidence_, finding("Melphalan helped 40%.")));
  evidence_.question.asked = "Treatment of myeloma?";
  EXPECT_FALSE(had_what_others_cannot(evidence_, finding("Thalidomide helped after transplantation.")));
}

TEST_F(PeopleLeftOut, ANeighbouringDiseaseIsAnother) {
  EXPECT_TRUE(are_of_neighbouring_disease(
      evidence_, finding("Thalidomide helped 12 of 20 patients with nodular goitre (60%).")));
  EXPECT_FALSE(are_of_neighbouring_disease(
      evidence_, finding("Thalidomide helped 12 of 20 patients with goitre (60%).")));
  EXPECT_FALSE(are_of_neighbouring_disease(
      evidence_, finding("Thalidomide helped 12 of 20 patients with diabetes (60%).")));
}

}  // namespace
}  // namespace attest
