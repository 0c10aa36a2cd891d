// Private to record_json.cpp: the members of each struct of a record, in the order in which they are written.
// One list for both ways: `Archive` is the writer or the reader.
#pragma once

#include <concepts>
#include <type_traits>

#include "document/document.h"

namespace attest {

// The struct itself, or the same const when it is written.
template <typename T, typename U>
concept Is = std::same_as<std::remove_const_t<T>, U>;

template <typename Archive>
void members(Archive& a, Is<Author> auto& v) {
  a.member("family", v.family);
  a.member("given", v.given);
  a.member("collective", v.collective);
  a.member("orcid", v.orcid);
  a.member("affiliations", v.affiliations);
}
template <typename Archive>
void members(Archive& a, Is<PartialDate> auto& v) {
  a.member("year", v.year);
  a.member("month", v.month);
  a.member("day", v.day);
  a.member("as_stated", v.as_stated);
}
template <typename Archive>
void members(Archive& a, Is<PublicationType> auto& v) {
  a.member("name", v.name);
  a.member("ui", v.ui);
}
template <typename Archive>
void members(Archive& a, Is<MeshQualifier> auto& v) {
  a.member("name", v.name);
  a.member("ui", v.ui);
  a.member("major", v.major);
}
template <typename Archive>
void members(Archive& a, Is<MeshHeading> auto& v) {
  a.member("descriptor", v.descriptor);
  a.member("ui", v.ui);
  a.member("major", v.major);
  a.member("qualifiers", v.qualifiers);
}
template <typename Archive>
void members(Archive& a, Is<Chemical> auto& v) {
  a.member("name", v.name);
  a.member("ui", v.ui);
  a.member("registry_number", v.registry_number);
}
template <typename Archive>
void members(Archive& a, Is<DataBank> auto& v) {
  a.member("name", v.name);
  a.member("accessions", v.accessions);
}
template <typename Archive>
void members(Archive& a, Is<RelatedPublication> auto& v) {
  a.member("kind", v.kind);
  a.member("pmid", v.pmid);
  a.member("doi", v.doi);
  a.member("citation", v.citation);
  a.member("note", v.note);
}
template <typename Archive>
void members(Archive& a, Is<Identifier> auto& v) {
  a.member("scheme", v.scheme);
  a.member("value", v.value);
}
template <typename Archive>
void members(Archive& a, Is<Journal> auto& v) {
  a.member("title", v.title);
  a.member("abbreviation", v.abbreviation);
  a.member("issn", v.issn);
  a.member("nlm_id", v.nlm_id);
  a.member("volume", v.volume);
  a.member("issue", v.issue);
  a.member("pages", v.pages);
  a.member("publisher", v.publisher);
}
template <typename Archive>
void members(Archive& a, Is<ListedReference> auto& v) {
  a.member("label", v.label);
  a.member("pmid", v.pmid);
  a.member("doi", v.doi);
  a.member("citation", v.citation);
}
template <typename Archive>
void members(Archive& a, Is<Section> auto& v) {
  a.member("kind", v.kind);
  a.member("heading", v.heading);
  a.member("body", v.body);
  a.member("category", v.category);
  a.member("page", v.page);
  a.member("level", v.level, uint8_t{1});
}
template <typename Archive>
void members(Archive& a, Is<BibliographicRecord> auto& v) {
  a.member("pmid", v.pmid);
  a.member("pmcid", v.pmcid);
  a.member("doi", v.doi);
  a.member("identifiers", v.identifiers);
  a.member("version", v.version);
  a.member("type", v.type);
  a.member("source", v.source);
  a.member("title", v.title);
  a.member("vernacular_title", v.vernacular_title);
  a.member("authors", v.authors);
  a.member("editors", v.editors);
  a.member("journal", v.journal);
  a.member("published", v.published);
  a.member("electronic", v.electronic);
  a.member("revised", v.revised);
  a.member("languages", v.languages);
  a.member("publication_types", v.publication_types);
  a.member("mesh", v.mesh);
  a.member("keywords", v.keywords);
  a.member("chemicals", v.chemicals);
  a.member("data_banks", v.data_banks);
  a.member("grants", v.grants);
  a.member("conflict_of_interest", v.conflict_of_interest);
  a.member("licence", v.licence);
  a.member("country", v.country);
  a.member("url", v.url);
  a.member("note", v.note);
  a.member("related", v.related);
  a.member("references", v.references);
  a.member("statements", v.statements);
}

}  // namespace attest
