#include "evaluate/asked_effects_measure.h"

#include <algorithm>

#include "reconcile/outcomes/arm_comparisons.h"
#include "reconcile/outcomes/asked_effect.h"
#include "reconcile/outcomes/sought_outcome.h"
#include "reconcile/outcomes/study_verdicts.h"

namespace attest {
namespace {

EffectDirection direction_of(int change) {
  return change < 0   ? EffectDirection::kDecreased
         : change > 0 ? EffectDirection::kIncreased
                      : EffectDirection::kNoDifference;
}

std::optional<SaidEffect> said_by_rules(const Evidence& evidence, const AnswerSource& source,
                                        const AskedEffect& effect, const SoughtOutcome& sought) {
  for (const std::string& given : effect.given) {
    for (const ArmComparison& one : read_comparisons(evidence, source, given)) {
      const bool against = effect.against.empty() || one.comparator == effect.against;
      if (against && (one.outcome == sought.name() || one.outcome == sought.known_as()))
        return SaidEffect{one.change * sought.sense(), one.finding};
    }
  }
  return std::nullopt;
}

}  // namespace

SaidOfDocument said_of_document(const Evidence& evidence, std::string_view document) {
  SaidOfDocument said;
  const std::optional<AskedEffect> effect = asked_effect(evidence);
  if (!effect) return said;
  said.asked = true;
  const SoughtOutcome sought(evidence, effect->outcome);
  for (const StudyVerdict& one : read_study_verdicts(evidence, *effect).all) {
    if (evidence.source_of(*one.comparison.finding).id != document) continue;
    said.verdict = SaidEffect{one.comparison.change * sought.sense(), one.comparison.finding};
    break;
  }
  const auto source = std::find_if(evidence.sources.begin(), evidence.sources.end(),
                                   [&](const AnswerSource& one) { return one.id == document; });
  if (source != evidence.sources.end()) said.by_rules = said_by_rules(evidence, *source, *effect, sought);
  return said;
}

void EffectTally::add(EffectDirection annotated, const std::optional<SaidEffect>& said) {
  const char* const wanted = effect_direction_name(annotated);
  ++prompts_;
  all_.add(wanted, wanted);
  if (!said) return;
  const EffectDirection direction = direction_of(said->change);
  said_.add(wanted, effect_direction_name(direction));
  if (direction != annotated && direction != EffectDirection::kNoDifference &&
      annotated != EffectDirection::kNoDifference)
    ++opposite_;
}

}  // namespace attest
