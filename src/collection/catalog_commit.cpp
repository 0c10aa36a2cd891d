// Segments, merging and the commit.
//
// Merging keeps the number of segments small: when more than ten are there, the eight neighbours that are
// smallest together become one. Only neighbours are merged, so that documents stay in the order in which
// they came. Each merge removes seven segments, so a document is rewritten about once for every eightfold
// growth of the collection.
#include <algorithm>

#include <fmt/format.h>

#include "base/checksum.h"
#include "base/file.h"
#include "collection/catalog_writer.h"
#include "collection/layout.h"

namespace attest {

namespace fs = std::filesystem;

namespace {
constexpr size_t kSegmentsMax = 10;
constexpr size_t kMergeRun = 8;

Result<uint64_t> size_of(const fs::path& path) {
  std::error_code error;
  const uint64_t bytes = fs::file_size(path, error);
  if (error) {
    return fail(ErrorCode::kEnvironment, fmt::format("cannot examine the file: {}", error.message()),
                path.string());
  }
  return bytes;
}
}  // namespace

Status CatalogWriter::begin() {
  if (in_transaction_) return {};
  ATTEST_TRY(database_.execute("BEGIN IMMEDIATE"));
  in_transaction_ = true;
  return {};
}

Status CatalogWriter::flush_segment() {
  if (building_numbers_.count() == 0) return {};
  layout::durability_step("segment");
  SegmentEntry entry;
  entry.file = manifest_.next_segment++;
  const fs::path path = layout::segment_file(directory_, entry.file);
  ATTEST_TRY(builder_.write(path));
  ATTEST_ASSIGN(entry.content_hash, layout::hash_file(path));
  ATTEST_ASSIGN(entry.bytes, size_of(path));
  entry.documents_hash = building_hash_.finish();
  entry.numbers = std::move(building_numbers_);
  if (building_deleted_.count() > 0) {
    entry.deleted = std::make_shared<const index::DeletedSet>(std::move(building_deleted_));
  }
  manifest_.segments.push_back(std::move(entry));
  building_numbers_ = NumberRuns();
  building_deleted_ = index::DeletedSet();
  building_hash_ = DocumentsHash();
  return {};
}

Status CatalogWriter::merge_if_many() {
  while (manifest_.segments.size() > kSegmentsMax) {
    size_t best = 0;
    uint64_t best_bytes = UINT64_MAX;
    for (size_t first = 0; first + kMergeRun <= manifest_.segments.size(); ++first) {
      uint64_t bytes = 0;
      for (size_t i = first; i < first + kMergeRun; ++i) bytes += manifest_.segments[i].bytes;
      if (bytes < best_bytes) {
        best = first;
        best_bytes = bytes;
      }
    }
    ATTEST_TRY(merge_run(best, kMergeRun));
  }
  return {};
}

Status CatalogWriter::merge_run(size_t first, size_t count) {
  const auto begin_entry = manifest_.segments.begin() + static_cast<std::ptrdiff_t>(first);
  const auto end_entry = begin_entry + static_cast<std::ptrdiff_t>(count);
  uint64_t living = 0;
  std::vector<index::SegmentView> inputs;
  for (auto entry = begin_entry; entry != end_entry; ++entry) {
    living += entry->numbers.count() - entry->deleted_count();
    const fs::path path = layout::segment_file(directory_, entry->file);
    ATTEST_ASSIGN(auto segment, index::Segment::open(path));
    if (segment->document_count() != entry->numbers.count()) {
      return fail(ErrorCode::kCorrupt, "a segment does not hold as many documents as the catalog says",
                  path.string(), "run attest compact --rebuild-index");
    }
    inputs.push_back({std::move(segment), entry->deleted});
    obsolete_.push_back(path);
  }
  std::vector<SegmentEntry> merged;
  if (living > 0) {
    layout::durability_step("merged segment");
    SegmentEntry entry;
    entry.file = manifest_.next_segment++;
    const fs::path path = layout::segment_file(directory_, entry.file);
    ATTEST_ASSIGN(const auto renumbered, index::merge_segments(inputs, path));
    uint32_t expected = 0;
    for (size_t i = 0; i < count; ++i) {
      const NumberRuns& numbers = begin_entry[static_cast<std::ptrdiff_t>(i)].numbers;
      for (uint32_t old = 0; old < numbers.count(); ++old) {
        if (renumbered[i][old] == UINT32_MAX) continue;
        if (renumbered[i][old] != expected++) {
          return fail(ErrorCode::kCorrupt, "merging segments changed the order of documents", path.string());
        }
        entry.numbers.append(numbers.number(old));
      }
    }
    DocumentsHash hash;
    ATTEST_ASSIGN(Query rows, database_.prepare("SELECT number, id, content_hash FROM documents WHERE number "
                                                "BETWEEN ? AND ? ORDER BY number"));
    Cursor row = rows.select(entry.numbers.first(), entry.numbers.last());
    uint32_t document = 0;
    while (true) {
      ATTEST_ASSIGN(const bool found, row.next());
      if (!found) break;
      const auto number = static_cast<uint64_t>(row.integer(0));
      if (document >= entry.numbers.count() || entry.numbers.number(document) != number) break;
      hash.add(row.text(1), row.text(2));
      ++document;
    }
    if (document != entry.numbers.count()) {
      return fail(ErrorCode::kCorrupt, "catalog and segments do not hold the same documents",
                  database_.place(), "run attest compact --rebuild-index");
    }
    entry.documents_hash = hash.finish();
    ATTEST_ASSIGN(entry.content_hash, layout::hash_file(path));
    ATTEST_ASSIGN(entry.bytes, size_of(path));
    merged.push_back(std::move(entry));
  }
  for (auto entry = begin_entry; entry != end_entry; ++entry) deleted_.erase(entry->file);
  const auto at = manifest_.segments.erase(begin_entry, end_entry);
  manifest_.segments.insert(at, std::make_move_iterator(merged.begin()),
                            std::make_move_iterator(merged.end()));
  return {};
}

Status CatalogWriter::store_facets() {
  ATTEST_ASSIGN(
      Query upsert,
      database_.prepare("INSERT INTO facets(kind, value, documents) VALUES(?,?,?) "
                        "ON CONFLICT(kind, value) DO UPDATE SET documents=documents+excluded.documents"));
  for (const auto& [facet, change] : facet_changes_) {
    if (change != 0) ATTEST_TRY(upsert.run(facet.first, facet.second, change));
  }
  facet_changes_.clear();
  return database_.execute(
      "DELETE FROM facets WHERE documents <= 0; DELETE FROM abbreviations WHERE documents <= 0");
}

Status CatalogWriter::commit() {
  ATTEST_TRY(settle_held());
  if (!in_transaction_) return {};
  ATTEST_TRY(flush_segment());
  ATTEST_TRY(merge_if_many());
  layout::durability_step("texts");
  ATTEST_TRY(texts_->sync());
  manifest_.texts.back().bytes = texts_->bytes();
  layout::durability_step("folders");
  ATTEST_TRY(sync_path(layout::texts_folder(directory_)));
  ATTEST_TRY(sync_path(layout::segments_folder(directory_)));
  layout::durability_step("manifest");
  ATTEST_TRY(store_facets());
  manifest_.snapshot = snapshot_of(manifest_);
  ATTEST_TRY(store_manifest(database_, manifest_));
  layout::durability_step("commit");
  ATTEST_TRY(database_.execute("COMMIT"));
  in_transaction_ = false;
  since_commit_ = 0;
  layout::durability_step("removal");
  remove_obsolete();
  return {};
}

void CatalogWriter::remove_obsolete() {
  // Readers that have these files open keep them; what cannot be removed now, the next writer sweeps.
  for (const fs::path& path : obsolete_) {
    std::error_code ignored;
    fs::remove(path, ignored);
  }
  obsolete_.clear();
}

}  // namespace attest
