// attest check, attest compact
#include <memory>

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/default_collection.h"
#include "cli/progress_line.h"
#include "cli/terminal.h"
#include "collection/collection.h"
#include "render/grouped_number.h"

namespace attest {

namespace {

struct MaintenanceOptions {
  std::string collection;
  bool json = false;
  bool rebuild_index = false;
};

std::string dump(const nlohmann::ordered_json& json) {
  return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace);
}

Result<int> run_check(const MaintenanceOptions& options) {
  ATTEST_ASSIGN(const std::filesystem::path path, collection_to_read(options.collection));
  auto collection = Collection::open(path);
  nlohmann::ordered_json problems = nlohmann::ordered_json::array();
  ProgressLine line("checking", "");
  const auto note = [&](const Error& error) {
    line.clear();
    report_error(error);
    problems.push_back(error.to_line());
  };
  uint64_t found = 0;
  uint64_t documents = 0;
  std::string snapshot;
  if (!collection) {
    // Too damaged to open is a finding; not being there, or being in use, is not.
    if (collection.error().code != ErrorCode::kCorrupt) return tl::unexpected(std::move(collection.error()));
    note(collection.error());
    found = 1;
  } else {
    documents = (*collection)->document_count();
    snapshot = (*collection)->snapshot();
    ATTEST_ASSIGN(found,
                  (*collection)
                      ->check([&](Error&& error) { note(error); },
                              [&](uint64_t done, uint64_t total) { line.update(done, total, done, ""); }));
  }
  line.clear();
  if (options.json) {
    nlohmann::ordered_json json;
    json["collection"] = path.string();
    json["snapshot"] = snapshot;
    json["documents"] = documents;
    json["problems"] = problems;
    fmt::print("{}\n", dump(json));
  } else if (found == 0) {
    fmt::print("{}: {} documents, everything matches its checksums\n", path.string(), grouped(documents));
  } else {
    fmt::print("{}: {} problem{}\n", path.string(), grouped(found), found == 1 ? "" : "s");
  }
  return found == 0 ? 0 : 1;
}

Result<int> run_compact(const MaintenanceOptions& options) {
  ATTEST_ASSIGN(const std::filesystem::path path, collection_to_write(options.collection));
  {
    // Opening a writer would create what is not there.
    std::error_code error;
    if (!std::filesystem::exists(path / "catalog.sqlite", error)) {
      return fail(ErrorCode::kNotFound, "there is no collection here", path.string(), "name one with -c DIR");
    }
  }
  {
    ATTEST_ASSIGN(const auto writer, CollectionWriter::open(path));
    ProgressLine line("compacting", "documents");
    const auto show = [&](uint64_t done, uint64_t total) { line.update(done, total, done, ""); };
    if (options.rebuild_index) ATTEST_TRY(writer->rebuild_index(show));
    ATTEST_TRY(writer->compact(show));
  }
  ATTEST_ASSIGN(const auto collection, Collection::open(path));
  ATTEST_ASSIGN(const CollectionSummary summary, collection->summary());
  const uint64_t bytes = summary.text_bytes + summary.index_bytes + summary.catalog_bytes;
  if (options.json) {
    nlohmann::ordered_json json;
    json["collection"] = path.string();
    json["snapshot"] = summary.snapshot;
    json["documents"] = summary.documents;
    json["bytes"] = bytes;
    fmt::print("{}\n", dump(json));
  } else {
    fmt::print("{}: {} documents in {}\n", path.string(), grouped(summary.documents), human_bytes(bytes));
  }
  return 0;
}

}  // namespace

void register_check(CLI::App& app, int& exit_status) {
  auto options = std::make_shared<MaintenanceOptions>();
  CLI::App* command = app.add_subcommand("check", "Verify every checksum and cross-reference");
  command->add_option("-c,--collection", options->collection, "The collection's folder");
  command->add_flag("--json", options->json, "Print the result as JSON");
  command->footer(
      "Examples:\n"
      "  attest check\n"
      "  attest check -c pubmed --json\n"
      "\nEach problem is one line: the file, what is wrong, what to do. Exit status 1 when there is one.");
  command->callback([options, &exit_status] {
    const auto status = run_check(*options);
    exit_status = status ? *status : report_error(status.error());
  });
}

void register_compact(CLI::App& app, int& exit_status) {
  auto options = std::make_shared<MaintenanceOptions>();
  CLI::App* command = app.add_subcommand("compact", "Merge segments and drop what was deleted");
  command->add_option("-c,--collection", options->collection, "The collection's folder");
  command->add_flag("--rebuild-index", options->rebuild_index,
                    "Write the index anew from the stored texts first");
  command->add_flag("--json", options->json, "Print the result as JSON");
  command->footer(
      "Examples:\n"
      "  attest compact -c pubmed\n"
      "  attest compact -c pubmed --rebuild-index\n"
      "\nA compacted collection can be copied to a read-only medium. Readers need not be stopped.");
  command->callback([options, &exit_status] {
    const auto status = run_compact(*options);
    exit_status = status ? *status : report_error(status.error());
  });
}

}  // namespace attest
