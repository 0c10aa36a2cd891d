#include "learn/sequence.h"

#include <algorithm>
#include <string>

namespace attest {

Features previous_feature(std::string_view label) {
  Features features;
  features.add("label before", label);
  return features;
}

std::vector<size_t> best_path(const std::vector<std::vector<double>>& scores,
                              const std::vector<std::vector<double>>& transitions,
                              const std::vector<double>& start) {
  if (scores.empty()) return {};
  const size_t labels = start.size();
  std::vector<std::vector<size_t>> from(scores.size(), std::vector<size_t>(labels, 0));
  std::vector<double> sums(labels);
  for (size_t label = 0; label < labels; ++label) sums[label] = start[label] + scores[0][label];
  for (size_t item = 1; item < scores.size(); ++item) {
    std::vector<double> next(labels);
    for (size_t label = 0; label < labels; ++label) {
      size_t best = 0;
      for (size_t before = 1; before < labels; ++before) {
        if (sums[before] + transitions[before][label] > sums[best] + transitions[best][label]) best = before;
      }
      from[item][label] = best;
      next[label] = sums[best] + transitions[best][label] + scores[item][label];
    }
    sums = std::move(next);
  }
  std::vector<size_t> path(scores.size());
  path.back() = static_cast<size_t>(std::max_element(sums.begin(), sums.end()) - sums.begin());
  for (size_t item = scores.size(); item-- > 1;) path[item - 1] = from[item][path[item]];
  return path;
}

std::vector<size_t> label_sequence(const LinearModel& model, std::vector<Features>& items) {
  const size_t labels = model.labels().size();
  // Every score holds the biases; here they come with each item already.
  Features none;
  const auto biases = model.scores(none);
  const auto added_after = [&model, &biases](std::string_view label) {
    Features features = previous_feature(label);
    auto added = model.scores(features);
    for (size_t i = 0; i < added.size(); ++i) added[i] -= biases[i];
    return added;
  };
  std::vector<std::vector<double>> transitions;
  for (size_t label = 0; label < labels; ++label) transitions.push_back(added_after(model.labels()[label]));
  std::vector<std::vector<double>> scores;
  scores.reserve(items.size());
  for (Features& features : items) scores.push_back(model.scores(features));
  return best_path(scores, transitions, added_after(""));
}

}  // namespace attest
