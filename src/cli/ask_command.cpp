// attest ask: the question road from the terminal.
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

#include <fmt/format.h>
#include <histedit.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <CLI/CLI.hpp>

#include "answer/json/answer_json.h"
#include "answer/lines/line_in_focus.h"
#include "base/file.h"
#include "base/limits.h"
#include "cli/commands.h"
#include "cli/default_collection.h"
#include "cli/terminal.h"
#include "cli/thesaurus_file.h"
#include "pipeline/ask_question.h"
#include "render/render.h"

namespace attest {

namespace {

struct AskOptions {
  std::string collection;
  std::string audience = "clinician";
  std::string format = "text";
  std::string after;
  std::string question;
  bool json = false;
};

struct AskSession {
  std::shared_ptr<const Collection> collection;
  std::shared_ptr<const Thesaurus> thesaurus;
};

int report(const Error& error) {
  fmt::print(stderr, "attest: {}\n", error.to_line());
  return error.code == ErrorCode::kUsage ? 2 : 3;
}

Result<AskSession> open_session(const std::string& directory) {
  AskSession session;
  ATTEST_ASSIGN(const std::filesystem::path path, collection_to_read(directory));
  ATTEST_ASSIGN(session.collection, Collection::open(path));
  ATTEST_ASSIGN(session.thesaurus, load_program_thesaurus());
  return session;
}

TerminalStyle terminal_style() {
  TerminalStyle style;
  const bool terminal = ::isatty(STDOUT_FILENO) == 1;
  const char* no_colour = std::getenv("NO_COLOR");
  style.colour = terminal && (no_colour == nullptr || *no_colour == '\0');
  winsize size{};
  if (terminal && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    style.width = size.ws_col;
  return style;
}

Result<std::string> render(const Answer& answer, const std::string& format) {
  if (format == "text") return render_terminal(answer, terminal_style());
  if (format == "json") return answer_to_json(answer);
  if (format == "markdown") return render_markdown(answer);
  if (format == "html") return render_html(answer);
  return fail(ErrorCode::kUsage, "unknown format “" + format + "”", {}, "use text, json, markdown or html");
}

void print_whole(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
  if (!text.ends_with('\n')) std::fputc('\n', stdout);
  std::fflush(stdout);
}

// Asks once; `turn` is the turn before and becomes this one.
Result<Answer::Verdict> ask_once(const AskSession& session, const AskOptions& options,
                                 const std::string& question, std::optional<PreviousTurn>& turn) {
  AskRequest request;
  request.question = question;
  ATTEST_ASSIGN(request.audience, parse_audience(options.audience));
  request.before = turn;
  ATTEST_ASSIGN(const AskResult result, ask_question(request, session.collection, session.thesaurus));
  ATTEST_ASSIGN(const std::string text, render(result.answer, options.format));
  print_whole(text);
  turn = turn_of(result.answer);
  return result.answer.verdict;
}

const char* prompt(EditLine*) { return "ask> "; }

// Ctrl-C empties a line that has something in it and ends the thread on an empty one, as shells do: a slip of
// the fingers does not cost the thread.
unsigned char empty_or_end(EditLine* editor, int) {
  const LineInfo* line = el_line(editor);
  const auto length = static_cast<int>(line->lastchar - line->buffer);
  if (length == 0) return CC_EOF;
  el_cursor(editor, static_cast<int>(line->lastchar - line->cursor));
  el_deletestr(editor, length);
  return CC_REFRESH;
}

// While a line is edited the terminal sends keys and no signals.
unsigned char suspend(EditLine* editor, int) {
  el_set(editor, EL_PREP_TERM, 0);
  ::raise(SIGTSTP);
  el_set(editor, EL_PREP_TERM, 1);
  return CC_REDISPLAY;
}

// Lines are edited with libedit; an empty line, Ctrl-C on one or end of input ends the thread.
int converse(const AskSession& session, const AskOptions& options, std::optional<PreviousTurn> turn) {
  struct HistoryEnd {
    void operator()(History* h) const { history_end(h); }
  };
  struct EditEnd {
    void operator()(EditLine* e) const { el_end(e); }
  };
  const std::unique_ptr<History, HistoryEnd> past(history_init());
  const std::unique_ptr<EditLine, EditEnd> editor(el_init("attest", stdin, stdout, stderr));
  if (!past || !editor)
    return report({ErrorCode::kEnvironment,
                   "the terminal cannot be set up for line editing",
                   {},
                   "give the question as an argument"});
  HistEvent event;
  history(past.get(), &event, H_SETSIZE, 200);
  el_set(editor.get(), EL_PROMPT, &prompt);
  el_set(editor.get(), EL_EDITOR, "emacs");
  el_set(editor.get(), EL_HIST, history, past.get());
  el_set(editor.get(), EL_SETTY, "-d", "-isig", nullptr);
  el_set(editor.get(), EL_ADDFN, "empty-or-end", "Empty the line, or end the thread", &empty_or_end);
  el_set(editor.get(), EL_BIND, "^C", "empty-or-end", nullptr);
  el_set(editor.get(), EL_ADDFN, "suspend", "Suspend the program", &suspend);
  el_set(editor.get(), EL_BIND, "^Z", "suspend", nullptr);
  fmt::print("{}\n",
             wrap_text("Ask a question; follow-ups like “and if that fails?” keep the thread. An empty "
                       "line ends it.",
                       output_width()));
  std::fflush(stdout);
  for (;;) {
    int count = 0;
    const char* line = el_gets(editor.get(), &count);
    if (line == nullptr) fmt::print("\n");
    if (line == nullptr || count <= 1) break;
    history(past.get(), &event, H_ENTER, line);
    std::string question(line, static_cast<size_t>(count));
    while (!question.empty() && (question.back() == '\n' || question.back() == '\r')) question.pop_back();
    if (question.empty()) break;
    if (const auto verdict = ask_once(session, options, question, turn); !verdict) report(verdict.error());
  }
  return 0;
}

int run_ask(const AskOptions& options) {
  std::optional<PreviousTurn> turn;
  if (!options.after.empty()) {
    const auto bytes = read_file(options.after, limits::kRecordBytesMax);
    if (!bytes) return report(bytes.error());
    const auto stored = read_stored_answer(*bytes, options.after);
    if (!stored) return report(stored.error());
    turn = stored->turn;
  }
  const auto session = open_session(options.collection);
  if (!session) return report(session.error());
  if (options.question.empty()) {
    if (::isatty(STDIN_FILENO) != 1)
      return report({ErrorCode::kUsage,
                     "no question was given",
                     {},
                     "try: attest ask \"What is the first-line treatment for anismus?\""});
    return converse(*session, options, turn);
  }
  const auto verdict = ask_once(*session, options, options.question, turn);
  if (!verdict) return report(verdict.error());
  return *verdict == Answer::Verdict::kNoDirectEvidence ? 1 : 0;
}

}  // namespace

void register_ask(CLI::App& app, int& exit_status) {
  auto options = std::make_shared<AskOptions>();
  CLI::App* ask = app.add_subcommand("ask", "Answer a question; every sentence is tied to its source");
  ask->add_option("-c,--collection", options->collection,
                  "Collection to read (default: $ATTEST_COLLECTION, then your own, then the starter)");
  ask->add_option("--audience", options->audience, "clinician, patient or partner")->capture_default_str();
  ask->add_option("--format", options->format, "text, json, markdown or html")->capture_default_str();
  ask->add_flag("--json", options->json, "Same as --format json");
  ask->add_option("--after", options->after, "An earlier answer (JSON): the question is a follow-up to it");
  ask->add_option("question", options->question,
                  "The question; without one, on a terminal, a conversation starts");
  ask->footer(
      "Examples:\n"
      "  attest ask \"What is the first-line treatment for anismus?\"\n"
      "  attest ask --audience patient --format html \"What helps with vaginismus?\" > answer.html\n"
      "  attest ask --json \"How is anismus diagnosed?\" > answer.json\n"
      "  attest ask --after answer.json \"and how long does it last?\"\n"
      "Exit status: 0 answered, 1 no direct evidence, 2 usage, 3 input or environment.");
  ask->callback([options, &exit_status] {
    if (options->json) options->format = "json";
    exit_status = run_ask(*options);
  });
}

}  // namespace attest
