#include "findings/effects/affirmation.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/limits.h"
#include "findings/effects/effect_features.h"
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

// A sentence, how much it counts for the question, and the direction that it reports.
struct Weighted {
  size_t sentence = 0;
  double weight = 0;
  std::array<double, kEffectDirections> directions{};
  float none() const {
    return static_cast<float>(directions[static_cast<size_t>(EffectDirection::kNoDifference)]);
  }
};

// All sentences, those that count most first.
std::vector<Weighted> weigh(const MarkedAbstract& abstract, std::string_view polarity,
                            const LinearModel& evidence_model, const LinearModel& direction_model) {
  constexpr double kLeast = 0.02;  // of a result that names nothing of the question
  std::vector<Weighted> ranked;
  for (size_t i = 0; i < abstract.sentences.size(); ++i) {
    Features evidence = effect_evidence_features(abstract, i);
    Weighted item{i, kLeast + evidence_model.probability(evidence, "evidence"), {}};
    item.weight *= abstract.roles[i];
    Features direction = effect_direction_features(abstract.sentences[i], polarity);
    for (size_t k = 0; k < item.directions.size(); ++k) {
      item.directions[k] =
          direction_model.probability(direction, effect_direction_name(static_cast<EffectDirection>(k)));
    }
    ranked.push_back(item);
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const Weighted& a, const Weighted& b) { return a.weight > b.weight; });
  return ranked;
}

// Whether what counts reports significance, its absence, or both.
std::string verdict_of(const MarkedAbstract& abstract, const std::vector<Weighted>& ranked) {
  constexpr double kCounts = 0.05;  // of the weight of the first
  bool shown = false;
  bool not_shown = false;
  for (const Weighted& item : ranked) {
    if (item.weight < kCounts * ranked.front().weight) continue;
    for (const EffectToken& token : abstract.sentences[item.sentence].tokens) {
      const std::string_view sign = token.symbol;
      shown = shown || sign == "P+" || sign == "R>" || sign == "R<" || sign == "D>" || sign == "D<";
      not_shown = not_shown || sign == "P-" || sign == "R=" || sign == "D=" || sign == "NS";
    }
  }
  return shown ? (not_shown ? "both" : "yes") : (not_shown ? "no" : "-");
}

// What the abstract reports on the whole: of differences, directions and significance.
void add_report(Features& features, const std::string& kind, const MarkedAbstract& abstract,
                const std::vector<Weighted>& ranked, double all) {
  std::array<double, kEffectDirections> mixed{};
  for (const Weighted& item : ranked) {
    const double share = item.weight / all;
    for (size_t k = 0; k < mixed.size(); ++k) mixed[k] += share * item.directions[k];
    for (const EffectToken& token : abstract.sentences[item.sentence].tokens) {
      if (token.symbol.empty() || token.mark != EffectMark::kWord) continue;
      features.add("symbol", token.symbol, static_cast<float>(share));
      features.add("symbol for", std::string(token.symbol) + " " + kind, static_cast<float>(share));
    }
  }
  const std::string verdict = verdict_of(abstract, ranked);
  features.add("verdict", verdict);
  features.add("verdict " + kind, verdict);
  const auto none = static_cast<float>(mixed[static_cast<size_t>(EffectDirection::kNoDifference)]);
  features.add_binned("none", none, kShares);
  features.add_binned("none " + kind, none, kShares);
  const auto up = static_cast<float>(mixed[static_cast<size_t>(EffectDirection::kIncreased)]);
  features.add_binned("up " + kind, up, kShares);
  features.add_binned("top none", ranked.front().none(), kShares);
  features.add_binned("top none " + kind, ranked.front().none(), kShares);
  const size_t few = std::min<size_t>(4, ranked.size());
  const auto [lowest, highest] =
      std::minmax_element(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(few),
                          [](const Weighted& a, const Weighted& b) { return a.none() < b.none(); });
  features.add_binned("highest none", highest->none(), kShares);
  features.add_binned("lowest none", lowest->none(), kShares);
  const auto last = std::max_element(ranked.begin(), ranked.end(), [](const Weighted& a, const Weighted& b) {
    return a.sentence < b.sentence;
  });
  features.add_binned("last none", last->none(), kShares);
}

}  // namespace

const char* affirmation_name(Affirmation answer) { return kNames[static_cast<size_t>(answer)]; }

Features affirmation_features(std::string_view question, std::span<const EffectSentence> sentences,
                              size_t& best_sentence) {
  static const LinearModel* const evidence_model = built_in_model("effect_evidence");
  static const LinearModel* const direction_model = built_in_model("effect_direction");
  Features features;
  const std::vector<Token> words = tokenize(question);
  const std::string kind = kind_of(words);
  for (const Token& token : words) features.add("question", token.folded);
  features.add("kind", kind);
  if (evidence_model == nullptr || direction_model == nullptr || sentences.empty()) return features;
  EffectMarker marker({{}, {}, std::string(question)}, sentences);
  const MarkedAbstract abstract = mark_abstract(marker, sentences);
  const auto ranked = weigh(abstract, marker.polarity(), *evidence_model, *direction_model);
  best_sentence = ranked.front().sentence;
  double all = 0;
  for (const Weighted& item : ranked) all += item.weight;
  if (all > 0) add_report(features, kind, abstract, ranked, all);
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
