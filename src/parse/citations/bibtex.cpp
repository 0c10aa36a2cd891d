// BibTeX and BibLaTeX entries as Documents. Field names follow "BibTeXing" and the manual of biblatex
// (https://ctan.org/pkg/biblatex), section 2.2.
#include <exception>
#include <utility>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/white_space.h"
#include "parse/citations/bibtex_syntax.h"
#include "parse/citations/citation_fields.h"
#include "parse/citations/latex_text.h"
#include "parse/format_parsers.h"
#include "parse/pubmed/structured_abstract.h"
#include "parse/stream/charset.h"
#include "text/phrases.h"

namespace attest {

namespace {

constexpr std::pair<std::string_view, std::string_view> kEntryTypes[] = {
    {"article", "article-journal"},
    {"book", "book"},
    {"booklet", "book"},
    {"collection", "book"},
    {"manual", "book"},
    {"proceedings", "book"},
    {"inbook", "chapter"},
    {"incollection", "chapter"},
    {"conference", "paper-conference"},
    {"inproceedings", "paper-conference"},
    {"techreport", "report"},
    {"report", "report"},
    {"phdthesis", "thesis"},
    {"mastersthesis", "thesis"},
    {"thesis", "thesis"},
    {"online", "webpage"},
    {"electronic", "webpage"},
    {"www", "webpage"},
    {"dataset", "dataset"},
    {"unpublished", "manuscript"}};

std::string text_field(const BibtexEntry& entry, std::initializer_list<std::string_view> names) {
  return clean_text(latex_to_text(entry.field(names)), false);
}

// Names are separated by " and " outside braces.
std::vector<std::string_view> split_names(std::string_view names) {
  std::vector<std::string_view> list;
  size_t depth = 0;
  size_t start = 0;
  for (size_t at = 0; at < names.size(); ++at) {
    if (names[at] == '{') ++depth;
    if (names[at] == '}' && depth > 0) --depth;
    const bool separator = depth == 0 && at + 5 <= names.size() &&
                           std::string_view(" \t\n\r").find(names[at]) != std::string_view::npos &&
                           equal_ignoring_case(names.substr(at + 1, 3), "and") &&
                           std::string_view(" \t\n\r").find(names[at + 4]) != std::string_view::npos;
    if (!separator) continue;
    list.push_back(trimmed(names.substr(start, at - start)));
    start = at + 4;
  }
  if (const std::string_view last = trimmed(names.substr(start)); !last.empty()) list.push_back(last);
  return list;
}

// One pair of braces around the whole name marks an organisation.
bool braced_whole(std::string_view name) {
  size_t depth = 0;
  for (size_t at = 0; at < name.size(); ++at) {
    if (name[at] == '{') ++depth;
    if (name[at] == '}' && depth > 0) --depth;
    if (depth == 0) return at > 0 && at + 1 == name.size();
  }
  return false;
}

// "{World Health Organization}", "Last, First", "von Last, Jr, First" or "First von Last".
Author author_of(std::string_view name) {
  Author author;
  if (braced_whole(name)) {
    author.collective = clean_text(latex_to_text(name), false);
    return author;
  }
  const std::string text = clean_text(latex_to_text(name), false);
  const std::string_view view = text;
  const size_t comma = view.find(',');
  if (comma != std::string_view::npos) {
    author.family = std::string(trimmed(view.substr(0, comma)));
    const std::string_view rest = trimmed(view.substr(comma + 1));
    const size_t second = rest.find(',');
    author.given = std::string(trimmed(second == std::string_view::npos ? rest : rest.substr(second + 1)));
    if (second != std::string_view::npos) author.given += " " + std::string(trimmed(rest.substr(0, second)));
    return author;
  }
  // The family name starts with the first word in lower case ("van der Berg"), else it is the last word.
  size_t family = view.rfind(' ');
  family = family == std::string_view::npos ? 0 : family + 1;
  for (size_t at = view.find(' '); at != std::string_view::npos; at = view.find(' ', at + 1)) {
    if (at + 1 < family && is_lower(view[at + 1])) {
      family = at + 1;
      break;
    }
  }
  author.family = text.substr(family);
  author.given = std::string(trimmed(view.substr(0, family)));
  return author;
}

void read_people(std::string_view names, std::vector<Author>& people) {
  for (const std::string_view name : split_names(names)) {
    if (equal_ignoring_case(name, "others")) continue;
    Author author = author_of(name);
    if (!author.family.empty() || !author.collective.empty()) people.push_back(std::move(author));
  }
}

void read_identifiers(const BibtexEntry& entry, BibliographicRecord& record) {
  record.doi = normal_doi(entry.field({"doi"}));
  record.pmid = normal_pmid(entry.field({"pmid"}));
  record.pmcid = normal_pmcid(entry.field({"pmcid", "pmc"}));
  const std::string kind = lower_ascii(entry.field({"eprinttype", "archiveprefix"}));
  if (kind == "pubmed" || kind == "pmid") record.pmid = normal_pmid(entry.field({"eprint"}));
  if (kind == "pmcid" || kind == "pmc") record.pmcid = normal_pmcid(entry.field({"eprint"}));
  record.url = web_address(text_field(entry, {"url"}));
  if (const std::string how = text_field(entry, {"howpublished"});
      record.url.empty() && how.starts_with("http"))
    record.url = web_address(how);
  if (record.doi.empty()) record.doi = normal_doi(record.url);
  const std::string issn = text_field(entry, {"issn"});
  record.journal.issn = issn.substr(0, issn.find_first_of(" ,;"));
  add_identifier(record, "isbn", text_field(entry, {"isbn"}));
}

void read_keywords(const std::string& stated, BibliographicRecord& record) {
  const char separator = stated.find(';') != std::string::npos ? ';' : ',';
  std::string_view rest = stated;
  while (!rest.empty()) {
    const size_t end = std::min(rest.find(separator), rest.size());
    if (const std::string_view keyword = trimmed(rest.substr(0, end)); !keyword.empty())
      record.keywords.emplace_back(keyword);
    rest.remove_prefix(std::min(rest.size(), end + 1));
  }
}

bool deliver_entry(const BibtexEntry& entry, std::string_view place, const DocumentSink& sink) {
  const std::string here = fmt::format("{}, line {}", place, entry.line);
  Document document;
  BibliographicRecord& record = document.record;
  record.type = "document";
  for (const auto& [bibtex_type, csl_type] : kEntryTypes) {
    if (entry.type == bibtex_type) record.type = csl_type;
  }
  record.source = "BibTeX";
  record.title = text_field(entry, {"title"});
  if (const std::string subtitle = text_field(entry, {"subtitle"}); !subtitle.empty())
    record.title += ": " + subtitle;
  read_people(entry.field({"author"}), record.authors);
  read_people(entry.field({"editor"}), record.editors);
  record.journal.title = text_field(entry, {"journal", "journaltitle", "booktitle"});
  record.journal.abbreviation = text_field(entry, {"shortjournal"});
  record.journal.volume = text_field(entry, {"volume"});
  record.journal.issue = text_field(entry, {"number", "issue"});
  record.journal.publisher = text_field(entry, {"publisher", "institution", "school", "organization"});
  record.journal.pages = clean_text(entry.field({"pages"}), false);
  if (const size_t dashes = record.journal.pages.find("--"); dashes != std::string::npos)
    record.journal.pages.replace(dashes, 2, "-");
  read_identifiers(entry, record);
  const std::string date = text_field(entry, {"date"});
  record.published =
      parse_date(date.empty() ? text_field(entry, {"year"}) + " " + text_field(entry, {"month"}) + " " +
                                    text_field(entry, {"day"})
                              : date);
  record.note = text_field(entry, {"note", "annote"});
  record.country = text_field(entry, {"address", "location"});
  if (const std::string language = text_field(entry, {"language", "langid"}); !language.empty())
    record.languages = language_code(language);
  read_keywords(text_field(entry, {"keywords", "keyword"}), record);
  add_identifier(record, "bibtex", entry.key);
  const std::string abstract = clean_text(latex_to_text(entry.field({"abstract"})), true);
  if (record.title.empty() && abstract.empty()) {
    return report(sink, ErrorCode::kInput,
                  fmt::format("the entry \"{}\" has neither title nor abstract and was left out",
                              entry.key.substr(0, 80)),
                  here);
  }
  TextBuilder text;
  text.set_title(record.title);
  for (const AbstractPart& part : split_structured_abstract(abstract)) {
    text.add_section(SectionKind::kAbstract, part.label, part.body, part.category);
  }
  document.depth = abstract.empty() ? Depth::kTitle : Depth::kAbstract;
  document.id = document_id(record, {}, entry.raw);
  return deliver(std::move(document), std::move(text), here, sink);
}

}  // namespace

Status parse_bibtex(std::string_view bytes, std::string_view place, const DocumentSink& sink) {
  try {
    ATTEST_ASSIGN(const std::string text, decode_text(bytes, {}));
    return read_bibtex(
        text, place, [&](BibtexEntry&& entry) { return deliver_entry(entry, place, sink); }, sink.problem);
  } catch (const std::exception& error) {
    return fail(ErrorCode::kEnvironment, fmt::format("reading failed: {}", error.what()), std::string(place),
                "free some memory");
  }
}

}  // namespace attest
