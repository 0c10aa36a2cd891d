// What an intervention did to an outcome, compared with something else, as an abstract says it: increased it,
// decreased it, or made no difference. The question of the Evidence Inference data (Lehman et al. 2019,
// DeYoung et al. 2020), and the one behind every line of an answer that says "better than".
//
// Two trained models. The first ranks sentences: does this one say what happened to the outcome between
// these arms? The second reads the direction from a sentence in which the names of the question are replaced
// by marks ("<outcome> was significantly lower in <intervention> than in <comparator>"), so that what is
// learned of one drug holds for all. The directions of the sentences are mixed by the first model's odds.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "findings/sentences/sentence_role.h"

namespace attest {

// Names as a person would write them; any may be empty, and then nothing is marked for it.
struct EffectQuestion {
  std::string intervention;
  std::string comparator;
  std::string outcome;
};

enum class EffectDirection : uint8_t { kDecreased, kNoDifference, kIncreased };
inline constexpr size_t kEffectDirections = 3;
const char* effect_direction_name(EffectDirection direction);  // "decreased", "no difference", "increased"

struct EffectSentence {
  std::string_view text;
  std::optional<SentenceRole> role;  // stated by a heading; read from the sentence where it is not
};

struct EffectEvidence {
  size_t sentence = 0;                                 // index into what was given
  double probability = 0;                              // that it answers the question
  std::array<double, kEffectDirections> directions{};  // what it says then; sums to 1
};

struct EffectReading {
  EffectDirection direction = EffectDirection::kNoDifference;
  std::array<double, kEffectDirections> probabilities{};  // sums to 1
  std::vector<EffectEvidence> evidence;                   // every sentence, the best first
};

// Reads one abstract: its sentences in their order (at most limits::kEffectSentencesMax are looked at). Never
// fails: without sentences, or in a build without the models, all directions are equally likely.
EffectReading read_effect(const EffectQuestion& question, std::span<const EffectSentence> sentences);

}  // namespace attest
