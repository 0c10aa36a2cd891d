// What a question is about, where it is about nothing that a collection holds: unseen words, places.
#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "question/question_test_support.h"

namespace attest {
namespace {

using test::labels;
using test::read_question;
using testing::Contains;
using testing::Not;

// A word that no document holds is a thing of its own: that its neighbours occur must not count for it.
TEST(Understand, an_unseen_word_stands_alone) {
  const auto question =
      read_question("How accurate is the tenacious vandermeerholt?", FakeCollection({"tenacious"}));
  const auto unseen = std::find_if(question.concepts.begin(), question.concepts.end(),
                                   [](const Concept& one) { return one.asked_as == "vandermeerholt"; });
  ASSERT_NE(unseen, question.concepts.end());
  EXPECT_TRUE(unseen->required);
  EXPECT_EQ(unseen->variants.size(), 1u);
}

TEST(Understand, places_and_disciplines_are_no_subject) {
  FakeCollection collection({"cardiology clinic", "parking"});
  collection.add_concept({"D002309", "cardiology", {"H02.403.429.163"}, {"vascular medicine"}});
  EXPECT_THAT(labels(read_question("Where can I park at the cardiology clinic?", collection)),
              Not(Contains("cardiology")));
}

TEST(Understand, what_is_done_is_not_what_does_it) {
  const FakeCollection collection({"stimulation of the hypoglossal nerve", "flow-mediated dilatation"});
  EXPECT_THAT(labels(read_question("Does hypoglossal nerve stimulation help in sleep apnoea?", collection)),
              Not(Contains("stimulants")));
  EXPECT_THAT(labels(read_question("What does flow-mediated dilatation measure?", collection)),
              Not(Contains("dilators")));
  EXPECT_THAT(labels(read_question("Do stimulants help in sleep apnoea?", collection)),
              Contains("stimulants"));
}

TEST(Understand, the_point_in_the_name_of_a_species_ends_nothing) {
  const FakeCollection collection({"helicobacter pylori gastritis", "antibiotics"});
  for (const char* const asked : {"Does H. pylori cause ulcers?", "h. pylori treatment", "H pylori therapy"})
    EXPECT_THAT(labels(read_question(asked, collection)), Contains("Helicobacter pylori infection")) << asked;
  EXPECT_THAT(labels(read_question("How is C. difficile treated?", collection)),
              Contains("Clostridioides difficile infection"));
  EXPECT_THAT(labels(read_question("How is S. aureus treated?", collection)),
              Contains("staphylococcal infection"));
  EXPECT_THAT(labels(read_question("Is that plan H. Pylori is gone.", collection)),
              Not(Contains("Helicobacter pylori infection")));
}

TEST(Understand, an_adjective_of_a_condition_names_it) {
  const auto question = read_question("Which antibiotic is given to neutropenic patients?",
                                      FakeCollection({"neutropenic patients"}));
  EXPECT_THAT(labels(question), Contains("neutropenia"));
  EXPECT_THAT(labels(read_question("Which antibiotic is given?", FakeCollection({"antibiotic"}))),
              Not(Contains("antibiosis")));
}

TEST(Subject, IsFoundUnderItsAmericanName) {
  FakeCollection collection({"gastrointestinal stromal tumour imatinib"});
  collection.add_concept({"D046152",
                          "gastrointestinal stromal tumors",
                          {"C04.557.450.565.500"},
                          {"gastrointestinal stromal tumor"}});
  const UnderstoodQuestion question =
      test::read_question("treatment of gastrointestinal stromal tumour", collection);
  ASSERT_FALSE(question.concepts.empty());
  EXPECT_EQ(question.concepts.front().thesaurus_id, "D046152");
}

}  // namespace
}  // namespace attest
