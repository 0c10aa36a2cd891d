// What a model would be worth on documents that it has not seen, without looking at the held-out ones.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "train/sequence_trainer.h"
#include "train/trainer.h"

namespace attest::train {

// Five folds by a hash of the example's group. Gives accuracy, macro-F1 and the confusions; with `wanted`
// also in how many queries one of the three best examples has that label.
Result<std::string> cross_validate(std::span<const Example> examples, const TrainingOptions& options,
                                   std::string_view wanted);

// The probability of `wanted` for each example, given by the model of the other four folds: how well a
// threshold on it separates. Two labels.
Result<std::vector<double>> cross_validated(std::span<const Example> examples, const TrainingOptions& options,
                                            std::string_view wanted);

// For a model that labels items in a row: accuracy, and the F1 of each label, item by item.
Result<std::string> cross_validate(std::span<const SequenceExample> examples, const SequenceOptions& options);

}  // namespace attest::train
