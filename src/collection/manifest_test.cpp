#include "collection/manifest.h"

#include <random>

#include <gtest/gtest.h>

namespace attest {
namespace {

TEST(NumberRuns, TranslateBothWays) {
  std::mt19937 random(5);
  std::vector<uint64_t> numbers;
  uint64_t next = 100;
  NumberRuns runs;
  for (int i = 0; i < 2000; ++i) {
    next += random() % 4 == 0 ? 1 + random() % 5 : 1;
    numbers.push_back(next);
    runs.append(next);
  }
  const auto restored = NumberRuns::deserialize(runs.serialize(), runs.count());
  ASSERT_TRUE(restored);
  for (const NumberRuns& candidate : {runs, *restored}) {
    ASSERT_EQ(candidate.count(), numbers.size());
    EXPECT_EQ(candidate.first(), numbers.front());
    EXPECT_EQ(candidate.last(), numbers.back());
    size_t document = 0;
    for (uint64_t number = 90; number < next + 10; ++number) {
      const bool present = document < numbers.size() && numbers[document] == number;
      const auto found = candidate.document(number);
      ASSERT_EQ(found.has_value(), present) << number;
      if (!present) continue;
      EXPECT_EQ(*found, document);
      EXPECT_EQ(candidate.number(static_cast<uint32_t>(document)), number);
      ++document;
    }
  }
}

TEST(NumberRuns, ConsecutiveNumbersTakeOneRun) {
  NumberRuns runs;
  for (uint64_t i = 0; i < 1000; ++i) runs.append(7 + i);
  EXPECT_EQ(runs.serialize().size(), 12u);
}

TEST(NumberRuns, RefuseWhatContradictsItself) {
  NumberRuns runs;
  for (const uint64_t number : {5, 6, 9, 12}) runs.append(number);
  const std::string bytes = runs.serialize();
  EXPECT_FALSE(NumberRuns::deserialize(bytes.substr(1), 4));
  EXPECT_FALSE(NumberRuns::deserialize(bytes, 2));  // a run starts beyond the end
  EXPECT_FALSE(NumberRuns::deserialize("", 4));
  EXPECT_FALSE(NumberRuns::deserialize(bytes, 0));
  std::string swapped = bytes.substr(12) + bytes.substr(0, 12);
  EXPECT_FALSE(NumberRuns::deserialize(swapped, 4));  // does not start at document 0
  std::string overlapping = bytes;
  overlapping[12 + 4] = 6;  // the second run at a number of the first
  EXPECT_FALSE(NumberRuns::deserialize(overlapping, 4));
}

}  // namespace
}  // namespace attest
