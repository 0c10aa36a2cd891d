// Two sources side by side: what they are, then what was read from each.
#include <algorithm>

#include <fmt/format.h>

#include "document/title_notes.h"
#include "render/presentation.h"
#include "server/compare_parts.h"
#include "server/page.h"

namespace attest {
namespace {

constexpr size_t kFindingsCompared = 20;

struct ComparedRow {
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

std::vector<ComparedRow> rows_of(const SourceReading& a, const SourceReading& b) {
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
        .element("a", plain(without_title_notes(reading->document.record.title)),
                 {{"href", source_address(reading->document.id, {}, Audience::kClinician)}})
        .close();
  }
  html.close().close().open("tbody").line_end();
  for (const ComparedRow& row : rows_of(a, b)) {
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

void write_read_findings(HtmlWriter& html, const SourceReading& reading) {
  html.open("section").element("h3", plain(without_title_notes(reading.document.record.title))).open("ul");
  size_t shown = 0;
  for (const Finding& finding : reading.findings) {
    if (++shown > kFindingsCompared) break;
    html.open("li")
        .element("strong", capitalised_name(finding_kind_name(finding.kind)) + ": ")
        .element("a", plain(finding.sentence.of(reading.document.text)),
                 {{"href", source_address(reading.document.id, finding.sentence, Audience::kClinician)}})
        .close()
        .line_end();
  }
  html.close().close().line_end();
}

}  // namespace

void write_source_comparison(HtmlWriter& html, const SourceReading& first, const SourceReading& second) {
  write_source_table(html, first, second);
  html.element("h2", "What was read from each").open("div", {{"class", "two"}});
  write_read_findings(html, first);
  write_read_findings(html, second);
  html.close().line_end();
}

}  // namespace attest
