// The references of an answer's page, and the boxes in which a citation's sentence opens.
#include <fmt/format.h>

#include "render/answer_parts.h"

namespace attest {

void AnswerParts::sources() {
  references();
  quote_boxes();
}

void AnswerParts::references() {
  if (answer_.references.empty()) return;
  section(shown_.headings().references, "sources", "references");
  html_.open("ol", {{"class", "references"}, {"role", "list"}}).line_end();
  for (const Reference& one : answer_.references) reference(one);
  html_.close().close().line_end();
}

void AnswerParts::reference(const Reference& reference) {
  const std::string number = std::to_string(reference.number);
  html_.open("li", {{"id", "ref-" + number}, {"value", number}});
  const std::string who = authors_of(reference, shown_.lay());
  if (!who.empty()) html_.text(full_stop(who) + " ");
  html_.open("cite");
  if (links_ != nullptr)
    html_.element("a", full_stop(title_of(reference)), {{"href", links_->source(reference.document, {})}});
  else
    html_.text(full_stop(title_of(reference)));
  html_.close().text(" " + full_stop(journal_and_year(reference)));
  for (const Link& link : links_of(reference)) {
    html_.text(" ").element("a", link.label, {{"href", link.url}, {"rel", "noreferrer"}});
  }
  if (!shown_.lay())
    html_.open("div", {{"class", "soft"}}).text(join(shown_.details(reference), " · ")).close();
  quotes(reference);
  html_.close().line_end();
}

void AnswerParts::quotes(const Reference& reference) {
  const std::vector<CitedQuote> list = shown_.quotes(reference.number);
  if (list.empty()) return;
  html_.open("details").element(
      "summary", list.size() == 1 ? "The sentence" : fmt::format("The {} sentences", list.size()));
  for (const CitedQuote& quote : list) {
    html_.element("blockquote", quote.quote);
    quote_address(reference.document, quote);
  }
  html_.close();
}

void AnswerParts::quote_address(const std::string& document, const CitedQuote& quote) {
  const std::string page = quote.page == 0 ? "" : fmt::format("page {} · ", quote.page);
  html_.open("p", {{"class", "soft"}}).text(page);
  if (links_ != nullptr) {
    html_.open("span", {{"class", "go"}})
        .element("a", "Open at this sentence", {{"href", links_->source(document, quote.span)}})
        .text(" · ")
        .close();
  }
  html_.element("code", fmt::format("{} {}:{}", plain(document), quote.span.start, quote.span.end)).close();
}

void AnswerParts::quote_boxes() {
  for (const QuoteBox& box : boxes_) {
    const Reference* reference = nullptr;
    for (const Reference& one : answer_.references) {
      if (one.number == box.number) reference = &one;
    }
    html_.open("div", {{"id", box.id},
                       {"popover", "auto"},
                       {"class", "quote-box"},
                       {"role", "dialog"},
                       {"aria-labelledby", box.id + "-title"}});
    html_.open("p", {{"class", "quote-title"}, {"id", box.id + "-title"}})
        .element("span", std::to_string(box.number), {{"class", "rank"}})
        .text(" ");
    if (reference != nullptr) {
      html_.text(join({authors_of(*reference, shown_.lay()), journal_and_year(*reference)}, ", "));
      html_.close();
      html_.element("p", title_of(*reference), {{"class", "quote-source"}});
      const std::vector<std::string> details = shown_.details(*reference);
      if (!shown_.lay() && !details.empty()) html_.element("p", details.front(), {{"class", "soft"}});
    } else {
      html_.close();
    }
    for (const CitedQuote& quote : box.quotes) {
      html_.open("blockquote").element("mark", quote.quote).close();
      html_.open("p").element(
          "a", box.quotes.size() == 1 ? "Read it in its source" : "Read this one in its source",
          {{"href", links_->source(box.document, quote.span)}});
      html_.close();
    }
    html_.element("button", "Close",
                  {{"type", "button"}, {"popovertarget", box.id}, {"popovertargetaction", "hide"}});
    html_.close().line_end();
  }
}

}  // namespace attest
