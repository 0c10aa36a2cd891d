// Opening a collection for writing: lock, tables, manifest, dictionaries, and sweeping what a crash left.
#include <fmt/format.h>

#include "base/checksum.h"
#include "base/file.h"
#include "collection/catalog_schema.h"
#include "collection/catalog_writer.h"
#include "collection/layout.h"

namespace attest {

namespace fs = std::filesystem;

namespace {

// Refuses a folder that holds something else: a mistyped -c must not fill somebody's documents folder.
Status check_folder(const fs::path& directory) {
  std::error_code error;
  if (fs::exists(layout::catalog(directory), error)) return {};
  for (fs::directory_iterator entry(directory, error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (name != "writer.lock" && name != "texts" && name != "segments" &&
        !name.starts_with("catalog.sqlite")) {
      return fail(ErrorCode::kUsage, "the folder is not empty and holds no collection", directory.string(),
                  "name a new or empty folder with -c");
    }
  }
  return {};
}

Status create_folders(const fs::path& directory) {
  for (const fs::path& folder :
       {directory, layout::texts_folder(directory), layout::segments_folder(directory)}) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) {
      return fail(ErrorCode::kEnvironment, fmt::format("cannot create the folder: {}", error.message()),
                  folder.string(), "check permissions and free space, or name another folder with -c");
    }
  }
  const fs::path parent = fs::absolute(directory).parent_path();
  // The parent may belong to somebody else; then its own entry is not ours to sync.
  (void)sync_path(parent);
  return sync_path(directory);
}

}  // namespace

Result<std::unique_ptr<CatalogWriter>> CatalogWriter::open(const fs::path& directory,
                                                           const WriterOptions& options) {
  std::unique_ptr<CatalogWriter> writer(new CatalogWriter(directory, options));
  ATTEST_TRY(check_folder(directory));
  ATTEST_TRY(create_folders(directory));
  ATTEST_ASSIGN(writer->lock_, WriterLock::acquire(layout::lock(directory)));
  ATTEST_ASSIGN(writer->database_, Database::open(layout::catalog(directory), Database::Access::kWrite));
  Database& database = writer->database_;
  ATTEST_TRY(
      database.execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536;"
                       "PRAGMA temp_store=MEMORY; PRAGMA journal_size_limit=16777216"));
  ATTEST_TRY(create_or_check_catalog(database));
  ATTEST_ASSIGN(writer->manifest_, load_manifest(database));
  ATTEST_TRY(writer->load_dictionaries());
  ATTEST_TRY(writer->sweep());
  ATTEST_TRY(writer->open_texts());
  ATTEST_TRY(writer->prepare_queries());
  return writer;
}

Status CatalogWriter::load_dictionaries() {
  for (const DictionaryEntry& entry : manifest_.dictionaries) {
    const fs::path path = layout::dictionary_file(directory_, entry.number);
    ATTEST_ASSIGN(std::string bytes, read_file(path, 16u << 20));
    if (content_hash(bytes) != entry.content_hash) {
      return fail(ErrorCode::kCorrupt, "a dictionary does not match its checksum", path.string(),
                  "restore the file from a copy, or build the collection again with attest add");
    }
    ATTEST_ASSIGN(dictionaries_[entry.number], Dictionary::from_bytes(entry.number, std::move(bytes)));
  }
  if (manifest_.text_dictionary != 0) text_dictionary_ = dictionaries_[manifest_.text_dictionary];
  if (manifest_.record_dictionary != 0) record_dictionary_ = dictionaries_[manifest_.record_dictionary];
  return {};
}

Status CatalogWriter::sweep() {
  const auto is_named = [&](const fs::path& path) {
    if (const auto number = layout::number_of(path, ".segment")) {
      for (const SegmentEntry& entry : manifest_.segments) {
        if (entry.file == *number) return true;
      }
    }
    if (const auto number = layout::number_of(path, ".texts")) {
      for (const TextsEntry& entry : manifest_.texts) {
        if (entry.file == *number) return true;
      }
    }
    if (const auto number = layout::number_of(path, ".dictionary")) {
      for (const DictionaryEntry& entry : manifest_.dictionaries) {
        if (entry.number == *number) return true;
      }
    }
    return false;
  };
  // Only names that Attest itself gives are touched.
  const auto is_ours = [](const fs::path& path) {
    const fs::path name = path.extension() == ".tmp" ? path.stem() : path.filename();
    return layout::number_of(name, ".segment") || layout::number_of(name, ".texts") ||
           layout::number_of(name, ".dictionary");
  };
  for (const fs::path& folder : {layout::texts_folder(directory_), layout::segments_folder(directory_)}) {
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
      std::error_code ignored;
      if (is_ours(entry->path()) && !is_named(entry->path())) fs::remove(entry->path(), ignored);
    }
  }
  return {};
}

Status CatalogWriter::open_texts() {
  if (manifest_.texts.empty()) {
    const uint32_t number = manifest_.next_texts++;
    manifest_.texts.push_back({number, 0});
  }
  const TextsEntry& last = manifest_.texts.back();
  const fs::path path = layout::texts_file(directory_, last.file);
  if (last.bytes > 0) {
    std::error_code error;
    const uint64_t size = fs::file_size(path, error);
    if (error || size < last.bytes) {
      return fail(ErrorCode::kCorrupt, "the file of texts is missing or shorter than the catalog says",
                  path.string(),
                  "restore the file from a copy, or build the collection again with attest add");
    }
  }
  ATTEST_ASSIGN(texts_, TextsWriter::open(path, last.file, last.bytes));
  return {};
}

Status CatalogWriter::prepare_queries() {
  const std::pair<Query*, const char*> queries[] = {
      {&find_document_,
       "SELECT number, content_hash, absorbed_hash, version, revised, depth FROM documents WHERE id=?"},
      {&insert_document_,
       "INSERT INTO documents(number, id, pmid, pmcid, doi, evidence_id, content_hash, absorbed_hash, "
       "version, revised, "
       "depth, year, flags, source, text_file, text_offset, text_length, text_bytes, abbreviations, record) "
       "VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"},
      {&erase_document_, "DELETE FROM documents WHERE number=?"},
      {&read_document_,
       "SELECT id, depth, text_file, text_offset, text_length, record, content_hash FROM documents WHERE "
       "number=?"},
      {&document_facts_, "SELECT source, depth, year, abbreviations FROM documents WHERE number=?"},
      {&insert_link_,
       "INSERT INTO links(number, position, kind, pmid, doi, key, citation) VALUES(?,?,?,?,?,?,?)"},
      {&erase_links_, "DELETE FROM links WHERE number=?"},
      {&learn_abbreviation_,
       "INSERT INTO abbreviations(short_form, long_form, documents) VALUES(?,?,1) "
       "ON CONFLICT(short_form, long_form) DO UPDATE SET documents=documents+1 RETURNING abbreviation"},
      {&unlearn_abbreviation_, "UPDATE abbreviations SET documents=documents-1 WHERE abbreviation=?"},
      {&read_concept_, "SELECT name, tree_numbers FROM concepts WHERE id=?"},
      {&read_terms_, "SELECT term FROM terms WHERE concept=? ORDER BY position"},
      {&erase_concept_, "DELETE FROM concepts WHERE id=?"},
      {&erase_terms_, "DELETE FROM terms WHERE concept=?"},
      {&insert_concept_, "INSERT INTO concepts(id, name, tree_numbers) VALUES(?,?,?)"},
      {&insert_term_, "INSERT INTO terms(concept, position, term, normalised) VALUES(?,?,?,?)"},
      {&find_file_, "SELECT fingerprint FROM files WHERE path=?"},
      {&insert_file_, "INSERT OR REPLACE INTO files(path, fingerprint, done_at) VALUES(?,?,?)"},
      {&insert_failure_, "INSERT OR REPLACE INTO failures(path, message) VALUES(?,?)"},
      {&trim_failures_, "DELETE FROM failures WHERE sequence <= (SELECT max(sequence) FROM failures) - ?"},
      {&erase_failures_, "DELETE FROM failures WHERE path=?"},
  };
  for (const auto& [query, sql] : queries) {
    ATTEST_ASSIGN(*query, database_.prepare(sql));
  }
  return {};
}

}  // namespace attest
