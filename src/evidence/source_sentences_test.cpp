// What of a source is read, and what headings say of it.
#include "evidence/source_sentences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "evidence/section_headings.h"

namespace attest {
namespace {

using testing::ElementsAre;

std::vector<std::string> read(const std::string& body, SectionKind kind = SectionKind::kBody) {
  TextBuilder builder;
  builder.set_title("Otitis media");
  builder.add_section(kind, "Clinical features", body);
  Document document;
  document.depth = Depth::kGuideline;
  std::move(builder).finish(document);
  std::vector<std::string> sentences;
  for (const DocumentSentence& sentence : read_sentences(document, StudyDesign::kGuideline, {}))
    sentences.emplace_back(sentence.span.of(document.text));
  return sentences;
}

TEST(SourceSentences, ShortItemsOfAListAreReadTogether) {
  EXPECT_THAT(
      read(
          "Common in children. \u2022 Earache \u2022 Fever \u2022 Amoxicillin 500 mg orally \u2022 Deafness"),
      ElementsAre("Common in children.", "Earache \u2022 Fever", "Amoxicillin 500 mg orally", "Deafness"));
}

TEST(SourceSentences, WhatIsGivenTogetherStaysTogether) {
  EXPECT_THAT(
      read("Penicillin 1 g daily Plus \u2022 Gentamicin 80 mg daily \u2022 Ibuprofen 400 mg daily"),
      ElementsAre("Penicillin 1 g daily Plus \u2022 Gentamicin 80 mg daily", "Ibuprofen 400 mg daily"));
}

TEST(SourceSentences, AnItemWithAVerbIsASentence) {
  EXPECT_THAT(read("Rest \u25a0 Warfarin is teratogenic \u25a0 Delivery may be necessary \u25a0 Fever"),
              ElementsAre("Rest", "Warfarin is teratogenic", "Delivery may be necessary", "Fever"));
}

TEST(SourceSentences, SentencesAndLongListsStayApart) {
  EXPECT_THAT(read("Earache is common. Fever is rare."), ElementsAre("Earache is common.", "Fever is rare."));
  std::string list;
  for (int i = 0; i < 12; ++i) list += "\u2022 Pain that wakes the child at night and goes on by day ";
  const std::vector<std::string> parts = read(list);
  ASSERT_GT(parts.size(), 1u);
  for (const std::string& part : parts) EXPECT_LE(part.size(), 400u);
}

TEST(SectionHeadings, SayWhatStandsUnderThem) {
  EXPECT_TRUE(heading_answers("CLINICAL FEATURES OF SINUSITIS Clinical Features", Intent::kSymptoms));
  EXPECT_TRUE(heading_answers("Risk factors", Intent::kCause));
  EXPECT_TRUE(heading_answers("Non-drug Treatment", Intent::kTreatment));
  EXPECT_FALSE(heading_answers("Treatment goals", Intent::kTreatment));
  EXPECT_FALSE(heading_answers("Differential diagnoses", Intent::kDiagnosis));
  EXPECT_FALSE(heading_answers("Risk factors", Intent::kDose));
  EXPECT_FALSE(heading_answers("", Intent::kSymptoms));
}

}  // namespace
}  // namespace attest
