// The words of an abstract that say who was studied, what was given, against what, and what was measured:
// PICO spans (Nye et al. 2018, "A corpus with multi-level annotations of patients, interventions and
// outcomes"; Mutinda et al. 2022 for the comparator). A sequence model over the words of one sentence; what
// the rest of the abstract says of the same word is among its features.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_span.h"
#include "learn/features.h"

namespace attest {

enum class PicoClass : uint8_t { kNone, kPopulation, kIntervention, kComparator, kOutcome };
inline constexpr size_t kPicoClasses = 5;
const char* pico_class_name(PicoClass value);  // "none", "population", …

struct PicoSentence {
  std::string_view text;
  bool title = false;
};

struct PicoSpan {
  PicoClass kind = PicoClass::kNone;
  size_t sentence = 0;  // index into what was given
  ByteSpan span;        // relative to the sentence
};

// Spans of one abstract, in its order. At most limits::kEffectSentencesMax sentences are read; nothing in a
// build without the model.
std::vector<PicoSpan> find_pico_spans(std::span<const PicoSentence> sentences);

// Runs of letters and digits, and single signs: what the model labels.
std::vector<ByteSpan> pico_tokens(std::string_view text);

// A sentence as tokens, for callers that have tokens of their own.
struct PicoTokens {
  std::vector<std::string> words;
  bool title = false;
};
// One class for each token of each sentence.
std::vector<std::vector<PicoClass>> label_pico_tokens(std::span<const PicoTokens> abstract);
// The features of the model data/models/pico.model: for each sentence, for each token.
std::vector<std::vector<Features>> pico_features(std::span<const PicoTokens> abstract);

}  // namespace attest
