// MeSH descriptors from their official XML (https://www.nlm.nih.gov/mesh/xml_data_elements.html).
#include <algorithm>

#include <fmt/format.h>

#include "parse/citations/citation_fields.h"
#include "parse/format_parsers.h"
#include "parse/stream/xml_stream.h"

namespace attest {

namespace {

std::string cleaned_text(pugi::xml_node node) { return clean_text(deep_text(node), false); }

ThesaurusConcept descriptor(pugi::xml_node record) {
  ThesaurusConcept concept_read;
  concept_read.id = cleaned_text(record.child("DescriptorUI"));
  concept_read.name = cleaned_text(record.child("DescriptorName").child("String"));
  for (const pugi::xml_node number : record.child("TreeNumberList").children("TreeNumber")) {
    concept_read.tree_numbers.push_back(cleaned_text(number));
  }
  for (const pugi::xml_node item : record.child("ConceptList").children("Concept")) {
    const bool preferred = std::string_view(item.attribute("PreferredConceptYN").value()) == "Y";
    if (preferred) concept_read.scope_note = cleaned_text(item.child("ScopeNote"));
    for (const pugi::xml_node term : item.child("TermList").children("Term")) {
      std::string text = cleaned_text(term.child("String"));
      if (text.empty() || text == concept_read.name) continue;
      auto& terms = concept_read.terms;
      if (std::find(terms.begin(), terms.end(), text) == terms.end()) terms.push_back(std::move(text));
    }
  }
  return concept_read;
}

}  // namespace

Status parse_mesh_xml(ByteSource& source, std::string_view place, const DocumentSink& sink) {
  XmlRecordReader reader;
  reader.is_record = [](std::string_view name) { return name == "DescriptorRecord"; };
  reader.is_mixed = [](std::string_view) { return false; };
  reader.problem = sink.problem;
  reader.record = [&](pugi::xml_node record, uint64_t line) {
    ThesaurusConcept concept_read = descriptor(record);
    if (concept_read.id.empty() || concept_read.name.empty()) {
      return report(sink, ErrorCode::kInput, "a descriptor without id or name was left out",
                    fmt::format("{}, line {}", place, line));
    }
    return !sink.concept_ || sink.concept_(std::move(concept_read));
  };
  return read_xml_records(source, place, reader);
}

}  // namespace attest
