// Statements that readers judged, and how: the examples of data/models/pertinence.model.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "train/read_sentences.h"
#include "train/trainer.h"

namespace attest::train {

// What the questions of `questions` (id, tab, question) could be answered with, as a sheet to be read: one
// JSON object a line, with the sentence, its title and its place.
Status write_pertinence_sheet(const ReadingOptions& options, const std::filesystem::path& questions,
                              const std::filesystem::path& sheet);

struct PertinenceExamples {
  std::vector<Example> examples;     // the group of an example is its question
  size_t lost = 0;                   // statements that were read and are no longer found
  std::vector<std::string> places;   // of each
  std::vector<double> by_relevance;  // what relevance.h alone says of each: the baseline
};

// From eval/answers/pertinence.tsv.
Result<PertinenceExamples> pertinence_examples(const ReadingOptions& options);

// How well the model ranks statements of questions that it has not seen (five folds), beside relevance alone:
// the area under the ROC curve, and precision and recall at thresholds.
Result<std::string> pertinence_figures(const PertinenceExamples& examples, const TrainingOptions& options);

}  // namespace attest::train
