// The first page: one field, questions that this collection answers, and what to expect.
#include <fmt/format.h>

#include "render/grouped_number.h"
#include "server/asking.h"
#include "server/page.h"
#include "server/problems.h"
#include "server/routes.h"

namespace attest {
namespace {

Response ask_page(Site& site, const Request& request) {
  const auto audience = read_audience(request.query);
  if (!audience) return problem(request, audience.error());
  const auto snapshot = site.snapshot();
  Page page;
  page.active = "ask";
  page.audience = *audience;
  page.indexed = true;
  return respond("text/html; charset=utf-8", std::move(page).with([&](HtmlWriter& html) {
    html.open("div", {{"class", "measure hero"}}).line_end();
    html.element("h1", "Ask a clinical question").line_end();
    html.element("p", "Every sentence of the answer opens at the sentence of its source.",
                 {{"class", "lead"}})
        .line_end();
    QuestionField field;
    field.label = "Your question";
    field.value = request.query.first("q");
    field.audience = *audience;
    field.audience_asked = true;
    field.large = true;
    write_question_field(html, field);
    const std::vector<std::string>& examples = snapshot->examples();
    if (!examples.empty()) {
      html.open("section", {{"aria-labelledby", "examples"}});
      html.element("h2", "This collection can answer", {{"id", "examples"}}).line_end();
      html.open("ul", {{"class", "examples"}, {"role", "list"}}).line_end();
      for (const std::string& example : examples) {
        html.open("li")
            .element("a", example, {{"href", answer_address({&example, 1}, *audience)}})
            .close()
            .line_end();
      }
      html.close().close().line_end();
    }
    // Filled and shown by the script, and only after the reader has asked for it.
    html.open("section", {{"class", "recent"}, {"id", "recent"}, {"hidden", ""}})
        .element("h2", "Recent questions")
        .element("p", "", {{"data-recent-state", ""}})
        .open("ul", {{"role", "list"}, {"data-recent-list", ""}})
        .close()
        .element("button", "", {{"type", "button"}, {"data-recent-switch", ""}})
        .close()
        .line_end();
    html.open("p", {{"class", "soft"}})
        .text("Answers come from ")
        .element("a", grouped(snapshot->collection().document_count()) + " documents",
                 {{"href", "/collection"}})
        .text(" and nothing else. Questions are not recorded.")
        .close()
        .line_end();
    html.close();
  }));
}

constexpr Route kAskRoutes[] = {
    {"GET", "/", "ask", Freshness::kSnapshot, ask_page, 0},
};

}  // namespace

std::span<const Route> ask_routes() { return kAskRoutes; }

}  // namespace attest
