// Compaction: one segment, no deleted documents, no texts that nobody names, a catalog without gaps, and
// nothing left in SQLite's write-ahead log, so that the folder can be copied to a read-only medium.
// Rebuilding: the segments written anew from the stored texts, when one of them is damaged.
#include <fmt/format.h>

#include "collection/catalog_writer.h"
#include "collection/layout.h"

namespace attest {

namespace {

void report(const Progress& progress, uint64_t done, uint64_t total) {
  if (progress && (done % 256 == 0 || done == total)) progress(done, total);
}

}  // namespace

Result<bool> CatalogWriter::texts_have_waste() {
  ATTEST_ASSIGN(const int64_t used, database_.integer("SELECT coalesce(sum(text_length), 0) FROM documents"));
  uint64_t stored = 0;
  for (const TextsEntry& entry : manifest_.texts) {
    stored += entry.bytes - std::min<uint64_t>(entry.bytes, kTextsHeaderBytes);
  }
  return stored > static_cast<uint64_t>(used);
}

Status CatalogWriter::rewrite_texts(const Progress& progress) {
  const uint64_t total = manifest_.document_count();
  TextsReader reader;
  for (const TextsEntry& entry : manifest_.texts) {
    if (entry.bytes == 0) continue;
    ATTEST_TRY(reader.open(layout::texts_file(directory_, entry.file), entry.file, entry.bytes));
    obsolete_.push_back(layout::texts_file(directory_, entry.file));
  }
  manifest_.texts.clear();
  const auto start_file = [&]() -> Status {
    const uint32_t number = manifest_.next_texts++;
    ATTEST_ASSIGN(texts_, TextsWriter::open(layout::texts_file(directory_, number), number, 0));
    manifest_.texts.push_back({number, 0});
    return {};
  };
  layout::durability_step("compacted texts");
  ATTEST_TRY(start_file());
  ATTEST_ASSIGN(Query rows,
                database_.prepare("SELECT number, text_file, text_offset, text_length, text_bytes FROM "
                                  "documents WHERE number > ? ORDER BY number LIMIT 1"));
  ATTEST_ASSIGN(Query move,
                database_.prepare("UPDATE documents SET text_file=?, text_offset=?, text_length=? "
                                  "WHERE number=?"));
  int64_t number = -1;
  for (uint64_t done = 0;; ++done) {
    TextLocation location;
    size_t text_bytes = 0;
    {
      Cursor row = rows.select(number);
      ATTEST_ASSIGN(const bool found, row.next());
      if (!found) break;
      number = row.integer(0);
      location = {row.number32(1), static_cast<uint64_t>(row.integer(2)), row.number32(3)};
      text_bytes = static_cast<size_t>(row.integer(4));
    }
    // The frame as it is: the dictionary it names stays.
    ATTEST_ASSIGN(const std::string frame, reader.frame(location));
    if (texts_->bytes() > kTextsFileBytesMax) {
      ATTEST_TRY(texts_->sync());
      manifest_.texts.back().bytes = texts_->bytes();
      ATTEST_TRY(start_file());
    }
    ATTEST_ASSIGN(const TextLocation moved, texts_->append(frame, text_bytes));
    ATTEST_TRY(move.run(moved.file, moved.offset, moved.length, number));
    report(progress, done, total);
  }
  return {};
}

Status CatalogWriter::compact(const Progress& progress) {
  ATTEST_TRY(commit());
  ATTEST_TRY(begin());
  bool deletions = false;
  for (const SegmentEntry& entry : manifest_.segments) deletions = deletions || entry.deleted_count() > 0;
  if (manifest_.segments.size() > 1 || deletions) ATTEST_TRY(merge_run(0, manifest_.segments.size()));
  ATTEST_ASSIGN(const bool waste, texts_have_waste());
  if (waste) ATTEST_TRY(rewrite_texts(progress));
  ATTEST_TRY(commit());
  layout::durability_step("vacuum");
  ATTEST_TRY(database_.execute("VACUUM"));
  layout::durability_step("checkpoint");
  ATTEST_TRY(database_.execute("PRAGMA wal_checkpoint(TRUNCATE)"));
  const uint64_t total = manifest_.document_count();
  if (progress) progress(total, total);
  return {};
}

Status CatalogWriter::rebuild_index(const Progress& progress) {
  ATTEST_TRY(commit());
  ATTEST_TRY(begin());
  for (const SegmentEntry& entry : manifest_.segments) {
    obsolete_.push_back(layout::segment_file(directory_, entry.file));
  }
  manifest_.segments.clear();
  deleted_.clear();
  ATTEST_ASSIGN(const int64_t total, database_.integer("SELECT count(*) FROM documents"));
  ATTEST_ASSIGN(Query rows,
                database_.prepare("SELECT number, id, content_hash FROM documents WHERE number > ? "
                                  "ORDER BY number LIMIT 1"));
  int64_t number = -1;
  for (uint64_t done = 0;; ++done) {
    std::string id;
    std::string hash;
    {
      Cursor row = rows.select(number);
      ATTEST_ASSIGN(const bool found, row.next());
      if (!found) break;
      number = row.integer(0);
      id = row.text(1);
      hash = row.text(2);
    }
    auto document = stored_document(static_cast<uint64_t>(number));
    if (document) {
      builder_.add(analyse_document(*document, stemmer_));
    } else {
      // A text that cannot be read is not searched, but stays listed, so that check can name it.
      builder_.add(index::IndexDocument());
    }
    building_numbers_.append(static_cast<uint64_t>(number));
    building_hash_.add(id, hash);
    if (builder_.memory_bytes() > options_.index_memory_bytes) ATTEST_TRY(flush_segment());
    report(progress, done, static_cast<uint64_t>(total));
  }
  return commit();
}

}  // namespace attest
