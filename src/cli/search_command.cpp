// attest search: documents ranked for words, for people and, with --topics, for retrieval evaluation.
#include <algorithm>
#include <memory>

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "base/file.h"
#include "base/limits.h"
#include "cli/commands.h"
#include "cli/default_collection.h"
#include "cli/terminal.h"
#include "collection/collection.h"
#include "document/title_notes.h"
#include "search/search.h"

namespace attest {

namespace {

constexpr uint64_t kTopicsBytesMax = 64u << 20;

struct SearchCommandOptions {
  std::string collection;
  size_t count = 10;
  std::string topics;
  std::string run_tag = "attest";
  std::string query;
  bool json = false;
};

std::string without_spaces(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char byte) { return byte == ' ' || byte == '\t' || byte == '\n'; }, '_');
  return text;
}

// A line is a topic's id, a tab or space, and its query. Output: topic Q0 document rank score tag.
Result<int> run_topics(const SearchCommandOptions& options, const Backend& backend) {
  ATTEST_ASSIGN(const std::string topics, read_file(options.topics, kTopicsBytesMax));
  size_t line_number = 0;
  for (size_t at = 0; at < topics.size();) {
    const size_t end = std::min(topics.find('\n', at), topics.size());
    std::string_view line = std::string_view(topics).substr(at, end - at);
    at = end + 1;
    ++line_number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) continue;
    const size_t border = line.find_first_of("\t ");
    if (border == std::string_view::npos || border == 0) {
      return fail(ErrorCode::kInput, "a topic without a query",
                  fmt::format("{}, line {}", options.topics, line_number),
                  "write the topic's id, a tab and the query on each line");
    }
    ATTEST_ASSIGN(const auto hits, backend.rank(line.substr(border + 1), options.count));
    size_t rank = 0;
    for (const DocumentHit& hit : hits) {
      fmt::print("{} Q0 {} {} {:.6f} {}\n", line.substr(0, border), without_spaces(hit.id), ++rank, hit.score,
                 options.run_tag);
    }
  }
  return 0;
}

std::string title_of(const Document& document) {
  if (!document.record.title.empty()) return std::string(without_title_notes(document.record.title));
  return document.text.substr(0, std::min<size_t>(document.text.find('\n'), 200));
}

Result<int> run_search(const SearchCommandOptions& options) {
  if (options.query.empty() == options.topics.empty()) {
    return fail(ErrorCode::kUsage, "give either a query or --topics FILE", "", "see attest search --help");
  }
  if (options.query.size() > limits::kQuestionBytesMax) {
    return fail(ErrorCode::kUsage,
                fmt::format("the query has {} bytes, the limit is {}", options.query.size(),
                            limits::kQuestionBytesMax),
                "", "ask with fewer words");
  }
  ATTEST_ASSIGN(const std::filesystem::path path, collection_to_read(options.collection));
  ATTEST_ASSIGN(const auto collection, Collection::open(path));
  const auto backend = make_collection_backend(collection);
  if (!options.topics.empty()) return run_topics(options, *backend);
  ATTEST_ASSIGN(const auto hits, backend->rank(options.query, options.count));
  nlohmann::ordered_json json = nlohmann::ordered_json::array();
  size_t rank = 0;
  for (const DocumentHit& hit : hits) {
    ATTEST_ASSIGN(const Document document, collection->document(hit.ref));
    ATTEST_ASSIGN(const DocumentStatus status, collection->status(hit.ref));
    const uint16_t year = document.record.published.year;
    const char* name = publication_status_name(status.status);
    ++rank;
    if (options.json) {
      json.push_back({{"rank", rank},
                      {"document", hit.id},
                      {"score", hit.score},
                      {"title", title_of(document)},
                      {"year", year},
                      {"status", name}});
      continue;
    }
    const std::string banner = status.status == PublicationStatus::kCurrent ? "" : fmt::format("[{}] ", name);
    fmt::print("{:>3}  {}{}{}\n     {}\n", rank, banner, printable(title_of(document)),
               year == 0 ? "" : fmt::format(" ({})", year), printable(hit.id));
  }
  if (options.json) fmt::print("{}\n", json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
  if (hits.empty() && !options.json) fmt::print("nothing in {} matches\n", path.string());
  return hits.empty() ? 1 : 0;
}

}  // namespace

void register_search(CLI::App& app, int& exit_status) {
  auto options = std::make_shared<SearchCommandOptions>();
  CLI::App* command = app.add_subcommand("search", "Rank documents for words");
  command->add_option("-c,--collection", options->collection, "The collection's folder");
  command->add_option("-k", options->count, "How many documents")
      ->capture_default_str()
      ->check(CLI::Range(1, 100'000));
  command->add_option("--topics", options->topics,
                      "File of topics, one a line (id, tab, query); writes a TREC run");
  command->add_option("--run-tag", options->run_tag, "Last column of the run")->capture_default_str();
  command->add_flag("--json", options->json, "Print as JSON");
  command->add_option("query", options->query, "Words");
  command->footer(
      "Examples:\n"
      "  attest search \"biofeedback constipation\"\n"
      "  attest search -c pubmed -k 100 --topics topics.tsv --run-tag first > first.run");
  command->callback([options, &exit_status] {
    const auto status = run_search(*options);
    exit_status = status ? *status : report_error(status.error());
  });
}

}  // namespace attest
