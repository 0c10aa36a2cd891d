// Task "scifact-open": a claim and 5,183 abstracts; which of them support or contradict it, and by which
// sentences?
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "evaluate/claims_measure.h"
#include "evaluate/tasks.h"
#include "verify/comparison.h"

namespace attest {
namespace {

constexpr double kRationaleF1Aim = 0.40;
constexpr size_t kNearestSentences = 3;

// The baseline: the first abstract of the search supports the claim, by the three sentences with most of its
// words.
ClaimVerdict baseline_verdict(const ScifactClaim& claim, const ClaimSource& source, Stemmer& stemmer) {
  const ReadText read = read_claim_text(claim.text, {}, stemmer);
  std::vector<std::pair<double, size_t>> ranked;
  for (size_t i = 0; i < source.sentences.size(); ++i) {
    const ReadText sentence = read_claim_text(source.sentences[i].of(source.text), {}, stemmer);
    ranked.emplace_back(-compare(read, sentence).covered_exactly, i);
  }
  std::sort(ranked.begin(), ranked.end());
  ClaimVerdict verdict;
  verdict.label = ClaimLabel::kSupported;
  for (size_t i = 0; i < ranked.size() && i < kNearestSentences; ++i) {
    const ByteSpan span = source.sentences[ranked[i].second];
    verdict.rationale.push_back({source.id, span, std::string(span.of(source.text)), 1});
  }
  return verdict;
}

}  // namespace

Result<TaskReport> run_scifact_open_task(const EvaluationOptions& options) {
  ATTEST_ASSIGN(const Scifact scifact, read_scifact(options.data));
  ATTEST_ASSIGN(const auto collection, scifact_collection(scifact));
  Stemmer stemmer;
  Counts with_rationale;
  Counts label_only;
  Counts first_with_rationale;
  Counts first_label_only;
  Counts retrieved;
  size_t claims = 0;
  for (const ScifactClaim& claim : scifact.claims) {
    if (!is_measured(claim)) continue;
    ++claims;
    for (Counts* counts :
         {&with_rationale, &label_only, &first_with_rationale, &first_label_only, &retrieved}) {
      counts->wanted += claim.evidence.size();
    }
    ATTEST_ASSIGN(const auto sources, found_abstracts(claim, scifact, collection->backend()));
    for (const ClaimSource& source : sources) {
      ++retrieved.said;
      if (claim.evidence.contains(source.id)) ++retrieved.hits;
      const ClaimVerdict verdict = verify_against(claim.text, source, SourceChoice::kFound);
      add_found(claim, source, verdict, with_rationale, label_only);
      if (source.rank == 0) {
        add_found(claim, source, baseline_verdict(claim, source, stemmer), first_with_rationale,
                  first_label_only);
      }
    }
  }
  TaskReport report;
  report.data =
      fmt::format("scifact, {} claims held out, {} abstracts to search", claims, scifact.abstracts.size());
  report.baseline = "the first abstract of the search supports it, by its three nearest sentences";
  report.measures = {
      {"abstract F1, label and rationale", with_rationale.f1(), first_with_rationale.f1(), kRationaleF1Aim},
      {"abstract F1, label only", label_only.f1(), first_label_only.f1(), -1},
      {"precision, label and rationale", with_rationale.precision(), first_with_rationale.precision(), -1},
      {"recall, label and rationale", with_rationale.recall(), first_with_rationale.recall(), -1},
      {"recall of the search", retrieved.recall(), -1, -1},
  };
  return report;
}

}  // namespace attest
