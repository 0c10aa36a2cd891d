#include "collection/catalog_writer.h"

#include <algorithm>
#include <charconv>
#include <ctime>

#include <fmt/format.h>

#include "base/checksum.h"
#include "base/file.h"
#include "base/limits.h"
#include "collection/catalog_schema.h"
#include "collection/layout.h"
#include "collection/merge_records.h"

namespace attest {

namespace {

constexpr size_t kHeldDocumentsMax = 2048;
constexpr size_t kHeldBytesMax = 32u << 20;
constexpr int64_t kFailuresKept = 1000;

bool contains_hash(std::string_view list, std::string_view hash) {
  return !hash.empty() && list.find(hash) != std::string_view::npos;
}

std::string joined_hashes(std::string_view list, std::string_view hash) {
  if (contains_hash(list, hash)) return std::string(list);
  return list.empty() ? std::string(hash) : fmt::format("{} {}", list, hash);
}

}  // namespace

Status CatalogWriter::append(PreparedDocument&& prepared) {
  if (text_dictionary_ != nullptr) return append_now(std::move(prepared));
  sample_bytes_ += std::min(prepared.document.text.size(), kDictionarySampleDocumentBytes);
  held_bytes_ += prepared.document.text.size() + prepared.details.size();
  held_.push_back(std::move(prepared));
  const bool enough = sample_bytes_ >= kDictionarySampleBytes || held_.size() >= kHeldDocumentsMax ||
                      held_bytes_ >= kHeldBytesMax;
  return enough ? settle_held() : Status();
}

Status CatalogWriter::adopt_dictionary(const std::vector<std::string>& samples, uint32_t& number,
                                       std::shared_ptr<const Dictionary>& dictionary) {
  auto trained = Dictionary::train(manifest_.next_dictionary, samples);
  if (!trained) return {};  // too little to learn from: go on without, and try again with what comes later
  ATTEST_TRY(begin());
  layout::durability_step("dictionary");
  number = manifest_.next_dictionary++;
  const std::filesystem::path path = layout::dictionary_file(directory_, number);
  ATTEST_TRY(write_file_atomically(path, (*trained)->bytes()));
  manifest_.dictionaries.push_back({number, content_hash((*trained)->bytes())});
  dictionaries_[number] = *trained;
  dictionary = *trained;
  return {};
}

Status CatalogWriter::settle_held() {
  if (held_.empty()) return {};
  std::vector<PreparedDocument> held = std::move(held_);
  held_.clear();
  held_bytes_ = 0;
  if (text_dictionary_ == nullptr && sample_bytes_ >= kDictionarySampleBytesMin) {
    std::vector<std::string> texts;
    std::vector<std::string> records;
    for (const PreparedDocument& prepared : held) {
      texts.push_back(prepared.document.text.substr(0, kDictionarySampleDocumentBytes));
      records.push_back(prepared.details.substr(0, kDictionarySampleDocumentBytes));
    }
    ATTEST_TRY(adopt_dictionary(texts, manifest_.text_dictionary, text_dictionary_));
    ATTEST_TRY(adopt_dictionary(records, manifest_.record_dictionary, record_dictionary_));
  }
  sample_bytes_ = 0;
  for (PreparedDocument& prepared : held) ATTEST_TRY(append_now(std::move(prepared)));
  return {};
}

Result<std::optional<CatalogWriter::StoredRow>> CatalogWriter::stored_row(std::string_view id) {
  Cursor row = find_document_.select(id);
  ATTEST_ASSIGN(const bool found, row.next());
  if (!found) return std::optional<StoredRow>();
  StoredRow stored;
  stored.number = static_cast<uint64_t>(row.integer(0));
  stored.content_hash = row.text(1);
  stored.absorbed = row.text(2);
  stored.version = row.number32(3);
  stored.revised = row.number32(4);
  stored.depth = static_cast<Depth>(row.integer(5));
  return std::optional<StoredRow>(std::move(stored));
}

Result<Document> CatalogWriter::stored_document(uint64_t number) {
  ATTEST_TRY(texts_->flush());
  Cursor row = read_document_.select(number);
  ATTEST_ASSIGN(const bool found, row.next());
  if (!found) return fail(ErrorCode::kCorrupt, "a document is missing from the catalog", database_.place());
  const TextLocation location{row.number32(2), static_cast<uint64_t>(row.integer(3)), row.number32(4)};
  const auto depth = static_cast<Depth>(row.integer(1));
  TextsReader reader;
  const bool active = location.file == texts_->number();
  uint64_t bytes = active ? texts_->bytes() : 0;
  for (const TextsEntry& entry : manifest_.texts) {
    if (!active && entry.file == location.file) bytes = entry.bytes;
  }
  ATTEST_TRY(reader.open(layout::texts_file(directory_, location.file), location.file, bytes));
  ATTEST_ASSIGN(const std::string frame, reader.frame(location));
  ATTEST_ASSIGN(std::string text, decompress(frame, dictionaries_, limits::kTextBytesMax));
  ATTEST_ASSIGN(const std::string details, decompress(row.blob(5), dictionaries_, kDetailsBytesMax));
  if (document_content_hash(row.text(0), depth, details, text) != row.text(6)) {
    return fail(ErrorCode::kCorrupt, "a stored document does not match its content hash",
                reader.place(location));
  }
  return assemble_document(row.text(0), depth, details, std::move(text));
}

Status CatalogWriter::append_now(PreparedDocument&& prepared) {
  ATTEST_TRY(begin());
  ATTEST_ASSIGN(const std::optional<StoredRow> stored, stored_row(prepared.document.id));
  if (!stored) {
    ATTEST_TRY(insert(prepared, ""));
    ++counts_.added;
    return {};
  }
  if (stored->content_hash == prepared.content_hash ||
      contains_hash(stored->absorbed, prepared.content_hash)) {
    if (!options_.repair || stored_document(stored->number)) {
      ++counts_.unchanged;
      return {};
    }
    ATTEST_TRY(erase(stored->number));
    ATTEST_TRY(insert(prepared, ""));
    ++counts_.replaced;
    return {};
  }
  const int rank = depth_rank(prepared.document.depth);
  const int stored_rank = depth_rank(stored->depth);
  const uint32_t version = prepared.document.record.version;
  if (rank == stored_rank && stored->absorbed.empty()) {
    const bool lower_version = version != 0 && stored->version != 0 && version < stored->version;
    const bool same_version = version == 0 || stored->version == 0 || version == stored->version;
    const bool older = prepared.revised != 0 && stored->revised != 0 && prepared.revised < stored->revised;
    if (lower_version || (same_version && older)) {
      ++counts_.older_ignored;
      return {};
    }
    ATTEST_TRY(erase(stored->number));
    ATTEST_TRY(insert(prepared, ""));
    ++counts_.replaced;
    return {};
  }
  // Two sources of one publication: the deeper text stays, the records are joined.
  auto other = stored_document(stored->number);
  if (!other) {
    // What is stored cannot be read any more; what has just come in is all there is.
    ATTEST_TRY(erase(stored->number));
    ATTEST_TRY(insert(prepared, ""));
    ++counts_.replaced;
    return {};
  }
  const std::string absorbed =
      joined_hashes(joined_hashes(stored->absorbed.empty() ? stored->content_hash : stored->absorbed, ""),
                    prepared.content_hash);
  Document joined;
  if (rank >= stored_rank) {
    joined = std::move(prepared.document);
    complete_record(joined.record, other->record);
  } else {
    joined = std::move(*other);
    complete_record(joined.record, prepared.document.record);
  }
  PreparedDocument merged = prepare_document(std::move(joined), stemmer_);
  ATTEST_TRY(erase(stored->number));
  ATTEST_TRY(insert(merged, absorbed));
  ++counts_.replaced;
  return {};
}

Status CatalogWriter::insert(PreparedDocument& prepared, const std::string& absorbed) {
  const Document& document = prepared.document;
  if (prepared.text_frame.empty()) {
    ATTEST_ASSIGN(prepared.text_frame, compressor_.compress(document.text, text_dictionary_.get()));
  }
  if (prepared.details_frame.empty()) {
    ATTEST_ASSIGN(prepared.details_frame, compressor_.compress(prepared.details, record_dictionary_.get()));
  }
  if (texts_->bytes() > kTextsFileBytesMax) {
    layout::durability_step("next texts file");
    ATTEST_TRY(texts_->sync());
    manifest_.texts.back().bytes = texts_->bytes();
    const uint32_t number = manifest_.next_texts++;
    ATTEST_ASSIGN(texts_, TextsWriter::open(layout::texts_file(directory_, number), number, 0));
    manifest_.texts.push_back({number, 0});
  }
  ATTEST_ASSIGN(const TextLocation location, texts_->append(prepared.text_frame, document.text.size()));
  ATTEST_ASSIGN(const std::string abbreviations, insert_abbreviations(prepared));
  const uint64_t number = manifest_.next_number++;
  ATTEST_TRY(insert_document_.run(
      number, document.id, null_if_empty(document.record.pmid), null_if_empty(prepared.pmcid),
      null_if_empty(prepared.doi), null_if_empty(prepared.evidence_id), prepared.content_hash,
      null_if_empty(absorbed), document.record.version, prepared.revised, document.depth, prepared.year,
      prepared.flags, prepared.source, location.file, location.offset, location.length, document.text.size(),
      abbreviations, Blob{prepared.details_frame}));
  ATTEST_TRY(insert_links(number, prepared.links));
  builder_.add(prepared.index);
  building_numbers_.append(number);
  building_hash_.add(document.id, prepared.content_hash);
  count_facets(prepared.source, document.depth, prepared.year, +1);
  if (builder_.memory_bytes() > options_.index_memory_bytes) ATTEST_TRY(flush_segment());
  if (++since_commit_ >= options_.commit_every_documents && held_.empty()) return commit();
  return {};
}

Status CatalogWriter::insert_links(uint64_t number, const std::vector<StatedLink>& links) {
  int position = 0;
  for (const StatedLink& link : links) {
    ATTEST_TRY(insert_link_.run(number, position++, link.kind, null_if_empty(link.pmid),
                                null_if_empty(link.doi), null_if_empty(link.key), link.citation));
  }
  return {};
}

Result<std::string> CatalogWriter::insert_abbreviations(const PreparedDocument& prepared) {
  std::string list;
  for (const auto& [short_form, long_form] : prepared.abbreviations) {
    Cursor row = learn_abbreviation_.select(short_form, long_form);
    ATTEST_ASSIGN(const bool found, row.next());
    if (!found) continue;
    if (!list.empty()) list += ' ';
    list += std::to_string(row.integer(0));
    ATTEST_ASSIGN([[maybe_unused]] const bool more, row.next());
  }
  return list;
}

Status CatalogWriter::erase(uint64_t number) {
  std::string abbreviations;
  {
    Cursor row = document_facts_.select(number);
    ATTEST_ASSIGN(const bool found, row.next());
    if (!found) return fail(ErrorCode::kCorrupt, "a document is missing from the catalog", database_.place());
    count_facets(row.text(0), static_cast<Depth>(row.integer(1)), row.number32(2), -1);
    abbreviations = row.text(3);
  }
  const char* at = abbreviations.data();
  const char* end = at + abbreviations.size();
  while (at < end) {
    int64_t abbreviation = 0;
    const auto [next, error] = std::from_chars(at, end, abbreviation);
    if (error != std::errc()) break;
    ATTEST_TRY(unlearn_abbreviation_.run(abbreviation));
    at = next < end ? next + 1 : end;
  }
  ATTEST_TRY(erase_document_.run(number));
  ATTEST_TRY(erase_links_.run(number));
  return mark_deleted(number);
}

Status CatalogWriter::mark_deleted(uint64_t number) {
  if (const auto building = building_numbers_.document(number)) {
    building_deleted_.insert(*building);
    return {};
  }
  const auto segment = manifest_.segment_of(number);
  const auto document = segment ? manifest_.segments[*segment].numbers.document(number) : std::nullopt;
  if (!document) {
    return fail(ErrorCode::kCorrupt, "a document is in no segment", database_.place(),
                "run attest compact --rebuild-index");
  }
  SegmentEntry& entry = manifest_.segments[*segment];
  auto& changed = deleted_[entry.file];
  if (changed == nullptr) {
    changed = entry.deleted ? std::make_shared<index::DeletedSet>(*entry.deleted)
                            : std::make_shared<index::DeletedSet>();
    entry.deleted = changed;
  }
  changed->insert(*document);
  return {};
}

void CatalogWriter::count_facets(std::string_view source, Depth depth, uint32_t year, int64_t change) {
  facet_changes_[{"source", std::string(source)}] += change;
  facet_changes_[{"depth", depth_name(depth)}] += change;
  facet_changes_[{"year", std::to_string(year)}] += change;
}

Status CatalogWriter::remove(std::string_view id) {
  ATTEST_TRY(settle_held());
  ATTEST_TRY(begin());
  ATTEST_ASSIGN(const std::optional<StoredRow> stored, stored_row(id));
  if (!stored) return {};
  ATTEST_TRY(erase(stored->number));
  ++counts_.deleted;
  ++since_commit_;
  return {};
}

Status CatalogWriter::note_file(const std::string& path, const std::string& fingerprint) {
  ATTEST_TRY(settle_held());
  ATTEST_TRY(begin());
  return insert_file_.run(path, fingerprint, static_cast<int64_t>(std::time(nullptr)));
}

Result<bool> CatalogWriter::file_already_added(const std::string& path, const std::string& fingerprint) {
  Cursor row = find_file_.select(path);
  ATTEST_ASSIGN(const bool found, row.next());
  return found && row.text(0) == fingerprint;
}

Status CatalogWriter::note_failure(const std::string& path, const std::string& message) {
  ATTEST_TRY(begin());
  ATTEST_TRY(insert_failure_.run(path, message));
  return trim_failures_.run(kFailuresKept);
}

Status CatalogWriter::forget_failures(const std::string& path) {
  ATTEST_TRY(begin());
  return erase_failures_.run(path);
}

}  // namespace attest
