// What is answered where no source answers the whole of a question: from a small collection of files.
#include "pipeline/ask_question.h"

#include <algorithm>
#include <memory>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "answer/choice/near_findings.h"
#include "answer/choice/nearest.h"
#include "answer/choice/nearness.h"
#include "pipeline/gather_evidence.h"
#include "pipeline/pipeline_test_support.h"

namespace attest {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class AskQuestion : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    std::ostringstream file;
    file << R"({"id": "drool", "title": "Glycopyrrolate for sialorrhoea in children with cerebral palsy",)"
         << R"( "text": "BACKGROUND: Sialorrhoea is common. METHODS: We randomised 40 children. RESULTS: )"
         << R"(Drooling improved in 15 of 20 children on glycopyrrolate and in 4 of 20 on placebo. )"
         << R"(CONCLUSIONS: Glycopyrrolate reduced sialorrhoea in children with cerebral palsy. They had )"
         << R"(dry mouths on glycopyrrolate more often."})"
         << "\n";
    file << R"({"id": "trial", "title": "Registration: glycopyrrolate and exercise in sialorrhoea",)"
         << R"( "text": "This study will compare glycopyrrolate with exercise in sialorrhoea."})"
         << "\n";
    for (int i = 0; i < 30; ++i) {
      file << R"({"id": "other)" << i << R"(", "title": "Asthma in adults, part )" << i
           << R"(", "text": "RESULTS: Asthma improved with inhaled steroids in )" << i + 20
           << R"( of 80 adults. The wet pillow and the husband of a patient were not studied."})"
           << "\n";
    }
    file << R"({"id": "scan", "title": "Ultrasound of the stomach in adults",)"
         << R"( "text": "RESULTS: Ultrasound showed ulcers in 20 of 22 adults."})"
         << "\n";
    collection_ = std::make_unique<test::SmallCollection>("papers.jsonl", file.str());
  }
  static void TearDownTestSuite() { collection_.reset(); }

  static Answer ask(const std::string& question) { return collection_->ask(question); }

  static std::vector<std::string> cited(const Answer& answer) {
    std::vector<std::string> documents;
    for (const Reference& reference : answer.references) documents.push_back(reference.document);
    return documents;
  }

  static std::unique_ptr<test::SmallCollection> collection_;
};

std::unique_ptr<test::SmallCollection> AskQuestion::collection_;

TEST_F(AskQuestion, WhatNoDocumentNamesIsNotAnswered) {
  const Answer answer = ask("Does zorblaximab reduce sialorrhoea?");
  EXPECT_EQ(answer.verdict, Answer::Verdict::kNoDirectEvidence);
  EXPECT_THAT(cited(answer), IsEmpty());
  EXPECT_THAT(answer.near_misses, IsEmpty());
}

TEST_F(AskQuestion, WordsAroundTheQuestionDoNotHideTheAnswer) {
  const Answer answer = ask("my husband has a wet pillow, what does glycopyrrolate do for sialorrhoea");
  EXPECT_NE(answer.verdict, Answer::Verdict::kNoDirectEvidence);
  EXPECT_THAT(cited(answer), Contains("drool"));
}

TEST_F(AskQuestion, ARareSubjectThatNoDocumentHoldsBesideAnotherIsNotAnswered) {
  const Answer answer = ask("Does glycopyrrolate help in asthma?");
  EXPECT_EQ(answer.verdict, Answer::Verdict::kNoDirectEvidence);
  ASSERT_EQ(answer.sections.size(), 1u);
  EXPECT_EQ(answer.sections.front().kind, kNearMissesSection);
  EXPECT_THAT(cited(answer), Contains("drool"));
  EXPECT_THAT(cited(answer), Not(Contains("trial")));
  EXPECT_THAT(answer.gaps, Contains(HasSubstr("speak of asthma")));
  EXPECT_THAT(answer.near_misses, IsEmpty());
}

TEST_F(AskQuestion, TheNearestStatementsAreSaidToBeNoMoreThanThat) {
  const Answer answer = ask("Does glycopyrrolate reduce sialorrhoea on ultrasound?");
  EXPECT_EQ(answer.verdict, Answer::Verdict::kPartly);
  EXPECT_THAT(answer.gaps, Contains(HasSubstr("No source answers this as it was asked")));
  EXPECT_THAT(cited(answer), Contains("drool"));
  EXPECT_THAT(cited(answer), Not(Contains("trial")));
  ASSERT_EQ(answer.sections.size(), 1u);
  EXPECT_EQ(answer.sections.front().kind, "nearest");
}

TEST_F(AskQuestion, WhereATimeIsAskedForNoOtherStatementIsNearest) {
  const Answer answer = ask("How long does glycopyrrolate work for sialorrhoea on ultrasound?");
  EXPECT_EQ(answer.verdict, Answer::Verdict::kNoDirectEvidence);
}

// A second line of therapy has only options, and no sections.
TEST_F(AskQuestion, ASecondLineThatNothingGivesIsNotAnswered) {
  const Answer answer = ask("What is the second-line treatment for sialorrhoea on ultrasound?");
  EXPECT_NE(answer.verdict, Answer::Verdict::kAnswered);
}

TEST_F(AskQuestion, WhatComesNearIsMeasuredBesideTheOthers) {
  const auto& collection = collection_->collection();
  const auto& thesaurus = collection_->thesaurus();
  const auto question =
      understand("Does glycopyrrolate reduce sialorrhoea on ultrasound?", *collection, *thesaurus, {});
  ASSERT_TRUE(question);
  const QuestionCoverage coverage(*question, *collection);
  const auto backend = make_collection_backend(collection);
  Appraisals appraisals;
  const Library library{*backend, *collection, thesaurus, appraisals};
  const auto evidence = gather_nearest(*question, coverage, Audience::kClinician, library);
  ASSERT_TRUE(evidence) << evidence.error().to_line();
  const PertinenceReader pertinence(*evidence);
  double best = 0;
  double of_drool = 0;
  double of_scan = 0;
  for (const NearFinding& near : read_near_findings(*evidence, coverage, pertinence)) {
    const std::string_view sentence = evidence->sentence_of(*near.finding);
    const std::string& source = evidence->source_of(*near.finding).id;
    EXPECT_NE(source, "trial");
    EXPECT_FALSE(sentence.starts_with("They ")) << sentence;
    EXPECT_LT(near.with_title.above, 1.0);
    best = std::max(best, near.with_title.of_best);
    const double nearness =
        read_nearness(*evidence, near, pertinence, near_place(evidence->question, *near.finding));
    EXPECT_GT(nearness, 0.0);
    EXPECT_LT(nearness, 1.0);
    double& greatest = source == "drool" ? of_drool : of_scan;
    greatest = std::max(greatest, nearness);
  }
  EXPECT_DOUBLE_EQ(best, 1.0);
  EXPECT_GT(of_drool, of_scan);
}

TEST_F(AskQuestion, TheSameQuestionHasTheSameAnswer) {
  const std::string question = "Does glycopyrrolate reduce sialorrhoea on ultrasound?";
  const Answer once = ask(question);
  const Answer again = ask(question);
  EXPECT_EQ(once.verdict, again.verdict);
  EXPECT_EQ(cited(once), cited(again));
}

}  // namespace
}  // namespace attest
