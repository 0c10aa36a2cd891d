// Labels for a row of items of which each depends on the one before: the best path through the scores of a
// linear model (Viterbi 1967; Collins 2002, "Discriminative training methods for hidden Markov models").
// What one label adds to the next is kept in the model as weights of ordinary features, previous_feature(),
// so that a sequence model is a LinearModel like any other.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "learn/features.h"
#include "learn/linear_model.h"

namespace attest {

// The features that stand for "the item before has this label"; "" for the first item.
Features previous_feature(std::string_view label);

// For each item the number of its label. `scores` one row for each item; `transitions[a][b]` is added where b
// follows a, `start[b]` where b is first. All rows have as many columns as there are labels, at least one.
std::vector<size_t> best_path(const std::vector<std::vector<double>>& scores,
                              const std::vector<std::vector<double>>& transitions,
                              const std::vector<double>& start);

// Numbers of model.labels(), one for each item.
std::vector<size_t> label_sequence(const LinearModel& model, std::vector<Features>& items);

}  // namespace attest
