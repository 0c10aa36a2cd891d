// Whether an abstract answers a yes-or-no question with yes, no or maybe: the question of PubMedQA (Jin et
// al. 2019). Read from the results; a conclusion helps where there is one.
//
// The evidence and direction models of effect_direction, asked with the question as the outcome, say which
// sentences matter and whether they found a difference. A third model weighs that against what the question
// asks for: "does X affect Y" is answered by any difference, "is X as good as Y" by none.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "findings/effects/effect_direction.h"
#include "learn/features.h"

namespace attest {

enum class Affirmation : uint8_t { kNo, kMaybe, kYes };
inline constexpr size_t kAffirmations = 3;
const char* affirmation_name(Affirmation answer);  // "no", "maybe", "yes"

struct AffirmationReading {
  Affirmation answer = Affirmation::kMaybe;
  std::array<double, kAffirmations> probabilities{};  // sums to 1
  size_t sentence = 0;                                // that says most of it
};

// At most limits::kEffectSentencesMax sentences are looked at. Without sentences, or in a build without the
// models, all answers are equally likely.
AffirmationReading read_affirmation(std::string_view question, std::span<const EffectSentence> sentences);

// The features of the model data/models/affirmation.model.
Features affirmation_features(std::string_view question, std::span<const EffectSentence> sentences,
                              size_t& best_sentence);

}  // namespace attest
