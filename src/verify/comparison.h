// A claim held beside one sentence (or a few together): what of it is covered, and where the two go
// different ways.
#pragma once

#include <array>
#include <vector>

#include "verify/claim_text.h"

namespace attest {

// From this strength on a word stands for the other.
inline constexpr float kAlignedFrom = 0.5F;

// Which word of the evidence stands for a word of the claim.
struct AlignedWord {
  static constexpr uint32_t kNone = ~0u;
  uint32_t word = kNone;
  float strength = 0;     // 1 the same stem, less for a similar word, 0 none
  bool opposite = false;  // the same word with a prefix that turns it round
};

// What the directions of one axis are in a text.
enum class AxisSigns : uint8_t { kNone, kPositive, kNegative, kBoth };

struct Comparison {
  std::vector<AlignedWord> aligned;  // one for each word of the claim

  // Shares of the claim's topic words, by rarity: covered by any similar word, by the same stem only.
  double covered = 0;
  double covered_exactly = 0;
  double all_covered = 0;     // of all its content words, directions and numbers included
  double pairs_covered = 0;   // of its pairs of neighbouring content words
  double rarest_missing = 0;  // rarity of its rarest topic word that no word of the evidence stands for
  double missing = 0;         // rarity of all such words together
  double first_covered = 0;   // 1 when its first topic word is covered: what the claim speaks of
  double last_covered = 0;
  double evidence_used = 0;  // share of the evidence's topic words that stand for one of the claim
  double trigrams = 0;       // cosine of the letters' trigrams
  double order = 0;          // 1 the aligned words stand in the same order, -1 in the opposite one

  // Rarity of aligned words whose nearest direction word agrees, disagrees; share of all aligned.
  double direction_agrees = 0;
  double direction_opposed = 0;
  double chain_agrees = 0;  // the same with the product of all direction words of the clause before it
  double chain_opposed = 0;
  double denial_differs = 0;  // a negation stands close in one of the two only
  std::array<AxisSigns, kDirectionAxes> claim_signs{};
  std::array<AxisSigns, kDirectionAxes> evidence_signs{};
  size_t same_direction_words = 0;  // direction words of the claim whose stem stands in the evidence
  size_t antonyms = 0;              // whose antonym stands there and no word of the same sign
  bool prefix_antonym = false;

  size_t numbers = 0;        // of the claim
  size_t numbers_found = 0;  // of these, in the evidence
  size_t evidence_numbers = 0;
};

Comparison compare(const ReadText& claim, const ReadText& evidence);

}  // namespace attest
