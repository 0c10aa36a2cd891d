#include "verify/half_told.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/phrases.h"
#include "verify/assertions.h"
#include "verify/direction_words.h"
#include "verify/stated_results.h"

namespace attest {
namespace {

using namespace std::string_view_literals;

using Sentences = std::span<const ReadText* const>;

constexpr float kSameOutcome = 0.85F;

// Numbers of the clauses that the words of a text stand in: "but", "whereas", a semicolon, ", and".
std::vector<size_t> clause_numbers(const ReadText& text) {
  std::vector<size_t> numbers;
  size_t number = 0;
  for (size_t i = 0; i < text.words.size(); ++i) {
    const ClaimWord& word = text.words[i];
    const bool joined = word.folded == "and" && word.clause_start;
    if (i > 0 && (word.part_start || joined)) ++number;
    numbers.push_back(number);
  }
  return numbers;
}

enum class ClauseWay : uint8_t { kOpen, kSame, kOther };

// How each clause goes beside a claim that goes up (1) or down (-1).
std::vector<ClauseWay> clause_ways(const ReadText& text, const std::vector<size_t>& numbers, int way) {
  std::vector<ClauseWay> ways(numbers.empty() ? 0 : numbers.back() + 1, ClauseWay::kOpen);
  for (const Assertion& assertion : assertions_of(text)) {
    ClauseWay& clause = ways[numbers[assertion.word]];
    const bool same = assertion.going == (way > 0 ? Going::kUp : Going::kDown);
    const bool other =
        assertion.going == (way > 0 ? Going::kDown : Going::kUp) || assertion.going == Going::kNothing;
    if (same) clause = ClauseWay::kSame;
    if (other && clause == ClauseWay::kOpen) clause = ClauseWay::kOther;
  }
  // "Whereas there was no significant modification of it".
  for (size_t i = 0; i < text.words.size(); ++i) {
    if (text.words[i].negation && ways[numbers[i]] == ClauseWay::kOpen) ways[numbers[i]] = ClauseWay::kOther;
  }
  return ways;
}

bool any_has(Sentences sentences, std::span<const std::string_view> phrases) {
  return std::any_of(sentences.begin(), sentences.end(),
                     [&](const ReadText* one) { return has_any_phrase(one->lower, phrases); });
}

// "In 80% with A and in 22% with B".
bool has_two_shares(const ReadText& text) {
  return std::count_if(text.words.begin(), text.words.end(),
                       [](const ClaimWord& word) { return word.value && word.percent; }) >= 2;
}

constexpr std::array kComparing = {"than"sv,    "versus"sv,       "vs"sv,        "compar*"sv,   "relative"sv,
                                   "whereas"sv, "while"sv,        "superior*"sv, "inferior*"sv, "differ*"sv,
                                   "against"sv, "respectively"sv, "similar*"sv,  "better"sv,    "worse"sv,
                                   "more"sv,    "most"sv,         "less"sv,      "least"sv,     "higher"sv,
                                   "lower"sv,   "greater"sv,      "fewer"sv,     "longer"sv,    "shorter"sv};

}  // namespace

bool way_of_another(const ReadText& claim, const ReadText& sentence,
                    const std::vector<AlignedWord>& aligned) {
  const std::vector<StatedResult> results = stated_results(claim);
  if (results.size() != 1) return false;
  const StatedResult& claimed = results.front();
  if (claimed.way == 0 || claimed.quality || claimed.withheld || claimed.outcome.empty()) return false;
  const std::vector<size_t> numbers = clause_numbers(sentence);
  const std::vector<ClauseWay> ways = clause_ways(sentence, numbers, claimed.way);
  if (std::find(ways.begin(), ways.end(), ClauseWay::kSame) == ways.end()) return false;
  // A word of both kinds of clauses tells nothing: "positive cells were reduced, whereas CD25-positive …".
  bool another = false;
  for (const uint32_t word : claimed.outcome) {
    const AlignedWord& there = aligned[word];
    if (there.strength < kSameOutcome || there.opposite) return false;
    const std::string& stem = sentence.words[there.word].stem;
    bool same_way = false;
    bool other_way = false;
    for (size_t i = 0; i < sentence.words.size(); ++i) {
      if (sentence.words[i].stem != stem) continue;
      (ways[numbers[i]] == ClauseWay::kOther ? other_way : same_way) = true;
    }
    if (same_way && !other_way) return false;
    another = another || !same_way;
  }
  return another;
}

bool compares_alone(const ReadText& claim, Sentences sentences) {
  // "More than 20", "rather than", "more than half" compare no two.
  static constexpr std::array kOfAmount = {"half"sv, "a"sv, "an"sv, "one"sv, "twice"sv};
  bool compares = false;
  for (size_t i = 1; i + 1 < claim.words.size(); ++i) {
    if (claim.words[i].folded != "than") continue;
    const std::string& before = claim.words[i - 1].folded;
    const ClaimWord& after = claim.words[i + 1];
    const bool amount = after.number || after.value ||
                        std::find(kOfAmount.begin(), kOfAmount.end(), after.folded) != kOfAmount.end();
    compares = compares || (!amount && before != "rather" && before != "other");
  }
  return compares && !sentences.empty() && !any_has(sentences, kComparing) &&
         std::none_of(sentences.begin(), sentences.end(),
                      [](const ReadText* one) { return has_two_shares(*one); });
}

bool equals_alone(const ReadText& claim, Sentences sentences) {
  static constexpr std::array kEqual = {"as much as"sv,   "as good as"sv,    "as effective as"sv,
                                        "as often as"sv,  "as safe as"sv,    "as likely as"sv,
                                        "as common as"sv, "as quickly as"sv, "as strongly as"sv,
                                        "equally"sv,      "just as"sv,       "the same as"sv};
  static constexpr std::array kMoreOfIt = {"better than"sv,
                                           "more than"sv,
                                           "less than"sv,
                                           "higher"sv,
                                           "lower"sv,
                                           "greater"sv,
                                           "superior*"sv,
                                           "fewer"sv,
                                           "worse than"sv,
                                           "significantly better"sv,
                                           "significantly more"sv,
                                           "significantly less"sv};
  static constexpr std::array kBoth = {"both"sv, "each"sv, "equal*"sv, "as"sv, "also"sv, "all"sv, "either"sv};
  if (!has_any_phrase(claim.lower, kEqual) || sentences.empty()) return false;
  const bool alike = std::any_of(sentences.begin(), sentences.end(), [](const ReadText* one) {
    return one->negated || one->no_effect || says_alike(one->lower);
  });
  return !alike && !has_any_phrase(sentences.front()->lower, kBoth) &&
         has_any_phrase(sentences.front()->lower, kMoreOfIt);
}

bool only_of_one(const ReadText& claim, const ReadText& sentence) {
  static constexpr std::array kSeveral = {"both"sv, "all"sv, "also"sv, "either"sv, "every"sv, "as well as"sv};
  static constexpr std::array kNoBound = {"not only"sv, "only in part"sv, "the only"sv};
  return !claim.negated && has_any_phrase(claim.lower, kSeveral) && !has_phrase(claim.lower, "only") &&
         has_phrase(sentence.lower, "only") && !has_any_phrase(sentence.lower, kNoBound) &&
         !has_any_phrase(sentence.lower, kSeveral);
}

bool outcome_unsaid(const ReadText& claim, std::span<const std::vector<AlignedWord>* const> aligned) {
  constexpr float kNear = 0.3F;
  const std::vector<StatedResult> results = stated_results(claim);
  if (results.size() != 1 || results.front().way == 0 || aligned.empty()) return false;
  const std::vector<uint32_t>& outcome = results.front().outcome;
  return !outcome.empty() && std::all_of(outcome.begin(), outcome.end(), [&](uint32_t word) {
    return std::all_of(aligned.begin(), aligned.end(),
                       [&](const std::vector<AlignedWord>* one) { return (*one)[word].strength < kNear; });
  });
}

bool is_excepted_there(const ReadText& claim, const ReadText& sentence) {
  static constexpr std::array kExcepts = {
      "except at"sv,      "except in"sv,  "except for"sv,   "except among"sv, "except during"sv,
      "but not among"sv,  "but not in"sv, "but not with"sv, "but not for"sv,  "but not at"sv,
      "but not during"sv, "and not in"sv, "exception of"sv};
  const std::string_view cue = first_phrase(sentence.lower, kExcepts);
  if (cue.empty() || !first_phrase(claim.lower, kExcepts).empty()) return false;
  const size_t start = find_phrase(sentence.lower, cue);
  const size_t end = std::min(sentence.lower.find_first_of(",;:", start), sentence.lower.size());
  const auto stands = [&](const ClaimWord& word, bool inside) {
    return std::any_of(sentence.words.begin(), sentence.words.end(), [&](const ClaimWord& other) {
      const bool in = other.span.start >= start && other.span.start < end;
      return in == inside && other.stem == word.stem;
    });
  };
  return std::any_of(claim.words.begin(), claim.words.end(), [&](const ClaimWord& word) {
    return (word.topic || word.number) && stands(word, true) && !stands(word, false);
  });
}

}  // namespace attest
