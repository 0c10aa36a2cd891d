#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "learn/features.h"
#include "learn/linear_model.h"
#include "learn/word_table.h"

namespace attest {
namespace {

LinearWeights small_weights() {
  LinearWeights weights;
  weights.labels = {"no", "yes"};
  weights.bias = {0.25F, -0.25F};
  weights.weights.assign(2, std::vector<float>(kFeatureBuckets, 0.0F));
  Features features;
  features.add("word", "better");
  const uint32_t bucket = features.entries()[0].bucket;
  weights.weights[1][bucket] = 2.0F;
  weights.weights[0][bucket] = -1.0F;
  return weights;
}

TEST(Features, AreSortedAndEachBucketOnce) {
  Features features;
  features.add("word", "pain", 1);
  features.add("word", "relief", 2);
  features.add("word", "pain", 0.5F);
  const auto entries = features.entries();
  ASSERT_EQ(entries.size(), 2U);
  EXPECT_LT(entries[0].bucket, entries[1].bucket);
  EXPECT_FLOAT_EQ(entries[0].value + entries[1].value, 3.5F);
  EXPECT_TRUE(std::all_of(entries.begin(), entries.end(),
                          [](const Feature& feature) { return feature.bucket < kFeatureBuckets; }));
}

TEST(Features, AFamilyAndItsNameCannotBeMistakenForAnother) {
  Features first;
  first.add("ab", "c");
  Features second;
  second.add("a", "bc");
  EXPECT_NE(first.entries()[0].bucket, second.entries()[0].bucket);
}

TEST(Features, BinsAreCumulative) {
  const std::array<float, 3> borders = {0.1F, 0.5F, 0.9F};
  Features features;
  features.add_binned("overlap", 0.6F, borders);
  EXPECT_EQ(features.entries().size(), 2U);
}

TEST(LinearModel, ReadsWhatItWrites) {
  const auto bytes = LinearModel::to_bytes(small_weights());
  ASSERT_TRUE(bytes);
  const auto model = LinearModel::from_bytes(*bytes);
  ASSERT_TRUE(model) << model.error().to_line();
  EXPECT_EQ(model->labels(), (std::vector<std::string>{"no", "yes"}));
  Features features;
  features.add("word", "better");
  const auto scores = model->scores(features);
  EXPECT_NEAR(scores[0], -0.75, 1e-4);
  EXPECT_NEAR(scores[1], 1.75, 1e-4);
  EXPECT_NEAR(model->probability(features, "yes"), 0.924, 1e-3);
  EXPECT_EQ(model->probability(features, "maybe"), 0);
}

TEST(LinearModel, RefusesEveryDamagedByte) {
  const auto bytes = LinearModel::to_bytes(small_weights());
  ASSERT_TRUE(bytes);
  for (size_t i = 0; i < bytes->size(); ++i) {
    std::string damaged = *bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x40);
    EXPECT_FALSE(LinearModel::from_bytes(damaged)) << "byte " << i;
  }
  for (size_t size = 0; size < bytes->size(); ++size) {
    EXPECT_FALSE(LinearModel::from_bytes(std::string_view(*bytes).substr(0, size))) << size << " bytes";
  }
}

TEST(LinearModel, RefusesWeightsOfTheWrongShape) {
  LinearWeights weights = small_weights();
  weights.weights[0].pop_back();
  EXPECT_FALSE(LinearModel::to_bytes(weights));
  EXPECT_FALSE(LinearModel::to_bytes({{"only"}, {0}, {std::vector<float>(kFeatureBuckets)}}));
}

TEST(BuiltInModels, AllRead) {
  for (const std::string& name : built_in_model_names()) {
    EXPECT_NE(built_in_model(name), nullptr) << name;
  }
  EXPECT_EQ(built_in_model("no such model"), nullptr);
}

std::vector<TableWord> few_words() {
  return {{"pain", 2.5F, {1.0F, 0.0F, 0.0F}},
          {"ache", 4.0F, {0.9F, 0.1F, 0.0F}},
          {"zinc", 6.0F, {0.0F, 0.0F, -2.0F}}};
}

TEST(WordTable, ReadsWhatItWrites) {
  const auto bytes = WordTable::to_bytes(few_words());
  ASSERT_TRUE(bytes);
  const auto table = WordTable::from_bytes(*bytes);
  ASSERT_TRUE(table) << table.error().to_line();
  ASSERT_EQ(table->size(), 3U);
  const uint32_t pain = table->find("pain");
  const uint32_t ache = table->find("ache");
  const uint32_t zinc = table->find("zinc");
  EXPECT_NEAR(table->rarity(pain), 2.5F, 0.001F);
  EXPECT_GT(table->similarity(pain, ache), 0.98F);
  EXPECT_NEAR(table->similarity(pain, zinc), 0, 0.01F);
  EXPECT_EQ(table->find("nobody"), WordTable::kUnknown);
  EXPECT_GT(table->rarity(WordTable::kUnknown), 6.0F);
  EXPECT_FLOAT_EQ(table->similarity(pain, WordTable::kUnknown), 0);
}

TEST(WordTable, RefusesDamage) {
  const auto bytes = WordTable::to_bytes(few_words());
  ASSERT_TRUE(bytes);
  for (size_t i = 0; i < bytes->size(); ++i) {
    std::string damaged = *bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x10);
    EXPECT_FALSE(WordTable::from_bytes(damaged)) << "byte " << i;
    EXPECT_FALSE(WordTable::from_bytes(std::string_view(*bytes).substr(0, i))) << "cut at " << i;
  }
}

TEST(WordTable, RefusesWordsThatAreNone) {
  EXPECT_FALSE(WordTable::to_bytes({}));
  EXPECT_FALSE(WordTable::to_bytes({{"", 1, {}}}));
  EXPECT_FALSE(WordTable::to_bytes({{"a", 1, {1.0F}}, {"b", 1, {}}}));
}

TEST(WordTable, TheBuiltInOneKnowsCommonWords) {
  const WordTable* const table = built_in_words();
  ASSERT_NE(table, nullptr);
  EXPECT_GT(table->size(), 10'000U);
  const uint32_t patient = table->find("patient");
  ASSERT_NE(patient, WordTable::kUnknown);
  EXPECT_LT(table->rarity(patient), 2.0F);
  EXPECT_GT(table->similarity(table->find("tumor"), table->find("cancer")),
            table->similarity(table->find("tumor"), table->find("telephon")));
}

}  // namespace
}  // namespace attest
