// Times building and asking the index, beside SQLite FTS5 in the same run, and measures how well it ranks.
//
//     index_bench DATA_FOLDER [DOCUMENTS_MAX]      rates, sizes, percentiles, effectiveness
//     index_bench DATA_FOLDER --tune               effectiveness over a grid of impact settings
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>

#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include "index/segment_file.h"
#include "index_bench_data.h"
#include "index_bench_tuning.h"

namespace attest::bench {
namespace {

using Clock = std::chrono::steady_clock;
double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

struct Percentiles {
  double p50 = 0, p95 = 0, p99 = 0;
};

// Runs every question in `rounds` rounds and keeps each question's best time: what it costs, warm, without the
// neighbours on the machine.
template <typename Ask>
Percentiles time_questions(size_t questions, int rounds, Ask&& ask) {
  std::vector<double> best(questions, 1e9);
  for (int round = 0; round < rounds; ++round) {
    for (size_t i = 0; i < questions; ++i) {
      const auto start = Clock::now();
      ask(i);
      best[i] = std::min(best[i], seconds_since(start) * 1000);
    }
  }
  std::sort(best.begin(), best.end());
  const auto at = [&](double share) { return best[static_cast<size_t>(share * static_cast<double>(best.size() - 1))]; };
  return {at(0.50), at(0.95), at(0.99)};
}

void print(const char* name, Percentiles times) {
  fmt::print("{:<24} p50 {:.3f}  p95 {:.3f}  p99 {:.3f} ms\n", name, times.p50, times.p95, times.p99);
}

void print(const char* name, const Effectiveness& figures) {
  fmt::print("{:<24} recall@10 {:.3f}  MRR@10 {:.3f}  nDCG@10 {:.3f}\n", name, figures.recall_at_10,
             figures.reciprocal_rank, figures.ndcg_at_10);
}

std::string joined(const index::IndexDocument& document, index::Field field) {
  std::string text;
  for (const auto& sentence : document.sentences) {
    if (sentence.field != static_cast<uint8_t>(field)) continue;
    for (const auto& term : sentence.terms) text += term + " ";
  }
  return text;
}

std::vector<index::WeightedTerm> query_of(const BenchQuestion& question) {
  std::vector<index::WeightedTerm> query;
  for (const auto& stem : question.stems) query.push_back({stem, 1.0f});
  return query;
}

struct PeerFigures {
  double build_seconds = 0;
  double bytes = 0;
  Percentiles times;
};

void run(sqlite3* database, const char* sql) { sqlite3_exec(database, sql, nullptr, nullptr, nullptr); }

void bind_text(sqlite3_stmt* statement, int place, const std::string& text) {
  sqlite3_bind_text(statement, place, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}

// SQLite FTS5 on the same stems, so that both engines see the same words: contentless, bm25, OR of all terms.
PeerFigures measure_fts5(const BenchCollection& collection, const std::filesystem::path& path) {
  PeerFigures figures;
  sqlite3* database = nullptr;
  if (sqlite3_open(path.c_str(), &database) != SQLITE_OK) return figures;
  const auto start = Clock::now();
  run(database, "pragma journal_mode=off; pragma synchronous=off; begin");
  run(database, "create virtual table d using fts5(title, body, content='', tokenize='unicode61')");
  sqlite3_stmt* insert = nullptr;
  sqlite3_prepare_v2(database, "insert into d(rowid, title, body) values (?, ?, ?)", -1, &insert, nullptr);
  for (size_t i = 0; i < collection.documents.size(); ++i) {
    sqlite3_bind_int64(insert, 1, static_cast<int64_t>(i) + 1);
    bind_text(insert, 2, joined(collection.documents[i].analysed, index::Field::kTitle));
    bind_text(insert, 3, joined(collection.documents[i].analysed, index::Field::kBody));
    sqlite3_step(insert);
    sqlite3_reset(insert);
  }
  sqlite3_finalize(insert);
  run(database, "insert into d(d) values ('optimize'); commit");
  figures.build_seconds = seconds_since(start);
  figures.bytes = static_cast<double>(std::filesystem::file_size(path));
  sqlite3_stmt* select = nullptr;
  sqlite3_prepare_v2(database, "select rowid from d where d match ? order by bm25(d, 3.0, 1.0) limit 10", -1,
                     &select, nullptr);
  figures.times = time_questions(collection.questions.size(), 2, [&](size_t i) {
    std::string query;
    for (const auto& stem : collection.questions[i].stems) query += (query.empty() ? "\"" : " OR \"") + stem + "\"";
    bind_text(select, 1, query);
    while (sqlite3_step(select) == SQLITE_ROW) {
    }
    sqlite3_reset(select);
  });
  sqlite3_finalize(select);
  sqlite3_close(database);
  return figures;
}

std::vector<Ranking> rank_all(const BenchCollection& collection, const std::vector<index::SegmentView>& views) {
  std::vector<Ranking> rankings;
  for (const BenchQuestion& question : collection.questions) {
    Ranking& ranking = rankings.emplace_back();
    const auto ranked = index::search(views, query_of(question), 10);
    for (const auto& hit : *ranked) ranking.push_back(collection.documents[hit.document].id);
  }
  return rankings;
}

Percentiles measure_questions(const BenchCollection& collection, const std::vector<index::SegmentView>& views) {
  std::vector<std::vector<index::WeightedTerm>> queries;
  for (const auto& question : collection.questions) queries.push_back(query_of(question));
  const auto ask = [&](size_t k) {
    return time_questions(queries.size(), 6, [&](size_t i) { (void)index::search(views, queries[i], k); });
  };
  const Percentiles ours = ask(10);
  print("search, k = 10", ours);
  print("search, k = 400", ask(400));
  print("exhaustive, k = 10", time_questions(queries.size(), 2, [&](size_t i) {
          (void)index::search_exhaustively(views, queries[i], 10);
        }));
  return ours;
}

Status measure(const std::filesystem::path& data, size_t documents_max, const std::filesystem::path& folder) {
  ATTEST_ASSIGN(const BenchCollection collection, load_mixed(data, documents_max, 200));
  const auto documents = static_cast<double>(collection.documents.size());
  fmt::print("{} documents, analysed in {:.1f} s ({:.0f} a second)\n", collection.documents.size(),
             collection.analysis_seconds, documents / collection.analysis_seconds);

  auto start = Clock::now();
  index::SegmentBuilder builder;
  for (const auto& document : collection.documents) builder.add(document.analysed);
  const double add_seconds = seconds_since(start);
  const auto memory = static_cast<double>(builder.memory_bytes());
  ATTEST_TRY(builder.write(folder / "segment"));
  const double build_seconds = seconds_since(start);
  ATTEST_ASSIGN(const auto segment, index::SegmentFile::open_file(folder / "segment"));
  const auto bytes = static_cast<double>(segment->size_bytes());
  const auto search_bytes = static_cast<double>(segment->search_bytes());
  fmt::print("build {:.2f} s (add {:.2f}, write {:.2f}), {:.0f} documents a second, builder {:.0f} MB\n",
             build_seconds, add_seconds, build_seconds - add_seconds, documents / build_seconds, memory / 1e6);
  fmt::print("segment {:.1f} MB: {:.0f} bytes a document to search, {:.0f} of forward index; {} terms\n",
             bytes / 1e6, search_bytes / documents, (bytes - search_bytes) / documents, segment->term_count());
  start = Clock::now();
  ATTEST_TRY(segment->verify());
  fmt::print("verify {:.3f} s\n", seconds_since(start));

  const std::vector<index::SegmentView> views = {{segment, nullptr}};
  const Percentiles ours = measure_questions(collection, views);
  const PeerFigures peer = measure_fts5(collection, folder / "fts5");
  print("SQLite FTS5, k = 10", peer.times);
  fmt::print("SQLite FTS5 build {:.1f} s, {:.0f} bytes a document; ratios: ask (p50) {:.0f}, build {:.1f}\n",
             peer.build_seconds, peer.bytes / documents, peer.times.p50 / ours.p50,
             peer.build_seconds / build_seconds);
  print("PubMedQA, own abstract", effectiveness(collection.questions, rank_all(collection, views)));

  ATTEST_ASSIGN(const BenchCollection cystic, load_cystic_fibrosis(data));
  for (const auto& document : cystic.documents) builder.add(document.analysed);
  ATTEST_TRY(builder.write(folder / "cystic"));
  ATTEST_ASSIGN(const auto small, index::Segment::open(folder / "cystic"));
  print("cystic fibrosis", effectiveness(cystic.questions, rank_all(cystic, {{small, nullptr}})));
  return {};
}

Status tune(const std::filesystem::path& data) {
  ATTEST_ASSIGN(const BenchCollection mixed, load_mixed(data, SIZE_MAX, 500));
  ATTEST_ASSIGN(const BenchCollection cystic, load_cystic_fibrosis(data));
  const ImpactLaboratory mixed_laboratory(mixed), cystic_laboratory(cystic);
  const auto show = [&](const std::string& name, const index::ImpactSettings& settings) {
    const Effectiveness a = mixed_laboratory.measure(settings), b = cystic_laboratory.measure(settings);
    fmt::print("{:<20} PubMedQA recall@10 {:.3f} MRR {:.4f}   cystic fibrosis nDCG@10 {:.4f} MRR {:.3f}\n", name,
               a.recall_at_10, a.reciprocal_rank, b.ndcg_at_10, b.reciprocal_rank);
  };
  using Settings = index::ImpactSettings;
  const Settings base = index::kImpactSettings;
  show("as built", base);
  const auto vary = [&](const char* name, uint32_t& (*member)(Settings&), std::initializer_list<uint32_t> values) {
    for (const uint32_t value : values) {
      Settings settings = base;
      member(settings) = value;
      show(fmt::format("{} {}", name, value), settings);
    }
  };
  vary("k1", [](Settings& s) -> uint32_t& { return s.k1_hundredths; }, {60, 90, 120, 150, 200, 300});
  vary("cap", [](Settings& s) -> uint32_t& { return s.length_cap_pivots; }, {3, 4, 8, 12, 100});
  vary("body b", [](Settings& s) -> uint32_t& { return s.fields[2].b_hundredths; }, {20, 40, 50, 70, 80, 90});
  vary("body pivot", [](Settings& s) -> uint32_t& { return s.fields[2].pivot_terms; }, {80, 100, 150, 180, 250});
  vary("title weight", [](Settings& s) -> uint32_t& { return s.fields[0].weight_tenths; }, {10, 15, 20, 25, 40, 50});
  vary("title b", [](Settings& s) -> uint32_t& { return s.fields[0].b_hundredths; }, {0, 20, 60, 80});
  vary("subject weight", [](Settings& s) -> uint32_t& { return s.fields[3].weight_tenths; }, {1, 5, 10, 20, 30});
  vary("subject b", [](Settings& s) -> uint32_t& { return s.fields[3].b_hundredths; }, {0, 20, 60, 80});
  return {};
}

}  // namespace
}  // namespace attest::bench

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: index_bench DATA_FOLDER [DOCUMENTS_MAX | --tune]\n");
    return 2;
  }
  const std::string second = argc > 2 ? argv[2] : "";
  const auto folder = std::filesystem::temp_directory_path() / fmt::format("attest_index_bench_{}", ::getpid());
  std::filesystem::create_directories(folder);
  const size_t most = second.empty() ? SIZE_MAX : std::strtoull(second.c_str(), nullptr, 10);
  const attest::Status status =
      second == "--tune" ? attest::bench::tune(argv[1]) : attest::bench::measure(argv[1], most, folder);
  std::filesystem::remove_all(folder);
  if (!status) fmt::print(stderr, "{}\n", status.error().to_line());
  return status ? 0 : 3;
}
