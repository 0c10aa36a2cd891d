// cli: the attest program, one file for each subcommand. Takes arguments, gives text or JSON and an exit
// status; decides nothing itself. May include every other folder.
//
// A command registers itself: options, help with examples, and a callback that sets `exit_status`
// (0 done, 1 the answer is no, 2 usage, 3 input or environment).
#pragma once

namespace CLI {
class App;
}

namespace attest {

void register_add(CLI::App& app, int& exit_status);
void register_fetch(CLI::App& app, int& exit_status);
void register_ask(CLI::App& app, int& exit_status);
void register_search(CLI::App& app, int& exit_status);
void register_show(CLI::App& app, int& exit_status);
void register_verify(CLI::App& app, int& exit_status);
void register_replay(CLI::App& app, int& exit_status);
void register_status(CLI::App& app, int& exit_status);
void register_check(CLI::App& app, int& exit_status);
void register_compact(CLI::App& app, int& exit_status);
void register_eval(CLI::App& app, int& exit_status);

}  // namespace attest
