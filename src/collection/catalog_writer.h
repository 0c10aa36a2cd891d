// The one thread that changes a collection: takes prepared documents in order, appends texts, builds
// segments, keeps the catalog, and commits. Knows nothing of queues; see collection_writer.cpp.
//
// What is durable when: texts and segments are written and synced (files, then folders) before the SQLite
// transaction that names them commits; files that the new state no longer names are removed after it. A crash
// between any two steps leaves files that no committed state names, and sweep() removes them when the next
// writer opens.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "collection/collection.h"
#include "collection/compression.h"
#include "collection/manifest.h"
#include "collection/sqlite.h"
#include "collection/stored_document.h"
#include "collection/texts.h"
#include "collection/writer_lock.h"
#include "index/segment.h"
#include "text/tokens.h"

namespace attest {

using Progress = std::function<void(uint64_t done, uint64_t total)>;

class CatalogWriter {
 public:
  static Result<std::unique_ptr<CatalogWriter>> open(const std::filesystem::path& directory,
                                                     const WriterOptions& options);

  // In order. While the dictionary is undecided, documents are held back and appended with it.
  Status append(PreparedDocument&& prepared);
  Status remove(std::string_view id);
  Status add_concept(const StoredConcept& value);
  Result<bool> file_already_added(const std::string& path, const std::string& fingerprint);
  Status note_file(const std::string& path, const std::string& fingerprint);
  Status note_failure(const std::string& path, const std::string& message);
  Status forget_failures(const std::string& path);
  Status commit();
  Status compact(const Progress& progress);
  Status rebuild_index(const Progress& progress);
  const WriterCounts& counts() const { return counts_; }

  // For the analysis threads: null until one is decided on.
  std::shared_ptr<const Dictionary> text_dictionary() const { return text_dictionary_; }
  std::shared_ptr<const Dictionary> record_dictionary() const { return record_dictionary_; }

 private:
  // A row of `documents` as far as replacing it needs it.
  struct StoredRow {
    uint64_t number = 0;
    std::string content_hash;
    std::string absorbed;  // hashes of the inputs that were merged into it, separated by spaces
    uint32_t version = 0;
    uint32_t revised = 0;
    Depth depth = Depth::kTitle;
  };

  explicit CatalogWriter(std::filesystem::path directory, const WriterOptions& options)
      : directory_(std::move(directory)), options_(options) {}
  Status prepare_queries();
  Status load_dictionaries();
  Status open_texts();
  Status sweep();
  Status begin();

  Status settle_held();
  Status adopt_dictionary(const std::vector<std::string>& samples, uint32_t& number,
                          std::shared_ptr<const Dictionary>& dictionary);
  Status append_now(PreparedDocument&& prepared);
  Status insert(PreparedDocument& prepared, const std::string& absorbed);
  Status insert_links(uint64_t number, const std::vector<StatedLink>& links);
  Result<std::string> insert_abbreviations(const PreparedDocument& prepared);
  Result<std::optional<StoredRow>> stored_row(std::string_view id);
  Result<Document> stored_document(uint64_t number);
  Status erase(uint64_t number);
  Status mark_deleted(uint64_t number);
  void count_facets(std::string_view source, Depth depth, uint32_t year, int64_t change);

  Status flush_segment();
  Status merge_if_many();
  Status merge_run(size_t first, size_t count);
  Status store_facets();
  void remove_obsolete();

  Status rewrite_texts(const Progress& progress);
  Result<bool> texts_have_waste();

  std::filesystem::path directory_;
  WriterOptions options_;
  WriterLock lock_;
  Database database_;
  Manifest manifest_;
  Dictionaries dictionaries_;
  std::shared_ptr<const Dictionary> text_dictionary_;
  std::shared_ptr<const Dictionary> record_dictionary_;
  std::optional<TextsWriter> texts_;
  std::map<std::pair<std::string, std::string>, int64_t> facet_changes_;
  std::map<uint32_t, std::shared_ptr<index::DeletedSet>> deleted_;  // by segment file: those changed here
  WriterCounts counts_;
  bool in_transaction_ = false;
  uint64_t since_commit_ = 0;
  std::vector<std::filesystem::path> obsolete_;

  std::vector<PreparedDocument> held_;
  size_t held_bytes_ = 0;
  size_t sample_bytes_ = 0;

  index::SegmentBuilder builder_;
  NumberRuns building_numbers_;
  index::DeletedSet building_deleted_;
  DocumentsHash building_hash_;

  Compressor compressor_;
  Stemmer stemmer_;

  Query find_document_, insert_document_, erase_document_, read_document_, document_facts_;
  Query insert_link_, erase_links_, learn_abbreviation_, unlearn_abbreviation_;
  Query erase_concept_, insert_concept_, insert_term_, erase_terms_, read_concept_, read_terms_;
  Query find_file_, insert_file_, insert_failure_, trim_failures_, erase_failures_;
};

// Canonical bytes of a concept, for the thesaurus hash.
std::string concept_bytes(const StoredConcept& value);

}  // namespace attest
