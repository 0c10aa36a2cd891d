// What kind of thing a single word names, by its letters: "-mab" and "-statin" are drugs, "-itis" a disease,
// "-ectomy" a procedure, also where the word is in no thesaurus. Learned from the words of MeSH terms.
#pragma once

#include <cstdint>
#include <string_view>

#include "learn/features.h"

namespace attest {

enum class WordKind : uint8_t { kAnatomy, kChemical, kDisease, kMind, kOther, kPerson, kProcedure };
inline constexpr size_t kWordKinds = 7;
const char* word_kind_name(WordKind kind);

struct WordKindEstimate {
  WordKind kind = WordKind::kOther;
  double probability = 0;
};
// `word` lower case. Without the model, or for a word of fewer than three letters, kOther with probability 0.
WordKindEstimate estimate_word_kind(std::string_view word);

// The features of the model data/models/word_kind.model.
Features word_kind_features(std::string_view word);

}  // namespace attest
