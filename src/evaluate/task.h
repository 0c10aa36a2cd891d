// evaluate: how good the program's reading is, in figures. Takes data with known answers, gives one table for
// each task: our figure, a simple named baseline's, and the aim. May include every folder before it.
//
// Data lies outside the program (--data, by default ../shared/data beside the sources) and is never shipped.
// Every set is split by a hash of the document's id: models are trained on one part (train/), and tasks are
// measured on the other only.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace attest {

// One figure of a task. Higher is better; values in 0..1 unless the name says otherwise.
struct Measure {
  std::string name;
  double value = 0;
  double baseline = -1;  // -1: the baseline has no such figure
  double aim = -1;       // -1: no aim was set
};

struct TaskReport {
  std::string task;
  std::string data;      // what was read, and how much of it: "scifact claims, held-out fifth: 160"
  std::string baseline;  // what the baseline does: "the most frequent class"
  std::vector<Measure> measures;
  std::vector<std::string> notes;  // errors by type, counts: for a person
};

class Thesaurus;

struct EvaluationOptions {
  std::filesystem::path data;                  // folder with the data sets
  std::filesystem::path sets = "eval";         // folder with the sets of our own: eval of the sources
  std::filesystem::path collection;            // for the tasks that ask a collection
  std::shared_ptr<const Thesaurus> thesaurus;  // the program's, for the same tasks
  bool verbose = false;                        // notes with every single error
  bool whole = false;                          // measure on everything: for data that no model was trained on
};

struct EvaluationTask {
  std::string_view name;     // "sentence-role"
  std::string_view summary;  // one line for --help
  Result<TaskReport> (*run)(const EvaluationOptions& options);
  bool needs_collection = false;  // "all" leaves it out where none was named
};

// All tasks, in the order of tasks.cpp.
std::span<const EvaluationTask> evaluation_tasks();

// Whether the document (or claim, or question) with this id belongs to the fifth that training never sees.
bool is_held_out(std::string_view id);
// Whether a task measures on it.
bool is_measured(const EvaluationOptions& options, std::string_view id);

}  // namespace attest
