// attest eval
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/default_collection.h"
#include "cli/terminal.h"
#include "cli/thesaurus_file.h"
#include "evaluate/task.h"

namespace attest {

namespace {

struct EvalOptions {
  std::vector<std::string> tasks;
  std::string data;
  std::string sets;
  std::string collection;
  bool json = false;
  bool verbose = false;
  bool whole = false;
};

std::string figure(double value) { return value < 0 ? "–" : fmt::format("{:.3f}", value); }

void print_text(const TaskReport& report) {
  fmt::print("{}\n  data      {}\n  baseline  {}\n", report.task, report.data, report.baseline);
  fmt::print("  {:<44} {:>8} {:>8} {:>8}\n", "measure", "attest", "baseline", "aim");
  for (const Measure& measure : report.measures) {
    fmt::print("  {:<44} {:>8} {:>8} {:>8}\n", measure.name, figure(measure.value), figure(measure.baseline),
               figure(measure.aim));
  }
}

nlohmann::ordered_json to_json(const TaskReport& report) {
  nlohmann::ordered_json json;
  json["task"] = report.task;
  json["data"] = report.data;
  json["baseline"] = report.baseline;
  json["measures"] = nlohmann::ordered_json::array();
  for (const Measure& measure : report.measures) {
    nlohmann::ordered_json line;
    line["name"] = measure.name;
    line["value"] = measure.value;
    if (measure.baseline >= 0) line["baseline"] = measure.baseline;
    if (measure.aim >= 0) line["aim"] = measure.aim;
    json["measures"].push_back(std::move(line));
  }
  json["notes"] = report.notes;
  return json;
}

void list_tasks() {
  for (const EvaluationTask& task : evaluation_tasks()) fmt::print("{:<20} {}\n", task.name, task.summary);
}

Status run_eval(const EvalOptions& options) {
  if (options.tasks.empty()) {
    list_tasks();
    return {};
  }
  EvaluationOptions evaluation;
  evaluation.data = options.data;
  evaluation.sets = options.sets;
  evaluation.verbose = options.verbose;
  evaluation.whole = options.whole;
  if (!options.collection.empty()) {
    ATTEST_ASSIGN(evaluation.collection, collection_to_read(options.collection));
    ATTEST_ASSIGN(evaluation.thesaurus, load_program_thesaurus());
  }
  nlohmann::ordered_json all = nlohmann::ordered_json::array();
  const bool every = options.tasks.size() == 1 && options.tasks[0] == "all";
  for (const std::string& name : options.tasks) {
    const auto tasks = evaluation_tasks();
    if (!every && std::none_of(tasks.begin(), tasks.end(),
                               [&name](const EvaluationTask& task) { return task.name == name; })) {
      return fail(ErrorCode::kUsage, "there is no task \"" + name + "\"", {}, "attest eval lists them");
    }
    for (const EvaluationTask& task : tasks) {
      if (!every && task.name != name) continue;
      if (every && task.needs_collection && evaluation.collection.empty()) {
        fmt::print(stderr, "attest: \"{}\" needs a collection (-c DIR) and was left out\n", task.name);
        continue;
      }
      ATTEST_ASSIGN(TaskReport report, task.run(evaluation));
      report.task = task.name;
      if (options.json) {
        all.push_back(to_json(report));
        continue;
      }
      print_text(report);
      if (options.verbose) {
        for (const std::string& note : report.notes) fmt::print("{}\n", printable(note));
      }
    }
  }
  if (options.json) {
    fmt::print("{}\n", all.dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
  }
  return {};
}

}  // namespace

void register_eval(CLI::App& app, int& exit_status) {
  auto options = std::make_shared<EvalOptions>();
  CLI::App* command = app.add_subcommand("eval", "Measure how well sentences are read, on data with answers");
  command->add_option("tasks", options->tasks, "Tasks to run, or \"all\"; none lists them");
  command->add_option("--data", options->data, "Folder with the data sets")->default_val("../shared/data");
  command->add_option("--sets", options->sets, "Folder with the questions that are our own")
      ->default_val("eval");
  command->add_option("-c,--collection", options->collection, "Collection for the tasks that ask one");
  command->add_flag("--json", options->json, "Print as JSON");
  command->add_flag("--verbose", options->verbose, "Also print confusions and errors");
  command->add_flag("--whole", options->whole, "Measure on all of the data, for data that no model has seen");
  command->footer("Examples:\n  attest eval\n  attest eval sentence-role --data ~/attest-data --verbose");
  command->callback([options, &exit_status] {
    const Status status = run_eval(*options);
    exit_status = status ? 0 : report_error(status.error());
  });
}

}  // namespace attest
