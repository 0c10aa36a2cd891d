#include "verify/claim_reasons.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "base/one_of.h"
#include "verify/plain_limits.h"

namespace attest {
namespace {

using namespace std::string_view_literals;

constexpr size_t kWordsShown = 5;
constexpr float kCoveredFrom = 0.5F;
constexpr float kNamedByBothFrom =
    0.85F;  // the same word or another name of it, not one that keeps its company
constexpr double kOrderReversed = -0.3;
constexpr double kMoreLikelyThanNot = 0.5;

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (size_t i = 0; i < words.size() && i < kWordsShown; ++i) {
    if (i > 0) text += ", ";
    text += words[i];
  }
  if (words.size() > kWordsShown) text += ", …";
  return text;
}

void add_once(std::vector<std::string>& words, std::string_view word) {
  const auto same = [word](const std::string& other) { return other == word; };
  if (std::none_of(words.begin(), words.end(), same)) words.emplace_back(word);
}

// Name something, or say how much of it there is, as often as they say which way it goes.
constexpr std::array kNoReason = {
    "most"sv,       "many"sv,       "few"sv,       "majority"sv,   "minority"sv,    "up"sv,
    "down"sv,       "above"sv,      "below"sv,     "triple"sv,     "double"sv,      "high"sv,
    "low"sv,        "large"sv,      "small"sv,     "great"sv,      "risk"sv,        "risks"sv,
    "well"sv,       "good"sv,       "best"sv,      "common"sv,     "rare"sv,        "loss"sv,
    "losses"sv,     "deficiency"sv, "deficient"sv, "immune"sv,     "resistance"sv,  "resistant"sv,
    "tolerance"sv,  "result"sv,     "results"sv,   "resulted"sv,   "resulting"sv,   "lead"sv,
    "leading"sv,    "support"sv,    "supports"sv,  "inhibitor"sv,  "inhibitors"sv,  "activator"sv,
    "activators"sv, "agonist"sv,    "agonists"sv,  "antagonist"sv, "antagonists"sv, "suppressor"sv,
    "knockout"sv,   "knockdown"sv,  "blockade"sv,  "blocker"sv,    "blockers"sv,    "drive"sv,
    "minimal"sv,    "minimally"sv,  "limit"sv,     "limits"sv,     "limited"sv,     "worsening"sv,
    "induction"sv,  "elevation"sv,  "depletion"sv, "adverse"sv,    "disruption"sv};

// Says which way something goes, so that a reader would take it for a reason.
bool goes_somewhere(const ClaimWord& word) {
  if (!word.direction || is_one_of(word.folded, kNoReason)) return false;
  switch (word.direction->axis) {
    case DirectionAxis::kPresence:
    case DirectionAxis::kRelation:
    case DirectionAxis::kTime: return false;
    default: return true;
  }
}

// Topic words of the claim that are covered (or are not), the rarest first.
std::vector<std::string> topic_words(std::string_view claim, const ReadText& read,
                                     const std::vector<float>& strengths, bool covered) {
  std::vector<const ClaimWord*> found;
  for (size_t i = 0; i < read.words.size(); ++i) {
    const bool is_covered = strengths[i] >= (covered ? kNamedByBothFrom : kCoveredFrom);
    if (read.words[i].topic && is_covered == covered) found.push_back(&read.words[i]);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const ClaimWord* a, const ClaimWord* b) { return a->weight > b->weight; });
  std::vector<std::string> words;
  for (const ClaimWord* word : found) add_once(words, word->span.of(claim));
  return words;
}

std::vector<std::string> numbers_in_common(const ReadText& claim, const ReadText& evidence, bool common) {
  std::vector<std::string> numbers;
  for (const std::string& number : claim.numbers) {
    const bool there =
        std::find(evidence.numbers.begin(), evidence.numbers.end(), number) != evidence.numbers.end();
    if (there == common) add_once(numbers, number);
  }
  return numbers;
}

// "increases v reduces": direction words of one axis with different signs.
std::string opposite_directions(std::string_view claim, const ReadText& read, std::string_view sentence,
                                const ReadText& evidence, const Comparison& comparison) {
  for (size_t i = 0; i < read.words.size(); ++i) {
    const auto& direction = read.words[i].direction;
    if (comparison.aligned[i].opposite) {
      return std::string(read.words[i].span.of(claim)) + " v " +
             std::string(evidence.words[comparison.aligned[i].word].span.of(sentence));
    }
    if (!goes_somewhere(read.words[i]) || comparison.aligned[i].strength >= 1) continue;
    for (const ClaimWord& other : evidence.words) {
      if (!goes_somewhere(other) || other.direction->sign == direction->sign) continue;
      if (other.direction->axis != direction->axis) continue;
      return std::string(read.words[i].span.of(claim)) + " v " + std::string(other.span.of(sentence));
    }
  }
  return {};
}

std::string same_directions(std::string_view claim, const ReadText& read, const ReadText& evidence) {
  for (const ClaimWord& word : read.words) {
    if (!goes_somewhere(word)) continue;
    for (const ClaimWord& other : evidence.words) {
      if (goes_somewhere(other) && other.direction->axis == word.direction->axis &&
          other.direction->sign == word.direction->sign) {
        return std::string(word.span.of(claim));
      }
    }
  }
  return {};
}

}  // namespace

std::vector<std::string> reasons_for(ClaimLabel label, std::string_view claim, const ClaimSource& source,
                                     const SourceBeside& beside, size_t best) {
  std::vector<std::string> reasons;
  const ReadText& read = beside.claim;
  if (label == ClaimLabel::kNotEnoughEvidence) {
    const auto nowhere = topic_words(claim, read, beside.anywhere, false);
    if (!nowhere.empty()) reasons.push_back("no sentence is about: " + joined(nowhere));
  }
  if (best >= beside.sentences.size()) {
    if (reasons.empty()) reasons.emplace_back("no sentence to compare with");
    return reasons;
  }
  const SentenceBeside& sentence = beside.sentences[best];
  const Comparison& comparison = sentence.comparison;
  const std::string_view text = sentence.span.of(source.text);
  std::vector<float> strengths;
  for (const AlignedWord& aligned : comparison.aligned) strengths.push_back(aligned.strength);
  if (label == ClaimLabel::kNotEnoughEvidence) {
    const auto apart = topic_words(claim, read, strengths, false);
    if (reasons.empty() && !apart.empty()) {
      reasons.push_back("the nearest sentence does not speak of: " + joined(apart));
    }
    if (reasons.empty()) reasons.emplace_back("the nearest sentence does not decide it");
    return reasons;
  }

  const bool contradicted = label == ClaimLabel::kContradicted;
  const bool claim_denies = read.negated || read.no_effect;
  const bool evidence_denies = sentence.read.negated || sentence.read.no_effect;
  const auto same_numbers = numbers_in_common(read, sentence.read, true);
  const auto other_numbers = numbers_in_common(read, sentence.read, false);
  if (contradicted) {
    const std::string opposite = opposite_directions(claim, read, text, sentence.read, comparison);
    if (!opposite.empty()) reasons.push_back("opposite direction: " + opposite);
    if (claim_denies != evidence_denies && !denies_beside_the_point(read, sentence.read))
      reasons.emplace_back("negation on one side only");
    if (!other_numbers.empty() && !sentence.read.numbers.empty()) {
      reasons.push_back("another number than " + joined(other_numbers) + ": " +
                        joined(sentence.read.numbers));
    }
    if (read.compares && comparison.order < kOrderReversed) {
      reasons.emplace_back("the two sides stand the other way round");
    }
    if (reasons.empty() && comparison.direction_opposed > comparison.direction_agrees) {
      reasons.emplace_back("opposite direction around the words in common");
    }
  } else {
    if (!same_numbers.empty()) reasons.push_back("the same number: " + joined(same_numbers));
    const std::string same = same_directions(claim, read, sentence.read);
    if (!same.empty()) reasons.push_back("the same direction: " + same);
    if (claim_denies && evidence_denies) reasons.emplace_back("negation on both sides");
  }
  const auto shared = topic_words(claim, read, strengths, true);
  if (!shared.empty()) reasons.push_back("about the same: " + joined(shared));
  if (sentence.conclusion > kMoreLikelyThanNot) reasons.emplace_back("a conclusion of its source");
  if (sentence.result > kMoreLikelyThanNot) reasons.emplace_back("a result of its source");
  return reasons;
}

}  // namespace attest
