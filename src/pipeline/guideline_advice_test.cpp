// Advice of bodies that changed their mind, and advice on one member of a class.
#include <algorithm>
#include <memory>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/find_guidance.h"
#include "pipeline/pipeline_test_support.h"

namespace attest {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class GuidelineAdvice : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    std::ostringstream file;
    file << "<PubmedArticleSet>";
    auto add = [&, id = 30000001](int year, const std::string& body, const std::string& subject,
                                  const std::string& text) mutable {
      file << "<PubmedArticle><MedlineCitation><PMID>" << id++ << "</PMID><Article><Journal><JournalIssue>"
           << "<PubDate><Year>" << year << "</Year></PubDate></JournalIssue><Title>J</Title></Journal>"
           << "<ArticleTitle>Guideline for " << subject << ", " << year << "</ArticleTitle><Abstract>"
           << "<AbstractText>" << text << "</AbstractText></Abstract><AuthorList><Author><CollectiveName>"
           << body << "</CollectiveName></Author></AuthorList><PublicationTypeList><PublicationType>"
           << "Practice Guideline</PublicationType></PublicationTypeList></Article></MedlineCitation>"
           << "</PubmedArticle>";
    };
    add(2012, "Society of Headache", "migraine", "We recommend propranolol for migraine.");
    add(2019, "Society of Headache", "migraine", "We recommend against propranolol for migraine.");
    add(2018, "Society of the Heart", "hypertension", "We recommend diuretics for hypertension.");
    add(2022, "Society of the Heart", "hypertension", "We recommend against furosemide for hypertension.");
    file << "</PubmedArticleSet>";
    collection_ = std::make_unique<test::SmallCollection>("papers.xml", file.str());
  }
  static void TearDownTestSuite() { collection_.reset(); }

  static Answer ask(const std::string& question) { return collection_->ask(question); }

  static std::unique_ptr<test::SmallCollection> collection_;
};

std::unique_ptr<test::SmallCollection> GuidelineAdvice::collection_;

TEST_F(GuidelineAdvice, WhatWasTakenBackIsNoAnswer) {
  for (const char* question : {"How is migraine treated?", "Is propranolol effective for migraine?"}) {
    const Answer answer = ask(question);
    ASSERT_THAT(answer.bottom_line, SizeIs(1)) << question;
    EXPECT_THAT(answer.bottom_line[0].text, HasSubstr("against propranolol")) << question;
    EXPECT_THAT(answer.lines, IsEmpty()) << question;
    ASSERT_THAT(answer.disagreements, SizeIs(1)) << question;
    EXPECT_THAT(answer.disagreements[0].about, HasSubstr("has changed")) << question;
  }
}

TEST_F(GuidelineAdvice, OnAMemberIsNotOnItsClass) {
  const Answer answer = ask("Are diuretics recommended for hypertension?");
  EXPECT_THAT(answer.disagreements, IsEmpty());
  ASSERT_FALSE(answer.lines.empty());
  EXPECT_EQ(answer.lines[0].intervention, "diuretics");
  EXPECT_TRUE(std::any_of(answer.bottom_line.begin(), answer.bottom_line.end(), [](const Statement& one) {
    return one.text.find("Advised against: furosemide") != std::string::npos;
  }));
}

TEST_F(GuidelineAdvice, IsLookedForWhereNoSourceIsGuidance) {
  const auto question =
      understand("treatment of migraine", *collection_->collection(), *collection_->thesaurus(), {});
  ASSERT_TRUE(question);
  const auto backend = make_collection_backend(collection_->collection());
  Appraisals appraisals;
  const Library library{*backend, *collection_->collection(), collection_->thesaurus(), appraisals};
  AnswerSource trial;
  trial.id = "trial";
  trial.appraisal.design = StudyDesign::kRandomisedTrial;
  auto found = find_guidance(*question, {trial}, library);
  ASSERT_TRUE(found) << found.error().to_line();
  ASSERT_THAT(*found, SizeIs(2));
  EXPECT_EQ(found->front().appraisal.year, 2019);
  // Not where a source is guidance already.
  trial.appraisal.design = StudyDesign::kGuideline;
  found = find_guidance(*question, {trial}, library);
  ASSERT_TRUE(found);
  EXPECT_THAT(*found, IsEmpty());
}

}  // namespace
}  // namespace attest
