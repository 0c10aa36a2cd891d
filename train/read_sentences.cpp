#include "train/read_sentences.h"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <sstream>

#include <fmt/format.h>

#include "base/checksum.h"
#include "base/file.h"
#include "base/limits.h"
#include "pipeline/gather_evidence.h"

namespace attest::train {

Result<Evidence> Road::evidence(const std::string& question) const {
  ATTEST_ASSIGN(UnderstoodQuestion understood, understand(question, *collection, *thesaurus, std::nullopt));
  Appraisals appraisals;
  return gather_evidence(std::move(understood), Audience::kClinician,
                         Library{*backend, *collection, thesaurus, appraisals});
}

Result<Road::Nearest> Road::nearest(const std::string& question, const CitedSpans& cited) const {
  ATTEST_ASSIGN(UnderstoodQuestion understood, understand(question, *collection, *thesaurus, std::nullopt));
  const QuestionCoverage coverage(understood, *collection);
  Appraisals appraisals;
  const Library library{*backend, *collection, thesaurus, appraisals};
  ATTEST_ASSIGN(Evidence evidence,
                gather_nearest(std::move(understood), coverage, Audience::kClinician, library, cited));
  return Nearest{std::move(evidence), coverage};
}

Result<Road> open_road(const std::filesystem::path& thesaurus, const std::filesystem::path& collection) {
  Road road;
  ATTEST_ASSIGN(road.collection, Collection::open(collection));
  ATTEST_ASSIGN(road.thesaurus, Thesaurus::load(thesaurus));
  road.backend = make_collection_backend(road.collection);
  return road;
}

Result<std::vector<std::vector<std::string>>> read_rows(const std::filesystem::path& file, size_t columns) {
  ATTEST_ASSIGN(const std::string bytes, read_file(file, limits::kRecordBytesMax));
  std::vector<std::vector<std::string>> rows;
  std::istringstream lines(bytes);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string> row;
    std::istringstream cells(line);
    for (std::string cell; std::getline(cells, cell, '\t');) row.push_back(std::move(cell));
    if (row.size() < columns)
      return fail(ErrorCode::kInput, "a row with too few columns: " + line, file.string(), "mend the row");
    rows.push_back(std::move(row));
  }
  return rows;
}

ReadSentence read_sentence(std::string document, std::string_view start, std::string checksum) {
  ReadSentence read{std::move(document), 0, std::move(checksum)};
  std::from_chars(start.data(), start.data() + start.size(), read.start);
  return read;
}

std::string checksum_of(std::string_view sentence) { return fmt::format("{:016x}", checksum64(sentence)); }

const Finding* find_finding(const Evidence& evidence, const ReadSentence& read) {
  for (const AnswerSource& source : evidence.sources) {
    if (source.id != read.document) continue;
    for (const Finding& finding : source.findings) {
      if (finding.sentence.start != read.start) continue;
      if (checksum_of(evidence.sentence_of(finding)) == read.checksum) return &finding;
    }
  }
  return nullptr;
}

double area_under_curve(const std::vector<double>& scores, const std::vector<bool>& wanted) {
  std::vector<size_t> order(scores.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](size_t a, size_t b) { return scores[a] < scores[b]; });
  double ranks = 0;
  double hits = 0;
  for (size_t i = 0; i < order.size();) {
    size_t end = i;
    while (end < order.size() && scores[order[end]] == scores[order[i]]) ++end;
    const double rank = (static_cast<double>(i) + 1 + static_cast<double>(end)) / 2;
    for (; i < end; ++i) {
      ranks += wanted[order[i]] ? rank : 0;
      hits += wanted[order[i]] ? 1 : 0;
    }
  }
  const double others = static_cast<double>(scores.size()) - hits;
  return hits == 0 || others == 0 ? 0 : (ranks - hits * (hits + 1) / 2) / (hits * others);
}

std::string threshold_table(const std::vector<double>& scores, const std::vector<bool>& wanted) {
  const auto all = static_cast<double>(std::count(wanted.begin(), wanted.end(), true));
  std::string text;
  for (const double least : {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7}) {
    double kept = 0;
    double hits = 0;
    for (size_t i = 0; i < scores.size(); ++i) {
      kept += scores[i] >= least ? 1 : 0;
      hits += scores[i] >= least && wanted[i] ? 1 : 0;
    }
    text += fmt::format("  from {:.1f}: kept {}, precision {:.3f}, recall {:.3f}\n", least, kept, hits / kept,
                        hits / all);
  }
  return text;
}

}  // namespace attest::train
