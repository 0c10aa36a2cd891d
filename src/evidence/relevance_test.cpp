// A sentence that bears on more of the question is more relevant, by itself or through its title.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "evidence/relevance.h"

namespace attest {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

Concept concept_named(const std::string& name, ConceptRole role) {
  Concept made;
  made.label = name;
  made.asked_as = name;
  made.role = role;
  return made;
}

class Relevance : public testing::Test {
 protected:
  Relevance() {
    question_.concepts = {concept_named("asthma", ConceptRole::kCondition),
                          concept_named("dexamethasone", ConceptRole::kIntervention)};
    question_.other_stems = {"vomit"};
    for (const Concept& asked : question_.concepts) {
      const std::vector<std::string> names = {asked.label};
      vocabulary_.add({vocabulary_id(asked), asked.label, "", asked.role, false, {}}, names, stemmer_);
    }
    const std::vector<std::string> names = {"dexasol"};
    vocabulary_.add({"m", "dexasol", "", ConceptRole::kIntervention, false, {"asked:dexamethasone"}}, names,
                    stemmer_);
  }

  RelevanceReader::Reading read(std::string_view title, std::string_view sentence, float score = 0.5f) {
    RelevanceReader reader(question_, vocabulary_, stemmer_);
    reader.begin_document(title, score);
    return reader.read(sentence, vocabulary_.match(sentence, tokenize(sentence), stemmer_));
  }

  Stemmer stemmer_;
  UnderstoodQuestion question_;
  Vocabulary vocabulary_;
};

TEST_F(Relevance, what_names_more_is_worth_more) {
  const float all = read("", "Dexamethasone in asthma caused less vomiting.").relevance;
  const float two = read("", "Dexamethasone helped in asthma.").relevance;
  const float one = read("", "Asthma is common.").relevance;
  const float none = read("", "It rained.").relevance;
  EXPECT_GT(all, two);
  EXPECT_GT(two, one);
  EXPECT_GT(one, none);
  EXPECT_LE(all, 1.0f);
  EXPECT_GE(none, 0.0f);
}

TEST_F(Relevance, a_title_speaks_for_its_sentences_but_less) {
  const float in_sentence = read("", "Dexamethasone helped in asthma.").relevance;
  const float in_title = read("Dexamethasone for asthma", "Most children got better.").relevance;
  const float nowhere = read("", "Most children got better.").relevance;
  EXPECT_LT(in_title, in_sentence);
  EXPECT_GT(in_title, nowhere);
}

TEST_F(Relevance, a_better_document_counts) {
  EXPECT_GT(read("", "Asthma is common.", 1.0f).relevance, read("", "Asthma is common.", 0.1f).relevance);
}

TEST_F(Relevance, what_is_named_is_listed_and_members_count) {
  EXPECT_THAT(read("Asthma", "Dexasol was given.").asked, ElementsAre("asked:asthma", "asked:dexamethasone"));
  EXPECT_FLOAT_EQ(read("", "They vomited.").words, 1.0f);
  EXPECT_FLOAT_EQ(read("", "They slept.").words, 0.0f);
}

// Women who were left out of a study are not those it speaks of.
TEST_F(Relevance, people_who_were_left_out_are_not_spoken_of) {
  question_.concepts.push_back(concept_named("pregnancy", ConceptRole::kPopulation));
  const std::vector<std::string> names = {"pregnancy", "pregnant"};
  vocabulary_.add({"asked:pregnancy", "pregnancy", "", ConceptRole::kPopulation, false, {}}, names, stemmer_);
  EXPECT_THAT(read("", "Asthma in pregnancy was controlled.").asked, Contains("asked:pregnancy"));
  EXPECT_THAT(read("", "Pregnant women were excluded.").asked, Not(Contains("asked:pregnancy")));
  EXPECT_THAT(read("Asthma of non-pregnant women", "It was mild.").asked, Not(Contains("asked:pregnancy")));
  RelevanceReader reader(question_, vocabulary_, stemmer_);
  reader.begin_document("Asthma", 1);
  reader.begin_section("Use in pregnancy");
  EXPECT_THAT(reader.read("Inhalers are continued.", {}).asked, Contains("asked:pregnancy"));
  reader.begin_section("Use in adults");
  EXPECT_THAT(reader.read("Inhalers are continued.", {}).asked, Not(Contains("asked:pregnancy")));
}

Finding naming(const std::vector<std::string>& asked, float words = 1) {
  Finding finding;
  finding.asked = asked;
  finding.asked_words = words;
  return finding;
}

TEST(BearsOnQuestion, an_animal_must_be_named) {
  UnderstoodQuestion question;
  question.concepts = {concept_named("cough", ConceptRole::kCondition),
                       concept_named("dogs", ConceptRole::kPopulation)};
  EXPECT_FALSE(bears_on_question(question, naming({"asked:cough"})));
  EXPECT_TRUE(bears_on_question(question, naming({"asked:cough", "asked:dogs"})));
  question.concepts[1].required = false;  // "children"
  EXPECT_TRUE(bears_on_question(question, naming({"asked:cough"})));
}

TEST(BearsOnQuestion, an_effect_on_an_unknown_thing_must_name_it) {
  UnderstoodQuestion question;
  question.intent = Intent::kEffect;
  question.concepts = {concept_named("insulin", ConceptRole::kIntervention),
                       concept_named("quadratic", ConceptRole::kOther)};
  EXPECT_FALSE(bears_on_question(question, naming({"asked:insulin"})));
  EXPECT_TRUE(bears_on_question(question, naming({"asked:insulin", "asked:quadratic"})));
  // With a condition the word may merely colour the question.
  question.concepts.push_back(concept_named("diabetes", ConceptRole::kCondition));
  EXPECT_TRUE(bears_on_question(question, naming({"asked:insulin", "asked:diabetes"})));
}

TEST(BearsOnQuestion, children_are_no_adults) {
  UnderstoodQuestion question;
  question.population = "adults";
  question.concepts = {concept_named("asthma", ConceptRole::kCondition)};
  Finding finding = naming({"asked:asthma"});
  EXPECT_TRUE(bears_on_question(question, finding));
  finding.population = "children";
  EXPECT_FALSE(bears_on_question(question, finding));
  finding.title_population = "adults";
  EXPECT_FALSE(bears_on_question(question, finding));
  finding.population = "adults";
  finding.title_population = "children";
  EXPECT_TRUE(bears_on_question(question, finding));
  finding.population.clear();
  EXPECT_FALSE(bears_on_question(question, finding));
}

TEST(BearsOnQuestion, one_thing_alone_does_not_answer_a_sentence_of_words) {
  UnderstoodQuestion question;
  question.intent = Intent::kGeneral;
  question.concepts = {concept_named("mri", ConceptRole::kTest)};
  question.other_stems = {"appeal", "refus", "pay"};
  EXPECT_FALSE(bears_on_question(question, naming({"asked:mri"}, 0.33f)));
  EXPECT_TRUE(bears_on_question(question, naming({"asked:mri"}, 0.67f)));
  question.other_stems = {"pay"};
  EXPECT_TRUE(bears_on_question(question, naming({"asked:mri"}, 0)));
}

}  // namespace
}  // namespace attest
