// Headings inside running text, and what stands under them.
#include "evidence/run_in_headings.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/ascii.h"
#include "evidence/evidence_test_support.h"
#include "evidence/heading_limits.h"
#include "evidence/source_scope.h"

namespace attest {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

bool names_pox(std::string_view words) { return lower_ascii(words).find("pox") != std::string::npos; }

std::vector<RunInHeading> headings_of(const std::string& text) {
  return run_in_headings(text, {0, static_cast<uint32_t>(text.size())}, names_pox);
}

std::vector<std::string> headings_in(const std::string& text) {
  std::vector<std::string> words;
  for (const RunInHeading& heading : headings_of(text)) words.emplace_back(heading.span.of(text));
  return words;
}

// The subject over `words`, and the item that they stand in.
std::string over(const std::string& text, const std::string& words) {
  const auto at = static_cast<uint32_t>(text.find(words));
  const HeadingsAbove above = headings_above(text, headings_of(text), 0, {at, at + 1});
  return std::string(above.part.of(text)) + "|" + std::string(above.subject.of(text)) + "|" +
         std::string(above.people.of(text)) + "|" + std::string(above.item.of(text));
}

TEST(RunInHeadings, StandAloneOrAtTheEndOfWhatWentBefore) {
  EXPECT_THAT(headings_in("Mild pox. Rest is enough. Severe pox. Give serum."),
              ElementsAre("Mild pox", "Severe pox"));
  EXPECT_THAT(headings_in("\u30FB Serum 10 mg/kg Severe pox \u30FB Serum is the drug of choice."),
              ElementsAre("Severe pox"));
  EXPECT_THAT(headings_in("\u2022 Mild pox - Rest is enough \u2022 Fluids"), ElementsAre("Mild pox"));
  EXPECT_THAT(headings_in("\u2022 Record intake Supportive Measures Monitor fluids \u2022 Rest"),
              ElementsAre("Supportive Measures"));
  EXPECT_THAT(headings_in("Rest daily. Regimen for allergic (non-pregnant) patients Cream 5 mg daily"),
              ElementsAre("Regimen for allergic (non-pregnant) patients"));
}

TEST(RunInHeadings, AreNoSentencesAndNoItems) {
  EXPECT_THAT(headings_in("\u2022 Cough \u2022 Severe pox \u2022 Fever"), IsEmpty());
  EXPECT_THAT(headings_in("Serum helps in Severe pox \u2022 Rest"), IsEmpty());
  EXPECT_THAT(headings_in("Serum is given in severe pox. Rest helps."), IsEmpty());
  EXPECT_THAT(headings_in("Consider Severe pox: it kills."), IsEmpty());
  EXPECT_THAT(headings_in("Other drugs \u2022 Serum 5 mg"), IsEmpty());
}

TEST(RunInHeadings, StandOverWhatFollows) {
  const std::string text =
      "\u2022 Mild pox - Rest \u2022 Fluids for all Severe pox \u2022 Serum \u2022 Water at noon Pregnant "
      "women "
      "\u2022 Cream \u2022 Tea daily Prevention \u2022 Vaccine";
  EXPECT_EQ(over(text, "Rest"), "|||Mild pox");
  EXPECT_EQ(over(text, "Fluids"), "|||");
  EXPECT_EQ(over(text, "Serum"), "|Severe pox||");
  EXPECT_EQ(over(text, "Water"), "|Severe pox||");
  EXPECT_EQ(over(text, "Cream"), "|Severe pox|Pregnant women|");
  EXPECT_EQ(over(text, "Vaccine"), "Prevention|||");
}

TEST(RunInHeadings, AreTakenOutOfSentences) {
  const std::string text = "Drink daily Severe pox \u2022 Serum";
  DocumentSentence sentence;
  sentence.span = {0, static_cast<uint32_t>(text.find(" \u2022"))};
  const std::vector<DocumentSentence> parts = without_headings(text, {sentence}, headings_of(text));
  ASSERT_EQ(parts.size(), 1u);
  EXPECT_EQ(parts[0].span.of(text), "Drink daily");
}

class HeadingLimitsTest : public testing::Test {
 protected:
  HeadingLimitsTest() {
    evidence_.vocabulary = test::vocabulary_of({"serum"}, {"pox", "fever"}, stemmer_);
    evidence_.question.intent = Intent::kTreatment;
    Concept asked;
    asked.role = ConceptRole::kCondition;
    asked.thesaurus_id = "pox";
    asked.variants.resize(1);
    asked.variants[0].words = "pox";
    asked.variants[0].weight = 1;
    evidence_.question.concepts = {asked};
  }
  Indication limit(const std::string& question, const std::string& heading, bool part = false) {
    evidence_.question.asked = question;
    evidence_.question.resolved = question;
    evidence_.sources.clear();
    AnswerSource& source = test::add_source(evidence_, stemmer_, "Pox", {heading, "Serum is recommended."},
                                            StudyDesign::kGuideline);
    Finding& finding = source.findings[1];
    (part ? finding.above.part : finding.above.subject) = source.findings[0].sentence;
    return heading_limit(evidence_, finding);
  }
  Stemmer stemmer_;
  Evidence evidence_;
};

TEST_F(HeadingLimitsTest, WhatStandsUnderThemIsSaidOfThat) {
  EXPECT_EQ(limit("treatment of pox", "Severe pox").words, "under \u201CSevere pox\u201D");
  EXPECT_EQ(limit("treatment of severe pox", "Severe pox").fit, IndicationFit::kAsked);
  EXPECT_EQ(limit("treatment of severe pox", "Uncomplicated pox").fit, IndicationFit::kOther);
  EXPECT_EQ(limit("treatment of pox", "Fever").fit, IndicationFit::kOther);
  EXPECT_TRUE(limit("treatment of pox", "Neonatal pox").other_people);
  EXPECT_FALSE(limit("treatment of neonatal pox", "Neonatal pox").other_people);
  EXPECT_TRUE(limit("treatment of pox", "Penicillin-allergic patients").other_people);
}

TEST_F(HeadingLimitsTest, PreventionAndSupportAreNoTreatment) {
  EXPECT_EQ(limit("treatment of pox", "Prevention", true).fit, IndicationFit::kOther);
  EXPECT_EQ(limit("prevention of pox", "Prevention", true).fit, IndicationFit::kAsked);
  EXPECT_EQ(limit("treatment of pox", "Supportive Measures", true).fit, IndicationFit::kOther);
  EXPECT_EQ(limit("treatment of pox", "Drug Treatment", true).fit, IndicationFit::kAsked);
}

TEST(SourceScope, WhomAGuidelineLeavesOutItDoesNotAnswer) {
  Stemmer stemmer;
  UnderstoodQuestion question;
  const std::string text =
      "Serum is first-line. The recommendations do not apply to patients with postoperative or tropical pox.";
  const auto leaves_out = [&](const std::string& asked) {
    question.asked = asked;
    return leaves_out_asked(question, text, stemmer);
  };
  EXPECT_TRUE(leaves_out("treatment of postoperative pox"));
  EXPECT_TRUE(leaves_out("tropical pox treatment"));
  EXPECT_FALSE(leaves_out("treatment of pox"));
  EXPECT_FALSE(leaves_out("treatment of severe pox"));
}

}  // namespace
}  // namespace attest
