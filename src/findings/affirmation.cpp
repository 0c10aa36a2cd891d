#include "findings/affirmation.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/limits.h"
#include "findings/effect_features.h"
#include "learn/linear_model.h"
#include "text/tokens.h"

namespace attest {
namespace {

constexpr std::array<const char*, kAffirmations> kNames = {"no", "maybe", "yes"};
constexpr std::array<float, 7> kShares = {0.1F, 0.2F, 0.35F, 0.5F, 0.65F, 0.8F, 0.9F};

// What the question wants to know: a difference of any kind, a good property, sameness, or that something is.
std::string kind_of(const std::vector<Token>& question) {
  std::string kind = "is";
  for (const Token& token : question) {
    const std::string_view cue = effect_cue(token.folded);
    if (cue == "SAME") return "same";
    if (cue == "EFFECT" || cue == "DIFF" || cue == "ASSOC" || cue == "CHANGE") kind = "difference";
    if (cue == "UP" || cue == "DOWN" || cue == "BETTER" || cue == "WORSE") return std::string(cue);
  }
  return kind;
}

struct Weighted {
  size_t sentence = 0;
  double weight = 0;
  std::array<double, kEffectDirections> directions{};
};

}  // namespace

const char* affirmation_name(Affirmation answer) { return kNames[static_cast<size_t>(answer)]; }

Features affirmation_features(std::string_view question, std::span<const EffectSentence> sentences,
                              size_t& best_sentence) {
  static const LinearModel* const evidence_model = built_in_model("effect_evidence");
  static const LinearModel* const direction_model = built_in_model("effect_direction");
  Features features;
  std::vector<Token> words = tokenize(question);
  const std::string kind = kind_of(words);
  std::string before = "^";
  for (const Token& token : words) {
    features.add("question", token.folded);
    features.add("question pair", before + " " + token.folded);
    before = token.folded;
  }
  features.add("kind", kind);
  if (evidence_model == nullptr || direction_model == nullptr || sentences.empty()) return features;

  EffectMarker marker({{}, {}, std::string(question)}, sentences);
  const MarkedAbstract abstract = mark_abstract(marker, sentences);
  std::vector<Weighted> ranked;
  double all = 0;
  for (size_t i = 0; i < sentences.size(); ++i) {
    Features evidence = effect_evidence_features(abstract, i);
    Weighted item{i, evidence_model->probability(evidence, "evidence"), {}};
    item.weight = (0.02 + item.weight) * abstract.roles[i];
    Features direction = effect_direction_features(abstract.sentences[i], marker.polarity());
    for (size_t k = 0; k < item.directions.size(); ++k) {
      item.directions[k] =
          direction_model->probability(direction, effect_direction_name(static_cast<EffectDirection>(k)));
    }
    all += item.weight;
    ranked.push_back(item);
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const Weighted& a, const Weighted& b) { return a.weight > b.weight; });
  best_sentence = ranked.front().sentence;
  if (all <= 0) return features;

  std::array<double, kEffectDirections> mixed{};
  for (const Weighted& item : ranked) {
    const double share = item.weight / all;
    for (size_t k = 0; k < mixed.size(); ++k) mixed[k] += share * item.directions[k];
    const MarkedSentence& sentence = abstract.sentences[item.sentence];
    for (const EffectToken& token : sentence.tokens) {
      if (token.mark == EffectMark::kOutcome || token.mark == EffectMark::kQuantity) continue;
      features.add("word", token.word, static_cast<float>(share));
      if (!token.symbol.empty()) features.add("symbol", token.symbol, static_cast<float>(share));
      if (!token.symbol.empty()) {
        features.add("symbol for", std::string(token.symbol) + " " + kind, static_cast<float>(share));
      }
    }
  }
  const auto none = static_cast<float>(mixed[static_cast<size_t>(EffectDirection::kNoDifference)]);
  features.add_binned("none", none, kShares);
  features.add_binned("none " + kind, none, kShares);
  const auto up = static_cast<float>(mixed[static_cast<size_t>(EffectDirection::kIncreased)]);
  features.add_binned("up " + kind, up, kShares);
  const auto top_none =
      static_cast<float>(ranked.front().directions[static_cast<size_t>(EffectDirection::kNoDifference)]);
  features.add_binned("top none", top_none, kShares);
  features.add_binned("top none " + kind, top_none, kShares);
  const Weighted* last = &ranked.front();
  for (const Weighted& item : ranked) {
    if (item.sentence > last->sentence) last = &item;
  }
  features.add_binned(
      "last none", static_cast<float>(last->directions[static_cast<size_t>(EffectDirection::kNoDifference)]),
      kShares);
  return features;
}

AffirmationReading read_affirmation(std::string_view question, std::span<const EffectSentence> sentences) {
  static const LinearModel* const model = built_in_model("affirmation");
  AffirmationReading reading;
  reading.probabilities.fill(1.0 / static_cast<double>(kAffirmations));
  sentences = sentences.first(std::min(sentences.size(), limits::kEffectSentencesMax));
  if (model == nullptr || sentences.empty()) return reading;
  Features features = affirmation_features(question, sentences, reading.sentence);
  for (size_t i = 0; i < kAffirmations; ++i)
    reading.probabilities[i] = model->probability(features, kNames[i]);
  const auto best = std::max_element(reading.probabilities.begin(), reading.probabilities.end());
  reading.answer = static_cast<Affirmation>(best - reading.probabilities.begin());
  return reading;
}

}  // namespace attest
