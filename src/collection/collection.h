// collection: a directory of documents and their index. Takes Documents, gives them back by id or number,
// with snapshots, links between publications and integrity checks. May include base, text, document, index.
//
// One writer at a time (a lock file), any number of readers beside it. The catalog (SQLite, WAL, synchronous
// FULL) is the only commit point: texts and segments are written and synced first, then one transaction makes
// them part of the collection. What a crash leaves beyond that is swept by the next writer.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "document/document.h"
#include "index/segment.h"

namespace attest {

// A document's place in an open collection: stable within one snapshot.
struct DocumentRef {
  uint32_t segment = 0;
  uint32_t document = 0;
  bool operator==(const DocumentRef&) const = default;
};

// Status of a publication, computed from links in both directions.
enum class PublicationStatus : uint8_t {
  kCurrent,
  kCorrected,
  kConcern,
  kRetracted,
  kSuperseded,
  kReinstated
};
const char* publication_status_name(PublicationStatus status);

// A link as it applies to one document: this document <kind> other ("retracted by", "update of"…).
struct PublicationLink {
  std::string kind;      // "RetractionIn", "ErratumIn", "UpdateIn", "ReprintIn"… seen from this document
  std::string other_id;  // id in this collection, or "pmid:…"/"doi:…" when the other is not in it
  std::string citation;
  bool other_present = false;
};

struct DocumentStatus {
  PublicationStatus status = PublicationStatus::kCurrent;
  std::vector<PublicationLink> links;
};

struct CollectionSummary {
  std::string snapshot;  // content hash, 32 hex digits
  uint64_t documents = 0;
  uint64_t deleted = 0;  // still inside segments, until compacted
  uint64_t segments = 0;
  uint64_t text_bytes = 0;  // as stored
  uint64_t index_bytes = 0;
  uint64_t catalog_bytes = 0;
  uint64_t thesaurus_concepts = 0;
  std::vector<std::pair<std::string, uint64_t>> by_source;  // record.source or depth, most first
  std::vector<std::pair<std::string, uint64_t>> by_depth;
  std::vector<std::pair<uint16_t, uint64_t>> by_year;
  std::vector<std::pair<std::string, std::string>> failures;  // file, message (the latest 1000)
};

// A learned abbreviation: how many documents define it so.
struct LearnedAbbreviation {
  std::string short_form;
  std::string long_form;  // lower case
  uint32_t documents = 0;
};

struct StoredConcept {
  std::string id;
  std::string name;
  std::vector<std::string> tree_numbers;
  std::vector<std::string> terms;
};

// An open, read-only view of one snapshot. Safe for concurrent use by several threads.
class Collection {
 public:
  static Result<std::shared_ptr<const Collection>> open(const std::filesystem::path& directory);
  virtual ~Collection() = default;

  virtual const std::string& snapshot() const = 0;
  virtual uint64_t document_count() const = 0;
  virtual const std::vector<index::SegmentView>& segments() const = 0;

  // The whole document. Fails with kCorrupt when the stored text does not match its checksum.
  virtual Result<Document> document(DocumentRef ref) const = 0;
  // Its text alone: what search needs.
  virtual Result<std::string> text(DocumentRef ref) const = 0;
  // By id as given, or any "pmid:", "pmcid:", "doi:" identifier of its record.
  virtual Result<DocumentRef> find(std::string_view id) const = 0;
  virtual Result<std::string> id(DocumentRef ref) const = 0;
  // How much of it is held; no text is opened.
  virtual Result<Depth> depth(DocumentRef ref) const = 0;
  virtual Result<DocumentStatus> status(DocumentRef ref) const = 0;

  // Thesaurus and abbreviations stored with the collection. Keys are matched on normalised terms
  // (normalise_term). Most documents first.
  virtual Result<std::vector<StoredConcept>> concepts_for_term(std::string_view normalised) const = 0;
  // The normalised terms that are `word` or begin with it and a space, sorted, each once. Whoever has a text
  // to look up asks once for each of its words, instead of once for each run of words.
  virtual Result<std::vector<std::string>> terms_beginning_with(std::string_view word) const = 0;
  virtual Result<std::vector<LearnedAbbreviation>> abbreviations_for(std::string_view short_form) const = 0;
  virtual Result<std::vector<LearnedAbbreviation>> short_forms_of(std::string_view long_form) const = 0;

  virtual Result<CollectionSummary> summary() const = 0;
  // Every checksum and cross-reference; calls `problem` for each finding, returns how many.
  virtual Result<uint64_t> check(
      const std::function<void(Error&&)>& problem,
      const std::function<void(uint64_t done, uint64_t total)>& progress) const = 0;
};

// Lower case, NFKC, punctuation to single spaces: the key of thesaurus terms.
std::string normalise_term(std::string_view term);

struct WriterOptions {
  size_t index_memory_bytes = 256u << 20;    // flush a segment when the builder holds this much
  uint64_t commit_every_documents = 20'000;  // commit at least this often
  unsigned threads = 0;                      // analysis threads; 0 = one for each core
  // Rewrites a document that is added unchanged when what is stored of it is damaged.
  bool repair = false;
};

// What happened to one added document.
enum class AddOutcome : uint8_t { kAdded, kReplaced, kUnchanged, kOlderIgnored };

struct WriterCounts {
  uint64_t added = 0, replaced = 0, unchanged = 0, older_ignored = 0, deleted = 0;
};

// The one writer of a collection. Creates the directory when it is not there. Nothing is visible to readers
// before commit(); destruction without commit() loses what came since the last commit and harms nothing.
class CollectionWriter {
 public:
  static Result<std::unique_ptr<CollectionWriter>> open(const std::filesystem::path& directory,
                                                        const WriterOptions& options = {});
  virtual ~CollectionWriter() = default;
  // Queues one document. Same content as stored: unchanged. A lower record version or an older revision date
  // than what is stored: ignored. Otherwise replaces. An abstract that meets the full text of the same id (or
  // the other way round) replaces nothing: the deeper text stays and the records are joined. May block while
  // analysis catches up. kInput or kLimit: this document cannot be stored, the writer goes on; any other
  // error is the writer's end.
  virtual Status add(Document&& document) = 0;
  virtual Status remove(std::string_view id) = 0;
  virtual Status add_concept(const StoredConcept& concept_value) = 0;
  // A file that was read to its end with this content hash needs no second reading.
  virtual Result<bool> file_already_added(const std::string& path, const std::string& fingerprint) const = 0;
  virtual Status note_file(const std::string& path, const std::string& fingerprint) = 0;
  virtual Status note_failure(const std::string& path, const std::string& message) = 0;
  // Drops what earlier runs noted about this file.
  virtual Status forget_failures(const std::string& path) = 0;
  virtual Status commit() = 0;
  // Merges all segments into one, drops deleted documents and unused texts, and leaves the catalog in a form
  // that opens from a read-only medium.
  virtual Status compact(const std::function<void(uint64_t done, uint64_t total)>& progress) = 0;
  // Writes every segment anew from the stored texts: the remedy for a damaged segment.
  virtual Status rebuild_index(const std::function<void(uint64_t done, uint64_t total)>& progress) = 0;
  virtual WriterCounts counts() const = 0;
};

// How a Document becomes index input: sentences of citable sections, subject terms, headings.
index::IndexDocument analyse_document(const Document& document, class Stemmer& stemmer);

}  // namespace attest
