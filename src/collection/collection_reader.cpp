#include "collection/collection_reader.h"

#include <thread>

#include <fmt/format.h>
#include <unistd.h>

#include "base/checksum.h"
#include "base/file.h"
#include "base/limits.h"
#include "collection/catalog_schema.h"
#include "collection/layout.h"
#include "collection/stored_document.h"

namespace attest {

namespace fs = std::filesystem;

namespace {

constexpr int kOpenAttempts = 5;

// How the catalog can be opened here. A folder that we may not write (another user's, a read-only medium)
// allows no lock files; its catalog is read as immutable when nothing is pending in a write-ahead log.
Result<Database::Access> access_to(const fs::path& directory) {
  const fs::path catalog = layout::catalog(directory);
  if (::access(directory.c_str(), W_OK) == 0 && ::access(catalog.c_str(), W_OK) == 0)
    return Database::Access::kRead;
  std::error_code error;
  const uint64_t pending = fs::file_size(fs::path(catalog.string() + "-wal"), error);
  if (error || pending == 0) return Database::Access::kImmutable;
  if (fs::exists(fs::path(catalog.string() + "-shm"), error)) return Database::Access::kReadOnly;
  return fail(ErrorCode::kEnvironment, "the collection was copied here while it was being written",
              directory.string(), "run attest compact on the original, then copy it again");
}

}  // namespace

Result<std::shared_ptr<const Collection>> Collection::open(const fs::path& directory) {
  Result<std::shared_ptr<const Collection>> result = fail(ErrorCode::kNotFound, "", "");
  for (int attempt = 0; attempt < kOpenAttempts; ++attempt) {
    result = CollectionReader::open_once(directory);
    if (result || result.error().code != ErrorCode::kNotFound) return result;
    std::error_code error;
    if (!fs::exists(layout::catalog(directory), error)) return result;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  // Not a merge in passing: the file is gone.
  Error failure = result.error();
  failure.code = ErrorCode::kCorrupt;
  if (failure.remedy.empty()) failure.remedy = "restore the file from a copy, or build the collection again";
  return tl::unexpected(std::move(failure));
}

Result<std::shared_ptr<const Collection>> CollectionReader::open_once(const fs::path& directory) {
  std::error_code error;
  if (!fs::exists(layout::catalog(directory), error)) {
    return fail(ErrorCode::kNotFound, "there is no collection here", directory.string(),
                "create one with attest add -c DIR FILE…, or name another with -c");
  }
  auto reader = std::make_shared<CollectionReader>();
  reader->directory_ = directory;
  ATTEST_ASSIGN(const Database::Access access, access_to(directory));
  if (access == Database::Access::kImmutable) reader->hold_ = WriterLock::share(layout::lock(directory));
  ATTEST_ASSIGN(reader->database_, Database::open(layout::catalog(directory), access));
  Database& database = reader->database_;
  ATTEST_TRY(database.execute("PRAGMA query_only=1; PRAGMA cache_size=-32768; BEGIN"));
  // A writer that died while creating the catalog leaves it empty.
  ATTEST_ASSIGN(const int64_t tables, database.integer("SELECT count(*) FROM sqlite_schema"));
  if (tables == 0) {
    return fail(ErrorCode::kInput, "the collection is empty: creating it was interrupted", directory.string(),
                "run attest add again");
  }
  ATTEST_TRY(check_catalog(database));
  ATTEST_ASSIGN(reader->manifest_, load_manifest(database));
  for (const DictionaryEntry& entry : reader->manifest_.dictionaries) {
    const fs::path path = layout::dictionary_file(directory, entry.number);
    ATTEST_ASSIGN(std::string bytes, read_file(path, 16u << 20));
    if (content_hash(bytes) != entry.content_hash) {
      return fail(ErrorCode::kCorrupt, "a dictionary does not match its checksum", path.string(),
                  "restore the file from a copy, or build the collection again with attest add");
    }
    ATTEST_ASSIGN(reader->dictionaries_[entry.number],
                  Dictionary::from_bytes(entry.number, std::move(bytes)));
  }
  for (const TextsEntry& entry : reader->manifest_.texts) {
    if (entry.bytes == 0) continue;
    ATTEST_TRY(reader->texts_.open(layout::texts_file(directory, entry.file), entry.file, entry.bytes));
  }
  for (const SegmentEntry& entry : reader->manifest_.segments) {
    const fs::path path = layout::segment_file(directory, entry.file);
    ATTEST_ASSIGN(auto segment, index::Segment::open(path));
    if (segment->document_count() != entry.numbers.count() || segment->size_bytes() != entry.bytes) {
      return fail(ErrorCode::kCorrupt, "a segment is not the one that the catalog names", path.string(),
                  "run attest compact --rebuild-index");
    }
    reader->segments_.push_back({std::move(segment), entry.deleted});
  }
  ATTEST_TRY(reader->prepare_queries());
  return std::shared_ptr<const Collection>(std::move(reader));
}

Status CollectionReader::prepare_queries() {
  const std::string identity = "SELECT number, id, pmid, doi, evidence_id, flags FROM documents WHERE ";
  const std::string link =
      "SELECT l.kind, l.citation, d.number, d.id FROM links l JOIN documents d USING(number) WHERE ";
  const std::string abbreviation = "SELECT short_form, long_form, documents FROM abbreviations WHERE ";
  const std::string most_first = " ORDER BY documents DESC, long_form, short_form LIMIT 1000";
  const std::pair<Query*, std::string> queries[] = {
      {&row_,
       "SELECT id, depth, content_hash, text_file, text_offset, text_length, record FROM documents WHERE "
       "number=?"},
      {&depth_, "SELECT depth FROM documents WHERE number=?"},
      {&by_number_, identity + "number=?"},
      {&by_id_, identity + "id=?"},
      {&by_pmid_, identity + "pmid=? ORDER BY number LIMIT 1"},
      {&by_pmcid_, identity + "pmcid=? ORDER BY number LIMIT 1"},
      {&by_doi_, identity + "doi=? ORDER BY number LIMIT 1"},
      {&by_evidence_, identity + "evidence_id=? ORDER BY number LIMIT 1"},
      {&own_links_, "SELECT kind, pmid, doi, key, citation FROM links WHERE number=? ORDER BY position"},
      {&links_to_pmid_, link + "l.pmid=? ORDER BY d.number, l.position"},
      {&links_to_doi_, link + "l.doi=? ORDER BY d.number, l.position"},
      {&links_to_key_, link + "l.key=? ORDER BY d.number, l.position"},
      {&concepts_,
       "SELECT DISTINCT c.id, c.name, c.tree_numbers FROM terms t JOIN concepts c ON c.id=t.concept "
       "WHERE t.normalised=? ORDER BY t.position > 0, c.id"},
      {&terms_, "SELECT term FROM terms WHERE concept=? AND position > 0 ORDER BY position"},
      // '!' is the byte after the space.
      {&first_words_,
       "SELECT DISTINCT normalised FROM terms WHERE normalised >= ?1 AND normalised < ?1 || '!' "
       "ORDER BY normalised"},
      {&abbreviations_short_, abbreviation + "short_form=? COLLATE NOCASE" + most_first},
      {&abbreviations_long_, abbreviation + "long_form=?" + most_first},
  };
  for (const auto& [query, sql] : queries) {
    ATTEST_ASSIGN(*query, database_.prepare(sql));
  }
  return {};
}

Result<uint64_t> CollectionReader::number_of(DocumentRef ref) const {
  if (ref.segment >= manifest_.segments.size() ||
      ref.document >= manifest_.segments[ref.segment].numbers.count()) {
    return fail(ErrorCode::kNotFound,
                fmt::format("there is no document {} in segment {}", ref.document, ref.segment));
  }
  return manifest_.segments[ref.segment].numbers.number(ref.document);
}

Result<DocumentRef> CollectionReader::ref_of(uint64_t number) const {
  const auto segment = manifest_.segment_of(number);
  const auto document = segment ? manifest_.segments[*segment].numbers.document(number) : std::nullopt;
  if (!document) {
    return fail(ErrorCode::kCorrupt, fmt::format("document number {} is in no segment", number),
                database_.place(), "run attest compact --rebuild-index");
  }
  return DocumentRef{*segment, *document};
}

Result<CollectionReader::StoredParts> CollectionReader::stored_parts(uint64_t number) const {
  const std::lock_guard lock(catalog_mutex_);
  Cursor row = row_.select(number);
  ATTEST_ASSIGN(const bool found, row.next());
  if (!found) return fail(ErrorCode::kNotFound, fmt::format("document number {} has been deleted", number));
  StoredParts parts;
  parts.id = row.text(0);
  parts.depth = static_cast<Depth>(row.integer(1));
  parts.content_hash = row.text(2);
  parts.location = {row.number32(3), static_cast<uint64_t>(row.integer(4)), row.number32(5)};
  parts.record_frame = row.blob(6);
  return parts;
}

Result<Document> CollectionReader::document_from(const StoredParts& parts) const {
  ATTEST_ASSIGN(const std::string frame, texts_.frame(parts.location));
  ATTEST_ASSIGN(std::string text, decompress(frame, dictionaries_, limits::kTextBytesMax));
  ATTEST_ASSIGN(const std::string details, decompress(parts.record_frame, dictionaries_, kDetailsBytesMax));
  if (document_content_hash(parts.id, parts.depth, details, text) != parts.content_hash) {
    return fail(ErrorCode::kCorrupt, fmt::format("document {} does not match its content hash", parts.id),
                database_.place(), "add its source file again with attest add --repair");
  }
  return assemble_document(parts.id, parts.depth, details, std::move(text));
}

Result<Document> CollectionReader::document(DocumentRef ref) const {
  ATTEST_ASSIGN(const uint64_t number, number_of(ref));
  ATTEST_ASSIGN(const StoredParts parts, stored_parts(number));
  return document_from(parts);
}

Result<std::string> CollectionReader::text(DocumentRef ref) const {
  ATTEST_ASSIGN(const uint64_t number, number_of(ref));
  ATTEST_ASSIGN(const StoredParts parts, stored_parts(number));
  ATTEST_ASSIGN(const std::string frame, texts_.frame(parts.location));
  return decompress(frame, dictionaries_, limits::kTextBytesMax);
}

Result<std::string> CollectionReader::id(DocumentRef ref) const {
  ATTEST_ASSIGN(const uint64_t number, number_of(ref));
  const std::lock_guard lock(catalog_mutex_);
  Cursor row = by_number_.select(number);
  ATTEST_ASSIGN(const bool found, row.next());
  if (!found) return fail(ErrorCode::kNotFound, fmt::format("document number {} has been deleted", number));
  return std::string(row.text(1));
}

Result<Depth> CollectionReader::depth(DocumentRef ref) const {
  ATTEST_ASSIGN(const uint64_t number, number_of(ref));
  const std::lock_guard lock(catalog_mutex_);
  Cursor row = depth_.select(number);
  ATTEST_ASSIGN(const bool found, row.next());
  if (!found) return fail(ErrorCode::kNotFound, fmt::format("document number {} has been deleted", number));
  return static_cast<Depth>(row.integer(0));
}

}  // namespace attest
