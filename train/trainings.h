// Every model of data/models: where its examples come from. One file for each, named after the model.
#pragma once

#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "train/sequence_trainer.h"
#include "train/trainer.h"

namespace attest::train {

// Where the examples are read.
struct TrainingData {
  std::filesystem::path data;        // the data sets
  std::filesystem::path sets;        // eval
  std::filesystem::path collection;  // all of documents.jsonl.zst, and MeSH: of claims only
  std::filesystem::path thesaurus;   // the program's
};

struct Training {
  std::string_view model;  // name of the file in data/models, without ".model"
  TrainingOptions options;
  std::string_view wanted;  // for a model that ranks: the label to be found; else empty
  // The examples of the part that evaluation does not see (is_held_out is false).
  Result<std::vector<Example>> (*examples)(const TrainingData& from);
};

std::span<const Training> trainings();

// A model that labels items in a row.
struct SequenceTraining {
  std::string_view model;
  SequenceOptions options;
  Result<std::vector<SequenceExample>> (*examples)(const TrainingData& from);
};

std::span<const SequenceTraining> sequence_trainings();

Result<std::vector<Example>> sentence_role_examples(const TrainingData& from);
Result<std::vector<Example>> effect_evidence_examples(const TrainingData& from);
Result<std::vector<Example>> effect_direction_examples(const TrainingData& from);
Result<std::vector<Example>> affirmation_examples(const TrainingData& from);
Result<std::vector<Example>> passage_examples(const TrainingData& from);
Result<std::vector<Example>> word_kind_examples(const TrainingData& from);
Result<std::vector<SequenceExample>> pico_examples(const TrainingData& from);
// Records whose design an indexer named, as their authors wrote them.
Result<std::vector<Example>> study_design_examples(const TrainingData& from);
// Claims of SciFact whose abstracts are not held out.
Result<std::vector<Example>> claim_sentence_examples(const TrainingData& from);
Result<std::vector<Example>> claim_label_examples(const TrainingData& from);
Result<std::vector<Example>> claim_copied_examples(const TrainingData& from);
Result<std::vector<Example>> claim_document_examples(const TrainingData& from);
// The file for training of citation_integrity; reads its sentences by the built-in claim_sentence.
Result<std::vector<Example>> citation_examples(const TrainingData& from);

}  // namespace attest::train
