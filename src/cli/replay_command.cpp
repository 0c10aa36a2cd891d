// attest replay: a stored answer's question asked again, and what became of what it said.
#include <memory>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "answer/json/answer_changes.h"
#include "base/file.h"
#include "base/limits.h"
#include "cli/commands.h"
#include "cli/default_collection.h"
#include "cli/terminal.h"
#include "cli/thesaurus_file.h"
#include "pipeline/ask_question.h"
#include "render/presentation.h"

namespace attest {

namespace {

void print_statement(const char* what, const std::string& title, const Statement& statement) {
  std::string sources;
  for (const Citation& citation : statement.citations)
    sources += (sources.empty() ? "" : ", ") + plain(citation.document);
  fmt::print("  {} {}: {} [{}]\n", what, plain(title), plain(statement.text), sources);
}

void print_changes(const StoredAnswer& then, const StoredAnswer& now, const AnswerChanges& changes) {
  fmt::print("The answer has changed.\n");
  if (then.snapshot != now.snapshot)
    fmt::print("  collection: snapshot {} then, {} now\n", plain(then.snapshot), now.snapshot);
  if (then.version != now.version)
    fmt::print("  program: version {} then, {} now\n", plain(then.version), now.version);
  for (const std::string& id : changes.no_longer_cited) fmt::print("  no longer cited: {}\n", plain(id));
  for (const std::string& id : changes.newly_cited) fmt::print("  newly cited: {}\n", plain(id));
  fmt::print("  statements: {} the same, {} in other words, {} gone, {} new\n", changes.both,
             changes.reworded, changes.only_first, changes.only_second);
  for (const ChangedPart& part : changes.parts) {
    const std::string& now_called = part.title_second.empty() ? part.title : part.title_second;
    if (!part.title_second.empty()) fmt::print("  {} is now {}\n", plain(part.title), plain(now_called));
    for (const Statement& one : part.only_first) print_statement("gone from", part.title, one);
    for (const ChangedPart::Reworded& one : part.reworded) {
      print_statement("was, in", part.title, one.first);
      print_statement("now, in", now_called, one.second);
    }
    for (const Statement& one : part.only_second) print_statement("new in", now_called, one);
  }
  if (then.snapshot == now.snapshot && then.version == now.version) {
    fmt::print(
        "  neither collection nor version differs: the file was edited, or was written by another build\n");
  }
}

Result<int> run_replay(const std::string& file, const std::string& directory) {
  ATTEST_ASSIGN(const std::string bytes, read_file(file, limits::kAnswerBytesMax));
  ATTEST_ASSIGN(const StoredAnswer then, read_stored_answer(bytes, file));
  ATTEST_ASSIGN(const std::filesystem::path path, collection_to_read(directory));
  ATTEST_ASSIGN(std::shared_ptr<const Collection> collection, Collection::open(path));
  ATTEST_ASSIGN(std::shared_ptr<const Thesaurus> thesaurus, load_program_thesaurus());
  ATTEST_ASSIGN(const AskResult result, ask_question(request_of(then), collection, thesaurus));
  ATTEST_ASSIGN(const StoredAnswer now,
                read_stored_answer(answer_to_json(result.answer), "the answer of today"));
  const AnswerChanges changes = changes_between(then, now);
  if (!changes.same_bytes) {
    print_changes(then, now, changes);
    return 1;
  }
  fmt::print("The same answer, byte for byte (snapshot {}, version {}).\n", then.snapshot, then.version);
  return 0;
}

}  // namespace

void register_replay(CLI::App& app, int& exit_status) {
  auto file = std::make_shared<std::string>();
  auto collection = std::make_shared<std::string>();
  CLI::App* replay =
      app.add_subcommand("replay", "Ask a stored answer's question again: the same bytes, or what changed");
  replay->add_option("-c,--collection", *collection, "Collection to read");
  replay->add_option("answer", *file, "An answer written by attest ask --json")->required();
  replay->footer(
      "Example:\n"
      "  attest ask --json \"What is the first-line treatment for anismus?\" > answer.json\n"
      "  attest replay answer.json\n"
      "Exit status: 0 the same, 1 changed, 2 usage, 3 input or environment.");
  replay->callback([file, collection, &exit_status] {
    const auto status = run_replay(*file, *collection);
    exit_status = status ? *status : report_error(status.error());
  });
}

}  // namespace attest
