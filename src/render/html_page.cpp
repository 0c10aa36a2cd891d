// The answer as one self-contained web page: no script, no request to anywhere. The content security policy
// allows this page's own style sheet by its SHA-256 digest and nothing else
// (https://www.w3.org/TR/CSP3/#grammardef-hash-source).
#include <fmt/format.h>

#include "render/answer_parts.h"
#include "render/html_style.h"
#include "render/html_writer.h"
#include "render/presentation.h"
#include "render/render.h"

namespace attest {
namespace {

class HtmlPage {
 public:
  explicit HtmlPage(const Answer& answer) : answer_(answer), shown_(answer), parts_(html_, shown_) {}

  std::string render() && {
    head();
    page_header();
    html_.open("main", {{"id", "answer"}}).line_end();
    parts_.body();
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
                             style_digest(kHtmlStyle))}})
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
    parts_.understood();
    html_.close().line_end();
  }

  void footer() {
    html_.open("footer");
    parts_.closing();
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
  AnswerParts parts_;
};

}  // namespace

std::string render_html(const Answer& answer) { return HtmlPage(answer).render(); }

}  // namespace attest
