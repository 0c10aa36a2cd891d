#include "findings/arms/group_labels.h"

#include <gtest/gtest.h>

namespace attest {
namespace {

constexpr std::string_view kTitle = "Gradual exposure or sensory training for itch";

Mention mention_of(std::string_view title, std::string_view words, const char* id, const char* name) {
  const auto start = static_cast<uint32_t>(title.find(words));
  return {id, name, {start, start + static_cast<uint32_t>(words.size())}, false};
}

TEST(GroupLabels, OneWordOfTheTreatmentNamesItsGroup) {
  const std::vector<Mention> title = {
      mention_of(kTitle, "Gradual exposure", "t:exposure", "exposure therapy"),
      mention_of(kTitle, "sensory training", "t:training", "sensory retraining")};
  const std::string_view lower = "31 of 35 in the exposure group and 4 of 35 in the sensory group slept.";
  const std::vector<Mention> found = mentions_by_group(lower, kTitle, title, {});
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].id, "t:exposure");
  EXPECT_EQ(found[0].span.of(lower), "exposure");
  EXPECT_EQ(found[1].id, "t:training");
  // Not of what is named already, of no treatment of the title, of a kind, of no group.
  EXPECT_EQ(mentions_by_group(lower, kTitle, title, found).size(), 0u);
  EXPECT_EQ(mentions_by_group("the cream group", kTitle, title, {}).size(), 0u);
  EXPECT_EQ(mentions_by_group("the training group", kTitle, title, {}).size(), 0u);
  EXPECT_EQ(mentions_by_group("after exposure", kTitle, title, {}).size(), 0u);
}

TEST(GroupLabels, AWordOfTwoTreatmentsNamesNeither) {
  constexpr std::string_view kBoth = "Short exposure against long exposure";
  const std::vector<Mention> title = {mention_of(kBoth, "Short exposure", "t:short", "short exposure"),
                                      mention_of(kBoth, "long exposure", "t:long", "long exposure")};
  EXPECT_TRUE(mentions_by_group("12 in the exposure group", kBoth, title, {}).empty());
  EXPECT_EQ(mentions_by_group("12 in the short arm", kBoth, title, {}).size(), 1u);
}

}  // namespace
}  // namespace attest
