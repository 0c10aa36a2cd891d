// MedlinePlus health topics (https://medlineplus.gov/xml.html): one document for each <health-topic>. Its
// <full-summary> is HTML written as text.
#include "base/white_space.h"
#include "parse/citations/citation_fields.h"
#include "parse/format_parsers.h"
#include "parse/pages/html_tree.h"
#include "parse/pages/page_metadata.h"
#include "parse/pages/text_blocks.h"
#include "parse/stream/charset.h"
#include "parse/stream/markup_tree.h"

namespace attest {

namespace {

// "03/21/2019": always month first in this file.
PartialDate american_date(std::string_view text) {
  if (text.size() != 10 || text[2] != '/' || text[5] != '/') return page_date(text);
  const std::string iso = std::string(text.substr(6)) + "-" + std::string(text.substr(0, 2)) + "-" +
                          std::string(text.substr(3, 2));
  return page_date(iso);
}

Document read_topic(pugi::xml_node topic, TextBuilder& text, std::string_view place) {
  Document document;
  BibliographicRecord& record = document.record;
  record.type = "webpage";
  record.source = "MedlinePlus";
  record.title = std::string(trimmed(attribute(topic, "title")));
  record.url = web_address(attribute(topic, "url"));
  record.languages = medline_language(attribute(topic, "language"));
  record.published = american_date(attribute(topic, "date-created"));
  record.journal.publisher = "National Library of Medicine (US)";
  const std::string id(trimmed(attribute(topic, "id")));
  if (!id.empty()) record.identifiers.push_back({"medlineplus", id});
  for (const char* name : {"also-called", "see-reference"}) {
    for (const pugi::xml_node& one : children(topic, name)) {
      if (std::string other = plain_text_of(one); !other.empty()) record.keywords.push_back(std::move(other));
    }
  }
  for (const pugi::xml_node& group : children(topic, "group")) {
    if (std::string name = plain_text_of(group); !name.empty())
      record.statements.push_back({"topic group", std::move(name)});
  }
  for (const pugi::xml_node& heading : children(topic, "mesh-heading")) {
    const pugi::xml_node descriptor = child(heading, "descriptor");
    MeshHeading mesh{plain_text_of(descriptor), std::string(attribute(descriptor, "id")), false, {}};
    for (const pugi::xml_node& qualifier : children(heading, "qualifier")) {
      mesh.qualifiers.push_back({plain_text_of(qualifier), std::string(attribute(qualifier, "id")), false});
    }
    if (!mesh.descriptor.empty()) record.mesh.push_back(std::move(mesh));
  }
  if (const pugi::xml_node institute = child(topic, "primary-institute")) {
    Author body;
    body.collective = plain_text_of(institute);
    if (!body.collective.empty()) record.authors.push_back(std::move(body));
  }
  text.set_title(record.title);
  const std::string summary = child(topic, "full-summary").text().get();
  if (auto blocks = html::fragment_blocks(summary, place)) {
    add_blocks(*blocks, SectionKind::kBody, record.title, text);
  } else {
    text.add_section(SectionKind::kBody, {}, summary);
  }
  std::string sites;
  for (const pugi::xml_node& site : children(topic, "site")) {
    const std::string_view title = trimmed(attribute(site, "title"));
    if (title.empty()) continue;
    if (!sites.empty()) sites += '\n';
    sites += std::string(title);
    if (const std::string organization = plain_text_of(child(site, "organization")); !organization.empty()) {
      sites += " (" + organization + ")";
    }
    if (const std::string_view url = attribute(site, "url"); !url.empty()) sites += " " + std::string(url);
  }
  text.add_section(SectionKind::kReferences, "Further reading", sites);
  document.id = id.empty() ? page_identity(record, summary) : "medlineplus:" + id;
  document.depth = Depth::kPatientPage;
  return document;
}

}  // namespace

Status parse_medlineplus(ByteSource& source, std::string_view place, const DocumentSink& sink) {
  bool go_on = true;
  DocumentSink watched = sink;
  watched.document = [&](Document&& document) {
    if (sink.document) go_on = sink.document(std::move(document));
    return go_on;
  };
  watched.problem = [&](Error&& error) {
    if (sink.problem) go_on = sink.problem(std::move(error));
    return go_on;
  };
  const auto read = [&](const MarkupRecord& record) {
    TextBuilder text;
    Document document = read_topic(record.node, text, record.place);
    deliver_page(std::move(document), std::move(text), record.place, watched);
    return go_on;
  };
  return read_markup_records(source, place, {"health-topic"}, read, watched);
}

}  // namespace attest
