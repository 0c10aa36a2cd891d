#include "learn/sequence.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace attest {
namespace {

using Table = std::vector<std::vector<double>>;

double score_of(const std::vector<size_t>& path, const Table& scores, const Table& transitions,
                const std::vector<double>& start) {
  double sum = start[path[0]] + scores[0][path[0]];
  for (size_t i = 1; i < path.size(); ++i) sum += transitions[path[i - 1]][path[i]] + scores[i][path[i]];
  return sum;
}

// The slow oracle: every path.
double best_of_all(const Table& scores, const Table& transitions, const std::vector<double>& start) {
  const size_t labels = start.size();
  std::vector<size_t> path(scores.size(), 0);
  double best = score_of(path, scores, transitions, start);
  for (;;) {
    size_t place = 0;
    while (place < path.size() && ++path[place] == labels) path[place++] = 0;
    if (place == path.size()) return best;
    best = std::max(best, score_of(path, scores, transitions, start));
  }
}

TEST(BestPath, IsAsGoodAsTheBestOfAllPaths) {
  unsigned state = 7;
  const auto next = [&state] {
    state = state * 1103515245U + 12345U;
    return static_cast<double>((state >> 16) % 200) / 100.0 - 1.0;
  };
  for (size_t round = 0; round < 50; ++round) {
    const size_t labels = 1 + round % 4;
    const size_t items = 1 + round % 6;
    Table scores(items, std::vector<double>(labels));
    Table transitions(labels, std::vector<double>(labels));
    std::vector<double> start(labels);
    for (auto& row : scores) {
      for (double& value : row) value = next();
    }
    for (auto& row : transitions) {
      for (double& value : row) value = next();
    }
    for (double& value : start) value = next();
    const auto path = best_path(scores, transitions, start);
    ASSERT_EQ(path.size(), items);
    EXPECT_NEAR(score_of(path, scores, transitions, start), best_of_all(scores, transitions, start), 1e-9);
  }
}

TEST(BestPath, OfNothingIsNothing) { EXPECT_TRUE(best_path({}, {}, {0.0}).empty()); }

TEST(LabelSequence, TakesTransitionsFromTheModel) {
  LinearWeights weights;
  weights.labels = {"a", "b"};
  weights.bias = {0.1F, 0.0F};
  weights.weights.assign(2, std::vector<float>(kFeatureBuckets, 0.0F));
  // After "b" comes "b".
  weights.weights[1][previous_feature("b").entries()[0].bucket] = 3.0F;
  Features begins;
  begins.add("begins");
  weights.weights[1][begins.entries()[0].bucket] = 2.0F;
  Features too_early;
  too_early.add("too early");
  weights.weights[1][too_early.entries()[0].bucket] = -5.0F;
  const auto bytes = LinearModel::to_bytes(weights);
  ASSERT_TRUE(bytes);
  const auto model = LinearModel::from_bytes(*bytes);
  ASSERT_TRUE(model);
  std::vector<Features> items(4);
  items[0].add("too early");
  items[1].add("begins");
  EXPECT_EQ(label_sequence(*model, items), (std::vector<size_t>{0, 1, 1, 1}));
}

}  // namespace
}  // namespace attest
