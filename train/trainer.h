// Logistic regression over hashed features, by LIBLINEAR (Fan et al. 2008,
// https://www.csie.ntu.edu.tw/~cjlin/ liblinear/): one class against the rest. Deterministic: the same
// examples in the same order give the same weights.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "learn/features.h"
#include "learn/linear_model.h"

namespace attest::train {

struct Example {
  std::vector<Feature> features;  // sorted, as Features::entries() gives them
  std::string label;
  std::string group = {};  // the document, which cross-validation never divides; empty: never measured
  std::string query = {};  // what the examples are ranked for, where the model ranks
};

struct TrainingOptions {
  double cost = 1.0;      // LIBLINEAR's C: the larger, the closer to the examples
  bool sparse = false;    // L1 instead of L2: most weights become zero
  bool balanced = false;  // every class counts the same in sum, however rare it is
};

Result<LinearWeights> train_linear(std::span<const Example> examples, const TrainingOptions& options);

}  // namespace attest::train
