// "What is first-line for X?": ranked where a source ranks, and how X is treated where none does.
#include <algorithm>
#include <memory>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/ask_question.h"
#include "pipeline/find_first_line.h"
#include "pipeline/library.h"
#include "pipeline/pipeline_test_support.h"

namespace attest {
namespace {

using testing::Contains;
using testing::HasSubstr;

class FirstLine : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    std::ostringstream file;
    file << R"({"id": "guide", "title": "Guidelines for the management of migraine in adults and children",)"
         << R"( "text": "For migraine in adults, propranolol is recommended as first-line treatment. )"
         << R"(In children with migraine, ibuprofen is recommended as first-line treatment."})"
         << "\n";
    const auto trial = [&](const char* id, const char* drug, int better) {
      file << R"({"id": ")" << id << R"(", "title": ")" << drug
           << R"( in patients with sarcoidosis: a randomised trial", "text": "METHODS: We randomised 80 )"
           << R"(patients with sarcoidosis. RESULTS: Sarcoidosis improved in )" << better
           << R"( of 40 patients on )" << drug << R"( and in 10 of 40 on placebo (p = 0.001). )"
           << R"(CONCLUSIONS: )" << drug << R"( was effective in sarcoidosis."})"
           << "\n";
    };
    trial("a", "Prednisone", 30);
    trial("b", "Methotrexate", 26);
    for (int i = 0; i < 20; ++i) {
      file << R"({"id": "other)" << i << R"(", "title": "Asthma, part )" << i
           << R"(", "text": "RESULTS: Asthma improved with inhaled steroids in )" << i + 20 << R"( of 80."})"
           << "\n";
    }
    collection_ = std::make_unique<test::SmallCollection>("first.jsonl", file.str());
  }
  static void TearDownTestSuite() { collection_.reset(); }

  static Answer ask(const std::string& question) { return collection_->ask(question); }

  static std::vector<std::string> first_of(const Answer& answer) {
    std::vector<std::string> first;
    for (const TherapyLine& line : answer.lines) {
      if (line.rank == 1) first.push_back(line.intervention);
    }
    return first;
  }

  static std::unique_ptr<test::SmallCollection> collection_;
};

std::unique_ptr<test::SmallCollection> FirstLine::collection_;

// A title that names adults and children leaves nobody out.
TEST_F(FirstLine, OfAdultsIsFoundInAGuidelineForAdultsAndChildren) {
  for (const char* question :
       {"first-line treatment of migraine in adults", "first-line treatment of migraine"})
    EXPECT_THAT(first_of(ask(question)), Contains("propranolol")) << question;
}

TEST_F(FirstLine, WhereNobodyRanksTheTreatmentsArePartOfTheAnswer) {
  const Answer answer = ask("What is the first-line treatment of sarcoidosis?");
  EXPECT_EQ(answer.verdict, Answer::Verdict::kPartly);
  EXPECT_EQ(answer.understood.line_of_therapy, 1);
  ASSERT_EQ(answer.lines.size(), 2U);
  for (const TherapyLine& line : answer.lines) EXPECT_EQ(line.rank, 0) << line.intervention;
  EXPECT_THAT(answer.gaps, Contains(HasSubstr("which order")));
}

// The sentence that ranks is found by the words of a first line beside the condition's name, wherever it
// stands.
TEST_F(FirstLine, IsLookedForBeyondTheSourcesThatWereFound) {
  const auto question =
      understand("treatment of migraine", *collection_->collection(), *collection_->thesaurus(), {});
  ASSERT_TRUE(question);
  const auto backend = make_collection_backend(collection_->collection());
  Appraisals appraisals;
  const Library library{*backend, *collection_->collection(), collection_->thesaurus(), appraisals};
  Evidence evidence;
  evidence.question = *question;
  AnswerSource known;
  known.id = "other1";
  evidence.sources.push_back(std::move(known));
  const auto found = find_first_line(evidence, library);
  ASSERT_TRUE(found);
  ASSERT_EQ(found->sources.size(), 1U);
  EXPECT_EQ(found->sources[0].id, "guide");
  ASSERT_FALSE(found->sentences.empty());
  EXPECT_EQ(found->sentences[0].document, 1U);  // behind the one that is known
  EXPECT_THAT(std::string(found->sentences[0].span.of(found->sources[0].document.text)),
              HasSubstr("propranolol is recommended as first-line"));
  evidence.question.line_of_therapy = 2;
  const auto later = find_first_line(evidence, library);
  ASSERT_TRUE(later);
  EXPECT_TRUE(later->sources.empty());
}

}  // namespace
}  // namespace attest
