// The answer as one self-contained web page.
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
    parts_.sources();
    html_.close().line_end();
    footer();
    return std::move(html_).finish();
  }

 private:
  void head() {
    write_file_head(html_, plain(answer_.question) + " · Attest", {kHtmlStyle});
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
