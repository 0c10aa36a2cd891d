// Each word of the claim is given the word of the evidence that is most like it: the same stem, the two
// halves of a name written apart ("PGE 2" for "PGE2"), the long form of an abbreviation, a word of the same
// root, or a word that stands in the same company (learn/word_table.h). Which way things go is then compared
// around the words that two texts share, because a direction means nothing without what it is the direction
// of.
#include "verify/comparison.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

namespace attest {
namespace {

constexpr float kOtherFormStrength = 0.95F;
constexpr float kSameRootStrength = 0.85F;
constexpr size_t kRootBytesMin = 5;
constexpr float kSimilarityMin = 0.45F;   // of two words' company; below it they merely share a subject
constexpr float kSimilarStrength = 0.8F;  // of two words with the same company: perhaps opposites
constexpr size_t kReach = 6;              // words between a word and what gives it a direction
constexpr size_t kDenialReach = 4;        // words between a negation and what it denies

bool same_root(std::string_view a, std::string_view b) {
  const size_t shorter = std::min(a.size(), b.size());
  if (shorter < kRootBytesMin) return false;
  size_t same = 0;
  while (same < shorter && a[same] == b[same]) ++same;
  return same >= kRootBytesMin && same * 4 >= std::max(a.size(), b.size()) * 3;
}

bool content(const ClaimWord& word) { return word.weight > 0; }

AlignedWord align_word(const ReadText& claim, size_t at, const ReadText& evidence) {
  const ClaimWord& word = claim.words[at];
  AlignedWord best;
  const auto offer = [&best](size_t index, float strength) {
    if (strength > best.strength) best = {static_cast<uint32_t>(index), strength, false};
  };
  const WordTable* const table = built_in_words();
  for (size_t i = 0; i < evidence.words.size(); ++i) {
    const ClaimWord& other = evidence.words[i];
    if (!content(other)) continue;
    if (other.stem == word.stem || other.folded == word.folded) {
      offer(i, 1.0F);
      return best;
    }
    if (word.number || other.number) continue;
    if (are_prefix_antonyms(word.stem, other.stem)) {
      if (best.strength < kSameRootStrength) {
        best = {static_cast<uint32_t>(i), kSameRootStrength, true};
      }
      continue;
    }
    if (same_root(word.stem, other.stem)) offer(i, kSameRootStrength);
    if (table != nullptr) {
      const float similarity = table->similarity(word.known, other.known);
      if (similarity > kSimilarityMin) {
        offer(i, kSimilarStrength * (similarity - kSimilarityMin) / (1 - kSimilarityMin));
      }
    }
  }
  for (const OtherStem& other : evidence.others) {
    if (other.stem == word.stem) offer(other.word, kOtherFormStrength);
  }
  for (const OtherStem& other : claim.others) {
    if (other.word != at) continue;
    for (size_t i = 0; i < evidence.words.size(); ++i) {
      if (content(evidence.words[i]) && evidence.words[i].stem == other.stem) offer(i, kOtherFormStrength);
    }
  }
  return best;
}

// "PGE 2" in one text, "PGE2" in the other.
void align_names_written_apart(const ReadText& claim, const ReadText& evidence,
                               std::vector<AlignedWord>& aligned) {
  for (size_t i = 0; i < claim.words.size(); ++i) {
    if (!content(claim.words[i]) || aligned[i].strength >= 1) continue;
    const std::string& whole = claim.words[i].folded;
    for (size_t j = 0; j + 1 < evidence.words.size(); ++j) {
      const std::string& head = evidence.words[j].folded;
      if (whole.starts_with(head) && whole.size() == head.size() + evidence.words[j + 1].folded.size() &&
          whole.ends_with(evidence.words[j + 1].folded)) {
        aligned[i] = {static_cast<uint32_t>(j), 1.0F, false};
      }
    }
  }
  for (size_t i = 0; i + 1 < claim.words.size(); ++i) {
    if (aligned[i].strength >= 1 && aligned[i + 1].strength >= 1) continue;
    const std::string whole = claim.words[i].folded + claim.words[i + 1].folded;
    for (size_t j = 0; j < evidence.words.size(); ++j) {
      if (evidence.words[j].folded != whole) continue;
      if (content(claim.words[i])) aligned[i] = {static_cast<uint32_t>(j), 1.0F, false};
      if (content(claim.words[i + 1])) aligned[i + 1] = {static_cast<uint32_t>(j), 1.0F, false};
    }
  }
}

// Sign of the direction word nearest to a word; 0 when none is near.
int nearest_direction(const ReadText& text, size_t at) {
  for (size_t distance = 1; distance <= kReach; ++distance) {
    if (at >= distance && text.words[at - distance].direction) {
      return text.words[at - distance].direction->sign;
    }
    if (at + distance < text.words.size() && text.words[at + distance].direction) {
      return text.words[at + distance].direction->sign;
    }
  }
  return 0;
}

// Product of the signs of the direction words before a word in its clause ("reduces the loss of bone": bone
// goes up); where there is none, of those after it.
int chained_direction(const ReadText& text, size_t at) {
  int sign = 0;
  for (size_t i = at; !text.words[i].clause_start && i > 0; --i) {
    const auto& direction = text.words[i - 1].direction;
    if (direction) sign = (sign == 0 ? 1 : sign) * direction->sign;
  }
  if (sign != 0) return sign;
  for (size_t i = at + 1; i < text.words.size() && i <= at + kReach; ++i) {
    if (text.words[i].clause_start) break;
    const auto& direction = text.words[i].direction;
    if (direction) sign = (sign == 0 ? 1 : sign) * direction->sign;
  }
  return sign;
}

bool denied(const ReadText& text, size_t at) {
  const size_t first = at > kDenialReach ? at - kDenialReach : 0;
  const size_t end = std::min(text.words.size(), at + kDenialReach + 1);
  for (size_t i = first; i < end; ++i) {
    if (text.words[i].negation) return true;
  }
  return false;
}

std::array<AxisSigns, kDirectionAxes> signs_of(const ReadText& text) {
  std::array<AxisSigns, kDirectionAxes> signs{};
  for (const ClaimWord& word : text.words) {
    if (!word.direction) continue;
    AxisSigns& sign = signs[static_cast<size_t>(word.direction->axis)];
    const AxisSigns seen = word.direction->sign > 0 ? AxisSigns::kPositive : AxisSigns::kNegative;
    sign = sign == AxisSigns::kNone || sign == seen ? seen : AxisSigns::kBoth;
  }
  return signs;
}

double cosine(const std::vector<Trigram>& a, const std::vector<Trigram>& b) {
  double product = 0;
  double of_a = 0;
  double of_b = 0;
  auto other = b.begin();
  for (const Trigram& trigram : a) {
    of_a += trigram.count * trigram.count;
    while (other != b.end() && other->letters < trigram.letters) ++other;
    if (other != b.end() && other->letters == trigram.letters) product += trigram.count * other->count;
  }
  for (const Trigram& trigram : b) of_b += trigram.count * trigram.count;
  return of_a > 0 && of_b > 0 ? product / std::sqrt(of_a * of_b) : 0;
}

double order_of(const std::vector<AlignedWord>& aligned, const ReadText& claim) {
  std::vector<uint32_t> places;
  for (size_t i = 0; i < aligned.size(); ++i) {
    if (claim.words[i].topic && aligned[i].strength >= kSameRootStrength) places.push_back(aligned[i].word);
  }
  double same = 0;
  double pairs = 0;
  for (size_t i = 0; i < places.size(); ++i) {
    for (size_t j = i + 1; j < places.size(); ++j) {
      if (places[i] == places[j]) continue;
      pairs += 1;
      same += places[i] < places[j] ? 1 : -1;
    }
  }
  return pairs > 0 ? same / pairs : 0;
}

void measure_cover(const ReadText& claim, const ReadText& evidence, Comparison& out) {
  double topic = 0;
  double all = 0;
  double pairs = 0;
  const ClaimWord* before = nullptr;
  const AlignedWord* before_aligned = nullptr;
  bool first = true;
  for (size_t i = 0; i < claim.words.size(); ++i) {
    const ClaimWord& word = claim.words[i];
    const AlignedWord& aligned = out.aligned[i];
    if (!content(word)) continue;
    const double weight = static_cast<double>(word.weight);
    const double strength = static_cast<double>(aligned.strength);
    all += weight;
    out.all_covered += weight * strength;
    if (before != nullptr) {
      pairs += 1;
      if (aligned.strength >= kSameRootStrength && before_aligned->strength >= kSameRootStrength &&
          aligned.word - before_aligned->word <= 2) {
        out.pairs_covered += 1;
      }
    }
    before = &word;
    before_aligned = &aligned;
    if (!word.topic) continue;
    topic += weight;
    out.covered += weight * strength;
    if (aligned.strength >= kSameRootStrength) out.covered_exactly += weight;
    const bool covered = aligned.strength >= kAlignedFrom;
    if (!covered) {
      out.missing += weight;
      out.rarest_missing = std::max(out.rarest_missing, weight);
    }
    if (first) out.first_covered = covered ? 1 : 0;
    first = false;
    out.last_covered = covered ? 1 : 0;
  }
  if (topic > 0) {
    out.covered /= topic;
    out.covered_exactly /= topic;
  }
  if (all > 0) out.all_covered /= all;
  if (pairs > 0) out.pairs_covered /= pairs;
  double used = 0;
  double there = 0;
  for (size_t i = 0; i < evidence.words.size(); ++i) {
    if (!evidence.words[i].topic) continue;
    const double weight = static_cast<double>(evidence.words[i].weight);
    there += weight;
    const bool stands = std::any_of(out.aligned.begin(), out.aligned.end(), [i](const AlignedWord& aligned) {
      return aligned.strength >= kAlignedFrom && aligned.word == i;
    });
    if (stands) used += weight;
  }
  out.evidence_used = there > 0 ? used / there : 0;
}

void measure_directions(const ReadText& claim, const ReadText& evidence, Comparison& out) {
  double aligned_weight = 0;
  for (size_t i = 0; i < claim.words.size(); ++i) {
    const AlignedWord& aligned = out.aligned[i];
    if (!claim.words[i].topic || aligned.strength < kAlignedFrom) continue;
    const double weight = static_cast<double>(claim.words[i].weight);
    aligned_weight += weight;
    const int nearest = nearest_direction(claim, i) * nearest_direction(evidence, aligned.word);
    if (nearest > 0) out.direction_agrees += weight;
    if (nearest < 0) out.direction_opposed += weight;
    const int chained = chained_direction(claim, i) * chained_direction(evidence, aligned.word);
    if (chained > 0) out.chain_agrees += weight;
    if (chained < 0) out.chain_opposed += weight;
    if (denied(claim, i) != denied(evidence, aligned.word)) out.denial_differs += weight;
    out.prefix_antonym = out.prefix_antonym || aligned.opposite;
  }
  if (aligned_weight > 0) {
    for (double* share : {&out.direction_agrees, &out.direction_opposed, &out.chain_agrees,
                          &out.chain_opposed, &out.denial_differs}) {
      *share /= aligned_weight;
    }
  }
  out.claim_signs = signs_of(claim);
  out.evidence_signs = signs_of(evidence);
  for (size_t i = 0; i < claim.words.size(); ++i) {
    const auto& direction = claim.words[i].direction;
    if (!direction) continue;
    if (out.aligned[i].strength >= 1) {
      ++out.same_direction_words;
      continue;
    }
    const AxisSigns there = out.evidence_signs[static_cast<size_t>(direction->axis)];
    const AxisSigns opposite = direction->sign > 0 ? AxisSigns::kNegative : AxisSigns::kPositive;
    if (there == opposite) ++out.antonyms;
  }
}

}  // namespace

Comparison compare(const ReadText& claim, const ReadText& evidence) {
  Comparison out;
  for (size_t i = 0; i < claim.words.size(); ++i) {
    out.aligned.push_back(content(claim.words[i]) ? align_word(claim, i, evidence) : AlignedWord{});
  }
  align_names_written_apart(claim, evidence, out.aligned);
  measure_cover(claim, evidence, out);
  measure_directions(claim, evidence, out);
  out.order = order_of(out.aligned, claim);
  out.trigrams = cosine(claim.trigrams, evidence.trigrams);
  out.numbers = claim.numbers.size();
  out.evidence_numbers = evidence.numbers.size();
  for (const std::string& number : claim.numbers) {
    const auto& there = evidence.numbers;
    if (std::find(there.begin(), there.end(), number) != there.end()) ++out.numbers_found;
  }
  return out;
}

}  // namespace attest
