#include <map>
#include <set>
#include <string>
#include <utility>

#include "appraise/design_wording.h"
#include "appraise/study_design.h"
#include "base/ascii.h"
#include "base/checksum.h"
#include "evaluate/datasets/designed_records.h"
#include "evaluate/task.h"
#include "parse/parser.h"
#include "train/trainings.h"

namespace attest::train {
namespace {

constexpr size_t kRecordsMin = 20;  // fewer teach nothing of a design

Example example_of(const Document& document, const char* label) {
  const std::string title = lower_ascii(document.record.title);
  Features features = design_features(title, document.text, design_of_phrases(title, document.text));
  const auto entries = features.entries();
  return {{entries.begin(), entries.end()}, label, document.id};
}

struct FromSource {
  std::string source;
  Example example;
};

bool has_one_subject(std::string_view source) {
  return source.starts_with("screening/") || source == "cystic_fibrosis";
}

// Takes out the features that name the subject of one source and not a design: those that are many times more
// frequent in it than in the rest together. Most collections that teach are about one disease or one class of
// drugs; "cystic" in a title would else tell a case report, because many of that disease are.
void forget_subjects(std::vector<FromSource>& examples) {
  constexpr double kTimesMax = 10.0;
  constexpr double kShareMin = 0.1;  // what is rare everywhere is seldom in several sources
  std::map<std::string, double> sizes;
  std::map<uint32_t, std::map<std::string, double>> counts;
  for (const FromSource& from : examples) {
    ++sizes[from.source];
    for (const Feature& feature : from.example.features) ++counts[feature.bucket][from.source];
  }
  const auto total = static_cast<double>(examples.size());
  std::set<uint32_t> subjects;
  for (const auto& [bucket, by_source] : counts) {
    double all = 0;
    for (const auto& [source, count] : by_source) all += count;
    for (const auto& [source, count] : by_source) {
      if (!has_one_subject(source)) continue;
      const double share = count / sizes[source];
      const double elsewhere = (all - count + 0.5) / (total - sizes[source]);
      if (share > kShareMin && share > kTimesMax * elsewhere) subjects.insert(bucket);
    }
  }
  for (FromSource& from : examples)
    std::erase_if(from.example.features,
                  [&](const Feature& feature) { return subjects.contains(feature.bucket); });
}

// Texts that report no study: answers for patients and chapters of guidelines. Every so many of a kind.
Status add_other_texts(const std::filesystem::path& data, std::vector<FromSource>& examples) {
  constexpr uint64_t kPatientPagesEvery = 16;
  DocumentSink sink;
  sink.document = [&examples](Document&& document) {
    const bool page =
        document.record.source == "medquad" && checksum64("sample " + document.id) % kPatientPagesEvery == 0;
    if ((page || document.record.source == "nstg") && !is_held_out(document.id)) {
      std::string source = document.record.source;
      examples.push_back({std::move(source), example_of(without_indexing(std::move(document)),
                                                        study_design_name(StudyDesign::kUnclear))});
    }
    return true;
  };
  sink.deletion = [](std::string_view) { return true; };
  sink.problem = [](Error&&) { return true; };
  return parse_file(data / "documents.jsonl.zst", sink);
}

}  // namespace

Result<std::vector<Example>> study_design_examples(const TrainingData& from) {
  const std::filesystem::path& data = from.data;
  ATTEST_ASSIGN(const auto records, read_designed_records(data));
  std::map<StudyDesign, size_t> sizes;
  for (const DesignedRecord& record : records) ++sizes[record.design];
  std::vector<FromSource> from_sources;
  for (const DesignedRecord& record : records) {
    if (is_held_out(record.document.id) || sizes[record.design] < kRecordsMin) continue;
    from_sources.push_back(
        {record.source, example_of(without_indexing(record.document), study_design_name(record.design))});
  }
  ATTEST_TRY(add_other_texts(data, from_sources));
  forget_subjects(from_sources);
  std::vector<Example> examples;
  for (FromSource& one : from_sources) examples.push_back(std::move(one.example));
  return examples;
}

}  // namespace attest::train
