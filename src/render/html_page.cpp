// The answer as one self-contained web page: no script, no request to anywhere. The content security policy
// allows this page's own style sheet by its SHA-256 digest and nothing else
// (https://www.w3.org/TR/CSP3/#grammardef-hash-source).
#include <fmt/format.h>

#include "render/html_plot.h"
#include "render/html_style.h"
#include "render/html_writer.h"
#include "render/presentation.h"
#include "render/render.h"

namespace attest {
namespace {

class HtmlPage {
 public:
  explicit HtmlPage(const Answer& answer) : answer_(answer), shown_(answer) {}

  std::string render() && {
    const Headings& headings = shown_.headings();
    head();
    page_header();
    html_.open("main", {{"id", "answer"}}).line_end();
    if (shown_.lay())
      statements_under(headings.warnings, answer_.warnings, "warnings");
    else
      list_under(headings.near_misses, answer_.near_misses);
    statements_under(headings.bottom_line, answer_.bottom_line, "bottom");
    pathway();
    disagreements();
    checks();
    if (!shown_.lay()) statements_under(headings.warnings, answer_.warnings, "warnings");
    for (const AnswerSection& section : answer_.sections)
      statements_under(plain(section.title), section.statements, "more");
    if (shown_.lay()) list_under(headings.near_misses, answer_.near_misses);
    list_under(headings.gaps, answer_.gaps);
    list_under(headings.follow_ups, answer_.follow_ups);
    references();
    html_.close().line_end();
    footer();
    return std::move(html_).finish();
  }

 private:
  void head() {
    html_.literal("<!DOCTYPE html>\n").open("html", {{"lang", "en"}}).line_end().open("head").line_end();
    html_.empty("meta", {{"charset", "utf-8"}}).line_end();
    html_
        .empty("meta",
               {{"http-equiv", "Content-Security-Policy"},
                {"content",
                 fmt::format("default-src 'none'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
                             sha256_base64(kHtmlStyle))}})
        .line_end();
    html_.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}})
        .line_end();
    html_.empty("meta", {{"name", "referrer"}, {"content", "no-referrer"}}).line_end();
    html_.element("title", plain(answer_.question) + " · Attest").line_end();
    html_.open("style").literal(kHtmlStyle).close().line_end().close().line_end();
    html_.open("body").line_end();
    html_.element("a", "Skip to the answer", {{"class", "skip"}, {"href", "#answer"}}).line_end();
  }

  void page_header() {
    html_.open("header").line_end();
    html_.element("h1", plain(answer_.question)).line_end();
    const std::string verdict = shown_.verdict();
    if (!verdict.empty()) {
      const bool none = answer_.verdict == Answer::Verdict::kNoDirectEvidence;
      html_.open("p").element(shown_.lay() ? Literal("strong") : Literal("span"), verdict,
                              {{"class", shown_.lay() ? "plain"
                                         : none       ? "verdict none"
                                                      : "verdict"}});
      if (!shown_.lay()) html_.text(plain(answer_.scope));
      html_.close().line_end();
    }
    if (!shown_.lay())
      html_.element("p", "Understood as: " + plain(answer_.understood.summary()), {{"class", "soft"}})
          .line_end();
    if (const std::string spelling = shown_.spelling(); !spelling.empty())
      html_.element("p", capitalised_name(spelling), {{"class", "soft"}}).line_end();
    if (!shown_.lay()) {
      const std::string snapshot = shown_.snapshot().empty() ? "" : "snapshot " + shown_.snapshot();
      html_.element("p", join({shown_.depth_note(), snapshot}, " · "), {{"class", "soft"}}).line_end();
    }
    html_.close().line_end();
  }

  void statement(Literal tag, const std::string& before, const Statement& statement) {
    html_.open(tag);
    if (!before.empty()) html_.element("strong", before).text(" ");
    html_.text(shown_.text_of(statement));
    marks(statement);
    html_.close().line_end();
  }

  void marks(const Statement& statement) {
    const std::vector<CitationMark> list = shown_.marks(statement);
    if (list.empty()) return;
    html_.text(list.size() == 1 && list.front().note.empty() ? "\u00A0" : " ")
        .open("span", {{"class", "cite"}})
        .text("[");
    bool first = true;
    for (const CitationMark& mark : list) {
      if (!first) html_.text(", ");
      first = false;
      html_.element("a", std::to_string(mark.number),
                    {{"href", fmt::format("#ref-{}", mark.number)},
                     {"aria-label", fmt::format("source {}", mark.number)}});
      if (!mark.note.empty()) html_.text("\u00A0" + mark.note);
    }
    html_.text("]").close();
  }

  void section(const std::string& title, const char* kind) {
    html_.open("section", {{"class", kind}}).line_end().element("h2", title).line_end();
  }

  void statements_under(const std::string& title, const std::vector<Statement>& statements,
                        const char* kind) {
    if (statements.empty()) return;
    section(title, kind);
    if (statements.size() == 1 || kind == std::string_view("bottom")) {
      for (const Statement& one : statements) statement("p", "", one);
    } else {
      statement_list(statements);
    }
    html_.close().line_end();
  }

  void statement_list(const std::vector<Statement>& statements) {
    html_.open("ul").line_end();
    for (const Statement& one : statements) statement("li", "", one);
    html_.close().line_end();
  }

  void list_under(const std::string& title, const std::vector<std::string>& items) {
    if (items.empty()) return;
    section(title, "more");
    html_.open("ul").line_end();
    for (const std::string& item : items) html_.element("li", plain(item)).line_end();
    html_.close().close().line_end();
  }

  void pathway() {
    const Headings& headings = shown_.headings();
    bool ranked = false;
    bool unranked = false;
    for (const TherapyLine* line : shown_.lines()) {
      bool& started = line->rank > 0 ? ranked : unranked;
      if (!started) {
        if (ranked || unranked) html_.close().close().line_end();
        started = true;
        section(line->rank > 0 ? headings.pathway : headings.options, "lines");
        html_.open(line->rank > 0 ? Literal("ol") : Literal("ul"), {{"class", "pathway"}, {"role", "list"}})
            .line_end();
      }
      card(*line);
    }
    if (ranked || unranked) html_.close().close().line_end();
  }

  void card(const TherapyLine& line) {
    html_.open("li", {{"class", "card"}}).open("h3");
    if (line.rank > 0) html_.element("span", std::to_string(line.rank), {{"class", "rank"}}).text(" ");
    html_
        .text(
            capitalised_name(shown_.lay() && !line.plain_name.empty() ? line.plain_name : line.intervention))
        .close()
        .line_end();
    if (!shown_.lay() && !line.rank_reason.empty())
      html_.element("p", plain(line.rank_reason), {{"class", "reason"}}).line_end();
    if (line.statements.size() == 1)
      statement("p", "", line.statements.front());
    else if (!line.statements.empty())
      statement_list(line.statements);
    write_plot(html_, shown_, line);
    if (!shown_.lay()) part("dose", shown_.headings().doses, line.doses);
    part("harm", shown_.headings().harms, line.harms);
    part("move", shown_.headings().move_on, line.move_on_when);
    html_.close().line_end();
  }

  void part(const char* kind, std::string title, const std::vector<Statement>& statements) {
    if (statements.empty()) return;
    title = capitalised_name(title);
    html_.open("div", {{"class", kind}}).element("h4", title);
    if (statements.size() == 1)
      statement("p", "", statements.front());
    else
      statement_list(statements);
    html_.close().line_end();
  }

  void disagreements() {
    if (answer_.disagreements.empty()) return;
    section(shown_.headings().disagreements, "disagreements");
    for (const Disagreement& disagreement : answer_.disagreements) {
      html_.element("h3", plain(disagreement.about)).line_end().open("div", {{"class", "sides"}}).line_end();
      for (const DisagreementSide& side : disagreement.sides) {
        html_.open("div", {{"class", "side"}});
        if (!side.position.empty()) html_.element("h4", plain(side.position));
        for (const Statement& one : side.statements) statement("p", "", one);
        html_.close().line_end();
      }
      html_.close().line_end();
      if (disagreement.likely_reasons.empty()) continue;
      std::vector<std::string> reasons;
      for (const std::string& reason : disagreement.likely_reasons) reasons.push_back(plain(reason));
      html_
          .element("p", std::string(shown_.headings().likely_reasons) + ": " + join(reasons, "; "),
                   {{"class", "soft"}})
          .line_end();
    }
    html_.close().line_end();
  }

  void checks() {
    if (answer_.checks.empty()) return;
    section(shown_.headings().checks, "checks");
    html_.open("ul").line_end();
    for (const Check& check : answer_.checks) statement("li", plain(check.kind) + ":", check.statement);
    html_.close().close().line_end();
  }

  void references() {
    if (answer_.references.empty()) return;
    section(shown_.headings().references, "sources");
    html_.open("ol", {{"class", "references"}}).line_end();
    for (const Reference& reference : answer_.references) {
      const std::string number = std::to_string(reference.number);
      html_.open("li", {{"id", "ref-" + number}, {"value", number}});
      const std::string who = authors_of(reference, shown_.lay());
      if (!who.empty()) html_.text(full_stop(who) + " ");
      html_.element("cite", full_stop(title_of(reference)))
          .text(" " + full_stop(journal_and_year(reference)));
      for (const Link& link : links_of(reference)) {
        html_.text(" ").element("a", link.label, {{"href", link.url}, {"rel", "noreferrer"}});
      }
      if (!shown_.lay())
        html_.open("div", {{"class", "soft"}}).text(join(shown_.details(reference), " · ")).close();
      quotes(reference);
      html_.close().line_end();
    }
    html_.close().close().line_end();
  }

  void quotes(const Reference& reference) {
    const std::vector<CitedQuote> list = shown_.quotes(reference.number);
    if (list.empty()) return;
    html_.open("details").element(
        "summary", list.size() == 1 ? "The sentence" : fmt::format("The {} sentences", list.size()));
    for (const CitedQuote& quote : list) {
      html_.element("blockquote", quote.quote);
      const std::string page = quote.page == 0 ? "" : fmt::format("page {} · ", quote.page);
      html_.open("p", {{"class", "soft"}})
          .text(page)
          .element("code",
                   fmt::format("{} {}:{}", plain(reference.document), quote.span.start, quote.span.end))
          .close();
    }
    html_.close();
  }

  void footer() {
    html_.open("footer").element("p", shown_.closing());
    if (shown_.lay() && !answer_.scope.empty())
      html_.element("p", "Read for this answer: " + plain(answer_.scope) + ".");
    if (const std::string example = shown_.show_example(); !example.empty()) {
      html_.open("p").text("To open a citation at its sentence: ").element("code", example).close();
    }
    html_.element("p", join({"Attest " + plain(answer_.version),
                             shown_.snapshot().empty() ? "" : "snapshot " + plain(answer_.snapshot)},
                            " · "));
    html_.close().line_end();
  }

  const Answer& answer_;
  Presentation shown_;
  HtmlWriter html_;
};

}  // namespace

std::string render_html(const Answer& answer) { return HtmlPage(answer).render(); }

}  // namespace attest
