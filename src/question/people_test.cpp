// For whom a question is asked, and where others do not answer for them.
#include <algorithm>

#include <gtest/gtest.h>

#include "question/question_test_support.h"

namespace attest {
namespace {

UnderstoodQuestion read(std::string_view question) {
  static const FakeCollection collection({"constipation"});
  return test::read_question(question, collection);
}

// What is given to others may harm them; what they suffer from is much the same.
TEST(Understand, people_at_risk_are_required_where_something_is_given) {
  const auto required = [](std::string_view question) {
    const UnderstoodQuestion understood = read(question);
    return std::any_of(understood.concepts.begin(), understood.concepts.end(), [](const Concept& one) {
      return one.role == ConceptRole::kPopulation && one.required;
    });
  };
  EXPECT_TRUE(required("how is constipation treated in pregnancy"));
  EXPECT_TRUE(required("first-line treatment of constipation in children"));
  EXPECT_FALSE(required("what are the symptoms of constipation in children"));
  EXPECT_FALSE(required("how is constipation treated in adults"));
  EXPECT_TRUE(required("what can i give my 3 year old for constipation"));
  EXPECT_EQ(read("constipation of a 5 month old").population, "infants");
  EXPECT_EQ(read("constipation of a 52 year old").population, "");
  // An age is told of oneself or one's people; it must be in the sentence where something is called safe.
  EXPECT_EQ(read("I am 79, what helps against constipation").population, "older adults");
  EXPECT_EQ(read("my mother is 82 and has constipation").population, "older adults");
  EXPECT_EQ(read("my pulse is 80, is that constipation").population, "");
  EXPECT_EQ(read("she is 70 kg and has constipation").population, "");
  EXPECT_FALSE(required("my mother is 82, how is constipation treated"));
  EXPECT_TRUE(required("is senna safe for my 85 year old aunt"));
  const UnderstoodQuestion kidneys = read("how is constipation treated in chronic kidney disease");
  EXPECT_TRUE(std::any_of(kidneys.concepts.begin(), kidneys.concepts.end(),
                          [](const Concept& one) { return one.sought; }));
  EXPECT_EQ(kidneys.intent, Intent::kTreatment);
  // A source that says "renal impairment" means them.
  const auto called = [](const Concept& one) {
    return std::any_of(one.variants.begin(), one.variants.end(),
                       [](const ConceptVariant& variant) { return variant.words == "renal impairment"; });
  };
  EXPECT_TRUE(std::any_of(kidneys.concepts.begin(), kidneys.concepts.end(), called));
}

TEST(Understand, having_children_is_asked_of_no_child) {
  for (const char* question :
       {"what is constipation and can i still have children", "constipation, can we have a baby",
        "will i be able to have kids with constipation"})
    EXPECT_EQ(read(question).population, "") << question;
  for (const char* question : {"can kids have constipation",
                               "can my children have laxatives for constipation", "constipation in children"})
    EXPECT_EQ(read(question).population, "children") << question;
}

TEST(Understand, who_had_a_baby_asks_of_herself) {
  for (const char* question :
       {"constipation since having my baby", "I have constipation since i had my second baby",
        "constipation after giving birth"})
    EXPECT_EQ(read(question).population, "") << question;
  for (const char* question : {"my baby has constipation", "my newborn has constipation since the birth",
                               "after having my baby vaccinated my baby has constipation"})
    EXPECT_EQ(read(question).population, "infants") << question;
  // What is given to a mother may reach hers.
  EXPECT_EQ(read("can I take senna for constipation after having my baby").population, "infants");
}

TEST(Understand, whether_a_condition_is_dangerous_asks_what_becomes_of_it) {
  EXPECT_EQ(read("is constipation dangerous").intent, Intent::kPrognosis);
  EXPECT_EQ(read("is constipation serious").intent, Intent::kPrognosis);
  EXPECT_EQ(read("can constipation kill you").intent, Intent::kPrognosis);
  EXPECT_EQ(read("are laxatives dangerous in constipation").intent, Intent::kHarm);
  EXPECT_EQ(read("is the treatment of constipation dangerous").intent, Intent::kHarm);
}

TEST(Understand, what_raises_the_risk_of_a_condition_is_its_cause) {
  EXPECT_EQ(read("what increases the risk of constipation").intent, Intent::kCause);
  EXPECT_EQ(read("who has a higher risk of constipation").intent, Intent::kCause);
  EXPECT_EQ(read("what are the risks of laxatives in constipation").intent, Intent::kHarm);
}

// MeSH knows one woman by another heading than the program's; for her nobody else answers either.
TEST(Understand, people_at_risk_are_known_in_the_words_that_people_use) {
  for (const char* question :
       {"how is constipation treated in a pregnant woman", "constipation at 30 weeks, what can i take",
        "what can pregnant women take for constipation", "what can a pregnant mother take for constipation",
        "i am expecting a baby, what helps for constipation",
        "what helps for constipation, we are trying for a baby"}) {
    const UnderstoodQuestion understood = read(question);
    EXPECT_EQ(understood.population, "pregnancy") << question;
    for (const Concept& one : understood.concepts) {
      EXPECT_NE(one.thesaurus_id, "attest:infants") << question;
      EXPECT_TRUE(one.required || one.thesaurus_id != "attest:pregnancy") << question;
    }
  }
  for (const char* question : {"what can a breastfeeding mother take for constipation",
                               "what can i take for constipation while breastfeeding"}) {
    const UnderstoodQuestion understood = read(question);
    EXPECT_EQ(understood.population, "breastfeeding") << question;
    EXPECT_TRUE(std::any_of(understood.concepts.begin(), understood.concepts.end(), [](const Concept& one) {
      return one.role == ConceptRole::kPopulation && one.required;
    })) << question;
  }
  EXPECT_EQ(read("how is constipation treated in my teenage daughter").population, "adolescents");
  EXPECT_EQ(read("what to expect when my baby has constipation").population, "infants");
  EXPECT_EQ(read("does linaclotide help constipation at 12 weeks").population, "");
  EXPECT_EQ(read("still constipation after 30 weeks of laxatives, what helps").population, "");
}

TEST(Understand, people_of_another_thesaurus_are_the_programs_own_where_a_word_names_them) {
  FakeCollection collection({"constipation"});
  StoredConcept inmates;
  inmates.id = "D1";
  inmates.name = "Pregnant Prisoners";
  inmates.tree_numbers = {"M01.1"};
  collection.add_concept(inmates);
  const UnderstoodQuestion understood =
      test::read_question("how is constipation treated in pregnant prisoners", collection);
  EXPECT_EQ(understood.population, "pregnancy");
}

TEST(Understand, a_cold_is_an_illness_where_it_has_its_article) {
  const auto cold = [](std::string_view question) {
    const UnderstoodQuestion understood = read(question);
    return std::any_of(understood.concepts.begin(), understood.concepts.end(),
                       [](const Concept& one) { return one.thesaurus_id == "attest:common-cold"; });
  };
  EXPECT_TRUE(cold("my child has a cold, what helps"));
  EXPECT_TRUE(cold("my elderly mother has a cold"));
  EXPECT_TRUE(cold("what helps against a cold in pregnancy"));
  EXPECT_FALSE(cold("does a cold drink help with constipation"));
  EXPECT_FALSE(cold("my fingers hurt in the cold"));
}

}  // namespace
}  // namespace attest
