#include "findings/names/name_numbers.h"

#include <map>
#include <random>
#include <string>

#include <gtest/gtest.h>

namespace attest {
namespace {

TEST(NameNumbersTest, AnEmptyTableHasNoName) {
  const NameNumbers numbers;
  EXPECT_EQ(numbers.find("aspirin"), std::nullopt);
  EXPECT_EQ(numbers.find(""), std::nullopt);
}

TEST(NameNumbersTest, ANameKeepsTheNumberThatItWasGivenFirst) {
  NameNumbers numbers;
  EXPECT_TRUE(numbers.try_emplace("aspirin", 7));
  EXPECT_FALSE(numbers.try_emplace("aspirin", 8));
  EXPECT_EQ(numbers.find("aspirin"), 7U);
  EXPECT_EQ(numbers.find("aspirine"), std::nullopt);
  numbers.put("aspirin", 9);
  numbers.put("heparin", 1);
  EXPECT_EQ(numbers.find("aspirin"), 9U);
  EXPECT_EQ(numbers.find("heparin", NameNumbers::hash_of("heparin")), 1U);
}

// Names whose hashes are the same in all that a slot holds must be told apart by the names themselves.
TEST(NameNumbersTest, NamesOfOneHashAreToldApart) {
  NameNumbers numbers;
  numbers.try_emplace("zinc", 3);
  EXPECT_EQ(numbers.find("iron", NameNumbers::hash_of("zinc")), std::nullopt);
  EXPECT_EQ(numbers.find("zinc"), 3U);
}

TEST(NameNumbersTest, FindsWhatAMapFinds) {
  std::mt19937 random(4711);
  NameNumbers numbers;
  std::map<std::string, uint32_t> slow;
  for (uint32_t step = 0; step < 20'000; ++step) {
    const std::string name = "name " + std::to_string(random() % 9'000);
    if (random() % 4 == 0) {
      numbers.put(name, step);
      slow[name] = step;
    } else if (random() % 2 == 0) {
      EXPECT_EQ(numbers.try_emplace(name, step), slow.try_emplace(name, step).second);
    }
    const auto known = slow.find(name);
    const auto wanted = known == slow.end() ? std::nullopt : std::optional(known->second);
    ASSERT_EQ(numbers.find(name), wanted) << name;
  }
}

}  // namespace
}  // namespace attest
