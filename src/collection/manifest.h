// The manifest: which segments make the collection, in order, and what each holds. It is a table of the
// catalog, so that the SQLite transaction is the one commit point.
//
// Every document that is added gets the next number of the collection, for ever. A segment holds documents in
// ascending order of number, and segments stand in ascending order too; so "document 17 of segment 3" and
// "number 40,017" translate into each other through short runs of consecutive numbers, and merging segments
// changes the manifest only, never the rows of documents.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "collection/sqlite.h"
#include "index/segment.h"

namespace attest {

// Ascending numbers of a segment's documents 0, 1, 2…, as runs.
class NumberRuns {
 public:
  void append(uint64_t number);
  uint64_t number(uint32_t document) const;  // document < count()
  std::optional<uint32_t> document(uint64_t number) const;
  uint32_t count() const { return count_; }
  uint64_t first() const { return runs_.empty() ? 0 : runs_.front().number; }
  uint64_t last() const { return count_ == 0 ? 0 : number(count_ - 1); }
  // (document:u32 number:u64)*, little-endian, one pair for each run; count is kept beside it.
  std::string serialize() const;
  static Result<NumberRuns> deserialize(std::string_view bytes, uint32_t count);

 private:
  struct Run {
    uint32_t document;
    uint64_t number;
  };
  std::vector<Run> runs_;
  uint32_t count_ = 0;
};

struct SegmentEntry {
  uint32_t file = 0;  // segments/NNNNNN.segment
  uint64_t bytes = 0;
  std::string content_hash;    // of the file
  std::string documents_hash;  // of (id, content hash) of its documents in order, when it was written
  NumberRuns numbers;
  std::shared_ptr<const index::DeletedSet> deleted;  // may be null
  uint32_t deleted_count() const { return deleted ? deleted->count() : 0; }
};

struct TextsEntry {
  uint32_t file = 0;
  uint64_t bytes = 0;  // that are part of the collection
};

struct DictionaryEntry {
  uint32_t number = 0;
  std::string content_hash;  // of the file
};

struct Manifest {
  std::vector<SegmentEntry> segments;
  std::vector<TextsEntry> texts;
  std::vector<DictionaryEntry> dictionaries;
  std::string snapshot;
  uint64_t next_number = 0;   // of the next document
  uint32_t next_segment = 1;  // file numbers are never used twice
  uint32_t next_texts = 1;
  uint32_t next_dictionary = 1;
  uint32_t text_dictionary = 0;  // in use for new texts; 0 = none
  uint32_t record_dictionary = 0;
  uint64_t thesaurus_hash[2] = {0, 0};  // sum of the hashes of all concepts, modulo 2^64 each

  // Index in `segments` of the segment that holds `number`.
  std::optional<uint32_t> segment_of(uint64_t number) const;
  uint64_t document_count() const;  // without the deleted
};

// The name of the state: a hash over what decides an answer, in order, and nothing else (no clock, no random
// number, no file name): every segment's bytes, its documents' ids and content, its deletions, the thesaurus.
std::string snapshot_of(const Manifest& manifest);

// Hash over a concept, for Manifest::thesaurus_hash.
void add_to_thesaurus_hash(Manifest& manifest, std::string_view concept_bytes, bool remove);

Result<Manifest> load_manifest(Database& database);
// Writes all of it, inside the caller's transaction.
Status store_manifest(Database& database, const Manifest& manifest);

// The running hash behind SegmentEntry::documents_hash.
class DocumentsHash {
 public:
  void add(std::string_view id, std::string_view content_hash);
  std::string finish() const;

 private:
  std::string identity_;
};

}  // namespace attest
