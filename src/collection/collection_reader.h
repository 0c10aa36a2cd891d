// One snapshot, open for reading. The catalog is one connection inside one read transaction, guarded by a
// mutex; texts are read with pread and segments are memory maps, so most of the work of several threads goes
// on side by side.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "collection/collection.h"
#include "collection/compression.h"
#include "collection/manifest.h"
#include "collection/sqlite.h"
#include "collection/texts.h"
#include "collection/writer_lock.h"

namespace attest {

class CollectionReader final : public Collection {
 public:
  // kNotFound with a file of the manifest missing may mean that a writer has just merged it away: try again.
  static Result<std::shared_ptr<const Collection>> open_once(const std::filesystem::path& directory);

  const std::string& snapshot() const override { return manifest_.snapshot; }
  uint64_t document_count() const override { return manifest_.document_count(); }
  const std::vector<index::SegmentView>& segments() const override { return segments_; }
  Result<Document> document(DocumentRef ref) const override;
  Result<std::string> text(DocumentRef ref) const override;
  Result<DocumentRef> find(std::string_view id) const override;
  Result<std::string> id(DocumentRef ref) const override;
  Result<Depth> depth(DocumentRef ref) const override;
  Result<DocumentStatus> status(DocumentRef ref) const override;
  Result<std::vector<StoredConcept>> concepts_for_term(std::string_view normalised) const override;
  Result<std::vector<std::string>> terms_beginning_with(std::string_view word) const override;
  Result<std::vector<LearnedAbbreviation>> abbreviations_for(std::string_view short_form) const override;
  Result<std::vector<LearnedAbbreviation>> short_forms_of(std::string_view long_form) const override;
  Result<CollectionSummary> summary() const override;
  Result<uint64_t> check(const std::function<void(Error&&)>& problem,
                         const std::function<void(uint64_t, uint64_t)>& progress) const override;

 private:
  friend class CollectionCheck;
  // A row of `documents` as far as its status needs it.
  struct Identity {
    uint64_t number = 0;
    std::string id, pmid, doi, evidence_id;
    uint32_t flags = 0;
  };
  struct StoredParts {
    std::string id;
    Depth depth = Depth::kTitle;
    std::string content_hash;
    TextLocation location;
    std::string record_frame;
  };

  Status prepare_queries();
  Result<uint64_t> number_of(DocumentRef ref) const;
  Result<DocumentRef> ref_of(uint64_t number) const;
  Result<StoredParts> stored_parts(uint64_t number) const;
  Result<Document> document_from(const StoredParts& parts) const;
  // The following expect the catalog's mutex to be held.
  Result<std::optional<Identity>> identity(const std::string& column, std::string_view value) const;
  Result<std::optional<uint64_t>> find_number(std::string_view id) const;
  Result<std::vector<PublicationLink>> links_of(const Identity& self,
                                                std::vector<uint64_t>& retraction_notices) const;
  Result<std::vector<LearnedAbbreviation>> abbreviations(Query& query, std::string_view key) const;

  std::filesystem::path directory_;
  WriterLock hold_;
  Manifest manifest_;
  Dictionaries dictionaries_;
  TextsReader texts_;
  std::vector<index::SegmentView> segments_;

  mutable std::mutex catalog_mutex_;
  mutable Database database_;
  mutable Query row_, depth_, by_number_, by_id_, by_pmid_, by_pmcid_, by_doi_, by_evidence_;
  mutable Query own_links_, links_to_pmid_, links_to_doi_, links_to_key_;
  mutable Query concepts_, terms_, first_words_, abbreviations_short_, abbreviations_long_;
};

}  // namespace attest
