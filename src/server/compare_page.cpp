// Two sources, or the answers to two questions, side by side, with what differs marked. Two names of one
// condition, and two treatments of it, are two questions.
#include <algorithm>
#include <functional>
#include <set>

#include <fmt/format.h>

#include "render/presentation.h"
#include "server/asking.h"
#include "server/page.h"
#include "server/problems.h"
#include "server/routes.h"
#include "server/source_reading.h"

namespace attest {
namespace {

// ---- forms

void field(HtmlWriter& html, const char* id, const char* name, const char* label, std::string_view value) {
  html.open("div").element("label", label, {{"for", id}});
  html.empty("input", {{"id", id},
                       {"name", name},
                       {"value", std::string(value)},
                       {"maxlength", "2000"},
                       {"required", ""},
                       {"autocomplete", "off"}});
  html.close().line_end();
}

void form(HtmlWriter& html, const char* title, const std::function<void()>& fields) {
  html.open("form", {{"action", "/compare"}, {"method", "get"}, {"class", "compare"}});
  html.element("h2", title).open("div", {{"class", "filters"}});
  fields();
  html.element("button", "Compare", {{"type", "submit"}, {"class", "primary"}}).close().close().line_end();
}

void write_forms(HtmlWriter& html, const AddressQuery& query) {
  form(html, "Two questions", [&] {
    field(html, "q", "q", "One question", query.first("q"));
    field(html, "r", "r", "The other, perhaps by another name", query.first("r"));
  });
  form(html, "Two treatments", [&] {
    field(html, "x", "x", "One treatment", query.first("x"));
    field(html, "y", "y", "The other", query.first("y"));
    field(html, "of", "of", "For the condition", query.first("of"));
  });
  form(html, "Two sources", [&] {
    field(html, "a", "a", "Id of one source", query.first("a"));
    field(html, "b", "b", "Id of the other", query.first("b"));
  });
}

// ---- two sources

struct Row {
  const char* name;
  std::string first, second;
};

std::string names_of(const std::vector<Author>& authors) {
  std::vector<std::string> names;
  for (const Author& author : authors)
    names.push_back(plain(author.collective.empty() ? author.family : author.collective));
  return join(names, ", ");
}

std::string interventions_of(const SourceReading& reading) {
  std::vector<std::string> names;
  for (const Finding& finding : reading.findings) {
    for (const Mention& mention : finding.interventions) {
      if (std::find(names.begin(), names.end(), mention.name) == names.end()) names.push_back(mention.name);
    }
  }
  return join(names, ", ");
}

std::string grades_of(const SourceReading& reading) {
  std::vector<std::string> grades;
  for (const StatedGrade& grade : reading.appraisal.grades) grades.push_back(plain(grade.text));
  return join(grades, "; ");
}

std::vector<Row> rows_of(const SourceReading& a, const SourceReading& b) {
  const auto number = [](uint32_t value) { return value == 0 ? std::string() : std::to_string(value); };
  const auto place = [](const SourceReading& reading) {
    Reference reference;
    reference.record = reading.document.record;
    reference.appraisal = reading.appraisal;
    return journal_and_year(reference);
  };
  return {{"Kind", study_design_name(a.appraisal.design), study_design_name(b.appraisal.design)},
          {"Published", place(a), place(b)},
          {"Authors", names_of(a.document.record.authors), names_of(b.document.record.authors)},
          {"People", number(a.appraisal.sample_size), number(b.appraisal.sample_size)},
          {"Studies", number(a.appraisal.studies), number(b.appraisal.studies)},
          {"Treatments named", interventions_of(a), interventions_of(b)},
          {"Its own grades", grades_of(a), grades_of(b)},
          {"Held here", depth_name(a.appraisal.depth), depth_name(b.appraisal.depth)},
          {"Status", publication_status_name(a.status.status), publication_status_name(b.status.status)},
          {"Registered as", join(a.appraisal.registrations, ", "), join(b.appraisal.registrations, ", ")}};
}

void write_source_table(HtmlWriter& html, const SourceReading& a, const SourceReading& b) {
  html.open("div",
            {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", "Comparison"}});
  html.open("table").open("thead").open("tr").element("td", "");
  for (const SourceReading* reading : {&a, &b}) {
    html.open("th", {{"scope", "col"}})
        .element("a", plain(reading->document.record.title),
                 {{"href", source_address(reading->document.id, {}, Audience::kClinician)}})
        .close();
  }
  html.close().close().open("tbody").line_end();
  for (const Row& row : rows_of(a, b)) {
    if (row.first.empty() && row.second.empty()) continue;
    const bool same = row.first == row.second;
    html.open("tr").element("th", row.name, {{"scope", "row"}});
    if (same) {
      html.open("td", {{"colspan", "2"}, {"class", "same"}}).text("Both: " + row.first).close();
    } else {
      for (const std::string* value : {&row.first, &row.second})
        html.element("td", value->empty() ? "not stated" : *value, {{"class", "differs"}});
    }
    html.close().line_end();
  }
  html.close().close().close().line_end();
}

void write_findings(HtmlWriter& html, const SourceReading& reading) {
  html.open("section").element("h3", plain(reading.document.record.title)).open("ul");
  size_t shown = 0;
  for (const Finding& finding : reading.findings) {
    if (++shown > 20) break;
    html.open("li")
        .element("strong", capitalised_name(finding_kind_name(finding.kind)) + ": ")
        .element("a", plain(finding.sentence.of(reading.document.text)),
                 {{"href", source_address(reading.document.id, finding.sentence, Audience::kClinician)}})
        .close()
        .line_end();
  }
  html.close().close().line_end();
}

// ---- two answers

// What makes two statements the same thing said: their words and their sources.
std::string identity(const Statement& statement) {
  std::string key = statement.text;
  for (const Citation& citation : statement.citations)
    key += fmt::format("\n{} {}:{}", citation.document, citation.span.start, citation.span.end);
  return key;
}

std::set<std::string> identities(const Answer& answer) {
  std::set<std::string> all;
  for_each_statement(answer, [&](const Statement& statement) { all.insert(identity(statement)); });
  return all;
}

class AnswerColumn {
 public:
  AnswerColumn(HtmlWriter& html, const Answer& answer, const std::set<std::string>& other)
      : html_(html), answer_(answer), shown_(answer), other_(other) {}

  void write() {
    html_.open("section").open("h2");
    html_.element("a", plain(answer_.question),
                  {{"href", answer_address({&answer_.question, 1}, answer_.audience)}});
    html_.close().line_end();
    html_.open("p")
        .element("span", shown_.verdict(), {{"class", "verdict"}})
        .text(plain(answer_.scope))
        .close();
    html_.element("p", "Understood as: " + plain(answer_.understood.summary()), {{"class", "soft"}})
        .line_end();
    statements("Bottom line", answer_.bottom_line);
    for (const TherapyLine* line : shown_.lines()) {
      std::vector<Statement> all = line->statements;
      for (const auto* more : {&line->harms, &line->doses, &line->move_on_when})
        all.insert(all.end(), more->begin(), more->end());
      statements((line->rank > 0 ? fmt::format("{}. ", line->rank) : std::string()) +
                     capitalised_name(line->intervention),
                 all);
    }
    for (const AnswerSection& section : answer_.sections)
      statements(plain(section.title), section.statements);
    html_.close().line_end();
  }

 private:
  void statements(const std::string& title, const std::vector<Statement>& list) {
    if (list.empty()) return;
    html_.element("h3", title).open("ul", {{"role", "list"}}).line_end();
    for (const Statement& statement : list) {
      const bool both = other_.contains(identity(statement));
      html_.open("li", {{"class", both ? "same" : "differs"}});
      html_.text(shown_.text_of(statement));
      for (const Citation& citation : statement.citations) {
        html_.text(" ").element("a", std::to_string(citation.reference),
                                {{"href", source_address(citation.document, citation.span, answer_.audience)},
                                 {"class", "mark"},
                                 {"aria-label", fmt::format("source {}", citation.reference)}});
      }
      html_.element("small", both ? " in both" : " only here").close().line_end();
    }
    html_.close().line_end();
  }

  HtmlWriter& html_;
  const Answer& answer_;
  Presentation shown_;
  const std::set<std::string>& other_;
};

std::string whole(Page&& page, const AddressQuery& query, const std::function<void(HtmlWriter&)>& result) {
  page.title = "Compare";
  page.active = "search";
  return std::move(page).with([&](HtmlWriter& html) {
    html.open("div", {{"class", "wide"}}).element("h1", "Compare").line_end();
    result(html);
    html.open("section", {{"aria-label", "What to compare"}});
    write_forms(html, query);
    html.close().close().line_end();
  });
}

Response compare_sources(const OpenSnapshot& snapshot, const Request& request) {
  const auto a = read_source(snapshot, request.query.first("a"));
  if (!a) return problem(request, a.error());
  const auto b = read_source(snapshot, request.query.first("b"));
  if (!b) return problem(request, b.error());
  return respond("text/html; charset=utf-8", whole({}, request.query, [&](HtmlWriter& html) {
                   write_source_table(html, *a, *b);
                   html.element("h2", "What was read from each").open("div", {{"class", "two"}});
                   write_findings(html, *a);
                   write_findings(html, *b);
                   html.close().line_end();
                 }));
}

Response compare_answers(const OpenSnapshot& snapshot, const Request& request, const std::string& first,
                         const std::string& second) {
  const auto audience = read_audience(request.query);
  if (!audience) return problem(request, audience.error());
  std::shared_ptr<const Answer> answers[2];
  const std::string* questions[2] = {&first, &second};
  for (size_t i = 0; i < 2; ++i) {
    const auto question = clean_question(*questions[i]);
    if (!question) return problem(request, question.error());
    auto answer = snapshot.ask({&*question, 1}, *audience);
    if (!answer) return problem(request, answer.error());
    answers[i] = std::move(*answer);
  }
  const std::set<std::string> said[2] = {identities(*answers[0]), identities(*answers[1])};
  size_t both = 0;
  for (const std::string& one : said[0]) both += said[1].count(one);
  return respond("text/html; charset=utf-8", whole({}, request.query, [&](HtmlWriter& html) {
                   html.element("p",
                                fmt::format("{} statements are in both answers, {} only in the first, {} "
                                            "only in the second.",
                                            both, said[0].size() - both, said[1].size() - both));
                   html.open("div", {{"class", "two"}}).line_end();
                   AnswerColumn(html, *answers[0], said[1]).write();
                   AnswerColumn(html, *answers[1], said[0]).write();
                   html.close().line_end();
                 }));
}

Response compare_page(Site& site, const Request& request) {
  const AddressQuery& query = request.query;
  const auto snapshot = site.snapshot();
  if (!query.first("a").empty() && !query.first("b").empty()) return compare_sources(*snapshot, request);
  if (!query.first("q").empty() && !query.first("r").empty())
    return compare_answers(*snapshot, request, std::string(query.first("q")), std::string(query.first("r")));
  if (!query.first("x").empty() && !query.first("y").empty() && !query.first("of").empty()) {
    const auto question = [&](const char* name) {
      return fmt::format("Does {} help with {}?", query.first(name), query.first("of"));
    };
    return compare_answers(*snapshot, request, question("x"), question("y"));
  }
  return respond("text/html; charset=utf-8", whole({}, query, [](HtmlWriter& html) {
                   html.element("p", "See what two sources or two answers share, and where they part.",
                                {{"class", "lead"}});
                 }));
}

constexpr Route kCompareRoutes[] = {
    {"GET", "/compare", "compare", Freshness::kSnapshot, compare_page, 0},
};

}  // namespace

std::span<const Route> compare_routes() { return kCompareRoutes; }

}  // namespace attest
