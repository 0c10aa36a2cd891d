#include "findings/effects/effect_direction.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "findings/effects/effect_features.h"
#include "findings/effects/effect_marks.h"

namespace attest {
namespace {

// Borrows from `texts`.
std::vector<EffectSentence> plain(const std::vector<std::string>& texts) {
  std::vector<EffectSentence> sentences;
  for (const std::string& text : texts) sentences.push_back({text, std::nullopt});
  return sentences;
}

// Made up for this test.
const std::vector<std::string> kAbstract = {
    "Constipation after stroke is common, and its treatment is little studied.",
    "We randomised 120 adults to abdominal massage (AM) or usual care for eight weeks.",
    "The primary outcome was the weekly number of bowel movements; pain was measured on a scale.",
    "Bowel movements were significantly more frequent in the AM group than with usual care (p = 0.003).",
    "Pain was significantly lower in the AM group than in the usual care group (p = 0.01).",
    "There was no significant difference in laxative use between the groups (p = 0.45).",
};

EffectDirection direction_of(const std::string& outcome, bool exchanged = false) {
  EffectQuestion question{"abdominal massage", "usual care", outcome};
  if (exchanged) std::swap(question.intervention, question.comparator);
  return read_effect(question, plain(kAbstract)).direction;
}

TEST(EffectDirection, EachOutcomeHasItsOwnDirection) {
  EXPECT_EQ(direction_of("bowel movements a week"), EffectDirection::kIncreased);
  EXPECT_EQ(direction_of("pain"), EffectDirection::kDecreased);
  EXPECT_EQ(direction_of("use of laxatives"), EffectDirection::kNoDifference);
}

TEST(EffectDirection, TurnsRoundWithTheArms) {
  EXPECT_EQ(direction_of("bowel movements a week", true), EffectDirection::kDecreased);
  EXPECT_EQ(direction_of("pain", true), EffectDirection::kIncreased);
  EXPECT_EQ(direction_of("use of laxatives", true), EffectDirection::kNoDifference);
}

TEST(EffectDirection, RanksTheSentenceThatAnswersFirst) {
  const auto sentences = plain(kAbstract);
  const auto reading = read_effect({"abdominal massage", "usual care", "pain"}, sentences);
  ASSERT_EQ(reading.evidence.size(), kAbstract.size());
  EXPECT_EQ(reading.evidence[0].sentence, 4U);
  EXPECT_NEAR(reading.probabilities[0] + reading.probabilities[1] + reading.probabilities[2], 1.0, 1e-9);
}

TEST(EffectDirection, NothingToReadIsNoAnswer) {
  const auto reading = read_effect({"a", "b", "c"}, {});
  EXPECT_TRUE(reading.evidence.empty());
  EXPECT_NEAR(reading.probabilities[0], 1.0 / 3, 1e-9);
  const std::vector<std::string> texts = {"", "\xff\xfe", "(((", "0 0 0 ; ; ; ."};  // borrowed below
  const auto sentences = plain(texts);
  EXPECT_EQ(read_effect({"", "", ""}, sentences).evidence.size(), 4U);
}

std::string marks_of(const EffectQuestion& question, const std::vector<std::string>& abstract,
                     size_t sentence) {
  const auto sentences = plain(abstract);
  EffectMarker marker(question, sentences);
  std::string text;
  for (const EffectToken& token : marker.mark(abstract[sentence]).tokens) {
    switch (token.mark) {
      case EffectMark::kOutcome: text += "O"; break;
      case EffectMark::kIntervention: text += "I"; break;
      case EffectMark::kComparator: text += "C"; break;
      case EffectMark::kArms: text += "A"; break;
      case EffectMark::kQuantity: text += "#"; break;
      case EffectMark::kWord: text += token.symbol.empty() ? "." : "+"; break;
    }
  }
  return text;
}

TEST(EffectMarks, NamesAbbreviationsAndNumbers) {
  // "Pain was significantly lower in the AM group than in the usual care group (p = 0.01)."
  EXPECT_EQ(marks_of({"abdominal massage", "usual care", "pain"}, kAbstract, 4), "O.++..I++..CC+#");
}

TEST(EffectMarks, GroupLettersAreNames) {
  EXPECT_EQ(
      marks_of({"group A", "group B", "relapse"}, {"Relapses were fewer in group A than in group B."}, 0),
      "O.+.+I+.+C");
}

TEST(EffectMarks, WhatBothArmsAreCalledTellsNothing) {
  EXPECT_EQ(marks_of({"liraglutide plus glimepiride", "placebo plus glimepiride", "weight"},
                     {"Weight fell with liraglutide plus glimepiride."}, 0),
            "O+.I.A");
}

TEST(EffectMarks, TheOutcomeOfOneClauseIsInFocus) {
  const std::vector<std::string> abstract = {
      "Nausea was more frequent with the drug, whereas pain was less frequent."};
  const auto sentences = plain(abstract);
  EffectMarker marker({"drug", "placebo", "pain"}, sentences);
  const MarkedSentence marked = marker.mark(abstract[0]);
  EXPECT_EQ(marked.focus, 1U);
  EXPECT_GT(marked.outcome, 0.9);
}

TEST(EffectMarks, PolarityOfTheOutcome) {
  EXPECT_EQ(outcome_polarity("Mortality at 28 days"), "bad");
  EXPECT_EQ(outcome_polarity("Health-related quality of life"), "good");
  EXPECT_EQ(outcome_polarity("serum sodium"), "plain");
}

}  // namespace
}  // namespace attest
