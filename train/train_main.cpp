// attest-train MODEL…: reads the examples, trains, writes the model files. "words" writes
// data/words/words.table instead, only when it is named: every model that uses it must be trained after it.
// "claim-folds" writes nothing and prints what the models of claims reach by cross-validation.
#include <cstdio>
#include <exception>
#include <filesystem>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "base/file.h"
#include "train/claim_folds.h"
#include "train/trainings.h"
#include "train/word_table.h"

namespace attest::train {
namespace {

Status run(const std::vector<std::string>& names, const std::filesystem::path& data,
           const std::filesystem::path& out) {
  for (const std::string& name : names) {
    if (name == "claim-folds") {
      ATTEST_ASSIGN(const std::string figures, cross_validate_claims(data));
      fmt::print("{}", figures);
    }
    if (name != "words") continue;
    ATTEST_ASSIGN(const std::string bytes, make_word_table(data));
    const auto path = out.parent_path() / "words" / "words.table";
    ATTEST_TRY(write_file_atomically(path, bytes));
    fmt::print("words: {} bytes\n", bytes.size());
  }
  for (const Training& training : trainings()) {
    bool asked = names.empty();
    for (const std::string& name : names) asked = asked || name == training.model;
    if (!asked) continue;
    ATTEST_ASSIGN(const auto examples, training.examples(data));
    ATTEST_ASSIGN(const LinearWeights weights, train_linear(examples, training.options));
    ATTEST_ASSIGN(const std::string bytes, LinearModel::to_bytes(weights));
    const auto path = out / (std::string(training.model) + ".model");
    ATTEST_TRY(write_file_atomically(path, bytes));
    fmt::print("{}: {} examples, {} bytes\n", training.model, examples.size(), bytes.size());
  }
  return {};
}

}  // namespace
}  // namespace attest::train

int main(int argument_count, char** arguments) {
  try {
    CLI::App app("Trains the models of data/models", "attest-train");
    std::vector<std::string> names;
    std::string data = "../shared/data";
    std::string out = "data/models";
    app.add_option("models", names, "Models to train; all when none is named");
    app.add_option("--data", data, "Folder with the data sets")->capture_default_str();
    app.add_option("--out", out, "Folder for the models")->capture_default_str();
    CLI11_PARSE(app, argument_count, arguments);
    const attest::Status status = attest::train::run(names, data, out);
    if (!status) std::fprintf(stderr, "attest-train: %s\n", status.error().to_line().c_str());
    return status ? 0 : 3;
  } catch (const std::exception& exception) {
    std::fprintf(stderr, "attest-train: %s\n", exception.what());
    return 3;
  }
}
