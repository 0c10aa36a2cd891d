// A question about an effect on an outcome: what leads the answer, how studies divide, what is held against
// what.
#include "answer/choice/asked_results.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "answer/disagreements/disagreements.h"
#include "answer/study_by_study.h"
#include "answer/wording.h"
#include "evidence/evidence_test_support.h"

namespace attest {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

class AskedResultsTest : public testing::Test {
 protected:
  AskedResultsTest() {
    evidence_.vocabulary = test::vocabulary_of({"steroids"}, {"septic shock"}, stemmer_);
    UnderstoodQuestion& question = evidence_.question;
    question.asked = question.resolved = "Do steroids reduce mortality in septic shock?";
    question.intent = Intent::kEffect;
    for (const auto& [name, role] : {std::pair("septic shock", ConceptRole::kCondition),
                                     std::pair("steroids", ConceptRole::kIntervention)}) {
      Concept one;
      one.label = one.asked_as = one.thesaurus_id = name;
      one.role = role;
      one.variants.push_back({name, {}, 1.0f, false});
      question.concepts.push_back(std::move(one));
    }
  }

  void add(const std::string& title, const std::string& result, StudyDesign design) {
    AnswerSource& source = test::add_source(
        evidence_, stemmer_, title,
        {"Septic shock is common in intensive care.", "Patients were followed for 28 days.", result}, design);
    for (Finding& finding : source.findings) finding.asked = {"septic shock", "steroids"};
  }
  void add_three() {
    add("Steroids for septic shock: a placebo-controlled trial",
        "Mortality was significantly lower in the steroids group than in the placebo group (25% v 40%, P = "
        "0.02).",
        StudyDesign::kRandomisedTrial);
    add("Steroids for septic shock: a systematic review",
        "Steroids did not reduce mortality (RR 0.97, 95% CI 0.85 to 1.11).", StudyDesign::kSystematicReview);
    add("Steroids in septic shock, a placebo-controlled trial",
        "There was no significant difference in mortality between the steroids group and the placebo group.",
        StudyDesign::kRandomisedTrial);
  }

  Stemmer stemmer_;
  Evidence evidence_;
};

TEST_F(AskedResultsTest, ReviewsComeFirst) {
  add_three();
  const AskedResults results(evidence_);
  const std::vector<const Finding*> best = results.best();
  ASSERT_THAT(best, SizeIs(3));
  EXPECT_EQ(evidence_.source_of(*best[0]).appraisal.design, StudyDesign::kSystematicReview);
}

TEST_F(AskedResultsTest, StudiesThatDivideAreHeldAgainstEachOther) {
  add_three();
  const AskedResults results(evidence_);
  const std::vector<Disagreement> found = find_disagreements(evidence_, {}, results.verdicts());
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].sides[0].position, "lower risk of death");
  EXPECT_EQ(found[0].sides[1].position, "no difference in death");
  for (const DisagreementSide& side : found[0].sides) EXPECT_TRUE(side.statements.front().of_asked);
}

TEST_F(AskedResultsTest, WhatIsToldAboveIsNotToldAgain) {
  add_three();
  AskedResults results(evidence_);
  Answer answer;
  answer.bottom_line.push_back(quote_finding(evidence_, *results.best().front()));
  add_study_by_study(evidence_, results, answer);
  ASSERT_THAT(answer.sections, SizeIs(1));
  EXPECT_EQ(answer.sections[0].title, "Further results on death");
  EXPECT_THAT(answer.sections[0].statements, SizeIs(2));
  answer.sections.clear();
  answer.disagreements = find_disagreements(evidence_, {}, results.verdicts());
  add_study_by_study(evidence_, results, answer);
  EXPECT_THAT(answer.sections, IsEmpty());
}

TEST_F(AskedResultsTest, OneStudyIsNoTable) {
  add("Steroids for septic shock: a systematic review",
      "Steroids did not reduce mortality (RR 0.97, 95% CI 0.85 to 1.11).", StudyDesign::kSystematicReview);
  Answer answer;
  add_study_by_study(evidence_, AskedResults(evidence_), answer);
  EXPECT_THAT(answer.sections, IsEmpty());
}

TEST_F(AskedResultsTest, WhoeverIsAskedAboutComesBeforeSpecialPeople) {
  add("Steroids for septic shock in children: a systematic review",
      "Steroids did not reduce mortality (RR 0.97, 95% CI 0.85 to 1.11).", StudyDesign::kSystematicReview);
  add("Steroids for septic shock: a placebo-controlled trial",
      "Mortality was significantly lower in the steroids group than in the placebo group (25% v 40%, P = "
      "0.02).",
      StudyDesign::kRandomisedTrial);
  const AskedResults results(evidence_);
  ASSERT_THAT(results.best(), SizeIs(2));
  EXPECT_EQ(evidence_.source_of(*results.best()[0]).id, "s1");
}

TEST_F(AskedResultsTest, OnAnotherOutcomeStudiesAreNotHeldAgainstEachOther) {
  add("Steroids for septic shock: a placebo-controlled trial",
      "Pneumonia was significantly more frequent in the steroids group than in the placebo group (25% v 10%, "
      "P "
      "= 0.02).",
      StudyDesign::kRandomisedTrial);
  add("Steroids in septic shock, a placebo-controlled trial",
      "There was no significant difference in pneumonia between the steroids group and the placebo group.",
      StudyDesign::kRandomisedTrial);
  const AskedResults results(evidence_);
  EXPECT_THAT(find_disagreements(evidence_, {}, results.verdicts()), IsEmpty());
  StudyVerdicts nothing_asked = results.verdicts();
  nothing_asked.outcome.clear();
  EXPECT_THAT(find_disagreements(evidence_, {}, nothing_asked), SizeIs(1));
}

TEST_F(AskedResultsTest, AnotherOutcomeIsBesideTheQuestion) {
  add("Steroids for septic shock: a placebo-controlled trial",
      "Steroids significantly shortened shock compared with placebo (P = 0.01).",
      StudyDesign::kRandomisedTrial);
  AskedResults results(evidence_);
  EXPECT_THAT(results.best(), IsEmpty());
  EXPECT_TRUE(results.is_beside(evidence_.sources[0].findings.back()));
}

}  // namespace
}  // namespace attest
