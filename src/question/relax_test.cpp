// What relax() leaves out of a question that nothing answers as a whole, and what it never does.
#include "question/relax.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "question/fake_collection.h"

namespace attest {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

UnderstoodQuestion question_of(Intent intent, std::vector<Concept> concepts) {
  UnderstoodQuestion question;
  question.intent = intent;
  question.concepts = std::move(concepts);
  return question;
}

const FakeCollection& collection() {
  static const FakeCollection made(
      {"drooling in children and the pillow", "glycopyrrolate for drooling, quality of sleep"});
  return made;
}

TEST(Relax, WordsOfColourAreLeftOutAndAnAnswerMustHoldHalfOfThem) {
  const UnderstoodQuestion question =
      question_of(Intent::kTreatment, {concept_of("drooling", ConceptRole::kCondition, true),
                                       concept_of("pillow", ConceptRole::kOther, false)});
  const std::vector<RelaxedQuestion> readings = relax(question, collection());
  ASSERT_THAT(readings, SizeIs(1));
  const RelaxedQuestion& looser = readings.front();
  EXPECT_THAT(looser.left_out, ElementsAre("pillow"));
  EXPECT_TRUE(looser.question.concepts[0].required);
  EXPECT_FALSE(looser.question.concepts[1].required);
  EXPECT_THAT(looser.question.other_stems, ElementsAre("pillow"));
  EXPECT_FLOAT_EQ(looser.question.words_share_min, 0.5f);
  EXPECT_EQ(looser.question.intent, Intent::kTreatment);
}

TEST(Relax, PlainWordsGoBeforeTheNamesOfAThesaurus) {
  const UnderstoodQuestion question =
      question_of(Intent::kTreatment, {concept_of("drooling", ConceptRole::kCondition, true),
                                       concept_of("sleep", ConceptRole::kOutcome, true),
                                       concept_of("pillow", ConceptRole::kOther, false)});
  const std::vector<RelaxedQuestion> readings = relax(question, collection());
  ASSERT_THAT(readings, SizeIs(2));
  EXPECT_THAT(readings[0].left_out, ElementsAre("pillow"));
  EXPECT_THAT(readings[1].left_out, ElementsAre("pillow", "sleep"));
}

TEST(Relax, WhatNoDocumentHasMayBeTheVeryThingAskedAbout) {
  EXPECT_THAT(relax(question_of(Intent::kTreatment, {concept_of("drooling", ConceptRole::kCondition, true),
                                                     concept_of("zorblax", ConceptRole::kOther, false)}),
                    collection()),
              IsEmpty());
}

TEST(Relax, AConditionOrATreatmentIsNeverLeftOut) {
  const UnderstoodQuestion question =
      question_of(Intent::kEffect, {concept_of("drooling", ConceptRole::kCondition, true),
                                    concept_of("glycopyrrolate", ConceptRole::kIntervention, true),
                                    concept_of("sleep", ConceptRole::kCondition, true)});
  EXPECT_THAT(relax(question, collection()), IsEmpty());
}

TEST(Relax, WhenAComplaintComesIsLeftOutLast) {
  UnderstoodQuestion question =
      question_of(Intent::kGeneral, {concept_of("drooling", ConceptRole::kCondition, true),
                                     concept_of("sleep", ConceptRole::kCondition, true)});
  question.resolved = "I have drooling when I sleep";
  const std::vector<RelaxedQuestion> readings = relax(question, collection());
  ASSERT_THAT(readings, SizeIs(1));
  EXPECT_THAT(readings[0].left_out, ElementsAre("sleep"));
  EXPECT_TRUE(readings[0].question.concepts[0].required);
  for (const char* other :
       {"I have drooling and sleep", "drooling when I have sleep", "drooling without sleep"}) {
    question.resolved = other;
    EXPECT_THAT(relax(question, collection()), IsEmpty()) << other;
  }
  question.resolved = "I have drooling when I sleep";
  question.intent = Intent::kHarm;
  EXPECT_THAT(relax(question, collection()), IsEmpty());
}

TEST(Relax, WithATreatmentTheCircumstanceStays) {
  UnderstoodQuestion question =
      question_of(Intent::kEffect, {concept_of("drooling", ConceptRole::kCondition, true),
                                    concept_of("glycopyrrolate", ConceptRole::kIntervention, true),
                                    concept_of("sleep", ConceptRole::kCondition, true)});
  question.resolved = "glycopyrrolate for drooling when I sleep";
  EXPECT_THAT(relax(question, collection()), IsEmpty());
}

TEST(Relax, WithoutAConditionWhateverIsSaidOfATreatmentMayAnswer) {
  const UnderstoodQuestion question =
      question_of(Intent::kEffect, {concept_of("glycopyrrolate", ConceptRole::kIntervention, true),
                                    concept_of("pillow", ConceptRole::kOther, false)});
  const std::vector<RelaxedQuestion> readings = relax(question, collection());
  ASSERT_THAT(readings, SizeIs(3));
  EXPECT_THAT(readings[0].left_out, IsEmpty());
  EXPECT_EQ(readings[0].question.intent, Intent::kGeneral);
  EXPECT_THAT(readings[1].left_out, ElementsAre("pillow"));
  EXPECT_EQ(readings[1].question.intent, Intent::kEffect);
  EXPECT_EQ(readings[2].question.intent, Intent::kGeneral);
}

TEST(Relax, AnAnswerOfItsOwnFormIsNotReplacedByWhatElseIsKnown) {
  EXPECT_THAT(
      relax(question_of(Intent::kTarget, {concept_of("glycopyrrolate", ConceptRole::kIntervention, true)}),
            collection()),
      IsEmpty());
}

TEST(Relax, HarmsAreNotReplacedByWhatATreatmentIsGoodFor) {
  EXPECT_THAT(
      relax(question_of(Intent::kHarm, {concept_of("glycopyrrolate", ConceptRole::kIntervention, true)}),
            collection()),
      IsEmpty());
}

TEST(Relax, WithNothingThatAThesaurusKnowsNothingIsLeftOut) {
  EXPECT_THAT(relax(question_of(Intent::kGeneral, {concept_of("pillow", ConceptRole::kOther, false),
                                                   concept_of("sleep", ConceptRole::kOther, false)}),
                    collection()),
              IsEmpty());
}

}  // namespace
}  // namespace attest
