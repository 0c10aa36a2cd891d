#include "answer/lay/asked_at_heart.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace attest {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Concept named(const std::string& name, ConceptRole role = ConceptRole::kCondition) {
  Concept one;
  one.label = name;
  one.asked_as = name;
  one.role = role;
  one.variants.push_back({name, {name}, 1, false});
  return one;
}

std::optional<AtHeart> heart_of(const std::string& text, Intent intent, std::vector<Concept> concepts,
                                std::vector<std::string> stems = {}) {
  UnderstoodQuestion question;
  question.asked = question.resolved = text;
  question.intent = intent;
  question.concepts = std::move(concepts);
  question.other_stems = std::move(stems);
  return asked_at_heart(question);
}

TEST(AskedAtHeart, WhatIsToldAroundItIsLeftOut) {
  const auto heart = heart_of("I have not pooped for 6 days, what helps with constipation?",
                              Intent::kTreatment, {named("constipation")}, {"poop", "day"});
  ASSERT_TRUE(heart.has_value());
  EXPECT_THAT(heart->question.other_stems, IsEmpty());
  EXPECT_THAT(heart->left_out, IsEmpty());
}

TEST(AskedAtHeart, WhatIsAskedStays) {
  const auto heart = heart_of("I am tired, what diet helps with gout?", Intent::kTreatment, {named("gout")},
                              {"diet", "tire"});
  ASSERT_TRUE(heart.has_value());
  EXPECT_THAT(heart->question.other_stems, ElementsAre("diet"));
}

TEST(AskedAtHeart, TheMomentAtWhichItComesIsNoSecondThing) {
  EXPECT_TRUE(heart_of("I leak when I laugh or sneeze, how do I stop it", Intent::kTreatment,
                       {named("leak"), named("sneeze")}));
  EXPECT_FALSE(
      heart_of("what helps against gout and asthma", Intent::kTreatment, {named("gout"), named("asthma")}));
  const auto since =
      heart_of("dry since menopause, what helps", Intent::kTreatment, {named("dry"), named("menopause")});
  ASSERT_TRUE(since.has_value());
  EXPECT_THAT(since->left_out, ElementsAre("menopause"));
}

TEST(AskedAtHeart, AnOperationGoneByIsATime) {
  const auto since = heart_of("no erection since his prostate operation, what can we try", Intent::kTreatment,
                              {named("erection"), named("operation", ConceptRole::kIntervention)});
  ASSERT_TRUE(since.has_value());
  EXPECT_THAT(since->left_out, ElementsAre("operation"));
}

TEST(AskedAtHeart, ASuspicionAsksHowTheThingShows) {
  const auto heart = heart_of("blood on the paper, could it be piles?", Intent::kDiagnosis,
                              {named("blood"), named("piles")});
  ASSERT_TRUE(heart.has_value());
  EXPECT_EQ(heart->question.intent, Intent::kSymptoms);
  ASSERT_EQ(heart->question.concepts.size(), 1u);
  EXPECT_EQ(heart->question.concepts[0].label, "piles");
}

TEST(AskedAtHeart, IsItCancerAsksOfTheCancerThatWasTold) {
  Concept lump = named("lump on my testicle");
  lump.label = "testicular cancer";
  const auto heart = heart_of("lump on my testicle, is it cancer?", Intent::kGeneral, {lump});
  ASSERT_TRUE(heart.has_value());
  EXPECT_TRUE(heart->suspected);
  EXPECT_FALSE(heart_of("lump on my testicle, is it the season?", Intent::kGeneral, {lump}));
}

TEST(AskedAtHeart, WhetherItCanBeCaughtIsAskedHoweverItIsPut) {
  const auto heart = heart_of("my girlfriend has hepatitis C, can I get it from sex?", Intent::kGeneral,
                              {named("hepatitis C")}, {"sex"});
  ASSERT_TRUE(heart.has_value());
  EXPECT_EQ(heart->question.intent, Intent::kCause);
  EXPECT_THAT(heart->question.other_stems, IsEmpty());
}

TEST(AskedAtHeart, ATreatmentThatIsNamedIsNoColour) {
  EXPECT_FALSE(heart_of("what helps with gout, cherries?", Intent::kTreatment,
                        {named("gout"), named("cherries", ConceptRole::kIntervention)}));
  EXPECT_FALSE(heart_of("does zorb help with gout", Intent::kTreatment,
                        {named("gout"), named("zorb", ConceptRole::kOther)}));
}

}  // namespace
}  // namespace attest
