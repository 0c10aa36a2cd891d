#include "answer/choice/asked_results.h"

#include <algorithm>
#include <tuple>

#include "answer/disagreements/study_differences.h"
#include "base/ascii.h"

namespace attest {

AskedResults::AskedResults(const Evidence& evidence) : evidence_(evidence) {
  const std::optional<AskedEffect> effect = asked_effect(evidence);
  if (!effect) return;
  verdicts_ = read_study_verdicts(evidence, *effect);
  told_.emplace(evidence, *effect);
}

// "In preterm infants", asked of no people at all.
bool AskedResults::is_of_special_people(const StudyVerdict& one) const {
  if (!evidence_.question.population.empty()) return false;
  const StudiedPeople people = studied_people_of_title(evidence_.source_of(*one.comparison.finding).document);
  return !people.age.empty() || !people.state.empty();
}

std::vector<const Finding*> AskedResults::best() const {
  std::vector<const StudyVerdict*> order;
  for (const StudyVerdict& verdict : verdicts_.all) order.push_back(&verdict);
  std::stable_sort(order.begin(), order.end(), [&](const StudyVerdict* a, const StudyVerdict* b) {
    const auto rank = [&](const StudyVerdict* one) {
      return std::tuple(is_of_special_people(*one), one->comparison.loose,
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

bool AskedResults::is_beside(const Finding& finding) {
  if (!told_ || !told_->sought().is_known()) return false;
  const std::string_view sentence = evidence_.sentence_of(finding);
  const std::string lower = lower_ascii(sentence);
  if (told_->outcome_in(evidence_.source_of(finding), sentence, lower) || told_->is_near_outcome(lower))
    return false;
  return finding.kind != FindingKind::kUncertainty && finding.kind != FindingKind::kRecommendation;
}

bool AskedResults::may_lead(const Finding& finding) {
  return !told_ || is_verdict(finding) || told_->says_effect(finding);
}

}  // namespace attest
