// attest fetch
#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <csignal>
#include <cstdlib>
#include <memory>

#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/default_collection.h"
#include "cli/progress_line.h"
#include "cli/terminal.h"
#include "collection/collection.h"
#include "fetch/fetch.h"
#include "render/grouped_number.h"

namespace attest {

namespace {

struct FetchCommand {
  std::string collection;
  std::string base_url;
  std::string query;
  bool json = false;
};

volatile std::sig_atomic_t stop_asked = 0;
void on_stop(int signal) {
  stop_asked = 1;
  std::signal(signal, SIG_DFL);
}

// Everything that arrives goes to the one writer; each batch is committed before it is noted as fetched.
Result<int> run_fetch(const FetchCommand& command) {
  ATTEST_ASSIGN(const std::filesystem::path directory, collection_to_write(command.collection));
  ATTEST_ASSIGN(const std::unique_ptr<CollectionWriter> writer, CollectionWriter::open(directory));
  FetchOptions options;
  options.query = command.query;
  if (!command.base_url.empty()) options.base_url = command.base_url;
  if (const char* key = std::getenv("NCBI_API_KEY")) options.api_key = key;
  options.resume_file = directory / "fetch.resume";
  stop_asked = 0;
  std::signal(SIGINT, on_stop);
  std::signal(SIGTERM, on_stop);

  ProgressLine line("fetching", "records");
  FetchProgress last;
  uint64_t problems = 0;
  Status failure;
  const auto keep = [&](Status status) {
    if (status) return stop_asked == 0;
    failure = std::move(status);
    return false;
  };
  FetchSink sink;
  sink.documents.document = [&](Document&& document) { return keep(writer->add(std::move(document))); };
  sink.documents.deletion = [&](std::string_view id) { return keep(writer->remove(id)); };
  sink.documents.concept_ = [](ThesaurusConcept&&) { return true; };
  sink.documents.progress = [](uint64_t) {};
  sink.documents.problem = [&](Error&& error) {
    ++problems;
    line.clear();
    report_error(error);
    return stop_asked == 0;
  };
  sink.progress = [&](const FetchProgress& progress) {
    last = progress;
    line.update(progress.delivered, progress.wanted, progress.delivered, command.query);
    return stop_asked == 0;
  };
  sink.batch_done = [&]() -> Status {
    if (!failure) return failure;
    return writer->commit();
  };
  sink.note = [&](const std::string& note) {
    line.clear();
    fmt::print(stderr, "attest: {}\n", note);
  };
  const Status fetched = fetch_pubmed(options, sink);
  line.clear();
  ATTEST_TRY(writer->commit());
  if (!failure) return tl::unexpected(failure.error());
  if (!fetched) return tl::unexpected(fetched.error());
  const WriterCounts counts = writer->counts();
  if (command.json) {
    nlohmann::ordered_json json;
    json["found"] = last.found;
    json["delivered"] = last.delivered;
    json["added"] = counts.added;
    json["replaced"] = counts.replaced;
    json["unchanged"] = counts.unchanged;
    json["problems"] = problems;
    fmt::print("{}\n", json.dump(2));
  } else {
    fmt::print("{} found, {} fetched: {} added, {} replaced, {} unchanged\n", grouped(last.found),
               grouped(last.delivered), grouped(counts.added), grouped(counts.replaced),
               grouped(counts.unchanged));
  }
  if (stop_asked != 0) fmt::print(stderr, "attest: interrupted; the same command goes on from there\n");
  return problems > 0 || stop_asked != 0 ? 3 : 0;
}

}  // namespace

void register_fetch(CLI::App& app, int& exit_status) {
  auto command = std::make_shared<FetchCommand>();
  CLI::App* fetch = app.add_subcommand("fetch", "Search PubMed and add what is found");
  fetch->add_option("-c,--collection", command->collection,
                    "The collection's folder; created when it is not there");
  fetch->add_option("--base-url", command->base_url, "Another server than NCBI's, with the same E-utilities");
  fetch->add_flag("--json", command->json, "Print the summary as JSON");
  fetch->add_option("query", command->query, "PubMed query")->required();
  fetch->footer(
      "Examples:\n"
      "  attest fetch \"dyssynergic defecation\"\n"
      "  attest fetch -c pelvic \"vaginismus[mesh] AND randomized controlled trial[pt]\"\n"
      "\nThe only command that uses the network: 3 requests a second, 10 with $NCBI_API_KEY set. An "
      "interrupted run "
      "goes on\nwhere it stopped when the command is repeated.");
  fetch->callback([command, &exit_status] {
    const auto status = run_fetch(*command);
    exit_status = status ? *status : report_error(status.error());
  });
}

}  // namespace attest
