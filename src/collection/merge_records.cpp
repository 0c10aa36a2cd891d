#include "collection/merge_records.h"

#include <algorithm>
#include <string>
#include <vector>

#include "collection/stored_document.h"

namespace attest {

namespace {

void fill(std::string& value, const std::string& other) {
  if (value.empty()) value = other;
}

template <typename Value>
void fill(std::vector<Value>& values, const std::vector<Value>& other) {
  if (values.empty()) values = other;
}

template <typename Value>
void prefer(std::vector<Value>& values, const std::vector<Value>& other) {
  if (!other.empty()) values = other;
}

template <typename Value, typename Same>
void unite(std::vector<Value>& values, const std::vector<Value>& other, Same same) {
  for (const Value& candidate : other) {
    const bool known =
        std::any_of(values.begin(), values.end(), [&](const Value& value) { return same(value, candidate); });
    if (!known) values.push_back(candidate);
  }
}

}  // namespace

int depth_rank(Depth depth) {
  switch (depth) {
    case Depth::kTitle: return 0;
    case Depth::kSummary: return 1;
    case Depth::kAbstract: return 2;
    default: return 3;
  }
}

void complete_record(BibliographicRecord& record, const BibliographicRecord& other) {
  for (const auto member :
       {&BibliographicRecord::pmid, &BibliographicRecord::pmcid, &BibliographicRecord::doi,
        &BibliographicRecord::type, &BibliographicRecord::source, &BibliographicRecord::title,
        &BibliographicRecord::vernacular_title, &BibliographicRecord::languages,
        &BibliographicRecord::conflict_of_interest, &BibliographicRecord::licence,
        &BibliographicRecord::country, &BibliographicRecord::url, &BibliographicRecord::note}) {
    fill(record.*member, other.*member);
  }
  for (const auto member : {&Journal::title, &Journal::abbreviation, &Journal::issn, &Journal::nlm_id,
                            &Journal::volume, &Journal::issue, &Journal::pages, &Journal::publisher}) {
    fill(record.journal.*member, other.journal.*member);
  }
  fill(record.authors, other.authors);
  fill(record.editors, other.editors);
  fill(record.keywords, other.keywords);
  fill(record.grants, other.grants);
  fill(record.references, other.references);
  prefer(record.mesh, other.mesh);
  prefer(record.chemicals, other.chemicals);
  prefer(record.data_banks, other.data_banks);
  if (record.published.year == 0) record.published = other.published;
  if (record.electronic.year == 0) record.electronic = other.electronic;
  if (date_number(other.revised) > date_number(record.revised)) record.revised = other.revised;
  record.version = std::max(record.version, other.version);
  unite(record.publication_types, other.publication_types,
        [](const PublicationType& a, const PublicationType& b) { return a.name == b.name; });
  unite(record.identifiers, other.identifiers,
        [](const Identifier& a, const Identifier& b) { return a.scheme == b.scheme && a.value == b.value; });
  unite(record.statements, other.statements,
        [](const Identifier& a, const Identifier& b) { return a.scheme == b.scheme && a.value == b.value; });
  unite(record.related, other.related, [](const RelatedPublication& a, const RelatedPublication& b) {
    return a.kind == b.kind && a.pmid == b.pmid && a.doi == b.doi && a.citation == b.citation;
  });
}

}  // namespace attest
