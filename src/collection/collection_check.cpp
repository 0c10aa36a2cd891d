// attest check: every checksum and every cross-reference, and for each finding what to do about it.
//
//   catalog    SQLite's own integrity check; the snapshot recomputed from the manifest; counts
//   documents  every record and text read and compared with its content hash; links and abbreviations as the
//              record states them; each in exactly one segment, at its number
//   segments   the hash of the whole file, every block, every sentence inside its document's text
//   thesaurus  the sum of the concepts' hashes
#include <map>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/limits.h"
#include "collection/catalog_schema.h"
#include "collection/catalog_writer.h"
#include "collection/collection_reader.h"
#include "collection/layout.h"
#include "collection/links.h"
#include "collection/stored_document.h"
#include "text/phrases.h"

namespace attest {

namespace {
constexpr const char* kRepair = "add its source file again with attest add --repair";
constexpr const char* kRebuild = "run attest compact --rebuild-index";
}  // namespace

class CollectionCheck {
 public:
  CollectionCheck(const CollectionReader& reader, const std::function<void(Error&&)>& problem,
                  const std::function<void(uint64_t, uint64_t)>& progress)
      : reader_(reader), problem_(problem), progress_(progress) {}

  Result<uint64_t> run() {
    total_ = reader_.document_count() + reader_.manifest_.segments.size();
    note(check_catalog_pages());
    note(check_manifest());
    note(check_segments());
    note(check_documents());
    note(check_thesaurus());
    return problems_;
  }

 private:
  void report(Error&& error) {
    ++problems_;
    if (problem_) problem_(std::move(error));
  }
  void report(std::string message, std::string place, std::string remedy) {
    report(Error{ErrorCode::kCorrupt, std::move(message), std::move(place), std::move(remedy)});
  }
  // A part of the check that cannot go on is a finding itself.
  void note(Status status) {
    if (!status) report(std::move(status.error()));
  }
  void advance() {
    ++done_;
    if (progress_ && (done_ % 256 == 0 || done_ == total_)) progress_(done_, total_);
  }

  Status check_catalog_pages() {
    const std::lock_guard lock(reader_.catalog_mutex_);
    ATTEST_ASSIGN(Query query, reader_.database_.prepare("PRAGMA integrity_check(100)"));
    Cursor row = query.select();
    while (true) {
      ATTEST_ASSIGN(const bool found, row.next());
      if (!found) break;
      if (row.text(0) != "ok") {
        report(fmt::format("the catalog is damaged: {}", row.text(0)), reader_.database_.place(), kRestore);
      }
    }
    return {};
  }

  Status check_manifest() {
    if (snapshot_of(reader_.manifest_) != reader_.manifest_.snapshot) {
      // An empty collection that has never been committed has no name yet.
      if (!reader_.manifest_.segments.empty() || !reader_.manifest_.snapshot.empty()) {
        report("the manifest does not match the snapshot's name", reader_.database_.place(), kRestore);
      }
    }
    const std::lock_guard lock(reader_.catalog_mutex_);
    ATTEST_ASSIGN(const int64_t rows, reader_.database_.integer("SELECT count(*) FROM documents"));
    if (static_cast<uint64_t>(rows) != reader_.document_count()) {
      report(
          fmt::format("the catalog lists {} documents, the segments hold {}", rows, reader_.document_count()),
          reader_.database_.place(), kRebuild);
    }
    ATTEST_ASSIGN(
        const int64_t facets,
        reader_.database_.integer("SELECT coalesce(sum(documents), 0) FROM facets WHERE kind='depth'"));
    if (facets != rows) {
      report(fmt::format("the summary counts {} documents, the catalog {}", facets, rows),
             reader_.database_.place(), kRestore);
    }
    return {};
  }

  Status check_segments() {
    for (size_t i = 0; i < reader_.manifest_.segments.size(); ++i) {
      const SegmentEntry& entry = reader_.manifest_.segments[i];
      const std::string path = layout::segment_file(reader_.directory_, entry.file).string();
      ATTEST_ASSIGN(const std::string hash, layout::hash_file(path));
      Status verified = reader_.segments_[i].segment->verify();
      if (!verified) {
        verified.error().remedy = kRebuild;
        report(std::move(verified.error()));
      } else if (hash != entry.content_hash) {
        report("the segment does not match its hash in the catalog", path, kRebuild);
      }
      advance();
    }
    return {};
  }

  Status check_documents() {
    std::map<int64_t, int64_t> abbreviations;
    ATTEST_ASSIGN(Query rows,
                  prepare("SELECT number, abbreviations, pmid, pmcid, doi, evidence_id, flags, text_bytes "
                          "FROM documents WHERE number > ? ORDER BY number LIMIT 1"));
    int64_t number = -1;
    while (true) {
      std::string listed, pmid, pmcid, doi, evidence_id;
      uint32_t flags = 0;
      uint64_t text_bytes = 0;
      {
        const std::lock_guard lock(reader_.catalog_mutex_);
        Cursor row = rows.select(number);
        ATTEST_ASSIGN(const bool found, row.next());
        if (!found) break;
        number = row.integer(0);
        listed = row.text(1);
        pmid = row.text(2);
        pmcid = row.text(3);
        doi = row.text(4);
        evidence_id = row.text(5);
        flags = row.number32(6);
        text_bytes = static_cast<uint64_t>(row.integer(7));
      }
      advance();
      const char* at = listed.c_str();
      for (char* end = nullptr; *at != '\0'; at = end) {
        ++abbreviations[std::strtoll(at, &end, 10)];
        if (end == at) break;
      }
      note(check_place(static_cast<uint64_t>(number), text_bytes));
      auto parts = reader_.stored_parts(static_cast<uint64_t>(number));
      if (!parts) {
        report(std::move(parts.error()));
        continue;
      }
      auto stored = reader_.document_from(*parts);
      if (!stored) {
        Error error = std::move(stored.error());
        error.message = fmt::format("document {}: {}", parts->id, error.message);
        if (error.place.empty()) error.place = reader_.texts_.place(parts->location);
        error.remedy = kRepair;
        report(std::move(error));
        continue;
      }
      const std::string_view stated_evidence = stored->record.statement("evidence_id");
      if (stored->text.size() != text_bytes || stored->record.pmid != pmid ||
          lower_ascii(stored->record.doi) != doi || lower_ascii(stored->record.pmcid) != lower_ascii(pmcid) ||
          stated_evidence != evidence_id || publication_flags(stored->record) != flags) {
        report(fmt::format("the catalog's columns of {} contradict its record", parts->id),
               reader_.database_.place(), kRepair);
      }
      note(check_links(static_cast<uint64_t>(number), parts->id, stored->record));
    }
    return check_abbreviations(abbreviations);
  }

  // The document's place in a segment, and that its sentences lie inside its text.
  Status check_place(uint64_t number, uint64_t text_bytes) {
    auto ref = reader_.ref_of(number);
    if (!ref) return tl::unexpected(std::move(ref.error()));
    const index::SegmentView& view = reader_.segments_[ref->segment];
    const std::string place =
        layout::segment_file(reader_.directory_, reader_.manifest_.segments[ref->segment].file).string();
    if (view.deleted && view.deleted->contains(ref->document)) {
      report(fmt::format("document number {} is listed and marked as deleted", number), place, kRebuild);
    }
    auto sentences = view.segment->sentences(ref->document);
    if (!sentences) {
      sentences.error().remedy = kRebuild;
      return tl::unexpected(std::move(sentences.error()));
    }
    for (const index::ForwardSentence& sentence : *sentences) {
      if (sentence.span.end > text_bytes || sentence.span.start > sentence.span.end) {
        report(fmt::format("a sentence of document number {} lies outside its text", number), place,
               kRebuild);
        break;
      }
    }
    return {};
  }

  Status check_links(uint64_t number, const std::string& id, const BibliographicRecord& record) {
    const std::vector<StatedLink> stated = stated_links(record);
    const std::lock_guard lock(reader_.catalog_mutex_);
    Cursor row = reader_.own_links_.select(number);
    size_t count = 0;
    bool same = true;
    while (true) {
      ATTEST_ASSIGN(const bool found, row.next());
      if (!found) break;
      same = same && count < stated.size() && row.text(0) == stated[count].kind &&
             row.text(1) == stated[count].pmid && row.text(2) == stated[count].doi &&
             row.text(3) == stated[count].key && row.text(4) == stated[count].citation;
      ++count;
    }
    if (!same || count != stated.size()) {
      report(fmt::format("the catalog's links of {} contradict its record", id), reader_.database_.place(),
             kRepair);
    }
    return {};
  }

  Status check_abbreviations(const std::map<int64_t, int64_t>& expected) {
    const std::lock_guard lock(reader_.catalog_mutex_);
    ATTEST_ASSIGN(Query query,
                  reader_.database_.prepare("SELECT abbreviation, documents FROM abbreviations"));
    Cursor row = query.select();
    size_t known = 0;
    bool same = true;
    while (true) {
      ATTEST_ASSIGN(const bool found, row.next());
      if (!found) break;
      const auto counted = expected.find(row.integer(0));
      same = same && counted != expected.end() && counted->second == row.integer(1);
      ++known;
    }
    if (!same || known != expected.size()) {
      report("the counts of learned abbreviations are wrong", reader_.database_.place(), kRestore);
    }
    return {};
  }

  Status check_thesaurus() {
    Manifest sum;
    const std::lock_guard lock(reader_.catalog_mutex_);
    ATTEST_ASSIGN(Query ids, reader_.database_.prepare("SELECT id, name, tree_numbers FROM concepts"));
    ATTEST_ASSIGN(Query terms, reader_.database_.prepare(
                                   "SELECT term, normalised FROM terms WHERE concept=? ORDER BY position"));
    Cursor row = ids.select();
    while (true) {
      ATTEST_ASSIGN(const bool found, row.next());
      if (!found) break;
      // The canonical bytes of catalog_thesaurus.cpp: lists are stored as the lines they are hashed as.
      std::string bytes = fmt::format("{}\n{}\n\n{}\n\n", row.text(0), row.text(1), row.text(2));
      Cursor term = terms.select(row.text(0));
      for (size_t position = 0;; ++position) {
        ATTEST_ASSIGN(const bool more, term.next());
        if (!more) break;
        if (position > 1) bytes += '\n';
        if (position > 0) bytes += term.text(0);
      }
      add_to_thesaurus_hash(sum, bytes, false);
    }
    const Manifest& manifest = reader_.manifest_;
    if (sum.thesaurus_hash[0] != manifest.thesaurus_hash[0] ||
        sum.thesaurus_hash[1] != manifest.thesaurus_hash[1]) {
      report("the thesaurus does not match its hash", reader_.database_.place(),
             "add the thesaurus file again with attest add --repair");
    }
    return {};
  }

  Result<Query> prepare(const char* sql) {
    const std::lock_guard lock(reader_.catalog_mutex_);
    return reader_.database_.prepare(sql);
  }

  const CollectionReader& reader_;
  const std::function<void(Error&&)>& problem_;
  const std::function<void(uint64_t, uint64_t)>& progress_;
  uint64_t problems_ = 0;
  uint64_t done_ = 0;
  uint64_t total_ = 0;
};

Result<uint64_t> CollectionReader::check(const std::function<void(Error&&)>& problem,
                                         const std::function<void(uint64_t, uint64_t)>& progress) const {
  return CollectionCheck(*this, problem, progress).run();
}

}  // namespace attest
