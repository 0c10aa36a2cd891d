// Element by element as the PubMed DTD of 2025 defines them
// (https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/250101/), older names beside the present ones.
#include "parse/pubmed/pubmed_parts.h"

#include <cstring>

#include "base/ascii.h"
#include "base/limits.h"
#include "base/white_space.h"
#include "parse/citations/citation_fields.h"
#include "parse/stream/xml_stream.h"
#include "text/phrases.h"

namespace attest::pubmed {

std::string line_text(pugi::xml_node node) {
  if (!node) return {};
  return clean_text(deep_text(node), false);
}

// https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/250101/el-Author.html
void read_people(pugi::xml_node list, std::vector<Author>& people) {
  for (const pugi::xml_node node : list.children()) {
    if (std::strcmp(node.name(), "Author") != 0 && std::strcmp(node.name(), "Editor") != 0) continue;
    if (std::strcmp(node.attribute("ValidYN").value(), "N") == 0) continue;
    Author author;
    author.collective = line_text(node.child("CollectiveName"));
    if (author.collective.empty()) {
      author.family = line_text(node.child("LastName"));
      author.given = line_text(node.child("ForeName"));
      if (author.given.empty()) author.given = line_text(node.child("FirstName"));
      if (author.given.empty()) author.given = line_text(node.child("Initials"));
      const std::string suffix = line_text(node.child("Suffix"));
      if (!suffix.empty()) author.given += (author.given.empty() ? "" : " ") + suffix;
    }
    for (const pugi::xml_node id : node.children("Identifier")) {
      if (equal_ignoring_case(id.attribute("Source").value(), "ORCID"))
        author.orcid = normal_orcid(id.child_value());
    }
    for (const pugi::xml_node info : node.children("AffiliationInfo")) {
      for (const pugi::xml_node affiliation : info.children("Affiliation")) {
        if (std::string line = line_text(affiliation); !line.empty())
          author.affiliations.push_back(std::move(line));
      }
    }
    for (const pugi::xml_node affiliation : node.children("Affiliation")) {  // before 2015
      if (std::string line = line_text(affiliation); !line.empty())
        author.affiliations.push_back(std::move(line));
    }
    if (!author.family.empty() || !author.given.empty() || !author.collective.empty()) {
      people.push_back(std::move(author));
    }
  }
}

// https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/250101/el-PubDate.html
PartialDate read_date(pugi::xml_node node) {
  if (!node) return {};
  if (const pugi::xml_node stated = node.child("MedlineDate")) {
    PartialDate date = parse_date(line_text(stated));
    if (date.as_stated.empty()) date.as_stated = line_text(stated);
    return date;
  }
  PartialDate date = parse_date(line_text(node.child("Year")));
  if (date.year == 0) return date;
  date.month = month_number(line_text(node.child("Month")));
  const PartialDate day = parse_date("2000 Jan " + line_text(node.child("Day")));
  if (date.month != 0) date.day = day.day;
  if (const std::string season = line_text(node.child("Season")); !season.empty()) {
    date.as_stated = std::to_string(date.year) + " " + season;
  }
  return date;
}

// https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/250101/el-Abstract.html
bool read_abstract(pugi::xml_node abstract, SectionKind kind, TextBuilder& text,
                   BibliographicRecord& record) {
  // Another abstract says whose it is (Type="plain-language-summary") and in which language.
  std::string whose;
  if (kind == SectionKind::kOtherAbstract) {
    whose = lower_ascii(abstract.attribute("Type").value());
    const std::string_view language = abstract.attribute("Language").value();
    if (!language.empty() && language != "eng") {
      if (!whose.empty()) whose += ' ';
      whose += language;
    }
  }
  bool has_text = false;
  for (const pugi::xml_node part : abstract.children("AbstractText")) {
    const std::string body = deep_text(part);
    has_text |= !trimmed(body).empty();
    const std::string category = lower_ascii(part.attribute("NlmCategory").value());
    text.add_section(kind, part.attribute("Label").value(), body, category.empty() ? whose : category);
  }
  if (record.licence.empty()) record.licence = line_text(abstract.child("CopyrightInformation"));
  return has_text;
}

// https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/250101/att-IdType.html
void read_article_ids(pugi::xml_node list, BibliographicRecord& record) {
  for (const pugi::xml_node id : list.children("ArticleId")) {
    const std::string scheme = lower_ascii(id.attribute("IdType").value());
    const std::string value = line_text(id);
    if (scheme == "pubmed" || scheme.empty()) {
      continue;
    } else if (scheme == "pmc" || scheme == "pmcid") {
      if (record.pmcid.empty()) record.pmcid = normal_pmcid(value);
    } else if (scheme == "doi") {
      if (record.doi.empty()) record.doi = normal_doi(value);
      if (record.doi.empty()) add_identifier(record, scheme, value);
    } else {
      add_identifier(record, scheme, value);
    }
  }
}

// https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/250101/el-ELocationID.html
void read_location_id(pugi::xml_node node, BibliographicRecord& record) {
  if (std::strcmp(node.attribute("ValidYN").value(), "N") == 0) return;
  const std::string scheme = lower_ascii(node.attribute("EIdType").value());
  const std::string value = line_text(node);
  if (scheme == "doi") {
    if (record.doi.empty()) record.doi = normal_doi(value);
  } else {
    add_identifier(record, scheme.empty() ? "elocation" : scheme, value);
  }
}

void read_publication_type(pugi::xml_node node, BibliographicRecord& record) {
  record.publication_types.push_back({line_text(node), node.attribute("UI").value()});
}

void read_keywords(pugi::xml_node list, BibliographicRecord& record) {
  for (const pugi::xml_node keyword : list.children("Keyword")) {
    if (std::string line = line_text(keyword); !line.empty()) record.keywords.push_back(std::move(line));
  }
}

// In the order of MEDLINE's GR field: number, acronym, agency, country.
void read_grants(pugi::xml_node list, BibliographicRecord& record) {
  for (const pugi::xml_node grant : list.children("Grant")) {
    std::string line;
    for (const char* name : {"GrantID", "Acronym", "Agency", "Country"}) {
      const std::string part = line_text(grant.child(name));
      if (part.empty()) continue;
      if (!line.empty()) line += '/';
      line += part;
    }
    if (!line.empty()) record.grants.push_back(std::move(line));
  }
}

void read_language(pugi::xml_node node, BibliographicRecord& record) {
  const std::string language = line_text(node);
  if (language.empty()) return;
  if (!record.languages.empty()) record.languages += ',';
  record.languages += language;
}

// https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/250101/el-ReferenceList.html
void read_references(pugi::xml_node list, BibliographicRecord& record) {
  for (const pugi::xml_node node : list.children()) {
    if (std::strcmp(node.name(), "ReferenceList") == 0) {
      read_references(node, record);  // as deep as the markup, which is limited
    } else if (std::strcmp(node.name(), "Reference") == 0) {
      ListedReference reference;
      reference.citation = line_text(node.child("Citation"));
      for (const pugi::xml_node id : node.child("ArticleIdList").children("ArticleId")) {
        const std::string_view scheme = id.attribute("IdType").value();
        if (scheme == "pubmed" && reference.pmid.empty()) reference.pmid = normal_pmid(line_text(id));
        if (scheme == "doi" && reference.doi.empty()) reference.doi = normal_doi(line_text(id));
      }
      record.references.push_back(std::move(reference));
    }
  }
}

}  // namespace attest::pubmed
