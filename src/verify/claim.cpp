// The steps follow the task as Wadden et al. set it (2020, "Fact or Fiction: Verifying Scientific Claims",
// https://aclanthology.org/2020.emnlp-main.609/): choose the sentences that bear on the claim, then judge the
// claim by them. Both judges are linear models over what comparison.h measures, so that a verdict can be
// taken apart into reasons.
#include "verify/claim.h"

#include <algorithm>
#include <utility>

#include "verify/claim_features.h"
#include "verify/claim_reasons.h"
#include "verify/plain_signs.h"

namespace attest {
namespace {

// From this probability on a source that a search found is taken to bear on the claim: where sources that
// are missed and sources that are wrongly taken weigh the same (F1 over the training folds of SciFact).
constexpr double kBearsFrom = 0.45;

// And the label that it gets must be as probable as it would be by chance at least.
constexpr double kLikelyFrom = 1.0 / 3;

// Of freely worded claims beside a source that was named the models alone are surer than they are right: over
// the training folds this line goes through what they state and how often that is right (attest-train
// claim-folds). For copied claims, and for sources that a search found, the two agree.
constexpr double kFreeFrom = 0.078;
constexpr double kFreeSlope = 0.739;
// What a plain sign decides there was right in 98 of 166.
constexpr double kPlainMost = 0.6;

// A freely worded claim is called supported from this probability on only: one that is wrongly called so does
// more harm than one that is missed. Over the training folds 0.599 of those called so are, instead of 0.588,
// for 0.003 of accuracy; further up accuracy falls faster than errors do.
constexpr double kSupportedFrom = 0.39;

double decided(const ClaimVerdict& verdict) { return std::max(verdict.supported, verdict.contradicted); }

void set_label(ClaimVerdict& verdict, bool decides) {
  const double neither = 1 - verdict.supported - verdict.contradicted;
  verdict.label = ClaimLabel::kNotEnoughEvidence;
  verdict.confidence = neither;
  if (decides) {
    const bool supports = verdict.supported > verdict.contradicted;
    verdict.label = supports ? ClaimLabel::kSupported : ClaimLabel::kContradicted;
    verdict.confidence = decided(verdict);
  }
}

}  // namespace

const char* claim_label_name(ClaimLabel label) {
  switch (label) {
    case ClaimLabel::kSupported: return "SUPPORTED";
    case ClaimLabel::kContradicted: return "CONTRADICTED";
    case ClaimLabel::kNotEnoughEvidence: break;
  }
  return "NOT_ENOUGH_EVIDENCE";
}

ClaimVerdict verify_with(const ClaimModels& models, std::string_view claim, const ClaimSource& source,
                         SourceChoice choice, std::span<const SameMeaning> meanings) {
  ClaimVerdict verdict;
  const bool complete = models.sentence != nullptr && models.label != nullptr && models.copied != nullptr &&
                        models.document != nullptr;
  if (source.sentences.empty() || !complete) {
    verdict.confidence = 1;
    verdict.decided_by.emplace_back("the source has no sentences to compare with");
    return verdict;
  }
  Stemmer stemmer;
  const SourceBeside beside = hold_beside(claim, source, stemmer, meanings);
  std::vector<Features> of_sentences = sentence_features(beside);
  const std::vector<double> probabilities = decide_probabilities(beside, of_sentences, *models.sentence);
  std::vector<size_t> chosen = choose_rationale(probabilities);
  const bool copied = is_copied(beside, probabilities);
  const PlainSigns signs = plain_signs(claim, beside, source, chosen, copied);
  Features features = label_features(beside, source, probabilities, signs, stemmer);
  const LinearModel& label = copied ? *models.copied : *models.label;
  verdict.supported = label.probability(features, claim_label_name(ClaimLabel::kSupported));
  verdict.contradicted = label.probability(features, claim_label_name(ClaimLabel::kContradicted));
  bool decides = decided(verdict) > 1 - verdict.supported - verdict.contradicted;
  if (choice == SourceChoice::kFound) {
    Features found =
        document_features(beside, probabilities, source, verdict.supported + verdict.contradicted);
    const double bears = models.document->probability(found, "bears");
    const double either = std::max(verdict.supported + verdict.contradicted, 1e-9);
    verdict.supported *= bears / either;
    verdict.contradicted *= bears / either;
    decides = bears >= kBearsFrom && decided(verdict) >= kLikelyFrom;
  }
  // What plain signs speak for, or turn, needs no such likelihood.
  const bool told = signs.against() || signs.in_favour();
  const bool free_support =
      choice == SourceChoice::kNamed && !copied && !told && verdict.supported > verdict.contradicted;
  if (free_support && verdict.supported < kSupportedFrom) decides = false;
  // What is withheld although the models were sure is not sure to be undecided.
  const auto withhold = [&](std::string reason) {
    verdict.decided_by.push_back(std::move(reason));
    set_label(verdict, false);
    if (!copied && choice == SourceChoice::kNamed)
      verdict.confidence = std::min(kFreeFrom + kFreeSlope * verdict.confidence, kPlainMost);
    return verdict;
  };
  if (decides && !signs.undecided.empty()) {
    const double sure = decided(verdict);
    verdict.supported *= 1 - sure;
    verdict.contradicted *= 1 - sure;
    verdict.decided_by.push_back(signs.undecided);
    set_label(verdict, false);
    return verdict;
  }
  if (!tells_of_plan(beside.claim.lower))
    std::erase_if(chosen, [&](size_t i) { return is_aim(beside.sentences[i]); });
  const bool supports = verdict.supported > verdict.contradicted;
  if (decides && supports && !signs.unsupported.empty()) {
    verdict.supported *= 1 - verdict.supported;
    return withhold(signs.unsupported);
  }
  if (decides && supports && !signs.against() && signs.absent) {
    verdict.supported *= 1 - verdict.supported;
    return withhold("no sentence has: " + signs.absent->written);
  }
  if (decides && supports && signs.other_alike && signs.by_figures == 0) {
    verdict.supported *= 1 - verdict.supported;
    return withhold("what is alike in it is something else");
  }
  if ((signs.against() && supports) || (signs.in_favour() && !supports))
    std::swap(verdict.supported, verdict.contradicted);
  set_label(verdict, decides);
  const bool plain = signs.against() || signs.in_favour();
  if (!copied && choice == SourceChoice::kNamed)
    verdict.confidence =
        plain ? std::min(verdict.confidence, kPlainMost) : kFreeFrom + kFreeSlope * verdict.confidence;
  if (verdict.label == ClaimLabel::kContradicted && signs.by_figures == 0 && !signs.against() &&
      !signs.not_against.empty()) {
    verdict.contradicted *= 1 - verdict.contradicted;
    return withhold(signs.not_against);
  }
  if (verdict.label != ClaimLabel::kNotEnoughEvidence) {
    for (const size_t i : chosen) {
      const ByteSpan span = beside.sentences[i].span;
      verdict.rationale.push_back({source.id, span, std::string(span.of(source.text)), probabilities[i]});
    }
  }
  verdict.decided_by = reasons_for(verdict.label, claim, source, beside, chosen.empty() ? 0 : chosen[0]);
  if (verdict.label == ClaimLabel::kContradicted && signs.against() && signs.by_figures == 0) {
    const auto& said = verdict.decided_by;
    if (signs.by_results < 0 && !signs.absent)
      verdict.decided_by.insert(said.begin(), signs.crossed ? "the figures stand on the other sides"
                                                            : "the same result goes another way");
    if (signs.absent && signs.absent->another)
      verdict.decided_by.insert(said.begin(), "no sentence has: " + signs.absent->written);
  }
  return verdict;
}

std::vector<size_t> deciding_sentences(std::string_view claim, const ClaimSource& source) {
  static const LinearModel* const model = built_in_model("claim_sentence");
  if (model == nullptr) return {};
  Stemmer stemmer;
  const SourceBeside beside = hold_beside(claim, source, stemmer);
  std::vector<Features> features = sentence_features(beside);
  const std::vector<double> probabilities = decide_probabilities(beside, features, *model);
  std::vector<size_t> numbers;
  for (const size_t i : choose_rationale(probabilities)) numbers.push_back(beside.sentences[i].index);
  return numbers;
}

ClaimVerdict verify_against(std::string_view claim, const ClaimSource& source, SourceChoice choice,
                            std::span<const SameMeaning> meanings) {
  if (source.retracted) {
    ClaimVerdict verdict;
    verdict.confidence = 1;
    verdict.decided_by.push_back("its source is retracted: " + source.id);
    return verdict;
  }
  static const ClaimModels models{built_in_model("claim_sentence"), built_in_model("claim_label"),
                                  built_in_model("claim_copied"), built_in_model("claim_document")};
  return verify_with(models, claim, source, choice, meanings);
}

ClaimVerdict verify_claim(std::string_view claim, std::span<const ClaimSource> sources, SourceChoice choice,
                          std::span<const SameMeaning> meanings) {
  std::vector<ClaimVerdict> verdicts;
  for (const ClaimSource& source : sources)
    verdicts.push_back(verify_against(claim, source, choice, meanings));
  if (verdicts.empty()) {
    ClaimVerdict none;
    none.confidence = 1;
    none.decided_by.emplace_back("no source is about it");
    return none;
  }
  // The surest of those that decide it; where none does, the one that comes closest to deciding.
  size_t best = 0;
  const auto decides = [](const ClaimVerdict& v) { return v.label != ClaimLabel::kNotEnoughEvidence; };
  for (size_t i = 1; i < verdicts.size(); ++i) {
    const bool better = decides(verdicts[i]) == decides(verdicts[best])
                            ? decided(verdicts[i]) > decided(verdicts[best])
                            : decides(verdicts[i]);
    if (better) best = i;
  }
  ClaimVerdict verdict = verdicts[best];
  if (!decides(verdict)) return verdict;
  for (size_t i = 0; i < verdicts.size(); ++i) {
    if (i == best || !decides(verdicts[i])) continue;
    if (verdicts[i].label == verdict.label) {
      verdict.rationale.insert(verdict.rationale.end(), verdicts[i].rationale.begin(),
                               verdicts[i].rationale.end());
    } else {
      verdict.decided_by.push_back(std::string(verdicts[i].label == ClaimLabel::kSupported
                                                   ? "another source supports it: "
                                                   : "another source contradicts it: ") +
                                   sources[i].id);
    }
  }
  return verdict;
}

}  // namespace attest
