// CSL-JSON as Zotero and others export it (schema: https://github.com/citation-style-language/schema/blob/
// master/schemas/input/csl-data.json). An item may carry PubMed ids as members of their own or in its note
// ("PMID: 123"), and `custom` members: they are kept as the record's statements.
#include <algorithm>
#include <exception>

#include <fmt/format.h>
#include <simdjson.h>

#include "base/ascii.h"
#include "base/limits.h"
#include "base/white_space.h"
#include "parse/citations/citation_fields.h"
#include "parse/format_parsers.h"
#include "parse/pubmed/structured_abstract.h"
#include "parse/stream/charset.h"
#include "text/phrases.h"

namespace attest {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::element_type;
using simdjson::dom::object;

// Text of a scalar; the parts of an array joined by ","; objects give nothing.
std::string text_of(element value) {
  switch (value.type()) {
    case element_type::STRING: return std::string(value.get_string().value_unsafe());
    case element_type::INT64: return std::to_string(value.get_int64().value_unsafe());
    case element_type::UINT64: return std::to_string(value.get_uint64().value_unsafe());
    case element_type::DOUBLE: return fmt::format("{}", value.get_double().value_unsafe());
    case element_type::BOOL: return value.get_bool().value_unsafe() ? "true" : "false";
    case element_type::ARRAY: {
      std::string joined;
      // Named: the loop must not range over a temporary.
      const simdjson::dom::array items = value.get_array().value_unsafe();
      for (const element item : items) {
        if (item.is_array()) continue;
        const std::string part = text_of(item);
        if (part.empty()) continue;
        if (!joined.empty()) joined += ',';
        joined += part;
      }
      return joined;
    }
    default: return {};
  }
}

std::string member(const object& item, std::string_view name) {
  element value;
  return item[name].get(value) == simdjson::SUCCESS ? clean_text(text_of(value), false) : std::string();
}

// The first of the names that has text.
std::string first_member(const object& item, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    if (std::string text = member(item, name); !text.empty()) return text;
  }
  return {};
}

// Zotero keeps italics, superscripts and small capitals as HTML-like tags in titles.
std::string without_tags(std::string text) {
  for (const std::string_view tag :
       {"<i>", "</i>", "<b>", "</b>", "<sup>", "</sup>", "<sub>", "</sub>", "<sc>", "</sc>",
        "<span class=\"nocase\">", "<span style=\"font-variant:small-caps;\">", "</span>"}) {
    for (size_t at = text.find(tag); at != std::string::npos; at = text.find(tag, at))
      text.erase(at, tag.size());
  }
  return text;
}

void read_people(const object& item, std::string_view name, std::vector<Author>& people) {
  array names;
  if (item[name].get(names) != simdjson::SUCCESS) return;
  for (const element value : names) {
    object person;
    if (value.get(person) != simdjson::SUCCESS) continue;
    Author author;
    author.family = member(person, "family");
    author.given = member(person, "given");
    const std::string particle = first_member(person, {"non-dropping-particle", "dropping-particle"});
    if (!particle.empty()) author.family = particle + " " + author.family;
    const std::string suffix = member(person, "suffix");
    if (!suffix.empty()) author.given += " " + suffix;
    if (author.family.empty()) author.collective = member(person, "literal");
    author.orcid = normal_orcid(first_member(person, {"ORCID", "orcid"}));
    if (author.family.empty() && author.collective.empty()) continue;
    people.push_back(std::move(author));
  }
}

// {"date-parts": [[2009, 12, 16], …]}, {"raw": "…"} or {"literal": "…"}, with a season; or a plain string.
PartialDate read_date(const object& item, std::string_view name) {
  element value;
  if (item[name].get(value) != simdjson::SUCCESS) return {};
  object date_object;
  if (value.get(date_object) != simdjson::SUCCESS) return parse_date(text_of(value));
  PartialDate date;
  array ranges;
  if (date_object["date-parts"].get(ranges) != simdjson::SUCCESS) {
    return parse_date(first_member(date_object, {"raw", "literal"}));
  }
  size_t count = 0;
  std::string stated;
  for (const element range : ranges) {
    array parts;
    if (range.get(parts) != simdjson::SUCCESS) continue;
    std::string written;
    for (const element part : parts) written += (written.empty() ? "" : "-") + text_of(part);
    if (count++ == 0) date = parse_date(written);
    stated += (stated.empty() ? "" : "/") + written;
  }
  if (count > 1) date.as_stated = stated;
  if (const std::string season = member(date_object, "season"); !season.empty()) {
    date.as_stated = fmt::format("{} {}", date.year, season);
  }
  return date;
}

// "PMID: 123" on a line of its own or in running text.
std::string_view labelled_in_note(std::string_view note, std::string_view label) {
  const size_t at = note.find(label);
  if (at == std::string_view::npos) return {};
  std::string_view rest = note.substr(at + label.size());
  if (!rest.starts_with(':')) return {};
  rest = trimmed(rest.substr(1));
  return rest.substr(0, std::min(rest.find_first_of(" \n\t;,"), rest.size()));
}

void read_identifiers(const object& item, BibliographicRecord& record) {
  record.pmid = normal_pmid(first_member(item, {"PMID", "pmid"}));
  record.pmcid = normal_pmcid(first_member(item, {"PMCID", "pmcid"}));
  record.doi = normal_doi(first_member(item, {"DOI", "doi"}));
  if (record.pmid.empty()) record.pmid = normal_pmid(labelled_in_note(record.note, "PMID"));
  if (record.pmcid.empty()) record.pmcid = normal_pmcid(labelled_in_note(record.note, "PMCID"));
  if (record.doi.empty()) record.doi = normal_doi(labelled_in_note(record.note, "DOI"));
  add_identifier(record, "isbn", member(item, "ISBN"));
}

void read_journal(const object& item, BibliographicRecord& record) {
  Journal& journal = record.journal;
  journal.title = member(item, "container-title");
  journal.abbreviation = first_member(item, {"container-title-short", "journalAbbreviation"});
  journal.issn = member(item, "ISSN");
  journal.volume = member(item, "volume");
  journal.issue = member(item, "issue");
  journal.pages = first_member(item, {"page", "number"});
  journal.publisher = member(item, "publisher");
}

// Keywords come as one text with commas or semicolons, or as an array.
void read_keywords(const object& item, BibliographicRecord& record) {
  const std::string stated = first_member(item, {"keyword", "keywords"});
  const char separator = stated.find(';') != std::string::npos ? ';' : ',';
  std::string_view rest = stated;
  while (!rest.empty()) {
    const size_t end = std::min(rest.find(separator), rest.size());
    const std::string_view keyword = trimmed(rest.substr(0, end));
    if (!keyword.empty()) record.keywords.emplace_back(keyword);
    rest.remove_prefix(std::min(rest.size(), end + 1));
  }
}

void read_statements(const object& item, BibliographicRecord& record) {
  object custom;
  if (item["custom"].get(custom) != simdjson::SUCCESS) return;
  for (const auto& [key, value] : custom) {
    std::string text = clean_text(text_of(value), false);
    if (!text.empty()) record.statements.push_back({clean_text(key, false), std::move(text)});
  }
}

// A note that calls the abstract field a summary: then it is not the authors' abstract.
bool says_summary(std::string_view note) {
  const std::string lowered = lower_ascii(note);
  return lowered.starts_with("summary") || lowered.find("not the authors' abstract") != std::string::npos ||
         lowered.find("summary written") != std::string::npos;
}

bool read_item(const object& item, std::string_view place, size_t number, const DocumentSink& sink) {
  const std::string here = fmt::format("{}, item {}", place, number);
  Document document;
  BibliographicRecord& record = document.record;
  element abstract_value;
  const std::string abstract = item["abstract"].get(abstract_value) == simdjson::SUCCESS
                                   ? clean_text(without_tags(text_of(abstract_value)), true)
                                   : "";
  record.type = member(item, "type");
  if (record.type.empty()) record.type = "document";
  record.title = clean_text(without_tags(member(item, "title")), false);
  record.note = member(item, "note");
  record.source = first_member(item, {"source", "archive"});
  record.url = web_address(member(item, "URL"));
  record.licence = first_member(item, {"license", "licence"});
  record.country = member(item, "publisher-place");
  const std::string language = member(item, "language");
  if (!language.empty()) record.languages = language_code(language);
  if (const std::string genre = member(item, "genre"); !genre.empty())
    record.publication_types.push_back({genre, {}});
  read_identifiers(item, record);
  read_people(item, "author", record.authors);
  read_people(item, "editor", record.editors);
  read_journal(item, record);
  record.published = read_date(item, "issued");
  read_keywords(item, record);
  read_statements(item, record);
  if (record.title.empty() && abstract.empty()) {
    return report(sink, ErrorCode::kInput, "an item has neither title nor abstract and was left out", here);
  }
  const std::string id = member(item, "id");
  if (id.size() > limits::kIdentifierBytesMax) {
    return report(sink, ErrorCode::kLimit, "the \"id\" is too long; the item was left out", here);
  }
  TextBuilder text;
  text.set_title(record.title);
  for (const AbstractPart& part : split_structured_abstract(abstract)) {
    text.add_section(SectionKind::kAbstract, part.label, part.body, part.category);
  }
  document.depth = abstract.empty()            ? Depth::kTitle
                   : says_summary(record.note) ? Depth::kSummary
                                               : Depth::kAbstract;
  document.id = document_id(record, id, record.title + "\n" + abstract);
  return deliver(std::move(document), std::move(text), here, sink);
}

Status read_items(element root, std::string_view place, const DocumentSink& sink) {
  array items;
  object single;
  if (root.get(single) == simdjson::SUCCESS) {
    if (single["items"].get(items) != simdjson::SUCCESS) {
      read_item(single, place, 1, sink);
      return {};
    }
  } else if (root.get(items) != simdjson::SUCCESS) {
    return fail(ErrorCode::kInput, "the JSON is neither an array of items nor one item", std::string(place),
                "export the library as CSL-JSON");
  }
  size_t number = 0;
  for (const element value : items) {
    ++number;
    object item;
    const bool go_on = value.get(item) == simdjson::SUCCESS
                           ? read_item(item, place, number, sink)
                           : report(sink, ErrorCode::kInput, "an item is not an object",
                                    fmt::format("{}, item {}", place, number));
    if (!go_on) return {};
  }
  return {};
}

}  // namespace

Status parse_csl_json(std::string_view bytes, std::string_view place, const DocumentSink& sink) {
  try {
    std::string decoded;
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
      ATTEST_ASSIGN(decoded, decode_text(bytes, {}));
      bytes = decoded;
    }
    simdjson::dom::parser parser;
    element root;
    auto error = parser.allocate(std::max<size_t>(bytes.size(), 64), limits::kMarkupDepthMax);
    if (error == simdjson::SUCCESS) error = parser.parse(bytes.data(), bytes.size(), true).get(root);
    if (error == simdjson::MEMALLOC) {
      return fail(ErrorCode::kEnvironment, "not enough memory for this file", std::string(place),
                  "split the file");
    }
    if (error != simdjson::SUCCESS) {
      return fail(error == simdjson::DEPTH_ERROR ? ErrorCode::kLimit : ErrorCode::kInput,
                  fmt::format("this is not JSON ({})", simdjson::error_message(error)), std::string(place),
                  "export the library again as CSL-JSON in UTF-8");
    }
    return read_items(root, place, sink);
  } catch (const std::exception& error) {
    return fail(ErrorCode::kEnvironment, fmt::format("reading failed: {}", error.what()), std::string(place),
                "free some memory");
  }
}

}  // namespace attest
