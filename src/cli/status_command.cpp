// attest status
#include <memory>

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/default_collection.h"
#include "cli/terminal.h"
#include "collection/collection.h"
#include "render/grouped_number.h"

namespace attest {

namespace {

constexpr size_t kFailuresShown = 10;
constexpr size_t kSourcesShown = 10;

struct StatusOptions {
  std::string collection;
  bool json = false;
};

nlohmann::ordered_json counts_json(const std::vector<std::pair<std::string, uint64_t>>& counts) {
  nlohmann::ordered_json json = nlohmann::ordered_json::object();
  for (const auto& [name, documents] : counts) json[name] = documents;
  return json;
}

void print_json(const std::string& path, const CollectionSummary& summary) {
  nlohmann::ordered_json json;
  json["collection"] = path;
  json["snapshot"] = summary.snapshot;
  json["documents"] = summary.documents;
  json["deleted"] = summary.deleted;
  json["segments"] = summary.segments;
  json["text_bytes"] = summary.text_bytes;
  json["index_bytes"] = summary.index_bytes;
  json["catalog_bytes"] = summary.catalog_bytes;
  json["thesaurus_concepts"] = summary.thesaurus_concepts;
  json["by_source"] = counts_json(summary.by_source);
  json["by_depth"] = counts_json(summary.by_depth);
  nlohmann::ordered_json years = nlohmann::ordered_json::object();
  for (const auto& [year, documents] : summary.by_year) years[std::to_string(year)] = documents;
  json["by_year"] = years;
  json["failures"] = nlohmann::ordered_json::array();
  for (const auto& [file, message] : summary.failures)
    json["failures"].push_back({{"file", file}, {"message", message}});
  fmt::print("{}\n", json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
}

void print_counts(const char* title, const std::vector<std::pair<std::string, uint64_t>>& counts,
                  size_t shown) {
  if (counts.empty()) return;
  fmt::print("{}\n", title);
  for (size_t i = 0; i < counts.size() && i < shown; ++i) {
    fmt::print("  {:>12}  {}\n", grouped(counts[i].second), printable(counts[i].first));
  }
  if (counts.size() > shown) fmt::print("  {:>12}  more\n", grouped(counts.size() - shown));
}

void print_text(const std::string& path, const CollectionSummary& summary) {
  fmt::print("Collection  {}\n", path);
  fmt::print("Snapshot    {}\n", summary.snapshot.empty() ? "none yet" : summary.snapshot);
  fmt::print("Documents   {}\n", grouped(summary.documents));
  const uint64_t bytes = summary.text_bytes + summary.index_bytes + summary.catalog_bytes;
  fmt::print("Size        {} (texts {}, index {}, catalog {})", human_bytes(bytes),
             human_bytes(summary.text_bytes), human_bytes(summary.index_bytes),
             human_bytes(summary.catalog_bytes));
  if (summary.documents > 0) fmt::print(", {} bytes a document", grouped(bytes / summary.documents));
  fmt::print("\n");
  fmt::print("Segments    {}", summary.segments);
  if (summary.deleted > 0)
    fmt::print(", {} deleted documents still inside (attest compact drops them)", grouped(summary.deleted));
  fmt::print("\n");
  if (summary.thesaurus_concepts > 0)
    fmt::print("Thesaurus   {} concepts\n", grouped(summary.thesaurus_concepts));
  print_counts("By depth", summary.by_depth, summary.by_depth.size());
  print_counts("By source", summary.by_source, kSourcesShown);
  std::vector<std::pair<std::string, uint64_t>> decades;
  for (const auto& [year, documents] : summary.by_year) {
    const std::string decade = year == 0 ? "no year" : fmt::format("{}s", year / 10 * 10);
    if (!decades.empty() && decades.back().first == decade)
      decades.back().second += documents;
    else
      decades.emplace_back(decade, documents);
  }
  print_counts("By year", decades, decades.size());
  if (!summary.failures.empty()) {
    fmt::print("Files and records that could not be used (latest first; --json lists all)\n");
    for (size_t i = 0; i < summary.failures.size() && i < kFailuresShown; ++i) {
      fmt::print("  {}\n", printable(summary.failures[i].second));
    }
    if (summary.failures.size() > kFailuresShown)
      fmt::print("  … {} more\n", summary.failures.size() - kFailuresShown);
  }
}

Status run_status(const StatusOptions& options) {
  ATTEST_ASSIGN(const std::filesystem::path path, collection_to_read(options.collection));
  ATTEST_ASSIGN(const auto collection, Collection::open(path));
  ATTEST_ASSIGN(const CollectionSummary summary, collection->summary());
  if (options.json)
    print_json(path.string(), summary);
  else
    print_text(path.string(), summary);
  return {};
}

}  // namespace

void register_status(CLI::App& app, int& exit_status) {
  auto options = std::make_shared<StatusOptions>();
  CLI::App* command = app.add_subcommand("status", "Say what is in a collection");
  command->add_option("-c,--collection", options->collection, "The collection's folder");
  command->add_flag("--json", options->json, "Print as JSON");
  command->footer("Examples:\n  attest status\n  attest status -c pubmed --json");
  command->callback([options, &exit_status] {
    const Status status = run_status(*options);
    exit_status = status ? 0 : report_error(status.error());
  });
}

}  // namespace attest
