#include "train/cross_validation.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/checksum.h"
#include "evaluate/measures.h"
#include "learn/sequence.h"

namespace attest::train {
namespace {

constexpr uint64_t kFolds = 5;

// Not the hash of is_held_out: the folds are cut from what that one leaves.
uint64_t fold_of(const std::string& group) { return checksum64("fold " + group) % kFolds; }

// Scores as the built-in models give them, without rounding.
std::vector<double> scores_of(const LinearWeights& weights, const Example& example) {
  std::vector<double> scores(weights.bias.begin(), weights.bias.end());
  for (const Feature& feature : example.features) {
    for (size_t label = 0; label < scores.size(); ++label) {
      scores[label] += static_cast<double>(weights.weights[label][feature.bucket] * feature.value);
    }
  }
  return scores;
}

}  // namespace

Result<std::string> cross_validate(std::span<const Example> examples, const TrainingOptions& options,
                                   std::string_view wanted) {
  Confusion confusion;
  std::map<std::string, std::vector<std::pair<double, bool>>> queries;
  for (uint64_t fold = 0; fold < kFolds; ++fold) {
    std::vector<Example> others;
    for (const Example& example : examples) {
      if (example.group.empty() || fold_of(example.group) != fold) others.push_back(example);
    }
    ATTEST_ASSIGN(const LinearWeights weights, train_linear(others, options));
    for (const Example& example : examples) {
      if (example.group.empty() || fold_of(example.group) != fold) continue;
      const auto scores = scores_of(weights, example);
      const auto best = std::max_element(scores.begin(), scores.end()) - scores.begin();
      confusion.add(example.label, weights.labels[static_cast<size_t>(best)]);
      const auto place = std::find(weights.labels.begin(), weights.labels.end(), wanted);
      if (place == weights.labels.end()) continue;
      queries[example.query].emplace_back(-scores[static_cast<size_t>(place - weights.labels.begin())],
                                          example.label == wanted);
    }
  }
  std::string text =
      fmt::format("accuracy {:.3f}, macro-F1 {:.3f}", confusion.accuracy(), confusion.macro_f1());
  Counts one;
  Counts three;
  for (auto& [query, ranked] : queries) {
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    const auto found = [&list = ranked](size_t count) {
      const auto end = list.begin() + static_cast<std::ptrdiff_t>(std::min(count, list.size()));
      return std::any_of(list.begin(), end, [](const auto& item) { return item.second; });
    };
    ++one.wanted, ++three.wanted;
    one.hits += found(1) ? 1 : 0;
    three.hits += found(3) ? 1 : 0;
  }
  if (!queries.empty()) {
    text += fmt::format(", first of {} queries {:.3f}, in the first three {:.3f}", queries.size(),
                        one.recall(), three.recall());
  }
  return text + "\n" + confusion.to_text();
}

Result<std::vector<double>> cross_validated(std::span<const Example> examples, const TrainingOptions& options,
                                            std::string_view wanted) {
  std::vector<double> probabilities(examples.size(), 0);
  for (uint64_t fold = 0; fold < kFolds; ++fold) {
    std::vector<Example> others;
    for (const Example& example : examples) {
      if (fold_of(example.group) != fold) others.push_back(example);
    }
    ATTEST_ASSIGN(const LinearWeights weights, train_linear(others, options));
    const auto place = std::find(weights.labels.begin(), weights.labels.end(), wanted);
    if (place == weights.labels.end()) continue;
    const auto label = static_cast<size_t>(place - weights.labels.begin());
    for (size_t i = 0; i < examples.size(); ++i) {
      if (fold_of(examples[i].group) != fold) continue;
      const auto scores = scores_of(weights, examples[i]);
      double sum = 0;
      for (const double score : scores) sum += std::exp(score);
      probabilities[i] = std::exp(scores[label]) / sum;
    }
  }
  return probabilities;
}

Result<std::string> cross_validate(std::span<const SequenceExample> examples,
                                   const SequenceOptions& options) {
  Confusion confusion;
  std::vector<std::string> labels;
  for (uint64_t fold = 0; fold < kFolds; ++fold) {
    std::vector<SequenceExample> others;
    for (const SequenceExample& example : examples) {
      if (fold_of(example.group) != fold) others.push_back(example);
    }
    ATTEST_ASSIGN(const LinearWeights weights, train_sequence(others, options));
    ATTEST_ASSIGN(const std::string bytes, LinearModel::to_bytes(weights));
    ATTEST_ASSIGN(const LinearModel model, LinearModel::from_bytes(bytes));
    labels = model.labels();
    for (const SequenceExample& example : examples) {
      if (fold_of(example.group) != fold) continue;
      std::vector<Features> items;
      for (const auto& entries : example.items) items.emplace_back(entries);
      const auto path = label_sequence(model, items);
      for (size_t i = 0; i < path.size(); ++i) confusion.add(example.labels[i], labels[path[i]]);
    }
  }
  std::string text = fmt::format("accuracy {:.3f}", confusion.accuracy());
  for (const std::string& label : labels) text += fmt::format(", {} {:.3f}", label, confusion.f1(label));
  return text + "\n" + confusion.to_text();
}

}  // namespace attest::train
