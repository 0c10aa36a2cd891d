// Task "claims": what a document says of claims that people might make of it. The claims were written for
// this project beside the documents (eval/claims/README.md): two that hold, two that are wrong, and two that
// it does not decide for each; those of claims_unseen.tsv nobody has trained on or looked at to mend a rule.
#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "collection/collection.h"
#include "evaluate/datasets/document_claims.h"
#include "evaluate/measures.h"
#include "evaluate/tasks.h"

namespace attest {
namespace {

struct Support {
  size_t said = 0;
  size_t right = 0;
  size_t contradicted = 0;  // of those that are said to be supported

  double precision() const { return said == 0 ? 0 : static_cast<double>(right) / static_cast<double>(said); }
  double false_share() const {
    return said == 0 ? 0 : static_cast<double>(contradicted) / static_cast<double>(said);
  }
};

bool quotes_what_decides(const ClaimVerdict& verdict, const DocumentClaim& claim) {
  return !verdict.rationale.empty() &&
         std::any_of(claim.decided_by.begin(), claim.decided_by.end(),
                     [&](ByteSpan span) { return verdict.rationale.front().span.overlaps(span); });
}

}  // namespace

Result<TaskReport> run_claims_task(const EvaluationOptions& options) {
  if (options.collection.empty()) {
    return fail(ErrorCode::kUsage, "the task \"claims\" reads documents of a collection, and none was named",
                {}, "add documents.jsonl.zst and MeSH to a collection, then: attest eval claims -c DIR");
  }
  ATTEST_ASSIGN(const auto collection, Collection::open(options.collection));
  ATTEST_ASSIGN(
      const std::vector<LoadedClaim> claims,
      load_document_claims(options.sets / "claims" / "claims_unseen.tsv", *collection, *options.thesaurus));
  Confusion labels;
  Support support;
  Calibration calibration;
  size_t decided = 0;
  size_t quoted = 0;
  std::string errors;
  for (const LoadedClaim& one : claims) {
    const ClaimVerdict verdict =
        verify_against(one.claim.text, one.source.view(), SourceChoice::kNamed, one.meanings);
    labels.add(claim_label_name(one.claim.label), claim_label_name(verdict.label));
    calibration.add(verdict.confidence, verdict.label == one.claim.label);
    if (verdict.label == ClaimLabel::kSupported) {
      ++support.said;
      support.right += one.claim.label == ClaimLabel::kSupported ? 1 : 0;
      support.contradicted += one.claim.label == ClaimLabel::kContradicted ? 1 : 0;
    }
    if (verdict.label == one.claim.label && !one.claim.decided_by.empty()) {
      ++decided;
      quoted += quotes_what_decides(verdict, one.claim) ? 1 : 0;
    }
    if (!options.verbose || verdict.label == one.claim.label) continue;
    errors +=
        fmt::format("{} ({}): wanted {}, said {} ({:.2f})\n", one.claim.document, one.claim.kind,
                    claim_label_name(one.claim.label), claim_label_name(verdict.label), verdict.confidence);
  }
  TaskReport report;
  report.data =
      fmt::format("eval/claims/claims_unseen.tsv: {} claims, each beside its document", claims.size());
  report.baseline = "the most frequent class";
  report.measures = {
      {"label macro-F1", labels.macro_f1(), labels.baseline_macro_f1(), -1},
      {"label accuracy", labels.accuracy(), labels.baseline_accuracy(), -1},
      {"supported, of those called so", support.precision(), -1, -1},
      {"not contradicted, of those called supported", 1 - support.false_share(), -1, -1},
      {"confidence stated, mean distance from what is right", calibration.error(), -1, -1},
      {"the first quote decides, of right verdicts that quote", share(quoted, decided), -1, -1},
  };
  report.notes.push_back(labels.to_text());
  report.notes.push_back(calibration.to_text());
  if (!errors.empty()) report.notes.push_back(std::move(errors));
  return report;
}

}  // namespace attest
