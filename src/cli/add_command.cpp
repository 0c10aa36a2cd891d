// attest add
#include <csignal>
#include <memory>

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/default_collection.h"
#include "cli/progress_line.h"
#include "cli/terminal.h"
#include "pipeline/add_documents.h"
#include "render/grouped_number.h"

namespace attest {

namespace {

struct AddOptions {
  std::string collection;
  std::vector<std::string> paths;
  bool repair = false;
  bool json = false;
};

volatile std::sig_atomic_t interrupted = 0;

// The first Ctrl-C stops after the record at hand and commits; a second one ends the program at once, which
// loses what has come since the last commit and harms nothing.
void on_interrupt(int signal) {
  interrupted = 1;
  std::signal(signal, SIG_DFL);
}

nlohmann::ordered_json report_json(const AddReport& report, const std::vector<std::string>& problems,
                                   double seconds) {
  nlohmann::ordered_json json;
  json["added"] = report.documents.added;
  json["replaced"] = report.documents.replaced;
  json["unchanged"] = report.documents.unchanged;
  json["older_ignored"] = report.documents.older_ignored;
  json["deleted"] = report.documents.deleted;
  json["concepts"] = report.concepts;
  json["files_read"] = report.files_read;
  json["files_known"] = report.files_known;
  json["files_failed"] = report.files_failed;
  json["interrupted"] = report.interrupted;
  json["seconds"] = seconds;
  json["problems"] = problems;
  return json;
}

void print_summary(const AddReport& report, const std::string& collection, double seconds) {
  const WriterCounts& counts = report.documents;
  const uint64_t handled = counts.added + counts.replaced + counts.unchanged + counts.older_ignored;
  fmt::print("{} added", grouped(counts.added));
  if (counts.replaced > 0) fmt::print(", {} replaced", grouped(counts.replaced));
  if (counts.unchanged > 0) fmt::print(", {} unchanged", grouped(counts.unchanged));
  if (counts.older_ignored > 0) fmt::print(", {} older than what is there", grouped(counts.older_ignored));
  if (counts.deleted > 0) fmt::print(", {} deleted", grouped(counts.deleted));
  if (report.concepts > 0) fmt::print(", {} thesaurus concepts", grouped(report.concepts));
  fmt::print(" in {}\n", collection);
  fmt::print("{} files read", grouped(report.files_read));
  if (report.files_known > 0) fmt::print(", {} known already", grouped(report.files_known));
  if (report.files_failed > 0) fmt::print(", {} failed", grouped(report.files_failed));
  fmt::print("; {}", human_seconds(seconds));
  if (handled > 0 && seconds > 1)
    fmt::print(", {} documents/s", grouped(static_cast<uint64_t>(static_cast<double>(handled) / seconds)));
  fmt::print("\n");
}

Result<int> run_add(const AddOptions& options) {
  AddRequest request;
  ATTEST_ASSIGN(request.collection, collection_to_write(options.collection));
  request.repair = options.repair;
  for (const std::string& path : options.paths) request.paths.emplace_back(path);
  interrupted = 0;
  std::signal(SIGINT, on_interrupt);
  std::signal(SIGTERM, on_interrupt);
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is an error like a full disk

  std::vector<std::string> problems;
  ProgressLine line("adding", "documents");
  AddObserver observer;
  observer.progress = [&](const AddProgress& progress) {
    line.update(progress.bytes_done, progress.bytes_total, progress.documents, progress.file);
  };
  observer.problem = [&](const Error& error) {
    line.clear();
    report_error(error);
    if (options.json) problems.push_back(error.to_line());
  };
  observer.stop = [] { return interrupted != 0; };
  ATTEST_ASSIGN(const AddReport report, add_documents(request, observer));
  line.clear();
  if (options.json) {
    fmt::print("{}\n", report_json(report, problems, line.seconds())
                           .dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
  } else {
    print_summary(report, request.collection.string(), line.seconds());
  }
  if (report.interrupted)
    fmt::print(stderr, "attest: interrupted; what was read is kept, the same command goes on from there\n");
  return report.problems > 0 || report.files_failed > 0 || report.interrupted ? 3 : 0;
}

}  // namespace

void register_add(CLI::App& app, int& exit_status) {
  auto options = std::make_shared<AddOptions>();
  CLI::App* command = app.add_subcommand("add", "Parse and index files");
  command->add_option("-c,--collection", options->collection,
                      "The collection's folder; created when it is not there");
  command->add_flag("--repair", options->repair, "Read known files again and rewrite what is damaged");
  command->add_flag("--json", options->json, "Print the summary as JSON");
  command->add_option("path", options->paths, "Files and folders (.gz and .zst too)")->required();
  command->footer(
      "Examples:\n"
      "  attest add articles/\n"
      "  attest add -c pubmed pubmed24n0001.xml.gz pubmed24n0002.xml.gz\n"
      "  attest add -c thesis references.ris notes.md trial.pdf\n"
      "\nFormats are told by content. Files that were added before and have not changed are not read again, "
      "so an\n"
      "interrupted run goes on where it stopped when the command is repeated.");
  command->callback([options, &exit_status] {
    const auto status = run_add(*options);
    exit_status = status ? *status : report_error(status.error());
  });
}

}  // namespace attest
