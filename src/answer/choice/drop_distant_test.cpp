// What is left of an answer when each of its statements has been measured.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "answer/choice/nearest.h"

namespace attest {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

// Two sentences of one document: [0, 10) is near, [10, 20) is far.
class DropDistant : public testing::Test {
 protected:
  DropDistant() {
    AnswerSource source;
    source.id = "paper";
    source.document.text = "Near text.Far text..";
    source.findings.resize(2);
    source.findings[0].sentence = {0, 10};
    source.findings[1].sentence = {10, 20};
    nearest_.sources.push_back(source);
    nearest_.question.other_stems = {"marathon"};
    near_.resize(2);
    near_[0].finding = nearest_.sources[0].findings.data();
    near_[0].nearness = 0.5;
    near_[1].finding = nearest_.sources[0].findings.data() + 1;
    near_[1].nearness = 0.05;
    answer_.verdict = Answer::Verdict::kAnswered;
  }

  static Statement statement(uint32_t start, uint32_t end) {
    Statement one;
    one.citations.push_back({"paper", 0, {start, end}, "", 0});
    return one;
  }

  void drop() {
    const auto measured = [&](const NearFinding& near, const NearPlace& at) {
      places_.push_back(at);
      return near.nearness;
    };
    drop_distant(nearest_, near_, measured, nearest_, answer_);
  }

  Evidence nearest_;
  std::vector<NearFinding> near_;
  Answer answer_;
  std::vector<NearPlace> places_;  // where each was measured
};

TEST_F(DropDistant, WhatIsFarGoesAndItsOutcomesWithIt) {
  TherapyLine line;
  line.statements = {statement(10, 20), statement(0, 10)};
  line.outcomes.resize(2);
  line.outcomes[0].statement = 0;
  line.outcomes[1].statement = 1;
  answer_.bottom_line = {statement(0, 5)};
  answer_.lines = {line};
  answer_.sections = {{"harms", "Harms", {statement(12, 18)}}};
  drop();
  EXPECT_EQ(answer_.verdict, Answer::Verdict::kAnswered);
  EXPECT_THAT(answer_.bottom_line, SizeIs(1));
  EXPECT_THAT(answer_.sections, IsEmpty());
  ASSERT_THAT(answer_.lines, SizeIs(1));
  EXPECT_THAT(answer_.lines[0].statements, SizeIs(1));
  ASSERT_THAT(answer_.lines[0].outcomes, SizeIs(1));
  EXPECT_EQ(answer_.lines[0].outcomes[0].statement, 0);
  EXPECT_THAT(answer_.references, SizeIs(1));
}

TEST_F(DropDistant, WithoutABottomLineItAnswersAPartAndWithoutAnythingNone) {
  answer_.bottom_line = {statement(10, 20)};
  answer_.sections = {{"evidence", "What sources say", {statement(0, 10)}}};
  drop();
  EXPECT_EQ(answer_.verdict, Answer::Verdict::kPartly);
  answer_.sections = {{"evidence", "What sources say", {statement(10, 20)}}};
  drop();
  EXPECT_EQ(answer_.verdict, Answer::Verdict::kNoDirectEvidence);
  EXPECT_THAT(answer_.references, IsEmpty());
}

TEST_F(DropDistant, ADoseThatAStudyUsedMakesNoOption) {
  TherapyLine line;
  line.intervention_id = "attest:metformin";
  line.doses = {statement(0, 10)};
  answer_.lines = {line};
  drop();
  EXPECT_THAT(answer_.lines, IsEmpty());
  nearest_.sources[0].appraisal.design = StudyDesign::kGuideline;
  answer_.lines = {line};
  drop();
  EXPECT_THAT(answer_.lines, SizeIs(1));
}

TEST_F(DropDistant, EachIsMeasuredWhereItStands) {
  TherapyLine line;
  line.intervention_id = "attest:metformin";
  line.statements = {statement(0, 10)};
  line.harms = {statement(0, 10)};
  answer_.bottom_line = {statement(0, 10)};
  answer_.lines = {line};
  answer_.sections = {{"causes", "Causes", {statement(0, 10)}}};
  drop();
  ASSERT_THAT(places_, SizeIs(4));
  EXPECT_EQ(places_[0].part, kBottomLine);
  EXPECT_EQ(places_[1].place, kOptionResult);
  EXPECT_EQ(places_[1].intervention, "attest:metformin");
  EXPECT_EQ(places_[2].place, kOptionHarm);
  EXPECT_EQ(places_[3].place, "causes");
}

TEST_F(DropDistant, ARankStandsAsLongAsTheBottomLineCallsItTheFirst) {
  TherapyLine line;
  line.rank = 1;
  line.intervention_id = "attest:metformin";
  line.rank_reason = "called first-line";
  line.rank_may_go = true;
  line.ranked_by = {{"paper", 0, {10, 20}, "", 0}};
  line.statements = {statement(0, 10)};
  answer_.lines = {line};
  answer_.bottom_line = {statement(0, 10)};
  answer_.bottom_line[0].ranks = {line.intervention_id};
  drop();
  ASSERT_THAT(answer_.lines, SizeIs(1));
  EXPECT_EQ(answer_.lines[0].rank, 1);
  answer_.bottom_line[0].ranks.clear();
  drop();
  ASSERT_THAT(answer_.lines, SizeIs(1));
  EXPECT_EQ(answer_.lines[0].rank, 0);
  EXPECT_THAT(answer_.lines[0].ranked_by, IsEmpty());
}

TEST_F(DropDistant, ADisagreementStandsWhereOneOfItsSidesComesNear) {
  answer_.bottom_line = {statement(0, 10)};
  Disagreement one;
  one.likely_reasons = {"how many were studied (80 v 900)"};
  one.sides = {{"less pain", {statement(0, 10), statement(10, 20)}},
               {"no difference in pain", {statement(10, 20)}}};
  Disagreement other;
  other.sides = {{"less pain", {statement(10, 20)}}, {"no difference in pain", {statement(12, 18)}}};
  answer_.disagreements = {one, other};
  drop();
  ASSERT_THAT(answer_.disagreements, SizeIs(1));
  ASSERT_THAT(answer_.disagreements[0].sides, SizeIs(2));
  EXPECT_THAT(answer_.disagreements[0].sides[0].statements, SizeIs(1));
  EXPECT_THAT(answer_.disagreements[0].sides[1].statements, SizeIs(1));
  EXPECT_THAT(answer_.disagreements[0].likely_reasons, SizeIs(1));
  one.sides[0].statements = {statement(10, 20), statement(0, 10)};
  answer_.disagreements = {one};
  drop();
  ASSERT_THAT(answer_.disagreements, SizeIs(1));
  EXPECT_THAT(answer_.disagreements[0].likely_reasons, IsEmpty());  // read off the one that is gone
}

}  // namespace
}  // namespace attest
