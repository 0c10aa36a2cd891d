#include "answer/lines/no_better.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "answer/build_answer.h"
#include "evidence/evidence_test_support.h"

namespace attest {
namespace {

class NoBetterOption : public testing::Test {
 protected:
  NoBetterOption() {
    evidence_.vocabulary = test::vocabulary_of({"resveratrol", "danazol", "omeprazole"}, {"ulcer"}, stemmer_);
    evidence_.question.intent = Intent::kTreatment;
    evidence_.question.asked = "treatment of ulcer";
    Concept asked;
    asked.role = ConceptRole::kCondition;
    asked.thesaurus_id = asked.label = "ulcer";
    asked.variants.resize(1);
    asked.variants[0].words = "ulcer";
    asked.variants[0].weight = 1;
    evidence_.question.concepts = {asked};
  }
  void add(const std::string& title, const std::vector<std::string>& sentences) {
    test::add_source(evidence_, stemmer_, title, sentences, StudyDesign::kRandomisedTrial).about_condition =
        true;
  }
  bool is_no_better(const std::string& name) const {
    for (const InterventionEvidence& group : gather_interventions(evidence_)) {
      if (group.name == name) return no_better_than_placebo(evidence_, group) != nullptr;
    }
    return false;
  }

  Stemmer stemmer_;
  Evidence evidence_;
};

TEST_F(NoBetterOption, IsSaidByItsOwnTrial) {
  add("Resveratrol for ulcer: a randomised trial",
      {"In conclusion, resveratrol was not superior to placebo in the treatment of ulcer."});
  add("Danazol for ulcer", {"Healing of ulcer did not differ between danazol and placebo (40% versus 41%)."});
  EXPECT_TRUE(is_no_better("resveratrol"));
  EXPECT_TRUE(is_no_better("danazol"));
}

TEST_F(NoBetterOption, IsNoneWhereItHelpedSomewhere) {
  add("Resveratrol for ulcer: a randomised trial", {"Resveratrol was not superior to placebo in ulcer."});
  add("Resveratrol in ulcer",
      {"In conclusion, resveratrol healed ulcer more often than placebo (80% v 40%)."});
  add("Danazol for ulcer", {"Danazol was no more effective than omeprazole in ulcer."});
  EXPECT_FALSE(is_no_better("resveratrol"));
  EXPECT_FALSE(is_no_better("danazol"));
  EXPECT_FALSE(is_no_better("omeprazole"));
}

TEST_F(NoBetterOption, StandsLast) {
  add("Resveratrol for ulcer: a randomised trial",
      {"In conclusion, resveratrol was not superior to placebo in the treatment of ulcer."});
  add("Omeprazole for ulcer", {"Omeprazole healed ulcer in 80% against 40% with placebo (p < 0.001)."});
  const Answer answer = build_answer(evidence_);
  ASSERT_EQ(answer.lines.size(), 2u);
  EXPECT_EQ(answer.lines.back().intervention, "resveratrol");
  EXPECT_THAT(answer.lines.back().statements.front().text, testing::HasSubstr("not superior"));
}

}  // namespace
}  // namespace attest
