#include "collection/manifest.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "base/checksum.h"
#include "collection/bytes.h"
#include "collection/catalog_schema.h"

namespace attest {

namespace {

constexpr size_t kRunBytes = 12;

uint64_t integer_setting(std::string_view text) {
  uint64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace

void NumberRuns::append(uint64_t number) {
  if (runs_.empty() || runs_.back().number + (count_ - runs_.back().document) != number) {
    runs_.push_back({count_, number});
  }
  ++count_;
}

uint64_t NumberRuns::number(uint32_t document) const {
  auto run = std::upper_bound(runs_.begin(), runs_.end(), document,
                              [](uint32_t value, const Run& other) { return value < other.document; });
  --run;
  return run->number + (document - run->document);
}

std::optional<uint32_t> NumberRuns::document(uint64_t number) const {
  auto run = std::upper_bound(runs_.begin(), runs_.end(), number,
                              [](uint64_t value, const Run& other) { return value < other.number; });
  if (run == runs_.begin()) return std::nullopt;
  const uint32_t end = run == runs_.end() ? count_ : run->document;
  --run;
  const uint64_t document = run->document + (number - run->number);
  if (document >= end) return std::nullopt;
  return static_cast<uint32_t>(document);
}

std::string NumberRuns::serialize() const {
  std::string bytes;
  for (const Run& run : runs_) {
    append_integer(bytes, run.document);
    append_integer(bytes, run.number);
  }
  return bytes;
}

Result<NumberRuns> NumberRuns::deserialize(std::string_view bytes, uint32_t count) {
  NumberRuns numbers;
  numbers.count_ = count;
  if (bytes.size() % kRunBytes != 0)
    return fail(ErrorCode::kCorrupt, "a segment's numbers are damaged", "", kRestore);
  for (size_t at = 0; at < bytes.size(); at += kRunBytes) {
    const Run run{load_integer<uint32_t>(bytes, at), load_integer<uint64_t>(bytes, at + 4)};
    bool valid = run.document < count && run.number < (1ull << 62);
    if (numbers.runs_.empty()) {
      valid = valid && run.document == 0;
    } else {
      const Run& before = numbers.runs_.back();
      valid = valid && run.document > before.document &&
              run.number > before.number + (run.document - before.document - 1);
    }
    if (!valid) return fail(ErrorCode::kCorrupt, "a segment's numbers are damaged", "", kRestore);
    numbers.runs_.push_back(run);
  }
  if (numbers.runs_.empty() != (count == 0)) {
    return fail(ErrorCode::kCorrupt, "a segment's numbers are damaged", "", kRestore);
  }
  return numbers;
}

std::optional<uint32_t> Manifest::segment_of(uint64_t number) const {
  auto entry = std::upper_bound(
      segments.begin(), segments.end(), number,
      [](uint64_t value, const SegmentEntry& other) { return value < other.numbers.first(); });
  if (entry == segments.begin()) return std::nullopt;
  --entry;
  if (number > entry->numbers.last()) return std::nullopt;
  return static_cast<uint32_t>(entry - segments.begin());
}

uint64_t Manifest::document_count() const {
  uint64_t documents = 0;
  for (const SegmentEntry& entry : segments) documents += entry.numbers.count() - entry.deleted_count();
  return documents;
}

std::string snapshot_of(const Manifest& manifest) {
  std::string state = "attest snapshot 1\n";
  for (const SegmentEntry& entry : manifest.segments) {
    state +=
        fmt::format("segment {} {} {}\n", entry.content_hash, entry.documents_hash, entry.numbers.count());
    if (entry.deleted_count() > 0) {
      // The documents themselves and not the bits as stored, whose padding has no meaning.
      std::string deleted;
      for (uint32_t document = 0; document < entry.numbers.count(); ++document) {
        if (entry.deleted->contains(document)) append_integer(deleted, document);
      }
      state += fmt::format("deleted {}\n", content_hash(deleted));
    }
  }
  state += fmt::format("thesaurus {:016x}{:016x}\n", manifest.thesaurus_hash[0], manifest.thesaurus_hash[1]);
  return content_hash(state);
}

void add_to_thesaurus_hash(Manifest& manifest, std::string_view concept_bytes, bool remove) {
  // A sum does not depend on the order in which files were read, and a replaced concept can be taken out.
  const std::string hash = content_hash(concept_bytes);
  for (size_t half = 0; half < 2; ++half) {
    uint64_t value = 0;
    std::from_chars(hash.data() + 16 * half, hash.data() + 16 * (half + 1), value, 16);
    manifest.thesaurus_hash[half] += remove ? 0 - value : value;
  }
}

Result<Manifest> load_manifest(Database& database) {
  Manifest manifest;
  ATTEST_ASSIGN(Query segments,
                database.prepare("SELECT file, bytes, content_hash, documents_hash, documents, numbers, "
                                 "deleted FROM segments ORDER BY position"));
  uint64_t last_number = 0;
  {
    Cursor row = segments.select();
    while (true) {
      ATTEST_ASSIGN(const bool found, row.next());
      if (!found) break;
      SegmentEntry entry;
      entry.file = row.number32(0);
      entry.bytes = static_cast<uint64_t>(row.integer(1));
      entry.content_hash = row.text(2);
      entry.documents_hash = row.text(3);
      ATTEST_ASSIGN(entry.numbers, NumberRuns::deserialize(row.blob(5), row.number32(4)));
      if (!row.is_null(6)) {
        ATTEST_ASSIGN(index::DeletedSet deleted, index::DeletedSet::deserialize(row.blob(6)));
        entry.deleted = std::make_shared<const index::DeletedSet>(std::move(deleted));
      }
      const bool ascending = manifest.segments.empty() || entry.numbers.first() > last_number;
      if (entry.numbers.count() == 0 || !ascending || entry.deleted_count() > entry.numbers.count()) {
        return fail(ErrorCode::kCorrupt, "the manifest contradicts itself", database.place(), kRestore);
      }
      last_number = entry.numbers.last();
      manifest.segments.push_back(std::move(entry));
    }
  }
  ATTEST_ASSIGN(Query texts, database.prepare("SELECT file, bytes FROM texts ORDER BY file"));
  {
    Cursor row = texts.select();
    while (true) {
      ATTEST_ASSIGN(const bool found, row.next());
      if (!found) break;
      manifest.texts.push_back({row.number32(0), static_cast<uint64_t>(row.integer(1))});
    }
  }
  ATTEST_ASSIGN(Query dictionaries,
                database.prepare("SELECT number, content_hash FROM dictionaries ORDER BY number"));
  {
    Cursor row = dictionaries.select();
    while (true) {
      ATTEST_ASSIGN(const bool found, row.next());
      if (!found) break;
      manifest.dictionaries.push_back({row.number32(0), std::string(row.text(1))});
    }
  }
  ATTEST_ASSIGN(Query settings, database.prepare("SELECT name, value FROM settings"));
  Cursor row = settings.select();
  while (true) {
    ATTEST_ASSIGN(const bool found, row.next());
    if (!found) break;
    const std::string_view name = row.text(0);
    const std::string_view value = row.text(1);
    if (name == "snapshot") manifest.snapshot = value;
    if (name == "next_number") manifest.next_number = integer_setting(value);
    if (name == "next_segment") manifest.next_segment = static_cast<uint32_t>(integer_setting(value));
    if (name == "next_texts") manifest.next_texts = static_cast<uint32_t>(integer_setting(value));
    if (name == "next_dictionary") manifest.next_dictionary = static_cast<uint32_t>(integer_setting(value));
    if (name == "text_dictionary") manifest.text_dictionary = static_cast<uint32_t>(integer_setting(value));
    if (name == "record_dictionary")
      manifest.record_dictionary = static_cast<uint32_t>(integer_setting(value));
    if (name == "thesaurus_hash_high") manifest.thesaurus_hash[0] = integer_setting(value);
    if (name == "thesaurus_hash_low") manifest.thesaurus_hash[1] = integer_setting(value);
  }
  return manifest;
}

Status store_manifest(Database& database, const Manifest& manifest) {
  ATTEST_TRY(database.execute("DELETE FROM segments; DELETE FROM texts; DELETE FROM dictionaries"));
  ATTEST_ASSIGN(Query segments,
                database.prepare("INSERT INTO segments(position, file, bytes, content_hash, "
                                 "documents_hash, documents, numbers, deleted) VALUES(?,?,?,?,?,?,?,?)"));
  size_t position = 0;
  for (const SegmentEntry& entry : manifest.segments) {
    const std::string numbers = entry.numbers.serialize();
    const std::string deleted = entry.deleted ? entry.deleted->serialize() : std::string();
    std::optional<Blob> deleted_blob;
    if (entry.deleted) deleted_blob = Blob{deleted};
    ATTEST_TRY(segments.run(position++, entry.file, entry.bytes, entry.content_hash, entry.documents_hash,
                            entry.numbers.count(), Blob{numbers}, deleted_blob));
  }
  ATTEST_ASSIGN(Query texts, database.prepare("INSERT INTO texts(file, bytes) VALUES(?,?)"));
  for (const TextsEntry& entry : manifest.texts) ATTEST_TRY(texts.run(entry.file, entry.bytes));
  ATTEST_ASSIGN(Query dictionaries,
                database.prepare("INSERT INTO dictionaries(number, content_hash) VALUES(?,?)"));
  for (const DictionaryEntry& entry : manifest.dictionaries) {
    ATTEST_TRY(dictionaries.run(entry.number, entry.content_hash));
  }
  ATTEST_ASSIGN(Query settings, database.prepare("INSERT OR REPLACE INTO settings(name, value) VALUES(?,?)"));
  ATTEST_TRY(settings.run("snapshot", manifest.snapshot));
  const std::pair<const char*, uint64_t> numbers[] = {
      {"next_number", manifest.next_number},
      {"next_segment", manifest.next_segment},
      {"next_texts", manifest.next_texts},
      {"next_dictionary", manifest.next_dictionary},
      {"text_dictionary", manifest.text_dictionary},
      {"record_dictionary", manifest.record_dictionary},
      {"thesaurus_hash_high", manifest.thesaurus_hash[0]},
      {"thesaurus_hash_low", manifest.thesaurus_hash[1]},
  };
  for (const auto& [name, value] : numbers) ATTEST_TRY(settings.run(name, std::to_string(value)));
  return {};
}

void DocumentsHash::add(std::string_view id, std::string_view hash) {
  identity_ += id;
  identity_ += '\0';
  identity_ += hash;
  identity_ += '\n';
  // A chain of hashes keeps the memory small, however many documents there are.
  if (identity_.size() >= (1u << 20)) identity_ = content_hash(identity_);
}

std::string DocumentsHash::finish() const { return content_hash(identity_); }

}  // namespace attest
