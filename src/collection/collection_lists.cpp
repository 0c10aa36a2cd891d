// What the catalog lists: thesaurus, abbreviations, the summary.
#include <algorithm>
#include <cstdlib>

#include "collection/collection_reader.h"
#include "collection/layout.h"
#include "collection/line_list.h"

namespace attest {

Result<std::vector<StoredConcept>> CollectionReader::concepts_for_term(std::string_view normalised) const {
  const std::lock_guard lock(catalog_mutex_);
  std::vector<StoredConcept> concepts;
  Cursor row = concepts_.select(normalised);
  while (true) {
    ATTEST_ASSIGN(const bool found, row.next());
    if (!found) break;
    StoredConcept value;
    value.id = row.text(0);
    value.name = row.text(1);
    value.tree_numbers = split_lines(row.text(2));
    Cursor term = terms_.select(value.id);
    while (true) {
      ATTEST_ASSIGN(const bool more, term.next());
      if (!more) break;
      value.terms.emplace_back(term.text(0));
    }
    // A term that names a concept in two ways gives it once.
    if (concepts.empty() || concepts.back().id != value.id) concepts.push_back(std::move(value));
  }
  return concepts;
}

Result<std::vector<std::string>> CollectionReader::terms_beginning_with(std::string_view word) const {
  const std::lock_guard lock(catalog_mutex_);
  std::vector<std::string> terms;
  Cursor row = first_words_.select(word);
  while (true) {
    ATTEST_ASSIGN(const bool found, row.next());
    if (!found) break;
    terms.emplace_back(row.text(0));
  }
  return terms;
}

Result<std::vector<LearnedAbbreviation>> CollectionReader::abbreviations(Query& query,
                                                                         std::string_view key) const {
  const std::lock_guard lock(catalog_mutex_);
  std::vector<LearnedAbbreviation> result;
  Cursor row = query.select(key);
  while (true) {
    ATTEST_ASSIGN(const bool found, row.next());
    if (!found) break;
    result.push_back({std::string(row.text(0)), std::string(row.text(1)), row.number32(2)});
  }
  return result;
}

Result<std::vector<LearnedAbbreviation>> CollectionReader::abbreviations_for(
    std::string_view short_form) const {
  return abbreviations(abbreviations_short_, short_form);
}

Result<std::vector<LearnedAbbreviation>> CollectionReader::short_forms_of(std::string_view long_form) const {
  return abbreviations(abbreviations_long_, normalise_term(long_form));
}

Result<CollectionSummary> CollectionReader::summary() const {
  CollectionSummary summary;
  summary.snapshot = manifest_.snapshot;
  summary.documents = manifest_.document_count();
  summary.segments = manifest_.segments.size();
  for (const SegmentEntry& entry : manifest_.segments) {
    summary.deleted += entry.deleted_count();
    summary.index_bytes += entry.bytes;
  }
  for (const TextsEntry& entry : manifest_.texts) summary.text_bytes += entry.bytes;
  const std::lock_guard lock(catalog_mutex_);
  ATTEST_ASSIGN(const int64_t pages, database_.integer("PRAGMA page_count"));
  ATTEST_ASSIGN(const int64_t page_bytes, database_.integer("PRAGMA page_size"));
  summary.catalog_bytes = static_cast<uint64_t>(pages) * static_cast<uint64_t>(page_bytes);
  ATTEST_ASSIGN(const int64_t concepts, database_.integer("SELECT count(*) FROM concepts"));
  summary.thesaurus_concepts = static_cast<uint64_t>(concepts);
  ATTEST_ASSIGN(
      Query facets,
      database_.prepare("SELECT kind, value, documents FROM facets ORDER BY documents DESC, value"));
  {
    Cursor row = facets.select();
    while (true) {
      ATTEST_ASSIGN(const bool found, row.next());
      if (!found) break;
      const std::string_view kind = row.text(0);
      const auto documents = static_cast<uint64_t>(row.integer(2));
      if (kind == "source") summary.by_source.emplace_back(row.text(1), documents);
      if (kind == "depth") summary.by_depth.emplace_back(row.text(1), documents);
      if (kind == "year")
        summary.by_year.emplace_back(
            static_cast<uint16_t>(std::strtoul(std::string(row.text(1)).c_str(), nullptr, 10)), documents);
    }
  }
  std::sort(summary.by_year.begin(), summary.by_year.end());
  ATTEST_ASSIGN(Query failures,
                database_.prepare("SELECT path, message FROM failures ORDER BY sequence DESC LIMIT 1000"));
  Cursor row = failures.select();
  while (true) {
    ATTEST_ASSIGN(const bool found, row.next());
    if (!found) break;
    summary.failures.emplace_back(row.text(0), row.text(1));
  }
  return summary;
}

}  // namespace attest
