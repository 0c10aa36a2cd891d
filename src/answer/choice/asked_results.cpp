#include "answer/choice/asked_results.h"

#include <algorithm>
#include <tuple>

#include "base/ascii.h"
#include "reconcile/outcomes/outcome_names.h"

namespace attest {

AskedResults::AskedResults(const Evidence& evidence) : evidence_(evidence) {
  const std::optional<AskedEffect> effect = asked_effect(evidence);
  if (!effect) return;
  verdicts_ = read_study_verdicts(evidence, *effect);
  sought_.emplace(evidence, effect->outcome);
}

std::vector<const Finding*> AskedResults::best() const {
  std::vector<const StudyVerdict*> order;
  for (const StudyVerdict& verdict : verdicts_.all) order.push_back(&verdict);
  std::stable_sort(order.begin(), order.end(), [&](const StudyVerdict* a, const StudyVerdict* b) {
    const auto rank = [&](const StudyVerdict* one) {
      return std::tuple(one->comparison.loose,
                        design_rank(evidence_.source_of(*one->comparison.finding).appraisal.design),
                        one->comparison.estimate == nullptr, -one->certainty);
    };
    return rank(a) < rank(b);
  });
  std::vector<const Finding*> findings;
  for (const StudyVerdict* verdict : order) {
    const Finding* const finding = verdict->comparison.finding;
    const uint32_t study = evidence_.source_of(*finding).study;
    if (std::none_of(findings.begin(), findings.end(),
                     [&](const Finding* one) { return evidence_.source_of(*one).study == study; }))
      findings.push_back(finding);
  }
  return findings;
}

bool AskedResults::is_verdict(const Finding& finding) const {
  return std::any_of(verdicts_.all.begin(), verdicts_.all.end(),
                     [&](const StudyVerdict& one) { return one.comparison.finding == &finding; });
}

int AskedResults::change_of(const Finding& finding) const {
  const auto found = std::find_if(verdicts_.all.begin(), verdicts_.all.end(), [&](const StudyVerdict& one) {
    return one.comparison.finding == &finding;
  });
  return found == verdicts_.all.end() ? 0 : found->comparison.change;
}

bool AskedResults::is_beside(const Finding& finding) {
  if (!sought_ || !sought_->is_known()) return false;
  const std::string_view sentence = evidence_.sentence_of(finding);
  sought_->begin_source(evidence_.source_of(finding));
  const std::string lower = lower_ascii(sentence);
  if (sought_->find(sentence, lower)) return false;
  // "Cardiovascular disease" is near enough to "cardiovascular events".
  if (is_of_heart(sought_->name()) && is_of_heart(lower)) return false;
  return finding.kind != FindingKind::kUncertainty && finding.kind != FindingKind::kRecommendation;
}

}  // namespace attest
