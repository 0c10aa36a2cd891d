// Task "study-design": the design of a study from its title and abstract alone, and from the whole record.
// What is right was named by an indexer, who saw the paper: some of it is not said in the abstract.
#include <array>
#include <map>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "appraise/study_design.h"
#include "base/ascii.h"
#include "evaluate/datasets/designed_records.h"
#include "evaluate/measures.h"
#include "evaluate/tasks.h"
#include "text/phrases.h"

namespace attest {
namespace {

struct TitleWord {
  std::string_view phrase;
  StudyDesign design;
};

// What a person would type first.
constexpr std::array kTitleWords = {
    TitleWord{"meta-analysis", StudyDesign::kSystematicReview},
    TitleWord{"systematic review", StudyDesign::kSystematicReview},
    TitleWord{"randomized", StudyDesign::kRandomisedTrial},
    TitleWord{"randomised", StudyDesign::kRandomisedTrial},
    TitleWord{"cohort", StudyDesign::kCohort},
    TitleWord{"case-control", StudyDesign::kCaseControl},
    TitleWord{"cross-sectional", StudyDesign::kCrossSectional},
    TitleWord{"case report", StudyDesign::kCaseReport},
    TitleWord{"review", StudyDesign::kReview},
    TitleWord{"mice", StudyDesign::kAnimal},
    TitleWord{"rats", StudyDesign::kAnimal},
    TitleWord{"editorial", StudyDesign::kOpinion},
};

StudyDesign by_title_words(const Document& document, StudyDesign otherwise) {
  const std::string title = lower_ascii(document.record.title);
  for (const TitleWord& word : kTitleWords) {
    if (has_phrase(title, word.phrase)) return word.design;
  }
  return otherwise;
}

}  // namespace

Result<TaskReport> run_study_design_task(const EvaluationOptions& options) {
  ATTEST_ASSIGN(const auto records, read_designed_records(options.data));
  std::map<StudyDesign, size_t> sizes;
  for (const DesignedRecord& record : records) ++sizes[record.design];
  StudyDesign largest = StudyDesign::kUnclear;
  size_t most = 0;
  for (const auto& [design, size] : sizes) {
    if (size <= most) continue;
    largest = design;
    most = size;
  }
  // Of a design with fewer records the fifth that is measured says nothing.
  constexpr size_t kRecordsMin = 20;
  Confusion text, whole, title;
  TaskReport report;
  for (const DesignedRecord& record : records) {
    if (sizes[record.design] < kRecordsMin) continue;
    const char* const wanted = study_design_name(record.design);
    const Document bare = without_indexing(record.document);
    const DesignJudgement judged = judge_design(bare);
    if (!is_measured(options, record.document.id)) {
      if (options.verbose && judged.design != record.design) {
        report.notes.push_back(fmt::format("{} {}: wanted {}, said {} ({}): {}", record.source,
                                           record.document.id, wanted, study_design_name(judged.design),
                                           judged.basis, bare.record.title));
      }
      continue;
    }
    text.add(wanted, study_design_name(judged.design));
    whole.add(wanted, study_design_name(judge_design(record.document).design));
    title.add(wanted, study_design_name(by_title_words(bare, largest)));
  }
  report.data = fmt::format(
      "records of pubmed_xml, screening, pubmedqa and cystic_fibrosis of which an indexer named "
      "the design, held-out fifth: {}",
      text.examples());
  report.baseline = "words of the title, else the most frequent class (" + title.most_frequent() + ")";
  report.measures = {
      {"macro-F1, text alone", text.macro_f1(), title.macro_f1(), 0.85},
      {"accuracy, text alone", text.accuracy(), title.accuracy(), -1},
      {"macro-F1, whole record", whole.macro_f1(), title.macro_f1(), 0.85},
      {"accuracy, whole record", whole.accuracy(), title.accuracy(), -1},
      {"macro-F1 of the most frequent class", title.baseline_macro_f1(), -1, -1},
  };
  for (const auto& [design, size] : sizes) {
    const char* const name = study_design_name(design);
    report.notes.push_back(fmt::format("{}: {} records; F1 from text {:.3f}, from the record {:.3f}", name,
                                       size, text.f1(name), whole.f1(name)));
  }
  report.notes.push_back("text alone:\n" + text.to_text());
  return report;
}

}  // namespace attest
