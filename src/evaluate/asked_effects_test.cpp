// Prompts worded as questions, what a document says to them, and how that is counted.
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "collection/collection_test_support.h"
#include "evaluate/asked_effects_measure.h"
#include "evaluate/datasets/effect_questions.h"
#include "evaluate/tasks.h"
#include "question/question.h"

namespace attest {
namespace {

using testing::AnyOf;
using testing::HasSubstr;
using testing::Not;

EffectPrompt prompt(const std::string& id, const std::string& intervention, const std::string& comparator,
                    const std::string& outcome) {
  return {id, "PMC1", {intervention, comparator, outcome}, EffectDirection::kDecreased, {}};
}

TEST(EffectQuestions, NamesStandInATemplate) {
  const std::string question =
      effect_question(prompt("7", "Zinc  (20 mg a day)", " Placebo.", "Nausea scores"));
  EXPECT_THAT(question, AnyOf("Does zinc increase nausea scores compared with placebo?",
                              "Does zinc reduce nausea scores compared with placebo?",
                              "Does zinc change nausea scores compared with placebo?"));
}

TEST(EffectQuestions, TheAnswerDoesNotChooseTheVerb) {
  for (const char* id : {"1", "2", "3", "4", "5"}) {
    EffectPrompt one = prompt(id, "zinc", "placebo", "nausea");
    const std::string question = effect_question(one);
    one.direction = EffectDirection::kIncreased;
    EXPECT_EQ(effect_question(one), question);
  }
}

TEST(EffectQuestions, WhatNobodyWouldAskIsLeftOut) {
  EXPECT_EQ(effect_question(prompt("1", "", "placebo", "nausea")), "");
  EXPECT_EQ(effect_question(prompt("1", "zinc", "(placebo)", "nausea")), "");
  EXPECT_EQ(effect_question(prompt("1", "zinc", "placebo", "nausea; vomiting")), "");
  EXPECT_EQ(effect_question(prompt("1", "zinc", "placebo (", "nausea")), "");
  EXPECT_EQ(effect_question(prompt("1", std::string(61, 'z'), "placebo", "nausea")), "");
  EXPECT_EQ(effect_questions({prompt("1", "zinc", "placebo", "nausea"), prompt("2", "", "", "")}).size(), 1U);
}

TEST(EffectTally, SharesOfWhatWasSaid) {
  EffectTally tally;
  tally.add(EffectDirection::kDecreased, SaidEffect{-1, nullptr});
  tally.add(EffectDirection::kDecreased, SaidEffect{1, nullptr});
  tally.add(EffectDirection::kNoDifference, SaidEffect{1, nullptr});
  tally.add(EffectDirection::kIncreased, SaidEffect{0, nullptr});
  tally.add(EffectDirection::kDecreased, std::nullopt);
  EXPECT_EQ(tally.prompts(), 5U);
  EXPECT_DOUBLE_EQ(tally.given(), 0.8);
  EXPECT_DOUBLE_EQ(tally.right(), 0.25);
  EXPECT_DOUBLE_EQ(tally.opposite(), 0.25);
  EXPECT_DOUBLE_EQ(tally.most_frequent(), 0.6);
}

TEST(EffectTally, NothingSaidIsNeitherRightNorOpposite) {
  EffectTally tally;
  EXPECT_EQ(tally.given(), 0);
  tally.add(EffectDirection::kDecreased, std::nullopt);
  EXPECT_EQ(tally.given(), 0);
  EXPECT_EQ(tally.opposite(), 0);
}

class AskedEffectsTaskTest : public testing::Test {
 protected:
  AskedEffectsTaskTest() {
    std::filesystem::create_directories(folder_ / "evidence_inference");
    std::ofstream(folder_ / "evidence_inference" / "prompts_merged.csv")
        << "PromptID,PMCID,Outcome,Intervention,Comparator\n"
           "1,15,Mortality,Metformin,Placebo\n"
           "2,14,Mortality,Metformin,Placebo\n"
           "3,13,Mortality,Metformin,Placebo\n"
           "4,11,Mortality,Zinc,Placebo\n";
    std::ofstream(folder_ / "evidence_inference" / "v2_annotations.csv")
        << "PromptID,Valid Label,Label Code,Annotations\n"
           "1,True,-1,x\n2,True,0,x\n3,True,0,x\n4,True,1,x\n";
    // PMC13 is not in the collection, PMC11 is held out.
    test::add_all(
        folder_ / "collection",
        {test::make_document(
             "PMC15", "Metformin in type 2 diabetes: a randomised placebo-controlled trial",
             "We randomised 400 adults with type 2 diabetes to metformin or placebo. Mortality "
             "was significantly lower with metformin than with placebo (10% versus 20%, "
             "p = 0.001)."),
         test::make_document("PMC14", "Metformin for old people: a randomised placebo-controlled trial",
                             "We randomised 200 people to metformin or placebo. They walked twice a week."),
         test::make_document(
             "PMC11", "Zinc for burns: a randomised placebo-controlled trial",
             "We randomised 90 people with burns to zinc or placebo. Mortality was "
             "significantly lower with zinc than with placebo (10% versus 20%, p = 0.001).")});
    options_.data = folder_.path();
    options_.collection = folder_ / "collection";
    options_.thesaurus =
        *Thesaurus::load(std::filesystem::path(ATTEST_SOURCE_DIR) / "data/thesaurus/attest.json");
  }

  test::TemporaryFolder folder_;
  EvaluationOptions options_;
};

TEST_F(AskedEffectsTaskTest, WhatDocumentsSayIsHeldAgainstAnnotations) {
  options_.verbose = true;
  options_.whole = true;
  const auto report = run_asked_effects_task(options_);
  ASSERT_TRUE(report) << report.error().to_line();
  EXPECT_THAT(report->data, HasSubstr("of 4 prompts 3 that can be asked, 1 of them of held-out"));
  const auto value = [&](const std::string& name) {
    for (const Measure& one : report->measures) {
      if (one.name == name) return one.value;
    }
    ADD_FAILURE() << name;
    return -1.0;
  };
  EXPECT_DOUBLE_EQ(value("verdict given"), 1);
  EXPECT_DOUBLE_EQ(value("right, of verdicts given"), 0);
  EXPECT_DOUBLE_EQ(value("not opposite, of verdicts given"), 0);
  EXPECT_DOUBLE_EQ(value("question understood, learned from"), 1);
  EXPECT_DOUBLE_EQ(value("verdict given, learned from"), 0.5);
  EXPECT_DOUBLE_EQ(value("right, of verdicts given, learned from"), 1);
  EXPECT_DOUBLE_EQ(value("not opposite, of verdicts given, learned from"), 1);
  EXPECT_DOUBLE_EQ(value("whole collection: document found, learned from"), 1);
  EXPECT_DOUBLE_EQ(value("whole collection: verdict leads, of those given, learned from"), 1);
  EXPECT_DOUBLE_EQ(value("whole collection: answers with a disagreement, learned from"), 0);
}

TEST_F(AskedEffectsTaskTest, HeldOutArticlesAreNotShown) {
  options_.verbose = true;
  const auto report = run_asked_effects_task(options_);
  ASSERT_TRUE(report) << report.error().to_line();
  const std::string notes = testing::PrintToString(report->notes);
  EXPECT_THAT(notes, HasSubstr("PMC15 1: "));
  EXPECT_THAT(notes, HasSubstr("PMC14 2: "));
  EXPECT_THAT(notes, Not(HasSubstr("PMC11")));
}

TEST_F(AskedEffectsTaskTest, WithoutACollectionItSaysWhatToDo) {
  options_.collection.clear();
  const auto report = run_asked_effects_task(options_);
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, ErrorCode::kUsage);
}

}  // namespace
}  // namespace attest
