#include "findings/sentences/sentence_role.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "findings/sentences/document_roles.h"
#include "findings/sentences/prose.h"

namespace attest {
namespace {

TEST(Labels, StandForRoles) {
  EXPECT_EQ(role_of_label("PATIENTS AND METHODS"), SentenceRole::kMethod);
  EXPECT_EQ(role_of_label("Background and aims"), SentenceRole::kAim);
  EXPECT_EQ(role_of_label("Findings"), SentenceRole::kResult);
  EXPECT_EQ(role_of_label("Authors' conclusions"), SentenceRole::kConclusion);
  EXPECT_EQ(role_of_label("Funding"), std::nullopt);
}

TEST(Labels, AtTheStartOfASentence) {
  const auto label = leading_label("RESULTS: Pain fell.");
  ASSERT_TRUE(label);
  EXPECT_EQ(label->role, SentenceRole::kResult);
  EXPECT_EQ(label->bytes, 9U);
  const auto glued = leading_label("DiscussionIn the present study pain fell.");
  ASSERT_TRUE(glued);
  EXPECT_EQ(glued->bytes, 10U);
  const auto spaced = unmarked_label("Introduction Long-term use is common.");
  ASSERT_TRUE(spaced);
  EXPECT_EQ(spaced->role, SentenceRole::kBackground);
  EXPECT_EQ(spaced->bytes, 13U);
  const auto comma = unmarked_label("Authors' conclusions, Local injection helps.");
  ASSERT_TRUE(comma);
  EXPECT_EQ(comma->bytes, 22U);
  const auto reviewers = leading_label("REVIEWER'S CONCLUSIONS: Local injection helps.");
  ASSERT_TRUE(reviewers);
  EXPECT_EQ(reviewers->role, SentenceRole::kConclusion);
  const auto joined = unmarked_label("Reviewers' conclusions, Local injection helps.");
  ASSERT_TRUE(joined);
  EXPECT_EQ(joined->role, SentenceRole::kConclusion);
  EXPECT_FALSE(leading_label("Crohn's disease: pain fell."));
  EXPECT_FALSE(unmarked_label("Results were better."));
  EXPECT_FALSE(leading_label("Discussions in the group: pain fell."));
  EXPECT_FALSE(leading_label("The results: pain fell in 3 of 4."));
  EXPECT_FALSE(leading_label("Pain: it fell."));
}

TEST(SentenceRoles, AreEstimatedFromWordsAndPlace) {
  const std::string aim = "The aim of this study was to compare two doses of aspirin.";
  const std::string method = "Patients were randomly assigned to receive either dose for 12 weeks.";
  const std::string result = "Pain fell by 12 points with the higher dose (p = 0.02).";
  EXPECT_EQ(estimate_sentence_role({aim, {}, method, 0, 4}).role, SentenceRole::kAim);
  EXPECT_EQ(estimate_sentence_role({method, aim, result, 1, 4}).role, SentenceRole::kMethod);
  const RoleEstimate estimate = estimate_sentence_role({result, method, {}, 2, 4});
  EXPECT_EQ(estimate.role, SentenceRole::kResult);
  EXPECT_GT(estimate.evidence, 0.8);
}

TEST(DocumentRoles, LabelsDecideAndAreLeftOut) {
  Document document;
  document.depth = Depth::kAbstract;
  document.text = "Title\n\nMETHODS: We gave aspirin. Doses varied. RESULTS: Pain fell.";
  const Section section{
      SectionKind::kAbstract, {}, {7, static_cast<uint32_t>(document.text.size())}, "", 0, 1};
  std::vector<DocumentSentence> sentences = {
      {{7, 32}, 0, &section, {}}, {{33, 46}, 0, &section, {}}, {{47, 66}, 0, &section, {}}};
  std::vector<DocumentSentence> of_a_page = sentences;
  read_roles(document, StudyDesign::kUnclear, sentences);
  EXPECT_EQ(sentences[0].span.of(document.text), "We gave aspirin.");
  EXPECT_EQ(sentences[0].found_at, 7U);
  EXPECT_EQ(sentences[1].role.role, SentenceRole::kMethod);
  EXPECT_EQ(sentences[1].role.evidence, 0);
  EXPECT_EQ(sentences[2].role.role, SentenceRole::kResult);
  // A page for patients reports no study: whatever stands there may be told.
  read_roles(document, StudyDesign::kPatientPage, of_a_page);
  EXPECT_EQ(of_a_page[1].role.evidence, 1);
}

TEST(DocumentRoles, AHeadingSaysMoreThanTheCategoryThatAnIndexGaveIt) {
  const auto last_role = [](const std::string& heading) {
    Document document;
    document.depth = Depth::kAbstract;
    const std::string method = "Patients were randomly assigned to aspirin or placebo.";
    const std::string result = "Stroke was significantly less frequent with aspirin (3% v 6%, p = 0.01).";
    document.text = "BACKGROUND\nStroke is common.\n\n" + heading + "\n" + method + " " + result;
    const auto at = [&](const std::string& words) {
      const auto start = static_cast<uint32_t>(document.text.find(words));
      return ByteSpan{start, start + static_cast<uint32_t>(words.size())};
    };
    const Section first{
        SectionKind::kAbstract, at("BACKGROUND"), at("Stroke is common."), "background", 0, 1};
    const Section second{
        SectionKind::kAbstract, at(heading), {at(method).start, at(result).end}, "methods", 0, 1};
    std::vector<DocumentSentence> sentences = {
        {at("Stroke is common."), 0, &first, {}}, {at(method), 0, &second, {}}, {at(result), 0, &second, {}}};
    read_roles(document, StudyDesign::kRandomisedTrial, sentences);
    return sentences.back().role.role;
  };
  EXPECT_EQ(last_role("METHODS AND RESULTS"), SentenceRole::kResult);
  EXPECT_EQ(last_role("DATA SYNTHESIS"), SentenceRole::kResult);
  EXPECT_EQ(last_role("METHODS"), SentenceRole::kMethod);
  EXPECT_EQ(last_role("STUDY SELECTION"), SentenceRole::kMethod);
}

TEST(DocumentRoles, OneHeadingOverAWholeAbstractSaysNothing) {
  Document document;
  document.depth = Depth::kAbstract;
  document.text =
      "OBJECTIVE\nWe reviewed the accuracy of imaging. Twenty papers were reviewed. The sensitivity was "
      "found "
      "to be 96.1% and the specificity 88.6% (p = 0.01).";
  const auto end = static_cast<uint32_t>(document.text.size());
  const Section section{SectionKind::kAbstract, {0, 9}, {10, end}, "OBJECTIVE", 0, 1};
  std::vector<DocumentSentence> sentences = {
      {{10, 50}, 0, &section, {}}, {{51, 80}, 0, &section, {}}, {{81, end}, 0, &section, {}}};
  read_roles(document, StudyDesign::kUnclear, sentences);
  EXPECT_GT(sentences[2].role.evidence, 0.5);
}

TEST(DocumentRoles, TheOnlySentenceOfAnAbstractIsNotItsBackground) {
  Document document;
  document.depth = Depth::kAbstract;
  document.text = "Antibiotics should not be used for croup.";
  const auto end = static_cast<uint32_t>(document.text.size());
  const Section section{SectionKind::kAbstract, {}, {0, end}, "", 0, 1};
  std::vector<DocumentSentence> sentences = {{{0, end}, 0, &section, {}}};
  read_roles(document, StudyDesign::kUnclear, sentences);
  EXPECT_GT(sentences[0].role.evidence, 0.5);
}

// Of a long text only some sentences are read: "Results" stands in what was left out.
TEST(DocumentRoles, ALabelDoesNotReachOverWhatWasLeftOut) {
  Document document;
  document.depth = Depth::kFullText;
  document.text =
      "MethodsWe gave aspirin. Doses varied. ResultsForty took part. Pain fell by half (p = 0.01).";
  const auto end = static_cast<uint32_t>(document.text.size());
  const Section section{SectionKind::kBody, {}, {0, end}, "", 0, 1};
  std::vector<DocumentSentence> sentences = {
      {{0, 23}, 0, &section, {}}, {{24, 37}, 0, &section, {}}, {{62, end}, 0, &section, {}}};
  read_roles(document, StudyDesign::kRandomisedTrial, sentences);
  EXPECT_EQ(sentences[1].role.role, SentenceRole::kMethod);
  EXPECT_GT(sentences[2].role.evidence, 0.5);
}

TEST(DocumentRoles, AChapterIsNoArticle) {
  Document document;
  document.depth = Depth::kFullText;
  document.record.type = "chapter";
  document.text = "We give aspirin.";
  const Section section{SectionKind::kBody, {}, {0, 16}, "METHODS", 0, 1};
  std::vector<DocumentSentence> sentences = {{{0, 16}, 0, &section, {}}};
  read_roles(document, StudyDesign::kUnclear, sentences);
  EXPECT_EQ(sentences[0].role.evidence, 1);
}

TEST(Prose, TablesAndLegendsAreNone) {
  EXPECT_TRUE(is_prose("At 3 months, relief was reported by 70% of 54 patients (95% CI 58-82; p = 0.017)."));
  EXPECT_TRUE(is_prose("Short."));
  EXPECT_TRUE(is_prose("Mutations in the CFTR gene cause cystic fibrosis"));
  EXPECT_FALSE(is_prose("Example of an Inheritance Pattern for Cystic Fibrosis"));
  EXPECT_FALSE(is_prose("Table 2 shows the demographic data of all patients who took part in the trial."));
  EXPECT_FALSE(
      is_prose("CQ, AQ, SP; AS; On day 1, P < 0.05, SP vs. CQ; AQ+AS vs. AQ; AQ+SP vs. SP; P < 0.05; AQ"));
  EXPECT_FALSE(
      is_prose("Demographic dataAge of theParticipants in yearsMean was higherGender was not recorded here"));
  EXPECT_FALSE(
      is_prose("Gametocyte positive samples were seen onDay 0Day 1Day 2Day 3Day 7Day 14Day in all groups."));
  EXPECT_FALSE(is_prose(std::string(1200, 'a')));
}

}  // namespace
}  // namespace attest
