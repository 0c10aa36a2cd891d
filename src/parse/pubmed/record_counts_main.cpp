// Prints how often each field of PubMed records occurs after parsing, one "name TAB count" a line: compared
// with an independent parser by tests/independent_pubmed_counts.py.
#include <cstdio>
#include <map>
#include <string>

#include "parse/parser.h"

namespace {

using attest::Document;
using attest::SectionKind;

void count_document(const Document& document, std::map<std::string, long>& counts) {
  const auto& record = document.record;
  const auto add = [&counts](const char* name, size_t number) { counts[name] += static_cast<long>(number); };
  add("citations", 1);
  for (const auto& section : document.sections) {
    if (section.kind == SectionKind::kAbstract) {
      add("abstract parts", 1);
      add("abstract labels", !section.heading.empty());
      add("abstract categories", !section.category.empty());
    }
    if (section.kind == SectionKind::kOtherAbstract) add("other abstract parts", 1);
  }
  add("titles", !record.title.empty());
  add("vernacular titles", !record.vernacular_title.empty());
  add("authors", record.authors.size());
  for (const auto& author : record.authors) {
    add("collective authors", !author.collective.empty());
    add("orcids", !author.orcid.empty());
    add("affiliations", author.affiliations.size());
  }
  add("journals", !record.journal.title.empty());
  add("issns", !record.journal.issn.empty());
  add("publication years", record.published.year != 0);
  add("publication months", record.published.month != 0 && record.published.as_stated.empty());
  add("publication days", record.published.day != 0 && record.published.as_stated.empty());
  add("stated dates", !record.published.as_stated.empty());
  add("electronic dates", record.electronic.year != 0);
  add("revised dates", record.revised.year != 0);
  add("publication types", record.publication_types.size());
  add("mesh", record.mesh.size());
  for (const auto& heading : record.mesh) {
    add("mesh major", heading.major);
    add("mesh qualifiers", heading.qualifiers.size());
    for (const auto& qualifier : heading.qualifiers) add("mesh qualifiers major", qualifier.major);
  }
  add("keywords", record.keywords.size());
  add("chemicals", record.chemicals.size());
  for (const auto& bank : record.data_banks) add("accessions", bank.accessions.size());
  add("conflict statements", !record.conflict_of_interest.empty());
  for (const auto& link : record.related) {
    counts["link " + link.kind] += 1;
    add("links with pmid", !link.pmid.empty());
  }
  add("pmcids", !record.pmcid.empty());
  add("dois", !record.doi.empty());
  for (const auto& id : record.identifiers) add("piis", id.scheme == "pii");
  add("references", record.references.size());
  for (const auto& reference : record.references) add("references with pmid", !reference.pmid.empty());
  add("grants", record.grants.size());
  add("countries", !record.country.empty());
  add("languages", !record.languages.empty());
}

}  // namespace

int main(int argc, char** argv) {
  std::map<std::string, long> counts;
  attest::DocumentSink sink;
  sink.document = [&](Document&& document) {
    count_document(document, counts);
    return true;
  };
  sink.deletion = [&](std::string_view) {
    ++counts["deletions"];
    return true;
  };
  sink.problem = [](attest::Error&& error) {
    std::fprintf(stderr, "%s\n", error.to_line().c_str());
    return true;
  };
  sink.concept_ = [&](attest::ThesaurusConcept&& entry) {
    ++counts["concepts"];
    counts["terms"] += static_cast<long>(entry.terms.size());
    return true;
  };
  int status = 0;
  for (int i = 1; i < argc; ++i) {
    if (const auto done = attest::parse_file(argv[i], sink); !done) {
      std::fprintf(stderr, "%s\n", done.error().to_line().c_str());
      status = 3;
    }
  }
  for (const auto& [name, count] : counts) {
    if (count != 0) std::printf("%s\t%ld\n", name.c_str(), count);
  }
  return status;
}
