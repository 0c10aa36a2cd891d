// A linear-chain conditional random field over hashed features (Lafferty et al. 2001; Sutton & McCallum
// 2012), trained by stochastic gradient descent with a step of its own for every weight (AdaGrad, Duchi et
// al. 2011) and weights drawn to zero (truncated gradient, Langford et al. 2009), so that the model is small.
// Deterministic: the examples are passed in an order that a fixed generator gives.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "learn/features.h"
#include "learn/linear_model.h"

namespace attest::train {

struct SequenceExample {
  std::vector<std::vector<Feature>> items;  // each sorted, as Features::entries() gives them
  std::vector<std::string> labels;          // one for each item
  std::string group;                        // the document
};

struct SequenceOptions {
  size_t passes = 10;
  double step = 0.1;
  double shrink = 1e-4;  // drawn towards zero for each example, times the step
  // The label of items that are nothing, and how much it is favoured in training where it would be wrong
  // (softmax-margin, Gimpel & Smith 2010): the more, the fewer items are missed and the more are wrong.
  std::string none = "none";
  double miss = 0.3;
  double least = 0.05;  // a smaller weight is left out of the model
};

// Weights for label_sequence(): what one label adds to the next stands under previous_feature().
Result<LinearWeights> train_sequence(std::span<const SequenceExample> examples,
                                     const SequenceOptions& options);

}  // namespace attest::train
