// Chapters of a guideline: one on the whole condition, asked of a course of it, and what it gives together.
#include <memory>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/find_guidance.h"
#include "pipeline/pipeline_test_support.h"

namespace attest {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

class Chapters : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    std::ostringstream file;
    const auto chapter = [&](const char* name, const char* rest) {
      file << R"({"id": ")" << name << R"(", "title": ")" << name << R"(", "text": ")" << name
           << R"( Introduction An inflammation CLINICAL FEATURES OF )" << name
           << R"( \u2022 Pain \u2022 Fever TREATMENT OF )" << name << R"( Drug Treatment )" << rest
           << R"(", "src": "nstg"})"
           << "\n";
    };
    chapter("PERICARDITIS",
            R"(\u2022 Indomethacin 50 mg orally every 8 hours \u2022 Colchicine 500 mg orally daily)");
    chapter("ENDOCARDITIS",
            R"(\u2022 Benzylpenicillin: 7.2 g daily by infusion. May be increased Plus \u2022 Gentamicin: )"
            R"(80 mg every 12 hours)");
    for (int i = 0; i < 20; ++i) {
      file << R"({"id": "other)" << i << R"(", "title": "Asthma, part )" << i
           << R"(", "text": "RESULTS: Asthma improved with inhaled steroids in )" << i + 20 << R"( of 80."})"
           << "\n";
    }
    collection_ = std::make_unique<test::SmallCollection>("chapters.jsonl", file.str());
  }
  static void TearDownTestSuite() { collection_.reset(); }

  static std::vector<std::string> options(const std::string& question) {
    std::vector<std::string> names;
    for (const TherapyLine& line : collection_->ask(question).lines) names.push_back(line.intervention);
    return names;
  }
  static size_t chapters_found(const std::string& question, const std::vector<AnswerSource>& sources) {
    const auto understood = understand(question, *collection_->collection(), *collection_->thesaurus(), {});
    EXPECT_TRUE(understood);
    const auto backend = make_collection_backend(collection_->collection());
    Appraisals appraisals;
    const Library library{*backend, *collection_->collection(), collection_->thesaurus(), appraisals};
    const auto found = find_chapters(*understood, sources, library);
    EXPECT_TRUE(found);
    return found ? found->size() : 0;
  }

  static std::unique_ptr<test::SmallCollection> collection_;
};

std::unique_ptr<test::SmallCollection> Chapters::collection_;

TEST_F(Chapters, OnTheWholeConditionAnswersForACourseOfIt) {
  EXPECT_THAT(options("What is the treatment of acute pericarditis?"),
              AllOf(Contains("indomethacin"), Contains("colchicine")));
}

TEST_F(Chapters, AreLookedForWhereACourseIsAsked) {
  EXPECT_EQ(chapters_found("treatment of acute pericarditis", {}), 1U);
  EXPECT_EQ(chapters_found("treatment of pericarditis", {}), 0U);
  EXPECT_EQ(chapters_found("causes of acute pericarditis", {}), 0U);
  AnswerSource known;
  known.id = "PERICARDITIS";
  EXPECT_EQ(chapters_found("treatment of acute pericarditis", {known}), 0U);
}

TEST_F(Chapters, WhatPlusJoinsIsOneOption) {
  const std::vector<std::string> found = options("What is the treatment of infective endocarditis?");
  EXPECT_THAT(found, Contains(AllOf(HasSubstr("penicillin"), HasSubstr("gentamicin"))));
  EXPECT_THAT(found, Not(Contains("gentamicin")));
}

}  // namespace
}  // namespace attest
