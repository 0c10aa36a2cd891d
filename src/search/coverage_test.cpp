// How much of a question a text holds, by rarity, and what must be there for it to come near.
#include "search/coverage.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "question/concepts.h"
#include "question/fake_collection.h"

namespace attest {
namespace {

// Forty documents on diabetes, two on scorpion stings, one on galactomannan.
const FakeCollection& collection() {
  static const FakeCollection made = [] {
    std::vector<std::string> texts(40, "diabetes in adults and the foot");
    texts.resize(42, "antivenom for scorpion stings of the foot");
    texts.resize(43, "galactomannan in serum");
    return FakeCollection(texts);
  }();
  return made;
}

QuestionCoverage coverage_of(std::vector<Concept> concepts, std::vector<std::string> words = {}) {
  UnderstoodQuestion question;
  question.concepts = std::move(concepts);
  question.other_stems = std::move(words);
  return {question, collection()};
}

StemSet stems(std::string_view text) {
  Stemmer stemmer;
  return stem_set(text, stemmer);
}

TEST(QuestionCoverage, RareThingsCountMore) {
  const QuestionCoverage coverage = coverage_of({concept_of("diabetes", ConceptRole::kCondition, true),
                                                 concept_of("antivenom", ConceptRole::kIntervention, true)});
  EXPECT_TRUE(coverage.answerable());
  EXPECT_GT(coverage.share(stems("antivenom was given")), 0.6);
  EXPECT_LT(coverage.share(stems("diabetes was common")), 0.4);
  EXPECT_DOUBLE_EQ(coverage.share(stems("antivenom in diabetes")), 1.0);
  EXPECT_DOUBLE_EQ(coverage.share(stems("nothing of it")), 0.0);
}

TEST(QuestionCoverage, AStoryCountsForNoMoreThanItsShare) {
  const QuestionCoverage coverage = coverage_of({concept_of("scorpion", ConceptRole::kCondition, true)},
                                                {"foot", "adult", "serum", "sting"});
  EXPECT_GT(coverage.share(stems("scorpion")), 0.5);
  EXPECT_LT(coverage.share(stems("the foot of an adult")), 0.2);
}

TEST(QuestionCoverage, ByRarityAloneAWordCountsAsMuchAsASubject) {
  const QuestionCoverage coverage =
      coverage_of({concept_of("scorpion", ConceptRole::kCondition, true)}, {"antivenom"});
  EXPECT_LT(coverage.share(stems("antivenom")), 0.3);
  EXPECT_NEAR(coverage.share_by_rarity(stems("antivenom")), 0.5, 0.01);
  EXPECT_DOUBLE_EQ(coverage.share_by_rarity(stems("antivenom for a scorpion")), 1.0);
}

// Of a long text only the stems that are asked for are kept.
TEST(QuestionCoverage, StemsThatAreNotAskedForDecideNothing) {
  Concept gold = concept_of("gold", ConceptRole::kIntervention, true);
  gold.thesaurus_id = "test:gold";
  Concept diabetes = concept_of("diabetes", ConceptRole::kCondition, true);
  diabetes.variants.push_back({"DM", {"dm"}, 1.0f});
  diabetes.variants.back().abbreviation = true;
  const QuestionCoverage coverage = coverage_of({diabetes, gold}, {"foot", "serum"});
  Stemmer stemmer;
  for (const char* text :
       {"GOLD stages in diabetes", "gold for the feet of adults with DM", "GOLD and gold in DMs", "sera", "",
        "antivenom for scorpion stings of the foot", "the dm of diabetic feet, DM, in serum"}) {
    const StemSet kept = coverage.stems_in(text, stemmer);
    const StemSet whole = stems(text);
    EXPECT_DOUBLE_EQ(coverage.share(kept), coverage.share(whole)) << text;
    EXPECT_DOUBLE_EQ(coverage.share(kept, kept), coverage.share(whole, whole)) << text;
    EXPECT_DOUBLE_EQ(coverage.share_by_rarity(kept, kept), coverage.share_by_rarity(whole, whole)) << text;
    EXPECT_EQ(coverage.holds_subjects(kept), coverage.holds_subjects(whole)) << text;
    EXPECT_EQ(coverage.holds_required(kept), coverage.holds_required(whole)) << text;
    EXPECT_EQ(coverage.unspoken({kept}), coverage.unspoken({whole})) << text;
    EXPECT_LE(kept.size(), 5U) << text;
  }
}

TEST(QuestionCoverage, WordsWithoutAnyNameAskAboutNothing) {
  EXPECT_FALSE(coverage_of({}, {"foot", "serum"}).answerable());
}

TEST(QuestionCoverage, WhatNoDocumentNamesCannotBeAnswered) {
  EXPECT_FALSE(coverage_of({concept_of("diabetes", ConceptRole::kCondition, true),
                            concept_of("zorblax", ConceptRole::kIntervention, true)})
                   .answerable());
  EXPECT_FALSE(coverage_of({}).answerable());
}

TEST(QuestionCoverage, ABroaderNameIsNotTheThing) {
  Concept drug = concept_of("zorblax", ConceptRole::kIntervention, true);
  drug.variants.push_back({"antivenom", {"antivenom"}, 0.3f});
  EXPECT_FALSE(coverage_of({drug}).answerable());
}

TEST(QuestionCoverage, TheRareSubjectsAreNeeded) {
  const QuestionCoverage coverage = coverage_of({concept_of("diabetes", ConceptRole::kCondition, true),
                                                 concept_of("antivenom", ConceptRole::kIntervention, true),
                                                 concept_of("scorpion", ConceptRole::kCondition, true)});
  EXPECT_TRUE(coverage.has_subject());
  EXPECT_TRUE(coverage.holds_subjects(stems("antivenom after a scorpion sting in diabetes")));
  EXPECT_TRUE(coverage.holds_subjects(stems("antivenom after a scorpion sting")));
  EXPECT_FALSE(coverage.holds_subjects(stems("antivenom in diabetes")));
}

TEST(QuestionCoverage, ALongWordThatNoThesaurusKnowsIsNeededToo) {
  const QuestionCoverage technical = coverage_of({concept_of("scorpion", ConceptRole::kCondition, true),
                                                  concept_of("galactomannan", ConceptRole::kOther, false)});
  EXPECT_FALSE(technical.holds_subjects(stems("scorpion")));
  const QuestionCoverage plain = coverage_of({concept_of("scorpion", ConceptRole::kCondition, true),
                                              concept_of("serum", ConceptRole::kOther, false)});
  EXPECT_TRUE(plain.holds_subjects(stems("scorpion")));
}

TEST(QuestionCoverage, ItsTermsAreTheStemsOfWhatIsAsked) {
  const auto terms = coverage_of({concept_of("scorpion", ConceptRole::kCondition, true)}, {"foot"}).terms();
  ASSERT_EQ(terms.size(), 2u);
  EXPECT_EQ(terms[0].term, "foot");
  EXPECT_EQ(terms[1].term, "scorpion");
  EXPECT_LT(terms[0].weight, terms[1].weight);
}

TEST(QuestionCoverage, AnAbbreviationIsNamedByItsLettersOnly) {
  Concept asked = concept_of("scorpion", ConceptRole::kCondition, true);
  Stemmer stemmer;
  VariantList names(stemmer);
  names.add("STINGS", 1.0f);
  names.add("scorpion", 1.0f);
  asked.variants = names.take();
  const QuestionCoverage coverage = coverage_of({asked});
  EXPECT_TRUE(coverage.holds_subjects(stems("The outlook of STINGS is good.")));
  EXPECT_FALSE(coverage.holds_subjects(stems("After stings of wasps the outlook is good.")));
  EXPECT_FALSE(coverage.holds_subjects(stems("STING was an inhibitor.")));
  EXPECT_TRUE(coverage.holds_subjects(stems("A scorpion was found.")));
}

TEST(QuestionCoverage, AnOrdinaryWordIsNoSchemeInCapitals) {
  Concept asked = concept_of("scorpion", ConceptRole::kIntervention, true);
  asked.label = "foot";
  Stemmer stemmer;
  VariantList names(stemmer);
  names.add("foot", 1.0f);
  asked.variants = names.take();
  const QuestionCoverage coverage = coverage_of({asked});
  EXPECT_FALSE(coverage.holds_subjects(stems("In FOOT stage II they were worse.")));
  EXPECT_TRUE(coverage.holds_subjects(stems("FOOT care of the foot.")));
  EXPECT_TRUE(coverage.holds_subjects(stems("The foot hurts.")));
}

TEST(QuestionCoverage, AdultsArePeopleAtLarge) {
  Concept adults = concept_of("adults", ConceptRole::kPopulation, false);
  adults.thesaurus_id = "attest:adults";
  const Concept condition = concept_of("diabetes", ConceptRole::kCondition, true);
  EXPECT_DOUBLE_EQ(coverage_of({condition, adults}).share(stems("insulin in diabetes")), 1);
  adults.thesaurus_id.clear();
  EXPECT_LT(coverage_of({condition, adults}).share(stems("insulin in diabetes")), 1);
}

TEST(QuestionCoverage, SaysWhatNoDocumentSpeaksOf) {
  const QuestionCoverage coverage = coverage_of({concept_of("diabetes", ConceptRole::kCondition, true),
                                                 concept_of("antivenom", ConceptRole::kIntervention, true),
                                                 concept_of("adults", ConceptRole::kPopulation, true)});
  EXPECT_TRUE(coverage.holds_required(stems("antivenom in diabetes")));
  EXPECT_FALSE(coverage.holds_required(stems("diabetes in adults")));
  EXPECT_THAT(coverage.unspoken({stems("diabetes in adults"), stems("the foot")}),
              testing::ElementsAre("antivenom"));
  EXPECT_THAT(coverage.unspoken({stems("diabetes in adults"), stems("antivenom")}), testing::IsEmpty());
}

}  // namespace
}  // namespace attest
