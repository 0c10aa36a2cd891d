#include "question/spelling.h"

#include <gtest/gtest.h>

#include <random>

#include "question/given.h"
#include "question/mesh.h"
#include "question/question_test_support.h"

namespace attest {
namespace {

// The textbook recurrence over whole matrices, as an oracle.
size_t slow_distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<size_t>> d(a.size() + 1, std::vector<size_t>(b.size() + 1));
  for (size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    for (size_t j = 1; j <= b.size(); ++j) {
      d[i][j] =
          std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0u : 1u)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

TEST(Spelling, distance_equals_the_oracle) {
  EXPECT_EQ(edit_distance("anismus", "anismus", 2), 0u);
  EXPECT_EQ(edit_distance("anismus", "ansimus", 2), 1u);
  EXPECT_EQ(edit_distance("anismus", "animus", 2), 1u);
  EXPECT_EQ(edit_distance("anismus", "vaginismus", 2), 3u);
  EXPECT_EQ(edit_distance("", "ab", 2), 2u);
  std::mt19937 random(7);
  for (int round = 0; round < 20'000; ++round) {
    std::string a;
    std::string b;
    for (std::string* word : {&a, &b}) {
      const size_t length = random() % 8;
      for (size_t i = 0; i < length; ++i) *word += static_cast<char>('a' + random() % 3);
    }
    const size_t limit = random() % 4;
    ASSERT_EQ(edit_distance(a, b, limit), std::min(slow_distance(a, b), limit + 1))
        << a << " " << b << " " << limit;
  }
}

TEST(Spelling, a_consonant_far_away_makes_another_word) {
  EXPECT_TRUE(is_another_word("sparring", "scarring"));
  EXPECT_FALSE(is_another_word("", ""));
  EXPECT_FALSE(is_another_word("diabetez", "diabetes"));      // sounds alike
  EXPECT_FALSE(is_another_word("vaginisnus", "vaginismus"));  // the key beside it
  EXPECT_FALSE(is_another_word("anasmus", "anismus"));        // vowels are often wrong
  EXPECT_FALSE(is_another_word("wthdrawal", "withdrawal"));
}

TEST(Spelling, a_word_written_by_ear_is_one_that_sounds_the_same) {
  static const FakeCollection collection({"heroins", "hemorrhoids"});
  for (const char* typed : {"hemroids", "hemmoroids", "hemmorhoids"}) {
    const UnderstoodQuestion read = test::read_question("what helps " + std::string(typed), collection);
    ASSERT_EQ(read.spelling.size(), 1u) << typed;
    EXPECT_EQ(read.spelling[0].to, "hemorrhoids");
  }
  EXPECT_TRUE(test::read_question("constipation at nite", collection).spelling.empty());
}

TEST(Mesh, orders_and_numbers) {
  EXPECT_EQ(natural_order("constipation, functional"), "functional constipation");
  EXPECT_EQ(natural_order("a, b, c"), "a, b, c");
  EXPECT_EQ(natural_order("constipation"), "constipation");
  EXPECT_EQ(natural_order(", x"), ", x");
  EXPECT_EQ(inverted_order("functional constipation"), "constipation functional");
  EXPECT_EQ(inverted_order("constipation"), "");
  const auto has = [](const std::vector<std::string>& forms, const std::string& form) {
    return std::find(forms.begin(), forms.end(), form) != forms.end();
  };
  EXPECT_TRUE(has(number_forms("peptic ulcers"), "peptic ulcer"));
  EXPECT_TRUE(has(number_forms("therapies"), "therapy"));
  EXPECT_TRUE(has(number_forms("diagnoses"), "diagnosis"));
  EXPECT_TRUE(has(number_forms("stroke"), "strokes"));
  EXPECT_TRUE(number_forms("anismus").empty());
}

TEST(Mesh, frames) {
  EXPECT_TRUE(is_frame({"H02.403.429.163"}));          // cardiology
  EXPECT_TRUE(is_frame({"Z01.107.567.176"}));          // Canada
  EXPECT_TRUE(is_frame({"N03.219.521.576.343.480"}));  // insurance carriers
  EXPECT_FALSE(is_frame({"H02.403", "E02.760"}));
  EXPECT_FALSE(is_frame({"C14.280"}));
  EXPECT_FALSE(is_frame({}));
}

TEST(Mesh, roles) {
  EXPECT_EQ(mesh_role({"C23.888.821.150"}).role, ConceptRole::kCondition);
  EXPECT_EQ(mesh_role({"F03.835.900"}).role, ConceptRole::kCondition);
  EXPECT_EQ(mesh_role({"D12.776", "D08.811"}).role, ConceptRole::kIntervention);
  EXPECT_EQ(mesh_role({"E01.370"}).role, ConceptRole::kTest);
  EXPECT_EQ(mesh_role({"E02.190", "F02.830"}).role, ConceptRole::kIntervention);
  EXPECT_EQ(mesh_role({"M01.060.406"}).role, ConceptRole::kPopulation);
  EXPECT_TRUE(mesh_role({"B01.050.150.900.649.313.750.250.216.200"}).required);       // dogs
  EXPECT_FALSE(mesh_role({"B01.050.150.900.649.313.988.400.112.400.400"}).required);  // people
  EXPECT_FALSE(mesh_role({"C23.550.288"}).required);
  EXPECT_FALSE(mesh_role({"N05.715"}).required);
  EXPECT_FALSE(mesh_role({}).required);
}

TEST(Mesh, WhatIsGivenIsNoTargetFormOrDye) {
  EXPECT_FALSE(is_given("calcium channels", {"D12.776.157.530.400.150", "D12.776.543.585.400.150"}));
  EXPECT_FALSE(is_given("desmoglein 1", {"D12.776.395.550", "D23.050.422.124"}));
  EXPECT_FALSE(is_given("urease", {"D08.811.277.087.902"}));
  EXPECT_FALSE(is_given("immunoglobulins", {"D12.776.124.486.485"}));
  EXPECT_FALSE(is_given("ointments", {"D26.255.640"}));
  EXPECT_FALSE(is_given("ophthalmic solutions", {"D26.776.708.645", "D27.505.954.578.645"}));
  EXPECT_FALSE(is_given("fluorescein", {"D02.455.426.779.347.390", "D03.633.300.953.275.390"}));
  EXPECT_FALSE(is_given("Xanthine", {"D03.132.960.938"}));
  EXPECT_FALSE(is_given("home nursing", {"E02.760.611.470"}));
  EXPECT_TRUE(is_given("theophylline", {"D03.132.960.751"}));
  EXPECT_TRUE(is_given("bevacizumab", {"D12.776.124.486.485.114.224.060.375"}));
  EXPECT_TRUE(
      is_given("tissue plasminogen activator", {"D08.811.277.656.300.760.875", "D12.776.124.125.662"}));
  EXPECT_TRUE(is_given("insulin", {"D06.472.699.587.200.500.625", "D12.644.548.586.200.500.625"}));
  EXPECT_TRUE(is_given("thymectomy", {"E04.270.864"}));
}

}  // namespace
}  // namespace attest
