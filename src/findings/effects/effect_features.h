// Private to effect_direction: what its two models see. Training calls the same functions.
#pragma once

#include <span>
#include <vector>

#include "findings/effects/effect_direction.h"
#include "findings/effects/effect_marks.h"
#include "learn/features.h"

namespace attest {

// An abstract prepared for one question: sentences marked and their roles estimated.
struct MarkedAbstract {
  std::vector<MarkedSentence> sentences;
  std::vector<double> roles;  // probability of each sentence of being a result or a conclusion
};

MarkedAbstract mark_abstract(EffectMarker& marker, std::span<const EffectSentence> sentences);

// Of the model data/models/effect_evidence.model: whether sentence `index` answers the question.
Features effect_evidence_features(const MarkedAbstract& abstract, size_t index);

// Of the model data/models/effect_direction.model: which way, if it does.
Features effect_direction_features(const MarkedSentence& sentence, std::string_view polarity);

}  // namespace attest
