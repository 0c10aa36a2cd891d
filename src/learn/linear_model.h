// A multinomial linear model: for each class a weight for every feature bucket, and a bias.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "learn/features.h"

namespace attest {

// What training gives and a model is made from.
struct LinearWeights {
  std::vector<std::string> labels;          // at least two, no line feeds
  std::vector<float> bias;                  // one for each label
  std::vector<std::vector<float>> weights;  // one row of kFeatureBuckets for each label
};

class LinearModel {
 public:
  // Reads the format of docs/format/model.md. Fails with kCorrupt.
  static Result<LinearModel> from_bytes(std::string_view bytes);
  // The bytes of a model. Weights are rounded to 16 bits of a row's largest.
  static Result<std::string> to_bytes(const LinearWeights& weights);

  const std::vector<std::string>& labels() const { return labels_; }
  // Weighted sum for each class: the log of an unnormalised probability.
  std::vector<double> scores(Features& features) const;
  // Softmax of the scores. Sums to 1.
  std::vector<double> probabilities(Features& features) const;
  // Of the class with this label; 0 when the model has no such class.
  double probability(Features& features, std::string_view label) const;

 private:
  std::vector<std::string> labels_;
  std::vector<float> bias_;
  std::vector<float> scale_;
  std::vector<int16_t> weights_;  // bucket-major: the classes of one bucket lie together
};

// A model of data/models, by its file name without ".model": built into the program, read once, safe for
// concurrent use. nullptr when there is none of that name, or when it does not read (a test reads them all).
const LinearModel* built_in_model(std::string_view name);
// All names, sorted.
std::vector<std::string> built_in_model_names();

}  // namespace attest
