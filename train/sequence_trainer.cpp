#include "train/sequence_trainer.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <random>

#include "learn/sequence.h"

namespace attest::train {
namespace {

using Table = std::vector<std::vector<double>>;

double log_sum(const std::vector<double>& values) {
  const double largest = *std::max_element(values.begin(), values.end());
  double sum = 0;
  for (const double value : values) sum += std::exp(value - largest);
  return largest + std::log(sum);
}

// The weights in training, bucket-major; one row of buckets more holds nothing but the bias.
class Field {
 public:
  Field(size_t labels, const SequenceOptions& options)
      : labels_(labels),
        options_(options),
        weights_(size_t{kFeatureBuckets + 1} * labels, 0.0),
        squares_(weights_.size(), 0.0),
        seen_(kFeatureBuckets + 1, 0) {}

  double weight(size_t bucket, size_t label) const { return weights_[bucket * labels_ + label]; }

  std::vector<double> scores(const std::vector<Feature>& features) {
    std::vector<double> sums(labels_);
    add_row(kFeatureBuckets, 1, sums);
    for (const Feature& feature : features) add_row(feature.bucket, static_cast<double>(feature.value), sums);
    return sums;
  }

  // Gradient of the log-likelihood for the weights of these features.
  void step(const std::vector<Feature>& features, const std::vector<double>& gradient) {
    step_row(kFeatureBuckets, 1, gradient);
    for (const Feature& feature : features) {
      step_row(feature.bucket, static_cast<double>(feature.value), gradient);
    }
  }
  void step_row(size_t bucket, double value, const std::vector<double>& gradient) {
    for (size_t label = 0; label < labels_; ++label) {
      const double slope = gradient[label] * value;
      if (std::abs(slope) < 1e-7) continue;
      const size_t at = bucket * labels_ + label;
      squares_[at] += slope * slope;
      weights_[at] += options_.step * slope / (1e-6 + std::sqrt(squares_[at]));
    }
  }
  void next_example() { ++time_; }
  // Draws every weight by what it has missed, and adds it to the sum that average() divides.
  void end_pass() {
    for (size_t bucket = 0; bucket < kFeatureBuckets; ++bucket) draw(bucket);
    sums_.resize(weights_.size(), 0.0);
    for (size_t at = 0; at < weights_.size(); ++at) sums_[at] += weights_[at];
    ++passes_;
  }
  // Mean over the passes that were ended: steadier than the last alone (Polyak & Juditsky 1992).
  double average(size_t bucket, size_t label) const {
    return sums_[bucket * labels_ + label] / static_cast<double>(passes_);
  }

 private:
  void add_row(size_t bucket, double value, std::vector<double>& sums) {
    if (bucket < kFeatureBuckets) draw(bucket);
    for (size_t label = 0; label < labels_; ++label)
      sums[label] += weights_[bucket * labels_ + label] * value;
  }
  // Lazily: a weight is drawn when it is next used.
  void draw(size_t bucket) {
    const double missed = static_cast<double>(time_ - seen_[bucket]) * options_.shrink;
    seen_[bucket] = time_;
    if (missed <= 0) return;
    for (size_t label = 0; label < labels_; ++label) {
      const size_t at = bucket * labels_ + label;
      const double pull = missed * options_.step / (1e-6 + std::sqrt(squares_[at]));
      double& weight = weights_[at];
      weight = weight > 0 ? std::max(0.0, weight - pull) : std::min(0.0, weight + pull);
    }
  }

  size_t labels_;
  SequenceOptions options_;
  std::vector<double> weights_;
  std::vector<double> squares_;
  std::vector<uint64_t> seen_;
  uint64_t time_ = 0;
  std::vector<double> sums_;
  size_t passes_ = 0;
};

// Forward and backward sums in logarithms, then one step for every item and pair.
void learn(Field& field, const SequenceExample& example, const std::vector<size_t>& wanted,
           const std::vector<size_t>& previous_buckets, size_t none, double miss) {
  const size_t items = example.items.size();
  const size_t labels = previous_buckets.size() - 1;  // the last stands for the start
  Table scores(items);
  for (size_t i = 0; i < items; ++i) {
    scores[i] = field.scores(example.items[i]);
    if (none < scores[i].size() && wanted[i] != none) scores[i][none] += miss;
  }
  Table transitions(labels + 1);
  for (size_t before = 0; before <= labels; ++before) {
    for (size_t label = 0; label < labels; ++label) {
      transitions[before].push_back(field.weight(previous_buckets[before], label));
    }
  }
  Table forward(items, std::vector<double>(labels));
  Table backward(items, std::vector<double>(labels, 0.0));
  std::vector<double> terms(labels);
  for (size_t label = 0; label < labels; ++label)
    forward[0][label] = transitions[labels][label] + scores[0][label];
  for (size_t i = 1; i < items; ++i) {
    for (size_t label = 0; label < labels; ++label) {
      for (size_t before = 0; before < labels; ++before) {
        terms[before] = forward[i - 1][before] + transitions[before][label];
      }
      forward[i][label] = log_sum(terms) + scores[i][label];
    }
  }
  for (size_t i = items - 1; i-- > 0;) {
    for (size_t label = 0; label < labels; ++label) {
      for (size_t after = 0; after < labels; ++after) {
        terms[after] = transitions[label][after] + scores[i + 1][after] + backward[i + 1][after];
      }
      backward[i][label] = log_sum(terms);
    }
  }
  const double all = log_sum(forward[items - 1]);
  Table pairs(labels + 1, std::vector<double>(labels, 0.0));
  for (size_t i = 0; i < items; ++i) {
    std::vector<double> gradient(labels);
    for (size_t label = 0; label < labels; ++label) {
      gradient[label] =
          (wanted[i] == label ? 1.0 : 0.0) - std::exp(forward[i][label] + backward[i][label] - all);
    }
    field.step(example.items[i], gradient);
    if (i == 0) {
      pairs[labels] = gradient;
      continue;
    }
    for (size_t before = 0; before < labels; ++before) {
      for (size_t label = 0; label < labels; ++label) {
        const double expected = std::exp(forward[i - 1][before] + transitions[before][label] +
                                         scores[i][label] + backward[i][label] - all);
        pairs[before][label] += (wanted[i - 1] == before && wanted[i] == label ? 1.0 : 0.0) - expected;
      }
    }
  }
  for (size_t before = 0; before <= labels; ++before)
    field.step_row(previous_buckets[before], 1, pairs[before]);
}

}  // namespace

Result<LinearWeights> train_sequence(std::span<const SequenceExample> examples,
                                     const SequenceOptions& options) {
  std::map<std::string, size_t> numbers;
  for (const SequenceExample& example : examples) {
    for (const std::string& label : example.labels) numbers.emplace(label, 0);
  }
  if (numbers.size() < 2) return fail(ErrorCode::kInput, "training needs examples of two classes at least");
  LinearWeights out;
  std::vector<size_t> previous_buckets;
  for (auto& [label, number] : numbers) {
    number = out.labels.size();
    out.labels.push_back(label);
    previous_buckets.push_back(previous_feature(label).entries()[0].bucket);
  }
  previous_buckets.push_back(previous_feature("").entries()[0].bucket);

  // A label that is not among them is never missed.
  const auto place = numbers.find(options.none);
  const size_t none = place == numbers.end() ? numbers.size() : place->second;
  Field field(out.labels.size(), options);
  std::vector<size_t> order(examples.size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::mt19937_64 generator(20260101);
  for (size_t pass = 0; pass < options.passes; ++pass) {
    // std::shuffle differs between libraries; this does not.
    for (size_t i = order.size(); i-- > 1;) std::swap(order[i], order[generator() % (i + 1)]);
    for (const size_t number : order) {
      const SequenceExample& example = examples[number];
      if (example.items.empty()) continue;
      std::vector<size_t> wanted;
      for (const std::string& label : example.labels) wanted.push_back(numbers[label]);
      field.next_example();
      learn(field, example, wanted, previous_buckets, none, options.miss);
    }
    if (pass + 1 > options.passes / 4) field.end_pass();
  }
  for (size_t label = 0; label < out.labels.size(); ++label) {
    auto& row = out.weights.emplace_back(kFeatureBuckets);
    for (size_t bucket = 0; bucket < kFeatureBuckets; ++bucket) {
      const double weight = field.average(bucket, label);
      row[bucket] = std::abs(weight) < options.least ? 0.0F : static_cast<float>(weight);
    }
    out.bias.push_back(static_cast<float>(field.average(kFeatureBuckets, label)));
  }
  return out;
}

}  // namespace attest::train
