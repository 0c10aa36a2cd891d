// Examples of the two models behind findings/effects/effect_direction.h, from Evidence Inference.
#include "findings/effects/effect_direction.h"

#include <algorithm>
#include <set>
#include <utility>

#include "evaluate/datasets/evidence_inference.h"
#include "evaluate/task.h"
#include "findings/effects/effect_features.h"
#include "train/trainings.h"

namespace attest::train {
namespace {

struct TrainingPrompt {
  EffectPrompt prompt;
  TrialAbstract abstract;
  std::vector<bool> evidence;  // for each sentence; all false when the answer stands elsewhere
};

Result<std::vector<TrainingPrompt>> training_prompts(const std::filesystem::path& data) {
  ATTEST_ASSIGN(auto prompts, read_effect_prompts(data));
  ATTEST_ASSIGN(const auto abstracts, read_trial_abstracts(data));
  ATTEST_ASSIGN(const auto beginnings, read_trial_beginnings(data));
  std::vector<TrainingPrompt> kept;
  for (EffectPrompt& prompt : prompts) {
    if (is_held_out(prompt.article)) continue;
    TrainingPrompt training{std::move(prompt), {}, {}};
    const auto abstract = abstracts.find(training.prompt.article);
    if (abstract != abstracts.end()) {
      training.abstract = abstract->second;
    } else if (const auto beginning = beginnings.find(training.prompt.article);
               beginning != beginnings.end()) {
      training.abstract = beginning->second;
    }
    training.evidence = sentences_with_evidence(training.abstract, training.prompt.evidence);
    kept.push_back(std::move(training));
  }
  return kept;
}

Example example_of(Features features, std::string label, const EffectPrompt& prompt) {
  const auto entries = features.entries();
  return {{entries.begin(), entries.end()}, std::move(label), prompt.article, prompt.id};
}

EffectDirection opposite(EffectDirection direction) {
  switch (direction) {
    case EffectDirection::kDecreased: return EffectDirection::kIncreased;
    case EffectDirection::kIncreased: return EffectDirection::kDecreased;
    default: return direction;
  }
}

bool names_an_arm(const MarkedSentence& sentence) {
  return std::any_of(sentence.tokens.begin(), sentence.tokens.end(), [](const EffectToken& token) {
    return token.mark == EffectMark::kIntervention || token.mark == EffectMark::kComparator;
  });
}

}  // namespace

Result<std::vector<Example>> effect_evidence_examples(const TrainingData& from) {
  const std::filesystem::path& data = from.data;
  ATTEST_ASSIGN(const auto prompts, training_prompts(data));
  std::vector<Example> examples;
  for (const TrainingPrompt& training : prompts) {
    if (std::find(training.evidence.begin(), training.evidence.end(), true) == training.evidence.end())
      continue;
    const auto sentences = training.abstract.views();
    EffectMarker marker(training.prompt.question, sentences);
    const MarkedAbstract marked = mark_abstract(marker, sentences);
    for (size_t i = 0; i < sentences.size(); ++i) {
      examples.push_back(example_of(effect_evidence_features(marked, i),
                                    training.evidence[i] ? "evidence" : "other", training.prompt));
    }
  }
  return examples;
}

// Every passage counts twice: as it is, and with the arms exchanged, which turns the direction round.
Result<std::vector<Example>> effect_direction_examples(const TrainingData& from) {
  const std::filesystem::path& data = from.data;
  ATTEST_ASSIGN(const auto prompts, training_prompts(data));
  std::vector<Example> examples;
  for (const TrainingPrompt& training : prompts) {
    const auto sentences = training.abstract.views();
    EffectQuestion swapped = training.prompt.question;
    std::swap(swapped.intervention, swapped.comparator);
    EffectMarker marker(training.prompt.question, sentences);
    EffectMarker swapped_marker(swapped, sentences);
    std::set<std::string> passages(training.prompt.evidence.begin(), training.prompt.evidence.end());
    for (size_t i = 0; i < sentences.size(); ++i) {
      if (training.evidence[i]) passages.insert(training.abstract.sentences[i].text);
    }
    for (const std::string& passage : passages) {
      const MarkedSentence marked = marker.mark(passage);
      examples.push_back(example_of(effect_direction_features(marked, marker.polarity()),
                                    effect_direction_name(training.prompt.direction), training.prompt));
      if (!names_an_arm(marked)) continue;
      examples.push_back(
          example_of(effect_direction_features(swapped_marker.mark(passage), swapped_marker.polarity()),
                     effect_direction_name(opposite(training.prompt.direction)), training.prompt));
    }
  }
  return examples;
}

}  // namespace attest::train
