// For whom a question is asked, and where others do not answer for them.
#include <algorithm>

#include <gtest/gtest.h>

#include "question/fake_collection.h"
#include "question/question.h"

namespace attest {
namespace {

UnderstoodQuestion read(std::string_view question) {
  static const auto thesaurus =
      Thesaurus::load(std::string(ATTEST_SOURCE_DIR) + "/data/thesaurus/attest.json");
  EXPECT_TRUE(thesaurus.has_value());
  static const FakeCollection collection({"constipation"});
  auto understood = understand(question, collection, **thesaurus, std::nullopt);
  EXPECT_TRUE(understood.has_value()) << question;
  return understood ? std::move(*understood) : UnderstoodQuestion();
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
  const UnderstoodQuestion kidneys = read("how is constipation treated in chronic kidney disease");
  EXPECT_TRUE(std::any_of(kidneys.concepts.begin(), kidneys.concepts.end(),
                          [](const Concept& one) { return one.sought; }));
  EXPECT_EQ(kidneys.intent, Intent::kTreatment);
}

}  // namespace
}  // namespace attest
