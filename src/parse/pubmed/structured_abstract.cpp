// Formats without markup write a structured abstract as one run of text. Which label belongs to which
// category follows NLM's list of about 3,000 label strings
// (https://lhncbc.nlm.nih.gov/ii/areas/structured-abstracts.html), reduced to the words that decide.
#include "parse/pubmed/structured_abstract.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "base/white_space.h"
#include "parse/citations/citation_fields.h"

namespace attest {

namespace {

constexpr size_t kLabelBytesMax = 60;

constexpr std::pair<std::string_view, std::string_view> kCategories[] = {
    {"BACKGROUND", "background"},   {"INTRODUCTION", "background"},
    {"CONTEXT", "background"},      {"RATIONALE", "background"},
    {"IMPORTANCE", "background"},   {"OBJECTIVE", "objective"},
    {"AIM", "objective"},           {"PURPOSE", "objective"},
    {"GOAL", "objective"},          {"HYPOTHESIS", "objective"},
    {"QUESTION", "objective"},      {"METHOD", "methods"},
    {"DESIGN", "methods"},          {"SETTING", "methods"},
    {"PATIENT", "methods"},         {"PARTICIPANT", "methods"},
    {"SUBJECT", "methods"},         {"INTERVENTION", "methods"},
    {"OUTCOME", "methods"},         {"MEASURE", "methods"},
    {"MATERIAL", "methods"},        {"DATA", "methods"},
    {"SEARCH", "methods"},          {"SELECTION", "methods"},
    {"ANALYSIS", "methods"},        {"EXPOSURE", "methods"},
    {"PROCEDURE", "methods"},       {"RESULT", "results"},
    {"FINDING", "results"},         {"CASE", "results"},
    {"CONCLUSION", "conclusions"},  {"INTERPRETATION", "conclusions"},
    {"DISCUSSION", "conclusions"},  {"IMPLICATION", "conclusions"},
    {"RELEVANCE", "conclusions"},   {"SIGNIFICANCE", "conclusions"},
    {"SUMMARY", "conclusions"},     {"FUNDING", "unassigned"},
    {"REGISTRATION", "unassigned"}, {"LIMITATION", "unassigned"},
    {"KEYWORDS", "unassigned"},     {"KEY WORDS", "unassigned"},
    {"REGISTER", "unassigned"},     {"RECOMMENDATION", "conclusions"},
    {"EVIDENCE", "methods"},        {"OPTIONS", "methods"},
    {"VALUES", "methods"},          {"BENEFITS", "results"},
    {"VALIDATION", "unassigned"},   {"SPONSOR", "unassigned"}};

bool is_label_character(char c) {
  return is_upper(c) || c == ' ' || c == '/' || c == '&' || c == ',' || c == '-' || c == '(' || c == ')';
}

// The category of a label; empty when no word of it is known. In "MATERIALS AND METHODS" and "RESULTS AND
// DISCUSSION" the first word known decides.
std::string_view category_of(std::string_view label) {
  size_t best_at = std::string_view::npos;
  std::string_view best;
  for (const auto& [word, category] : kCategories) {
    const size_t at = label.find(word);
    if (at < best_at) {
      best_at = at;
      best = category;
    }
  }
  return best;
}

// Labels that stand in small letters, as Cochrane and many publishers print them. A comma for the colon is
// what some exports leave of the longer ones.
constexpr std::pair<std::string_view, std::string_view> kSmallLabels[] = {
    {"Background", "background"},
    {"Introduction", "background"},
    {"Objective", "objective"},
    {"Objectives", "objective"},
    {"Purpose", "objective"},
    {"Aim", "objective"},
    {"Aims", "objective"},
    {"Hypothesis", "objective"},
    {"Method", "methods"},
    {"Methods", "methods"},
    {"Study design", "methods"},
    {"Search methods", "methods"},
    {"Search strategy", "methods"},
    {"Selection criteria", "methods"},
    {"Data collection and analysis", "methods"},
    {"Results", "results"},
    {"Main results", "results"},
    {"Findings", "results"},
    {"Conclusion", "conclusions"},
    {"Conclusions", "conclusions"},
    {"Authors' conclusions", "conclusions"},
    {"Reviewers' conclusions", "conclusions"},
    {"Reviewer's conclusions", "conclusions"},
    {"Interpretation", "conclusions"},
    {"Recommendations", "conclusions"},
    {"Evidence", "methods"},
    {"Options", "methods"},
    {"Options and outcomes", "methods"},
    {"Outcomes", "methods"},
    {"Values", "methods"},
    {"Benefits, harms and costs", "results"},
    {"Benefits, harms, and costs", "results"},
    {"Validation", "unassigned"},
    {"Sponsors", "unassigned"},
    {"Discussion", "conclusions"}};

struct Mark {
  size_t start;
  size_t body;
  std::string_view label;
  std::string_view category;
};

bool ends_before(std::string_view before) {
  return before.empty() || std::string_view(".?!)]:;%").find(before.back()) != std::string_view::npos;
}

void find_small_labels(std::string_view abstract, std::vector<Mark>& marks) {
  for (const auto& [label, category] : kSmallLabels) {
    for (size_t at = abstract.find(label); at != std::string_view::npos; at = abstract.find(label, at + 1)) {
      const size_t end = at + label.size();
      if (end + 2 >= abstract.size() || !ends_before(trimmed(abstract.substr(0, at)))) continue;
      const bool comma = abstract[end] == ',' && label.find(' ') != std::string_view::npos;
      const bool followed =
          abstract[end + 1] == ' ' && (is_upper(abstract[end + 2]) || is_digit(abstract[end + 2]));
      if ((abstract[end] == ':' || comma) && followed)
        marks.push_back({at, end + 1, abstract.substr(at, label.size()), category});
    }
  }
}

}  // namespace

std::vector<AbstractPart> split_structured_abstract(std::string_view abstract) {
  std::vector<Mark> marks;
  find_small_labels(abstract, marks);
  for (size_t colon = abstract.find(':'); colon != std::string_view::npos;
       colon = abstract.find(':', colon + 1)) {
    size_t start = colon;
    while (start > 0 && colon - start < kLabelBytesMax && is_label_character(abstract[start - 1])) --start;
    std::string_view label = abstract.substr(start, colon - start);
    while (label.starts_with(' ')) label.remove_prefix(1);
    start = colon - label.size();
    const std::string_view before = trimmed(abstract.substr(0, start));
    const bool at_border = ends_before(before) || start < 2 || abstract[start - 1] == '\n';
    const bool spaced =
        colon + 1 >= abstract.size() || abstract[colon + 1] == ' ' || abstract[colon + 1] == '\n';
    if (label.size() < 3 || !at_border || !spaced) continue;
    const std::string_view category = category_of(label);
    if (!category.empty()) marks.push_back({start, colon + 1, label, category});
  }
  std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.start < b.start; });
  std::vector<AbstractPart> parts;
  const std::string_view lead =
      trimmed(abstract.substr(0, marks.empty() ? abstract.size() : marks.front().start));
  if (!lead.empty()) parts.push_back({{}, lead, {}});
  for (size_t i = 0; i < marks.size(); ++i) {
    const size_t end = i + 1 < marks.size() ? marks[i + 1].start : abstract.size();
    const std::string_view body = trimmed(abstract.substr(marks[i].body, end - marks[i].body));
    if (!body.empty()) parts.push_back({marks[i].label, body, marks[i].category});
  }
  return parts;
}

}  // namespace attest
