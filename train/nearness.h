// Sentences that readers judged as answers to a part of a question, and how: the examples of
// data/models/nearness.model.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "train/read_sentences.h"
#include "train/trainer.h"

namespace attest::train {

// What comes near the questions of `questions` (id, tab, question), as a sheet to be read: one JSON object a
// line, some fifteen for each question, those that stand highest by one measure or another.
Status write_nearness_sheet(const ReadingOptions& options, const std::filesystem::path& questions,
                            const std::filesystem::path& sheet);

struct NearnessExamples {
  std::vector<Example> examples;   // the group of an example is its question
  size_t lost = 0;                 // sentences that were read and are no longer found
  std::vector<double> by_blend;    // what the measures alone say of each: the baseline
  std::vector<std::string> parts;  // of an answer; "nearest" where it was read as that
};

// From eval/answers/nearness.tsv.
Result<NearnessExamples> nearness_examples(const ReadingOptions& options);

// How well the model ranks sentences for questions that it has not seen (five folds), beside a blend of
// coverage and words.
Result<std::string> nearness_figures(const NearnessExamples& examples, const TrainingOptions& options);

}  // namespace attest::train
