// The attest program: registers the commands and runs the one that is asked for.
#include <clocale>
#include <cstdio>
#include <exception>

#include <CLI/CLI.hpp>

#include "cli/commands.h"

int main(int argument_count, char** arguments) {
  // Counting columns and reading lines need the user's character set; numbers are always written the C way.
  std::setlocale(LC_CTYPE, "");
  int exit_status = 0;
  try {
    CLI::App app("Clinical answers in which every sentence opens at its source", "attest");
    app.set_version_flag("--version", "attest " ATTEST_VERSION);
    app.require_subcommand(1);
    app.set_help_flag("-h,--help", "Explain the program or a command, with examples");
    attest::register_add(app, exit_status);
    attest::register_fetch(app, exit_status);
    attest::register_ask(app, exit_status);
    attest::register_search(app, exit_status);
    attest::register_show(app, exit_status);
    attest::register_verify(app, exit_status);
    attest::register_replay(app, exit_status);
    attest::register_status(app, exit_status);
    attest::register_check(app, exit_status);
    attest::register_compact(app, exit_status);
    attest::register_eval(app, exit_status);
    app.footer(
        "Examples:\n"
        "  attest ask \"What is the first-line treatment for anismus?\"\n"
        "  attest add -c papers ~/literature\n"
        "  attest COMMAND --help");
    try {
      app.parse(argument_count, arguments);
    } catch (const CLI::ParseError& error) {
      // Help and version count as done; everything else is usage.
      return app.exit(error) == 0 ? 0 : 2;
    }
  } catch (const std::exception& exception) {
    std::fprintf(stderr, "attest: %s\n", exception.what());
    return 3;
  }
  // A full disk behind a redirection shows when the last bytes are flushed.
  if (std::fflush(stdout) != 0) {
    std::perror("attest: cannot write the result");
    return 3;
  }
  return exit_status;
}
