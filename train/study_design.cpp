#include <map>

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

// Texts that report no study: answers for patients and chapters of guidelines. Every so many of a kind.
Status add_other_texts(const std::filesystem::path& data, std::vector<Example>& examples) {
  constexpr uint64_t kPatientPagesEvery = 16;
  DocumentSink sink;
  sink.document = [&examples](Document&& document) {
    const bool page =
        document.record.source == "medquad" && checksum64("sample " + document.id) % kPatientPagesEvery == 0;
    if ((page || document.record.source == "nstg") && !is_held_out(document.id)) {
      examples.push_back(
          example_of(without_indexing(std::move(document)), study_design_name(StudyDesign::kUnclear)));
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
  std::vector<Example> examples;
  for (const DesignedRecord& record : records) {
    if (is_held_out(record.document.id) || sizes[record.design] < kRecordsMin) continue;
    examples.push_back(example_of(without_indexing(record.document), study_design_name(record.design)));
  }
  ATTEST_TRY(add_other_texts(data, examples));
  return examples;
}

}  // namespace attest::train
