// attest verify: claims held beside the collection, one line of JSON for each.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "base/limits.h"
#include "cli/commands.h"
#include "cli/default_collection.h"
#include "cli/terminal.h"
#include "cli/thesaurus_file.h"
#include "collection/collection.h"
#include "parse/stream/line_reader.h"
#include "search/search.h"
#include "verify/claim_lines.h"
#include "verify/claim_sources.h"

namespace attest {

namespace {

struct VerifyOptions {
  std::string collection;
  std::string file;
  std::string format = "json";
};

// Standard input as a stream: claims may be typed or piped in one after the other.
class StandardInput : public ByteSource {
 public:
  Result<size_t> read(std::span<char> buffer) override {
    // By lines: a verdict comes before the next claim has to be written.
    size_t size = 0;
    while (size < buffer.size()) {
      const int byte = std::getc(stdin);
      if (byte == EOF) break;
      buffer[size++] = static_cast<char>(byte);
      if (byte == '\n') break;
    }
    if (size == 0 && std::ferror(stdin) != 0) {
      return fail(ErrorCode::kEnvironment, "standard input cannot be read");
    }
    position_ += size;
    return size;
  }
  uint64_t position() const override { return position_; }
  uint64_t size() const override { return position_; }

 private:
  uint64_t position_ = 0;
};

void print_text(const ClaimLine& line, const ClaimVerdict& verdict) {
  fmt::print("{} ({:.2f})  {}\n", claim_label_name(verdict.label), verdict.confidence, printable(line.claim));
  for (const std::string& reason : verdict.decided_by) fmt::print("  - {}\n", printable(reason));
  for (const RationaleSpan& rationale : verdict.rationale) {
    const std::string where =
        fmt::format("{} {}:{}", rationale.document, rationale.span.start, rationale.span.end);
    fmt::print("  [{}] {}\n", printable(where), printable(rationale.quote));
  }
}

struct Library {
  std::shared_ptr<const Collection> collection;
  std::unique_ptr<Backend> backend;
  std::shared_ptr<const Thesaurus> thesaurus;
};

Result<ClaimVerdict> judge(const ClaimLine& line, const Library& library) {
  std::vector<LoadedSource> loaded;
  if (line.documents) {
    ATTEST_ASSIGN(loaded, named_sources(*line.documents, *library.collection));
  } else {
    ATTEST_ASSIGN(loaded, found_sources(line.claim, *library.backend, *library.collection));
  }
  std::vector<ClaimSource> sources;
  for (const LoadedSource& source : loaded) sources.push_back(source.view());
  ATTEST_ASSIGN(const auto meanings, meanings_in_claim(line.claim, *library.thesaurus, *library.collection));
  return verify_claim(line.claim, sources, line.documents ? SourceChoice::kNamed : SourceChoice::kFound,
                      meanings);
}

Result<int> run_verify(const VerifyOptions& options) {
  const bool standard_input = options.file.empty() || options.file == "-";
  const std::string name = standard_input ? "standard input" : options.file;
  std::unique_ptr<ByteSource> source;
  if (standard_input) {
    source = std::make_unique<StandardInput>();
  } else {
    ATTEST_ASSIGN(source, ByteSource::open(options.file));
  }
  Library library;
  ATTEST_ASSIGN(const std::filesystem::path path, collection_to_read(options.collection));
  ATTEST_ASSIGN(library.collection, Collection::open(path));
  library.backend = make_collection_backend(library.collection);
  ATTEST_ASSIGN(library.thesaurus, load_program_thesaurus());

  LineReader lines(*source, name, limits::kLineBytesMax);
  int broken = 0;
  bool all_supported = true;
  bool any = false;
  for (;;) {
    ATTEST_ASSIGN(const auto line, lines.next());
    if (!line) break;
    if (line->find_first_not_of(" \t") == std::string_view::npos) continue;
    any = true;
    const auto claim = read_claim_line(*line, lines.line_number(), lines.here(), standard_input);
    if (!claim) {
      broken = report_error(claim.error());
      continue;
    }
    auto verdict = judge(*claim, library);
    if (!verdict) {
      Error error = std::move(verdict.error());
      if (error.place.empty()) error.place = lines.here();
      broken = report_error(error);
      continue;
    }
    all_supported = all_supported && verdict->label == ClaimLabel::kSupported;
    if (options.format == "text") {
      print_text(*claim, *verdict);
    } else {
      fmt::print("{}\n", verdict_line(*claim, *verdict));
    }
    std::fflush(stdout);
  }
  if (!any) return fail(ErrorCode::kInput, "no claims", name, "write one claim a line");
  return broken != 0 ? broken : all_supported ? 0 : 1;
}

}  // namespace

void register_verify(CLI::App& app, int& exit_status) {
  auto options = std::make_shared<VerifyOptions>();
  CLI::App* command = app.add_subcommand("verify", "Say whether sources support claims");
  command->add_option("-c,--collection", options->collection, "The collection's folder");
  command->add_option("--format", options->format, "json (one line a claim) or text")
      ->capture_default_str()
      ->check(CLI::IsMember({"json", "text"}));
  command->add_option(
      "file", options->file,
      "Claims, one a line: {\"id\", \"claim\", \"documents\"?}; \"-\" or none reads standard input, "
      "where a line may also be a claim in words");
  command->footer(
      "Exit status: 0 every claim is supported, 1 not every one, 3 a line could not be read.\n"
      "Examples:\n"
      "  echo \"Biofeedback is better than laxatives for anismus.\" | attest verify --format text\n"
      "  attest verify -c pubmed claims.jsonl > verdicts.jsonl");
  command->callback([options, &exit_status] {
    const auto status = run_verify(*options);
    exit_status = status ? *status : report_error(status.error());
  });
}

}  // namespace attest
