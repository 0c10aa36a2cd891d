// JSON Lines, one document a line (docs/format/json_lines.md; https://jsonlines.org). Parsed with simdjson's
// DOM: the parser and its tape are reused for all lines.
#include <exception>

#include <fmt/format.h>
#include <simdjson.h>

#include "base/limits.h"
#include "base/white_space.h"
#include "parse/citations/citation_fields.h"
#include "parse/format_parsers.h"
#include "parse/pages/inline_headings.h"
#include "parse/pubmed/structured_abstract.h"
#include "parse/stream/line_reader.h"

namespace attest {

namespace {

using simdjson::dom::element;
using simdjson::dom::object;

// A text of this many bytes without sections is taken for a full text: the longest abstracts of PubMed have
// about 6,000, the shortest full texts of trials more than 8,000.
constexpr size_t kFullTextBytesMin = 8000;

// Text of a string, number or boolean; "" for everything else.
std::string scalar_text(element value) {
  switch (value.type()) {
    case simdjson::dom::element_type::STRING: return std::string(value.get_string().value_unsafe());
    case simdjson::dom::element_type::INT64: return std::to_string(value.get_int64().value_unsafe());
    case simdjson::dom::element_type::UINT64: return std::to_string(value.get_uint64().value_unsafe());
    case simdjson::dom::element_type::DOUBLE: return fmt::format("{}", value.get_double().value_unsafe());
    default: return {};
  }
}

std::string_view string_member(const object& line, std::string_view name) {
  std::string_view text;
  if (line[name].get(text) != simdjson::SUCCESS) return {};
  return text;
}

std::string scalar_member(const object& line, std::string_view name) {
  element value;
  if (line[name].get(value) != simdjson::SUCCESS) return {};
  return scalar_text(value);
}

// Strings of an array; a single string counts as an array of one.
std::vector<std::string> list_member(const object& line, std::string_view name) {
  std::vector<std::string> list;
  element value;
  if (line[name].get(value) != simdjson::SUCCESS) return list;
  if (value.is_array()) {
    // Named: the loop must not range over a temporary.
    const simdjson::dom::array items = value.get_array().value_unsafe();
    for (const element item : items) {
      std::string text = clean_text(scalar_text(item), false);
      if (!text.empty()) list.push_back(std::move(text));
    }
  } else if (std::string text = clean_text(scalar_text(value), false); !text.empty()) {
    list.push_back(std::move(text));
  }
  return list;
}

void read_authors(const object& line, BibliographicRecord& record) {
  element value;
  if (line["authors"].get(value) != simdjson::SUCCESS) return;
  if (!value.is_array()) {
    const std::string name = clean_text(scalar_text(value), false);
    if (!name.empty()) record.authors.push_back(author_from_inverted_name(name));
    return;
  }
  // Named: the loop must not range over a temporary.
  const simdjson::dom::array items = value.get_array().value_unsafe();
  for (const element item : items) {
    Author author;
    object parts;
    if (item.get(parts) == simdjson::SUCCESS) {
      author.family = clean_text(string_member(parts, "family"), false);
      author.given = clean_text(string_member(parts, "given"), false);
      author.collective = clean_text(string_member(parts, "collective"), false);
      author.orcid = normal_orcid(string_member(parts, "orcid"));
    } else {
      author = author_from_inverted_name(clean_text(scalar_text(item), false));
    }
    if (!author.family.empty() || !author.collective.empty()) record.authors.push_back(std::move(author));
  }
}

// "Constipation/*therapy" as MEDLINE writes it, or an object {descriptor, ui, major}.
void read_mesh(const object& line, BibliographicRecord& record) {
  for (const std::string& stated : list_member(line, "mesh")) {
    MeshHeading heading;
    std::string_view rest = stated;
    bool first = true;
    while (!rest.empty()) {
      const size_t slash = std::min(rest.find('/'), rest.size());
      std::string_view part = rest.substr(0, slash);
      rest.remove_prefix(std::min(rest.size(), slash + 1));
      const bool major = part.starts_with('*');
      if (major) part.remove_prefix(1);
      if (first) {
        heading.descriptor = std::string(part);
        heading.major = major;
      } else {
        heading.qualifiers.push_back({std::string(part), {}, major});
      }
      first = false;
    }
    if (!heading.descriptor.empty()) record.mesh.push_back(std::move(heading));
  }
}

bool is_registration(std::string_view id, std::string_view source) {
  if (equal_ignoring_case(source, "ctgov") || equal_ignoring_case(source, "clinicaltrials.gov")) return true;
  return id.size() == 11 && id.starts_with("NCT") &&
         id.find_first_not_of("0123456789", 3) == std::string_view::npos;
}

struct Body {
  size_t bytes = 0;
  bool sections = false;
  bool chapter = false;  // laid out under the headings of a clinical chapter
};

void add_abstract(std::string_view abstract, TextBuilder& builder) {
  for (const AbstractPart& part : split_structured_abstract(abstract)) {
    builder.add_section(SectionKind::kAbstract, part.label, part.body, part.category);
  }
}

// The text as the sections of a clinical chapter; false, and nothing is added, where it is none.
bool add_chapter(const object& line, std::string_view text, TextBuilder& builder) {
  const std::string body = clean_text(text, true);
  const std::vector<ByteSpan> headings =
      inline_headings(body, clean_text(string_member(line, "title"), false));
  if (headings.empty()) return false;
  builder.add_section(SectionKind::kBody, {}, text);
  if (builder.last_body() == body) builder.divide_last_section(headings);
  return true;
}

// `sections` when given, else `abstract`, else `text`.
Body add_body(const object& line, TextBuilder& builder) {
  Body body;
  simdjson::dom::array sections;
  const std::string_view abstract = string_member(line, "abstract");
  const std::string_view text = string_member(line, "text");
  if (line["sections"].get(sections) == simdjson::SUCCESS && sections.begin() != sections.end()) {
    if (!abstract.empty()) builder.add_section(SectionKind::kAbstract, {}, abstract, {}, 0, 1);
    for (const element item : sections) {
      object section;
      if (item.get(section) != simdjson::SUCCESS) continue;
      const std::string_view section_text = string_member(section, "text");
      builder.add_section(SectionKind::kBody, string_member(section, "heading"), section_text);
      body.bytes += section_text.size();
      body.sections |= !section_text.empty();
    }
    if (body.sections) return body;
  }
  add_abstract(abstract, builder);
  if (abstract.empty() && add_chapter(line, text, builder)) {
    body.bytes += text.size();
    body.chapter = true;
    return body;
  }
  const bool whole = text.size() > kFullTextBytesMin;
  if (whole) {
    builder.add_section(SectionKind::kBody, {}, text);
  } else if (text != abstract) {
    add_abstract(text, builder);
  }
  body.bytes += text.size() + abstract.size();
  return body;
}

Depth depth_of(std::string_view id, std::string_view source, const Body& body) {
  if (is_registration(id, source)) return Depth::kRegistration;
  if (body.bytes == 0) return Depth::kTitle;
  return body.sections || body.chapter || body.bytes > kFullTextBytesMin ? Depth::kFullText
                                                                         : Depth::kAbstract;
}

void read_record(const object& line, std::string_view id, std::string_view source,
                 BibliographicRecord& record) {
  record.pmid = normal_pmid(scalar_member(line, "pmid"));
  record.pmcid = normal_pmcid(scalar_member(line, "pmcid"));
  if (record.pmcid.empty() && id.size() > 3 && id.starts_with("PMC") && normal_pmcid(id) == id)
    record.pmcid = id;
  record.doi = normal_doi(string_member(line, "doi"));
  record.type = is_registration(id, source) ? "document" : "article-journal";
  record.source = source;
  record.title = clean_text(string_member(line, "title"), false);
  record.journal.title = clean_text(string_member(line, "journal"), false);
  record.published = parse_date(scalar_member(line, "year"));
  record.url = web_address(clean_text(string_member(line, "url"), false));
  record.licence = clean_text(string_member(line, "licence"), false);
  if (record.licence.empty()) record.licence = clean_text(string_member(line, "license"), false);
  record.keywords = list_member(line, "keywords");
  for (std::string& name : list_member(line, "publication_types"))
    record.publication_types.push_back({std::move(name), {}});
  read_mesh(line, record);
  read_authors(line, record);
  if (id.size() == 11 && is_registration(id, {})) {
    add_identifier(record, "nct", id);
    record.data_banks.push_back({"ClinicalTrials.gov", {std::string(id)}});
  }
}

// One line to the sink; false means stop.
bool read_line(const object& line, const std::string& here, const DocumentSink& sink) {
  const std::string id = scalar_member(line, "id");
  if (id.empty() || id.size() > limits::kIdentifierBytesMax) {
    return report(sink, ErrorCode::kInput, id.empty() ? "the object has no \"id\"" : "the \"id\" is too long",
                  here, "give every line an \"id\" of its own");
  }
  if (id.find_first_of(std::string_view("\0\n\r", 3)) != std::string::npos) {
    return report(sink, ErrorCode::kInput, "the \"id\" has control characters", here, "use printable ids");
  }
  std::string_view stated_source = string_member(line, "source");
  if (stated_source.empty()) stated_source = string_member(line, "src");
  Document document;
  TextBuilder builder;
  document.id = id;
  read_record(line, id, clean_text(stated_source, false), document.record);
  builder.set_title(string_member(line, "title"));
  const Body body = add_body(line, builder);
  if (document.record.title.empty() && body.bytes == 0) {
    return report(sink, ErrorCode::kInput, fmt::format("{} has neither title nor text", id), here);
  }
  document.depth = depth_of(id, stated_source, body);
  if (body.chapter) document.record.type = "chapter";
  return deliver(std::move(document), std::move(builder), here, sink);
}

}  // namespace

Status parse_json_lines(ByteSource& source, std::string_view place, const DocumentSink& sink) {
  try {
    LineReader lines(source, place, limits::kJsonLineBytesMax, simdjson::SIMDJSON_PADDING);
    simdjson::dom::parser parser(limits::kJsonLineBytesMax * 2);
    if (parser.allocate(limits::kStreamBufferBytes, limits::kMarkupDepthMax) != simdjson::SUCCESS) {
      return fail(ErrorCode::kEnvironment, "simdjson cannot start", std::string(place), "free some memory");
    }
    while (true) {
      ATTEST_ASSIGN(const auto line, lines.next());
      if (!line) return {};
      if (trimmed(*line).empty()) continue;
      element root;
      object members;
      // The line's buffer is padded, so that simdjson need not copy it.
      const auto error = parser.parse(line->data(), line->size(), false).get(root);
      bool go_on = true;
      if (error == simdjson::MEMALLOC) {
        return fail(ErrorCode::kEnvironment, "not enough memory for this line", lines.here(),
                    "free some memory");
      } else if (error != simdjson::SUCCESS) {
        go_on = report(sink, ErrorCode::kInput,
                       fmt::format("the line is not JSON ({})", simdjson::error_message(error)), lines.here(),
                       "write one whole JSON object on each line");
      } else if (root.get(members) != simdjson::SUCCESS) {
        go_on = report(sink, ErrorCode::kInput, "the line is not a JSON object", lines.here(),
                       "write one whole JSON object on each line");
      } else {
        go_on = read_line(members, lines.here(), sink);
      }
      if (!go_on) return {};
    }
  } catch (const std::exception& error) {
    return fail(ErrorCode::kEnvironment, fmt::format("reading failed: {}", error.what()), std::string(place),
                "free some memory");
  }
}

}  // namespace attest
