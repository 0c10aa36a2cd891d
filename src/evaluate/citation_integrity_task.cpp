// Task "citation-integrity": a citing sentence and sentences of the cited paper; is it supported?
#include <string>

#include <fmt/format.h>

#include "evaluate/datasets/citation_integrity.h"
#include "evaluate/measures.h"
#include "evaluate/tasks.h"

namespace attest {
namespace {

constexpr double kMacroF1Aim = 0.55;

const char* supports(CitationLabel label) {
  return label == CitationLabel::kSupported ? "supported" : "not supported";
}

}  // namespace

Result<TaskReport> run_citation_integrity_task(const EvaluationOptions& options) {
  ATTEST_ASSIGN(const auto claims, read_citation_integrity(options.data));
  Confusion three;
  Confusion two;
  std::string errors;
  for (const CitedClaim& claim : claims) {
    if (claim.training_file || claim.sentences.empty()) continue;
    const ClaimSource source = source_of(claim);
    const CitationVerdict verdict = check_citation(claim.text, source);
    three.add(citation_label_name(claim.label), citation_label_name(verdict.label));
    two.add(supports(claim.label), supports(verdict.label));
    if (options.verbose && claim.label != verdict.label) {
      errors +=
          fmt::format("{}: wanted {}, said {} ({:.2f})\n  {}\n", claim.id, citation_label_name(claim.label),
                      citation_label_name(verdict.label), verdict.confidence, claim.text);
    }
  }
  TaskReport report;
  report.data =
      fmt::format("citation_integrity, every file but claims_train: {} citing sentences", three.examples());
  report.baseline = "the most frequent class (" + three.most_frequent() + ")";
  report.measures = {
      {"macro-F1, three classes", three.macro_f1(), three.baseline_macro_f1(), kMacroF1Aim},
      {"accuracy, three classes", three.accuracy(), three.baseline_accuracy(), -1},
      {"macro-F1, supported or not", two.macro_f1(), two.baseline_macro_f1(), -1},
  };
  report.notes.push_back(three.to_text());
  if (!errors.empty()) report.notes.push_back(std::move(errors));
  return report;
}

}  // namespace attest
