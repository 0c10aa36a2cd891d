// attest mcp: the Model Context Protocol over standard input and output, one JSON message a line.
#include <iostream>
#include <memory>
#include <string>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "base/limits.h"
#include "cli/commands.h"
#include "cli/default_collection.h"
#include "cli/terminal.h"
#include "cli/thesaurus_file.h"
#include "server/mcp.h"

namespace attest {

namespace {

constexpr unsigned kLookEverySeconds = 5;

// False at the end of input. A line over the limit is read to its end and comes back cut.
bool read_line(std::istream& input, std::string& line) {
  line.clear();
  std::streambuf& bytes = *input.rdbuf();
  for (int byte = bytes.sbumpc(); byte != std::char_traits<char>::eof(); byte = bytes.sbumpc()) {
    if (byte == '\n') return true;
    if (line.size() <= limits::kHttpBodyBytesMax) line += static_cast<char>(byte);
  }
  return !line.empty();
}

Result<int> run_mcp(const std::string& directory) {
  ATTEST_ASSIGN(const std::filesystem::path path, collection_to_read(directory));
  ATTEST_ASSIGN(const auto thesaurus, load_program_thesaurus());
  ATTEST_ASSIGN(const auto watch, CollectionWatch::open(path, thesaurus, kLookEverySeconds));
  std::string line;
  while (read_line(std::cin, line)) {
    if (line.empty() || line == "\r") continue;
    const auto answer = answer_mcp(line, *watch->current());
    if (!answer) continue;
    fmt::print("{}\n", *answer);
    std::fflush(stdout);
  }
  return 0;
}

}  // namespace

void register_mcp(CLI::App& app, int& exit_status) {
  auto collection = std::make_shared<std::string>();
  CLI::App* command =
      app.add_subcommand("mcp",
                         "Offer ask, search, show, verify and audit to an assistant (Model Context "
                         "Protocol over standard input and output)");
  command->add_option("-c,--collection", *collection,
                      "Collection to read (default: $ATTEST_COLLECTION, then your own, then the starter)");
  command->footer(
      "Example: in an assistant's settings,\n"
      "  {\"mcpServers\": {\"attest\": {\"command\": \"attest\", \"args\": [\"mcp\"]}}}");
  command->callback([collection, &exit_status] {
    const auto status = run_mcp(*collection);
    exit_status = status ? *status : report_error(status.error());
  });
}

}  // namespace attest
