// Private to effect_direction: the sentences of an abstract with the names of a question marked in them.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "findings/effects/effect_direction.h"
#include "text/tokens.h"

namespace attest {

// What a token of a sentence is to the question.
enum class EffectMark : uint8_t {
  kWord,
  kOutcome,
  kIntervention,
  kComparator,
  kArms,  // named by both arms: "glimepiride" in "liraglutide + glimepiride" against "placebo + glimepiride"
  kQuantity,  // a whole number expression; `symbol` says what it shows
};

struct EffectToken {
  EffectMark mark = EffectMark::kWord;
  std::string word;         // folded
  std::string_view symbol;  // class of a cue word (also of one in the outcome's name), sign of a quantity
  uint32_t clause = 0;      // counted from 0
  double value = 0;         // of a comparable quantity
  bool comparable = false;  // a mean, a percentage: a value of one arm
};

struct MarkedSentence {
  std::vector<EffectToken> tokens;
  // How much of the names the sentence has, by the weight of their words: 0..1.
  double outcome = 0;
  double intervention = 0;  // of what only the intervention is called
  double comparator = 0;    // of what only the comparator is called
  double arms = 0;          // of everything that either is called
  uint32_t focus = 0;       // the clause that says most of the outcome
};

// Class of a cue word ("lower" → "DOWN", "than" → "CMP"), or "". `word` folded.
std::string_view effect_cue(std::string_view word);

// Whether one would rather not have the outcome ("bad": pain, mortality), would like it ("good"), or neither
// ("plain"): "improved pain" is less pain.
std::string_view outcome_polarity(std::string_view outcome);

// Knows the names of one question, their abbreviations in one abstract, and how rare each word is in it.
class EffectMarker {
 public:
  EffectMarker(const EffectQuestion& question, std::span<const EffectSentence> sentences);
  // Not safe for concurrent use.
  MarkedSentence mark(std::string_view sentence);
  std::string_view polarity() const { return polarity_; }

 private:
  struct Word {
    std::string folded;
    std::string stem;  // empty for a stop word
    ByteSpan span;
  };
  struct ShortForm {
    std::vector<std::string> short_stems;
    std::vector<std::string> long_stems;
  };
  using Weights = std::map<std::string, double, std::less<>>;

  std::vector<Word> words_of(std::string_view text);
  std::vector<std::string> stems(std::string_view text);
  std::set<std::string> name_stems(std::string_view name);
  Weights weighted(const std::set<std::string>& stems) const;
  // Long form that starts at word `at`, written short; its length in words goes to `length`.
  const ShortForm* short_form_at(const std::vector<Word>& words, size_t at, size_t& length) const;
  EffectMark mark_of(std::span<const std::string> stems, bool exact) const;
  EffectMark mark_of_group(const std::vector<Word>& words, size_t at) const;

  Stemmer stemmer_;
  std::map<std::string, size_t, std::less<>> sentences_with_;
  size_t sentences_ = 0;
  std::vector<ShortForm> short_forms_;
  Weights outcome_;
  Weights intervention_;  // without what the comparator is called too
  Weights comparator_;
  Weights shared_;
  bool control_is_comparator_ = false;
  bool control_is_intervention_ = false;
  std::string_view polarity_ = "plain";
};

}  // namespace attest
