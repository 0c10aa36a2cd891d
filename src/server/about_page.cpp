// How answers are made, what the labels mean, what they cannot do, privacy, the API and the licence.
#include <fmt/format.h>

#include "server/page.h"
#include "server/routes.h"

namespace attest {
namespace {

void list(HtmlWriter& html, const std::vector<std::pair<const char*, const char*>>& items) {
  html.open("dl", {{"class", "terms"}}).line_end();
  for (const auto& [term, meaning] : items) html.element("dt", term).element("dd", meaning).line_end();
  html.close().line_end();
}

void method(HtmlWriter& html) {
  html.element("h2", "How an answer is made", {{"id", "method"}});
  html.open("ol");
  for (const char* step :
       {"Your words are matched with the names that a thesaurus knows, so that another name of the same "
        "condition finds the same sources. What was understood stands under the question.",
        "The documents of this collection that are about it are ranked, then their sentences.",
        "Each source is described: what kind of study it is, how many people, how much of it is held here, "
        "whether it was corrected or retracted, and the grade that it states itself.",
        "Findings are read from the sentences by rules. What a sentence does not say stays empty; nothing is "
        "guessed, and no language model writes any of it.",
        "Guidelines and systematic reviews come first, then trials, then the rest. Several reports of one "
        "study count once. Sources that disagree stand side by side.",
        "Before you see it, each statement is held against the sentences that it cites; one with a number "
        "that "
        "stands in none of them is dropped."})
    html.element("li", step);
  html.close().line_end();
  html.element("p",
               "The same question on the same snapshot of the collection gives the same answer, byte for "
               "byte. A permanent link says when it no longer does.");
}

void labels(HtmlWriter& html) {
  html.element("h2", "What the labels mean", {{"id", "labels"}});
  list(html,
       {{"answered, partly answered, no direct evidence",
         "Whether the sources here speak to the question itself. Near misses are named as such."},
        {"Grades such as “strong recommendation, moderate quality of evidence”",
         "The words of the source, never ours. Different bodies grade differently."},
        {"OCEBM level 1 to 5, by design",
         "The level that the Oxford table of 2011 gives to a study of this design on treatments, before "
         "anybody "
         "has judged how well it was done. It is a description, not a verdict."},
        {"abstract, summary, full text", "How much of the source is held here and was read."},
        {"second-hand", "Known from another text that reports it, not from the source itself."},
        {"retracted, concern, corrected, superseded",
         "What the publisher or the indexing service says about the publication. Retracted sources support "
         "nothing here."},
        {"12/24 (50 %)",
         "How many of how many. A dot is the share, a line its interval where one is stated."}});
}

void limits_of_it(HtmlWriter& html) {
  html.element("h2", "What it cannot do", {{"id", "limits"}});
  html.open("ul");
  for (const char* limit :
       {"It knows only this collection. What is not in it is missing from every answer.",
        "Rules read sentences as they are written; an unusual sentence may be read wrongly or not at all. "
        "Open "
        "the citation before you rely on a figure.",
        "Most sources are held as abstracts, which say less than the papers and sometimes something else.",
        "It does not know the person in front of you. It gives options and what they rest on, not orders, "
        "and is "
        "no medical device for individual decisions."})
    html.element("li", limit);
  html.close().line_end();
}

void privacy(HtmlWriter& html, const SiteSettings& settings) {
  html.element("h2", "Privacy", {{"id", "privacy"}});
  html.element("p",
               "No cookies, no accounts, no analytics, no request to any other site. Your questions stand in "
               "the addresses of the pages you open, so your browser's history has them like any other.");
  if (settings.questions_logged) {
    html.open("p").element("strong", "The host of this server records the questions that are asked.").close();
  } else if (settings.requests_logged) {
    html.element("p",
                 "The host of this server records which kinds of page were opened and when, not what was "
                 "asked.");
  } else {
    html.element("p", "This server records no questions. It counts how often each kind of page was opened.");
  }
  html.element("p",
               "Recent questions are kept only if you switch that on, and only in your browser. Pages for "
               "patients and partners are not stored by the browser, and “Leave this page” or the Escape key "
               "replaces the page by a neutral one.");
}

void api(HtmlWriter& html) {
  html.element("h2", "For programs", {{"id", "api"}});
  html.open("p")
      .text("The same answers as JSON: ")
      .element("a", "/api/v1/openapi.json", {{"href", "/api/v1/openapi.json"}})
      .text(
          " describes the API (OpenAPI 3.1). Assistants that speak the Model Context Protocol find the tools "
          "ask, search, show, verify and audit at ")
      .element("code", "/mcp")
      .text(", or over standard input and output with ")
      .element("code", "attest mcp")
      .text(".")
      .close()
      .line_end();
  html.open("p")
      .text("Two sources or two answers side by side: ")
      .element("a", "Compare", {{"href", "/compare"}})
      .text(".")
      .close()
      .line_end();
}

Response about_page(Site& site, const Request&) {
  Page page;
  page.title = "About and method";
  page.active = "about";
  page.indexed = true;
  return respond("text/html; charset=utf-8", std::move(page).with([&](HtmlWriter& html) {
    html.open("div", {{"class", "measure prose"}}).element("h1", "About and method").line_end();
    html.element("p",
                 "Attest answers clinical questions from a collection of literature. Every sentence of an "
                 "answer opens at the sentence of the source that it rests on.",
                 {{"class", "lead"}});
    method(html);
    labels(html);
    limits_of_it(html);
    privacy(html, site.settings());
    api(html);
    html.element("h2", "Licence", {{"id", "licence"}});
    html.element("p", fmt::format("Attest {} is free software under the Apache License 2.0. The sources keep "
                                  "their own licences, named on their pages where they are known.",
                                  ATTEST_VERSION));
    html.close().line_end();
  }));
}

constexpr Route kAboutRoutes[] = {
    {"GET", "/about", "about", Freshness::kSnapshot, about_page, 0},
};

}  // namespace

std::span<const Route> about_routes() { return kAboutRoutes; }

}  // namespace attest
