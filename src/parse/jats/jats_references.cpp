// The reference list of JATS: <ref> with <mixed-citation> (running text), <element-citation> or the older
// <citation> and <nlm-citation> (fields without punctuation, which is added here).
#include "base/limits.h"
#include "base/white_space.h"
#include "parse/identifiers.h"
#include "parse/jats/jats_parts.h"
#include "parse/jats/jats_text.h"
#include "parse/stream/markup_tree.h"

namespace attest::jats {

namespace {

std::string person(pugi::xml_node name) {
  std::string text = inline_text(child(name, "surname"));
  if (const std::string given = inline_text(child(name, "given-names")); !given.empty()) {
    text += (text.empty() ? "" : " ") + given;
  }
  return text.empty() ? inline_text(name) : text;
}

void collect_people(pugi::xml_node citation, std::string& out) {
  for (const pugi::xml_node& one : citation.children()) {
    const std::string_view name = local_name(one);
    std::string text;
    if (name == "person-group") {
      collect_people(one, out);
    } else if (name == "name" || name == "string-name") {
      text = person(one);
    } else if (name == "collab") {
      text = inline_text(one);
    } else if (name == "etal") {
      text = "et al";
    }
    if (text.empty()) continue;
    if (!out.empty()) out += ", ";
    out += text;
  }
}

void add_sentence(std::string_view text, std::string& out) {
  if (text.empty()) return;
  if (!out.empty()) out += out.ends_with('.') || out.ends_with('?') ? " " : ". ";
  out += text;
}

std::string from_fields(pugi::xml_node citation) {
  std::string out;
  collect_people(citation, out);
  const auto field = [&](const char* name) { return inline_text(child(citation, name)); };
  add_sentence(field("article-title"), out);
  add_sentence(field("chapter-title"), out);
  add_sentence(field("source"), out);
  add_sentence(field("edition"), out);
  add_sentence(field("publisher-name"), out);
  std::string issue = field("year");
  if (const std::string volume = field("volume"); !volume.empty())
    issue += (issue.empty() ? "" : ";") + volume;
  if (const std::string number = field("issue"); !number.empty()) issue += "(" + number + ")";
  std::string pages = field("fpage");
  if (const std::string last = field("lpage"); !last.empty() && last != pages) pages += "–" + last;
  if (pages.empty()) pages = field("elocation-id");
  if (!pages.empty()) issue += (issue.empty() ? "" : ":") + pages;
  add_sentence(issue, out);
  add_sentence(field("comment"), out);
  if (!out.empty() && !out.ends_with('.')) out += '.';
  return out;
}

// True when the citation is running text: something but white space stands between its elements.
bool has_own_text(pugi::xml_node citation) {
  for (const pugi::xml_node& one : citation.children()) {
    if (one.type() == pugi::node_pcdata && trimmed(one.value()).size() > 1) return true;
  }
  return citation.first_child() == citation.last_child();
}

// Text without the identifiers, which have fields of their own.
std::string running_text(pugi::xml_node citation) {
  std::string out;
  for (const pugi::xml_node& one : citation.children()) {
    // Neighbouring fields are words of their own: <source>Nature</source><volume>393</volume>.
    if (one.type() == pugi::node_element && one.previous_sibling().type() == pugi::node_element &&
        !out.empty() && out.back() != ' ' && out.back() != '(') {
      out += ' ';
    }
    if (local_name(one) == "pub-id" && attribute(one, "pub-id-type") != "doi") continue;
    if (one.type() == pugi::node_pcdata) {
      append_collapsed(one.value(), out);
    } else if (local_name(one) == "name" || local_name(one) == "string-name") {
      out += person(one);
    } else if (local_name(one) == "person-group" && !has_own_text(one)) {
      std::string people;
      collect_people(one, people);
      out += people;
    } else {
      out += inline_text(one);
    }
  }
  return std::string(trimmed(out));
}

void read_identifiers(pugi::xml_node citation, ListedReference& reference) {
  for (const pugi::xml_node& id : descendants(citation, "pub-id")) {
    const std::string_view type = attribute(id, "pub-id-type");
    const std::string value = plain_text_of(id);
    if (type == "pmid" && reference.pmid.empty()) reference.pmid = bare_pmid(value);
    if (type == "doi" && reference.doi.empty()) reference.doi = bare_doi(value);
  }
  for (const char* name : {"ext-link", "uri"}) {
    for (const pugi::xml_node& link : descendants(citation, name)) {
      const std::string_view target = attribute(link, "href");
      if (reference.doi.empty()) reference.doi = bare_doi(target);
      if (reference.pmid.empty() && attribute(link, "ext-link-type") == "pmid")
        reference.pmid = bare_pmid(target);
    }
  }
}

// A PubMed Central id has no field: where it is the only identifier, it stays in the running text.
void add_pmcid(pugi::xml_node citation, ListedReference& reference) {
  if (!reference.pmid.empty() || !reference.doi.empty()) return;
  for (const pugi::xml_node& id : descendants(citation, "pub-id")) {
    const std::string_view type = attribute(id, "pub-id-type");
    const std::string number = type == "pmcid" || type == "pmc" ? prefixed_pmcid(plain_text_of(id)) : "";
    if (number.empty()) continue;
    reference.citation += (reference.citation.empty() ? "" : " ") + number;
    return;
  }
}

bool is_citation(std::string_view name) {
  return name == "mixed-citation" || name == "element-citation" || name == "citation" ||
         name == "nlm-citation" || name == "product";
}

void collect_citations(pugi::xml_node ref, std::vector<pugi::xml_node>& found) {
  for (const pugi::xml_node& one : ref.children()) {
    if (is_citation(local_name(one))) {
      found.push_back(one);
    } else if (local_name(one) == "citation-alternatives") {
      // The same citation in several forms: one is enough.
      const size_t before = found.size();
      collect_citations(one, found);
      if (found.size() > before + 1) found.resize(before + 1);
    }
  }
}

void read_reference(pugi::xml_node ref, size_t ordinal, BibliographicRecord& record, std::string& body) {
  std::string label = inline_text(child(ref, "label"));
  while (!label.empty() && (label.back() == '.' || label.back() == ']' || label.back() == ')'))
    label.pop_back();
  if (label.starts_with('[') || label.starts_with('(')) label.erase(0, 1);
  if (label.empty()) label = std::to_string(ordinal);
  std::vector<pugi::xml_node> citations;
  collect_citations(ref, citations);
  for (const pugi::xml_node& citation : citations) {
    ListedReference reference;
    reference.label = attribute(ref, "id").empty() ? label : std::string(attribute(ref, "id"));
    reference.citation = has_own_text(citation) ? running_text(citation) : from_fields(citation);
    if (reference.citation.empty()) reference.citation = running_text(citation);
    read_identifiers(citation, reference);
    add_pmcid(citation, reference);
    if (reference.citation.empty()) continue;
    if (!body.empty()) body += '\n';
    body += "[" + label + "] " + reference.citation;
    record.references.push_back(std::move(reference));
  }
  if (!citations.empty()) return;
  // A note in place of a citation.
  if (const std::string note = inline_text(child(ref, "note")); !note.empty()) {
    if (!body.empty()) body += '\n';
    body += "[" + label + "] " + note;
  }
}

void read_list(pugi::xml_node list, size_t& ordinal, BibliographicRecord& record, std::string& body) {
  for (const pugi::xml_node& one : list.children()) {
    if (local_name(one) == "ref") read_reference(one, ++ordinal, record, body);
    if (local_name(one) == "ref-list") read_list(one, ordinal, record, body);
  }
}

}  // namespace

void read_references(pugi::xml_node article, Document& document, TextBuilder& text) {
  size_t ordinal = 0;
  std::string heading;
  std::string body;
  for (const pugi::xml_node& list : descendants(article, "ref-list")) {
    if (heading.empty()) heading = heading_of(list);
    read_list(list, ordinal, document.record, body);
  }
  text.add_section(SectionKind::kReferences, heading.empty() ? "References" : heading, body);
}

}  // namespace attest::jats
