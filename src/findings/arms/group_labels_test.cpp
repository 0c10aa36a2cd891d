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

std::vector<std::string> labels_in(std::string_view lower) {
  std::vector<std::string> labels;
  for (const Mention& one : labelled_groups(lower, {}))
    labels.push_back(one.name + (one.is_control ? "!" : ""));
  return labels;
}

TEST(GroupLabels, GroupsHaveTheirOwnNames) {
  using Names = std::vector<std::string>;
  EXPECT_EQ(labels_in("pain was lower in the lc group than in the control group."),
            (Names{"lc", "control!"}));
  EXPECT_EQ(labels_in("higher in group 2 (2.1) as compared to group b"), (Names{"2", "b"}));
  EXPECT_EQ(labels_in("higher in the tibial compared to the peroneal group"), (Names{"tibial", "peroneal"}));
  EXPECT_EQ(labels_in("the exercise arm"), (Names{"exercise"}));
  for (const char* text :
       {"both groups improved", "in the older group", "the age group", "in each group", "the high-risk group",
        "group therapy", "between-group differences", "of the two groups, one group"})
    EXPECT_EQ(labels_in(text), Names{}) << text;
}

}  // namespace
}  // namespace attest
