#include "collection/catalog_schema.h"

#include <fmt/format.h>

namespace attest {

namespace {

constexpr const char* kSchema = R"sql(
CREATE TABLE settings(
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE segments(
  position INTEGER PRIMARY KEY,
  file INTEGER NOT NULL UNIQUE,
  bytes INTEGER NOT NULL,
  content_hash TEXT NOT NULL,
  documents_hash TEXT NOT NULL,
  documents INTEGER NOT NULL,
  numbers BLOB NOT NULL,
  deleted BLOB
) STRICT;

CREATE TABLE texts(
  file INTEGER PRIMARY KEY,
  bytes INTEGER NOT NULL
) STRICT;

CREATE TABLE dictionaries(
  number INTEGER PRIMARY KEY,
  content_hash TEXT NOT NULL
) STRICT;

CREATE TABLE documents(
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  pmid TEXT,
  pmcid TEXT,
  doi TEXT,
  evidence_id TEXT,
  content_hash TEXT NOT NULL,
  absorbed_hash TEXT,
  version INTEGER NOT NULL,
  revised INTEGER NOT NULL,
  depth INTEGER NOT NULL,
  year INTEGER NOT NULL,
  flags INTEGER NOT NULL,
  source TEXT NOT NULL,
  text_file INTEGER NOT NULL,
  text_offset INTEGER NOT NULL,
  text_length INTEGER NOT NULL,
  text_bytes INTEGER NOT NULL,
  abbreviations TEXT NOT NULL,
  record BLOB NOT NULL
) STRICT;
CREATE INDEX documents_pmid ON documents(pmid) WHERE pmid IS NOT NULL;
CREATE INDEX documents_pmcid ON documents(pmcid) WHERE pmcid IS NOT NULL;
CREATE INDEX documents_doi ON documents(doi) WHERE doi IS NOT NULL;
CREATE INDEX documents_evidence_id ON documents(evidence_id) WHERE evidence_id IS NOT NULL;

CREATE TABLE links(
  number INTEGER NOT NULL,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  pmid TEXT,
  doi TEXT,
  key TEXT,
  citation TEXT NOT NULL,
  PRIMARY KEY(number, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX links_pmid ON links(pmid) WHERE pmid IS NOT NULL;
CREATE INDEX links_doi ON links(doi) WHERE doi IS NOT NULL;
CREATE INDEX links_key ON links(key) WHERE key IS NOT NULL;

CREATE TABLE concepts(
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  tree_numbers TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE terms(
  concept TEXT NOT NULL,
  position INTEGER NOT NULL,
  term TEXT NOT NULL,
  normalised TEXT NOT NULL,
  PRIMARY KEY(concept, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX terms_normalised ON terms(normalised);

CREATE TABLE abbreviations(
  abbreviation INTEGER PRIMARY KEY,
  short_form TEXT NOT NULL,
  long_form TEXT NOT NULL,
  documents INTEGER NOT NULL,
  UNIQUE(short_form, long_form)
) STRICT;
CREATE INDEX abbreviations_short_form ON abbreviations(short_form COLLATE NOCASE);
CREATE INDEX abbreviations_long_form ON abbreviations(long_form);
CREATE INDEX abbreviations_unused ON abbreviations(abbreviation) WHERE documents <= 0;

CREATE TABLE facets(
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  documents INTEGER NOT NULL,
  PRIMARY KEY(kind, value)
) STRICT, WITHOUT ROWID;

CREATE TABLE files(
  path TEXT PRIMARY KEY,
  fingerprint TEXT NOT NULL,
  done_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE failures(
  sequence INTEGER PRIMARY KEY,
  path TEXT NOT NULL,
  message TEXT NOT NULL,
  UNIQUE(path, message)
) STRICT;
)sql";

}  // namespace

Status check_catalog(Database& database) {
  ATTEST_ASSIGN(const int64_t application, database.integer("PRAGMA application_id"));
  ATTEST_ASSIGN(const int64_t version, database.integer("PRAGMA user_version"));
  if (application != kCatalogApplicationId) {
    return fail(ErrorCode::kInput, "this SQLite file is not a catalog of Attest", database.place(),
                "name another folder with -c");
  }
  if (version > kCatalogVersion) {
    return fail(ErrorCode::kInput,
                fmt::format("the collection has format {}, this program reads up to format {}", version,
                            kCatalogVersion),
                database.place(), "use a newer Attest");
  }
  if (version < 1) {
    return fail(ErrorCode::kCorrupt, "the catalog's version is damaged", database.place(),
                "restore the collection from a copy, or build it again with attest add");
  }
  return {};
}

Status create_or_check_catalog(Database& database) {
  ATTEST_ASSIGN(const int64_t tables, database.integer("SELECT count(*) FROM sqlite_schema"));
  if (tables != 0) return check_catalog(database);
  // One transaction: a crash leaves either nothing or a whole catalog.
  return database.execute(
      fmt::format("BEGIN IMMEDIATE; {} PRAGMA application_id={}; PRAGMA user_version={}; COMMIT", kSchema,
                  kCatalogApplicationId, kCatalogVersion));
}

}  // namespace attest
