// attest-train MODEL…: reads the examples, trains, writes the model files. "words" writes the word table
// instead, only when it is named: every model that uses it must be trained after it. "claim-folds" writes
// nothing and prints what the models of claims reach by cross-validation.
#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "base/file.h"
#include "train/claim_folds.h"
#include "train/cross_validation.h"
#include "train/nearness.h"
#include "train/pertinence.h"
#include "train/trainings.h"
#include "train/word_table.h"

namespace attest::train {
namespace {

struct TrainOptions {
  std::vector<std::string> names;  // all when empty
  std::filesystem::path data;
  std::filesystem::path out;
  bool validate = false;
  double cost = 0;  // 0: each model's own
  // Of "pertinence" and "nearness", which are trained only when they are named.
  ReadingOptions reading;
  std::filesystem::path questions;  // with a sheet to be read, instead of training
  std::filesystem::path sheet;

  TrainingData training_data() const { return {data, reading.sets, reading.collection, reading.thesaurus}; }
  bool asks_for(std::string_view model) const {
    return names.empty() || std::find(names.begin(), names.end(), model) != names.end();
  }
};

Status write_model(const TrainOptions& options, std::string_view model, const LinearWeights& weights,
                   size_t examples) {
  ATTEST_ASSIGN(const std::string bytes, LinearModel::to_bytes(weights));
  ATTEST_TRY(write_file_atomically(options.out / (std::string(model) + ".model"), bytes));
  fmt::print("{}: {} examples, {} bytes\n", model, examples, bytes.size());
  return {};
}

// What is made only when it is named.
Status run_named(const TrainOptions& options) {
  for (const std::string& name : options.names) {
    if (name == "claim-folds") {
      ATTEST_ASSIGN(const std::string figures, cross_validate_claims(options.training_data()));
      fmt::print("{}", figures);
    }
    if (name != "words") continue;
    ATTEST_ASSIGN(const std::string bytes, make_word_table(options.data));
    ATTEST_TRY(write_file_atomically(options.out.parent_path() / "words" / "words.table", bytes));
    fmt::print("words: {} bytes\n", bytes.size());
  }
  return {};
}

// Trained on what readers said of sentences, so they ask a collection.
Status run_pertinence(const TrainOptions& options) {
  if (!options.sheet.empty())
    return write_pertinence_sheet(options.reading, options.questions, options.sheet);
  ATTEST_ASSIGN(const auto examples, pertinence_examples(options.reading));
  if (examples.lost > 0) fmt::print("{} statements that were read are no longer found\n", examples.lost);
  TrainingOptions training;
  training.cost = options.cost > 0 ? options.cost : 0.1;
  if (options.validate) {
    ATTEST_ASSIGN(const std::string figures, pertinence_figures(examples, training));
    fmt::print("pertinence: {}", figures);
    return {};
  }
  ATTEST_ASSIGN(const LinearWeights weights, train_linear(examples.examples, training));
  return write_model(options, "pertinence", weights, examples.examples.size());
}

Status run_nearness(const TrainOptions& options) {
  if (!options.sheet.empty()) return write_nearness_sheet(options.reading, options.questions, options.sheet);
  ATTEST_ASSIGN(const auto examples, nearness_examples(options.reading));
  if (examples.lost > 0) fmt::print("{} sentences that were read are no longer found\n", examples.lost);
  TrainingOptions training;
  training.cost = options.cost > 0 ? options.cost : 0.02;
  if (options.validate) {
    ATTEST_ASSIGN(const std::string figures, nearness_figures(examples, training));
    fmt::print("nearness: {}", figures);
    return {};
  }
  ATTEST_ASSIGN(const LinearWeights weights, train_linear(examples.examples, training));
  return write_model(options, "nearness", weights, examples.examples.size());
}

Status run(const TrainOptions& options) {
  const auto named = [&](std::string_view model) {
    return !options.names.empty() && options.asks_for(model);
  };
  if (named("pertinence")) ATTEST_TRY(run_pertinence(options));
  if (named("nearness")) ATTEST_TRY(run_nearness(options));
  ATTEST_TRY(run_named(options));
  for (Training training : trainings()) {
    if (!options.asks_for(training.model)) continue;
    if (options.cost > 0) training.options.cost = options.cost;
    ATTEST_ASSIGN(const auto examples, training.examples(options.training_data()));
    if (options.validate) {
      ATTEST_ASSIGN(const std::string figures, cross_validate(examples, training.options, training.wanted));
      fmt::print("{}: {}\n", training.model, figures);
      continue;
    }
    ATTEST_ASSIGN(const LinearWeights weights, train_linear(examples, training.options));
    ATTEST_TRY(write_model(options, training.model, weights, examples.size()));
  }
  for (const SequenceTraining& training : sequence_trainings()) {
    if (!options.asks_for(training.model)) continue;
    ATTEST_ASSIGN(const auto examples, training.examples(options.training_data()));
    if (options.validate) {
      ATTEST_ASSIGN(const std::string figures, cross_validate(examples, training.options));
      fmt::print("{}: {}\n", training.model, figures);
      continue;
    }
    ATTEST_ASSIGN(const LinearWeights weights, train_sequence(examples, training.options));
    ATTEST_TRY(write_model(options, training.model, weights, examples.size()));
  }
  return {};
}

}  // namespace
}  // namespace attest::train

int main(int argument_count, char** arguments) {
  try {
    CLI::App app("Trains the models of data/models", "attest-train");
    attest::train::TrainOptions options;
    std::string data = "../shared/data";
    std::string out = "data/models";
    app.add_option("models", options.names, "Models to train; all when none is named");
    app.add_option("--data", data, "Folder with the data sets")->capture_default_str();
    app.add_option("--out", out, "Folder for the models")->capture_default_str();
    app.add_flag("--cross-validate", options.validate,
                 "Print figures of a five-fold cross-validation; write nothing");
    app.add_option("--cost", options.cost, "LIBLINEAR's C instead of each model's own, to try values");
    app.add_option("--collection", options.reading.collection,
                   "pertinence, nearness, claim_…: a collection of documents.jsonl.zst and MeSH");
    options.reading.starter = "build-dev/share/attest/starter";
    app.add_option("--starter", options.reading.starter, "pertinence, nearness: the starter collection")
        ->capture_default_str();
    options.reading.thesaurus = "data/thesaurus/attest.json";
    app.add_option("--thesaurus", options.reading.thesaurus,
                   "pertinence, nearness, claim_…: the program's thesaurus")
        ->capture_default_str();
    options.reading.sets = "eval";
    app.add_option("--sheet", options.sheet,
                   "pertinence, nearness: write statements to be read for --questions");
    app.add_option("--questions", options.questions, "pertinence, nearness: id, tab, question");
    CLI11_PARSE(app, argument_count, arguments);
    options.data = data;
    options.out = out;
    const attest::Status status = attest::train::run(options);
    if (!status) std::fprintf(stderr, "attest-train: %s\n", status.error().to_line().c_str());
    return status ? 0 : 3;
  } catch (const std::exception& exception) {
    std::fprintf(stderr, "attest-train: %s\n", exception.what());
    return 3;
  }
}
