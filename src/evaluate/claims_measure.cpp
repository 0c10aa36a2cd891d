#include "evaluate/claims_measure.h"

#include <algorithm>

namespace attest {
namespace {

constexpr size_t kSentencesMax = 3;

}  // namespace

std::vector<size_t> rationale_sentences(const ClaimVerdict& verdict, const ClaimSource& source) {
  std::vector<size_t> numbers;
  for (const RationaleSpan& rationale : verdict.rationale) {
    for (size_t i = 0; i < source.sentences.size(); ++i) {
      if (source.sentences[i] == rationale.span) numbers.push_back(i);
    }
  }
  return numbers;
}

bool is_right(const ScifactClaim& claim, const ClaimSource& source, const ClaimVerdict& verdict) {
  const auto evidence = claim.evidence.find(source.id);
  if (evidence == claim.evidence.end() || evidence->second.label != verdict.label) return false;
  std::vector<size_t> said = rationale_sentences(verdict, source);
  if (said.size() > kSentencesMax) said.resize(kSentencesMax);
  const auto& sets = evidence->second.rationales;
  return std::any_of(sets.begin(), sets.end(), [&](const std::vector<size_t>& set) {
    return std::all_of(set.begin(), set.end(), [&](size_t sentence) {
      return std::find(said.begin(), said.end(), sentence) != said.end();
    });
  });
}

void add_found(const ScifactClaim& claim, const ClaimSource& source, const ClaimVerdict& verdict,
               Counts& with_rationale, Counts& label_only) {
  if (verdict.label == ClaimLabel::kNotEnoughEvidence) return;
  ++with_rationale.said;
  ++label_only.said;
  if (is_right(claim, source, verdict)) ++with_rationale.hits;
  const auto evidence = claim.evidence.find(source.id);
  if (evidence != claim.evidence.end() && evidence->second.label == verdict.label) ++label_only.hits;
}

}  // namespace attest
