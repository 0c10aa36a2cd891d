#include "findings/names/word_kind.h"

#include <algorithm>
#include <array>
#include <string>

#include "learn/linear_model.h"

namespace attest {
namespace {

constexpr std::array<const char*, kWordKinds> kWordKindNames = {"anatomy", "chemical", "disease",  "mind",
                                                                "other",   "person",   "procedure"};
constexpr size_t kLettersMin = 3;
constexpr size_t kLettersMax = 40;

}  // namespace

const char* word_kind_name(WordKind kind) { return kWordKindNames[static_cast<size_t>(kind)]; }

// Runs of three to five letters, with the word's ends marked.
Features word_kind_features(std::string_view word) {
  const std::string marked = "^" + std::string(word.substr(0, kLettersMax)) + "$";
  Features features;
  for (size_t length = 3; length <= 5; ++length) {
    for (size_t at = 0; at + length <= marked.size(); ++at) {
      features.add("letters", std::string_view(marked).substr(at, length));
    }
  }
  features.add("length", std::to_string(std::min<size_t>(word.size(), 12) / 2));
  return features;
}

WordKindEstimate estimate_word_kind(std::string_view word) {
  static const LinearModel* const model = built_in_model("word_kind");
  WordKindEstimate estimate;
  if (model == nullptr || word.size() < kLettersMin) return estimate;
  Features features = word_kind_features(word);
  const auto probabilities = model->probabilities(features);
  for (size_t label = 0; label < probabilities.size(); ++label) {
    if (probabilities[label] <= estimate.probability) continue;
    const auto found = std::find(kWordKindNames.begin(), kWordKindNames.end(), model->labels()[label]);
    if (found == kWordKindNames.end()) continue;
    estimate = {static_cast<WordKind>(found - kWordKindNames.begin()), probabilities[label]};
  }
  return estimate;
}

}  // namespace attest
