// What is in the collection, what came last, what failed and why, and whether it is whole.
#include <algorithm>

#include <fmt/format.h>

#include "render/grouped_number.h"
#include "render/presentation.h"
#include "server/collection_overview.h"
#include "server/page.h"
#include "server/problems.h"
#include "server/routes.h"

namespace attest {
namespace {

constexpr size_t kFailuresShown = 50;

std::string size_text(uint64_t bytes) {
  static constexpr const char* kUnits[] = {"bytes", "kB", "MB", "GB", "TB"};
  auto value = static_cast<double>(bytes);
  size_t unit = 0;
  while (value >= 1000 && unit + 1 < std::size(kUnits)) {
    value /= 1000;
    ++unit;
  }
  return unit == 0 ? fmt::format("{} bytes", bytes) : fmt::format("{:.1f} {}", value, kUnits[unit]);
}

// Bars whose lengths are the table's numbers: the numbers stay readable without the drawing.
void write_bars(HtmlWriter& html, const char* title, const Counted& counted, const std::string& note = {}) {
  if (counted.empty()) return;
  uint64_t most = 1;
  for (const auto& [name, count] : counted) most = std::max(most, count);
  html.open("section").element("h2", title);
  if (!note.empty()) html.element("p", note, {{"class", "soft"}});
  html.open("table", {{"class", "bars"}}).open("tbody").line_end();
  for (const auto& [name, count] : counted) {
    html.open("tr").element("th", name.empty() ? "Not stated" : capitalised_name(name), {{"scope", "row"}});
    html.open("td")
        .open("svg", {{"viewBox", "0 0 100 10"}, {"preserveAspectRatio", "none"}, {"aria-hidden", "true"}})
        .empty("rect", {{"x", "0"},
                        {"y", "1"},
                        {"height", "8"},
                        {"width", fmt::format("{:.2f}", 100.0 * static_cast<double>(count) /
                                                            static_cast<double>(most))}})
        .close()
        .close();
    html.element("td", grouped(count)).close().line_end();
  }
  html.close().close().close().line_end();
}

// One column a year, with the years as a table for whoever cannot or does not want to read the drawing.
void write_years(HtmlWriter& html, const Counted& years) {
  if (years.size() < 2) return;
  constexpr double kHeight = 100;
  uint64_t most = 1;
  for (const auto& [name, count] : years) most = std::max(most, count);
  html.open("section").element("h2", "By year").open("div", {{"class", "years"}});
  html.open("svg", {{"viewBox", fmt::format("0 0 {} {}", 10 * years.size(), kHeight)},
                    {"preserveAspectRatio", "none"},
                    {"role", "img"},
                    {"aria-label", fmt::format("Documents a year from {} to {}, at most {}",
                                               years.front().first, years.back().first, most)}});
  for (size_t i = 0; i < years.size(); ++i) {
    const double height = kHeight * static_cast<double>(years[i].second) / static_cast<double>(most);
    html.open("rect", {{"x", std::to_string(10 * i + 1)},
                       {"y", fmt::format("{:.2f}", kHeight - height)},
                       {"width", "8"},
                       {"height", fmt::format("{:.2f}", height)}})
        .element("title", fmt::format("{}: {}", years[i].first, years[i].second))
        .close();
  }
  html.close();
  html.open("div", {{"class", "scale-ends"}, {"aria-hidden", "true"}})
      .element("span", years.front().first)
      .element("span", fmt::format("at most {} a year", grouped(most)))
      .element("span", years.back().first)
      .close()
      .close();
  html.open("details").element("summary", "As a table").open("table").open("tbody").line_end();
  for (const auto& [name, count] : years) {
    if (count == 0) continue;
    html.open("tr").element("th", name, {{"scope", "row"}}).element("td", grouped(count)).close().line_end();
  }
  html.close().close().close().close().line_end();
}

void write_numbers(HtmlWriter& html, const CollectionSummary& summary) {
  html.open("dl", {{"class", "numbers"}});
  const auto number = [&](const char* name, const std::string& value) {
    html.open("div").element("dt", name).element("dd", value).close();
  };
  number("Documents", grouped(summary.documents));
  number("Thesaurus entries", grouped(summary.thesaurus_concepts));
  number("Size", size_text(summary.text_bytes + summary.index_bytes + summary.catalog_bytes));
  number("Segments", grouped(summary.segments));
  html.close().line_end();
}

void write_latest(HtmlWriter& html, const std::vector<Reference>& latest) {
  html.open("section").element("h2", "What came last").open("ul");
  for (const Reference& reference : latest) {
    html.open("li")
        .element("a", title_of(reference),
                 {{"href", source_address(reference.document, {}, Audience::kClinician)}})
        .text(" ")
        .element("small",
                 join({study_design_name(reference.appraisal.design), journal_and_year(reference)}, ", "))
        .close()
        .line_end();
  }
  html.close().close().line_end();
}

void write_failures(HtmlWriter& html, const CollectionSummary& summary) {
  html.open("section").element("h2", "What could not be added");
  if (summary.failures.empty()) {
    html.element("p", "Nothing: every file that was added could be read.").close().line_end();
    return;
  }
  html.open("ul").line_end();
  size_t shown = 0;
  for (const auto& [file, message] : summary.failures) {
    if (++shown > kFailuresShown) break;
    // The folders of the host are nobody else's business; the message may begin with the whole path.
    const std::string name = file.substr(file.find_last_of('/') + 1);
    std::string text = message;
    for (size_t at = text.find(file); !file.empty() && at != std::string::npos;
         at = text.find(file, at + name.size()))
      text.replace(at, file.size(), name);
    html.open("li").element("strong", plain(name)).text(": " + plain(text)).close().line_end();
  }
  html.close();
  if (summary.failures.size() > kFailuresShown)
    html.element("p", fmt::format("And {} more.", summary.failures.size() - kFailuresShown));
  html.close().line_end();
}

Response collection_page(Site& site, const Request& request) {
  const auto snapshot = site.snapshot();
  const auto overview = overview_of(*snapshot);
  if (!overview) return problem(request, overview.error());
  Page page;
  page.title = "Collection";
  page.active = "collection";
  page.indexed = true;
  return respond("text/html; charset=utf-8", std::move(page).with([&](HtmlWriter& html) {
    html.open("div", {{"class", "wide"}}).element("h1", "What is in the collection").line_end();
    write_numbers(html, overview->summary);
    html.open("div", {{"class", "two"}}).line_end();
    write_bars(html, "By kind of source", overview->by_design,
               overview->designs_of < overview->summary.documents
                   ? fmt::format("Of the latest {}.", grouped(overview->designs_of))
                   : std::string());
    html.open("div");
    write_years(html, overview->by_year);
    write_bars(html, "By how much is held", overview->summary.by_depth);
    // Without origins the summary gives the depths again.
    if (overview->summary.by_source != overview->summary.by_depth)
      write_bars(html, "By origin", overview->summary.by_source);
    html.close().close().line_end();
    write_latest(html, overview->latest);
    write_failures(html, overview->summary);
    if (site.settings().adding_allowed)
      html.open("p").element("a", "Add files", {{"href", "/collection/add"}}).close().line_end();
    html.open("section").element("h2", "Is it whole?");
    const std::string trouble = site.watch().trouble();
    html.element("p",
                 trouble.empty()
                     ? "The collection is open, and its index is the one that its catalog names."
                     : "A newer state of the collection cannot be opened; this is the last one that could.");
    html.open("p")
        .text(
            "Every text is compared with its checksum each time it is read. The host checks everything at "
            "once "
            "with ")
        .element("code", "attest check")
        .text(".")
        .close();
    html.open("p").text("Snapshot ").element("code", snapshot->name()).close();
    html.close().close().line_end();
  }));
}

constexpr Route kCollectionRoutes[] = {
    {"GET", "/collection", "collection", Freshness::kSnapshot, collection_page, 0},
};

}  // namespace

std::span<const Route> collection_routes() { return kCollectionRoutes; }

}  // namespace attest
