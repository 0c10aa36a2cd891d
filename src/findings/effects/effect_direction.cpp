#include "findings/effects/effect_direction.h"

#include <algorithm>
#include <cmath>

#include "base/limits.h"
#include "findings/effects/effect_features.h"
#include "learn/linear_model.h"

namespace attest {
namespace {

constexpr std::array<const char*, kEffectDirections> kDirectionNames = {"decreased", "no difference",
                                                                        "increased"};
// Above 1: the best sentences count for more than their probability alone says.
constexpr double kSharpness = 1.5;

std::array<double, kEffectDirections> directions_of(const LinearModel& model, Features& features) {
  std::array<double, kEffectDirections> result{};
  for (size_t i = 0; i < kDirectionNames.size(); ++i)
    result[i] = model.probability(features, kDirectionNames[i]);
  return result;
}

}  // namespace

const char* effect_direction_name(EffectDirection direction) {
  return kDirectionNames[static_cast<size_t>(direction)];
}

EffectReading read_effect(const EffectQuestion& question, std::span<const EffectSentence> sentences) {
  static const LinearModel* const evidence_model = built_in_model("effect_evidence");
  static const LinearModel* const direction_model = built_in_model("effect_direction");
  EffectReading reading;
  reading.probabilities.fill(1.0 / static_cast<double>(kEffectDirections));
  sentences = sentences.first(std::min(sentences.size(), limits::kEffectSentencesMax));
  if (sentences.empty() || evidence_model == nullptr || direction_model == nullptr) return reading;

  EffectMarker marker(question, sentences);
  const MarkedAbstract abstract = mark_abstract(marker, sentences);
  std::array<double, kEffectDirections> sums{};
  double all = 0;
  for (size_t i = 0; i < sentences.size(); ++i) {
    EffectEvidence evidence;
    evidence.sentence = i;
    Features features = effect_evidence_features(abstract, i);
    evidence.probability = evidence_model->probability(features, "evidence");
    Features direction = effect_direction_features(abstract.sentences[i], marker.polarity());
    evidence.directions = directions_of(*direction_model, direction);
    const double odds = evidence.probability / (1 - std::min(evidence.probability, 0.999));
    const double weight = std::pow(odds, kSharpness);
    for (size_t k = 0; k < sums.size(); ++k) sums[k] += weight * evidence.directions[k];
    all += weight;
    reading.evidence.push_back(evidence);
  }
  std::stable_sort(
      reading.evidence.begin(), reading.evidence.end(),
      [](const EffectEvidence& a, const EffectEvidence& b) { return a.probability > b.probability; });
  if (all <= 0) return reading;
  for (size_t k = 0; k < sums.size(); ++k) reading.probabilities[k] = sums[k] / all;
  const auto best = std::max_element(reading.probabilities.begin(), reading.probabilities.end());
  reading.direction = static_cast<EffectDirection>(best - reading.probabilities.begin());
  return reading;
}

}  // namespace attest
