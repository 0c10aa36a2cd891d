// Task "scifact-oracle": a claim and an abstract that it cites; does the abstract support it, and by which
// sentences?
#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "evaluate/claims_measure.h"
#include "evaluate/tasks.h"
#include "verify/comparison.h"

namespace attest {
namespace {

constexpr double kLabelAim = 0.60;
constexpr double kRationaleAim = 0.60;

// The baseline's rationale: the sentence with most of the claim's words, weighted by their rarity.
size_t nearest_sentence(const ScifactClaim& claim, const ClaimSource& source, Stemmer& stemmer) {
  const ReadText read = read_claim_text(claim.text, {}, stemmer);
  size_t best = 0;
  double most = -1;
  for (size_t i = 0; i < source.sentences.size(); ++i) {
    const ReadText sentence = read_claim_text(source.sentences[i].of(source.text), {}, stemmer);
    const double covered = compare(read, sentence).covered_exactly;
    if (covered <= most) continue;
    most = covered;
    best = i;
  }
  return best;
}

std::vector<size_t> wanted_sentences(const ScifactEvidence& evidence) {
  std::vector<size_t> wanted;
  for (const auto& set : evidence.rationales) wanted.insert(wanted.end(), set.begin(), set.end());
  std::sort(wanted.begin(), wanted.end());
  wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
  return wanted;
}

void add_sentences(Counts& counts, const std::vector<size_t>& said, const std::vector<size_t>& wanted) {
  counts.said += said.size();
  counts.wanted += wanted.size();
  for (const size_t sentence : said) {
    if (std::binary_search(wanted.begin(), wanted.end(), sentence)) ++counts.hits;
  }
}

}  // namespace

Result<TaskReport> run_scifact_oracle_task(const EvaluationOptions& options) {
  ATTEST_ASSIGN(const Scifact scifact, read_scifact(options.data));
  Stemmer stemmer;
  Confusion labels;
  Counts chosen;   // in abstracts that decide: sentences alone
  Counts nearest;  // the same by the baseline
  Counts both;     // sentences of verdicts that decide, over all abstracts
  TaskReport report;
  size_t claims = 0;
  std::string errors;
  for (const ScifactClaim& claim : scifact.claims) {
    if (!is_measured(claim)) continue;
    ++claims;
    for (const std::string& cited : claim.cited) {
      const auto abstract = scifact.abstracts.find(cited);
      if (abstract == scifact.abstracts.end()) continue;
      const ClaimSource source = source_of(cited, abstract->second);
      const ClaimVerdict verdict = verify_against(claim.text, source, SourceChoice::kNamed);
      const auto evidence = claim.evidence.find(cited);
      const bool decides = evidence != claim.evidence.end();
      const ClaimLabel wanted = decides ? evidence->second.label : ClaimLabel::kNotEnoughEvidence;
      labels.add(claim_label_name(wanted), claim_label_name(verdict.label));
      const std::vector<size_t> sentences =
          decides ? wanted_sentences(evidence->second) : std::vector<size_t>{};
      add_sentences(both, rationale_sentences(verdict, source), sentences);
      if (decides) {
        add_sentences(chosen, deciding_sentences(claim.text, source), sentences);
        add_sentences(nearest, {nearest_sentence(claim, source, stemmer)}, sentences);
      }
      if (!options.verbose || verdict.label == wanted) continue;
      errors += fmt::format("claim {} on {}: wanted {}, said {} ({:.2f})\n  {}\n", claim.id, cited,
                            claim_label_name(wanted), claim_label_name(verdict.label), verdict.confidence,
                            claim.text);
      for (const std::string& reason : verdict.decided_by) errors += "  - " + reason + "\n";
      for (const size_t sentence : sentences) {
        if (sentence < source.sentences.size()) {
          errors += fmt::format("  = {}\n", source.sentences[sentence].of(source.text));
        }
      }
    }
  }
  report.data = fmt::format("scifact, {} claims held out, each beside the {} abstracts that it cites", claims,
                            labels.examples());
  report.baseline = "the most frequent class; the sentence with most of the claim's words";
  report.measures = {
      {"label macro-F1", labels.macro_f1(), labels.baseline_macro_f1(), kLabelAim},
      {"label accuracy", labels.accuracy(), labels.baseline_accuracy(), -1},
      {"rationale sentence F1, abstracts with evidence", chosen.f1(), nearest.f1(), kRationaleAim},
      {"sentence F1 with the label, all abstracts", both.f1(), -1, -1},
  };
  report.notes.push_back(labels.to_text());
  if (!errors.empty()) report.notes.push_back(std::move(errors));
  return report;
}

}  // namespace attest
