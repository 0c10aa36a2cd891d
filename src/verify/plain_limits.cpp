#include "verify/plain_limits.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string_view>
#include <vector>

#include "findings/effects/null_results.h"
#include "text/phrases.h"
#include "text/tokens.h"
#include "verify/assertions.h"
#include "verify/comparison_sides.h"
#include "verify/direction_words.h"
#include "verify/stated_numbers.h"
#include "verify/word_starts.h"

namespace attest {
namespace {

using namespace std::string_view_literals;

constexpr double kApart = 5;  // points between two shares of people that are told apart

// What more of is better, and worse, by how words begin.
constexpr std::array kWanted = {"improve"sv, "respon"sv,    "success"sv,  "heal"sv,
                                "cure"sv,    "remission"sv, "surviv"sv,   "relief"sv,
                                "resol"sv,   "recover"sv,   "continen"sv, "satisf"sv};
constexpr std::array kUnwanted = {"mortal"sv,  "death"sv,   "died"sv,    "relaps"sv,     "recur"sv, "fail"sv,
                                  "adverse"sv, "complic"sv, "side"sv,    "incontinen"sv, "bleed"sv, "pain"sv,
                                  "infect"sv,  "stroke"sv,  "infarct"sv, "withdr"sv,     "nausea"sv};

// 1 where the sentence counts what is wanted, -1 what is not, 0 both or neither.
int outcome_of(const ReadText& text) {
  bool wanted = false;
  bool unwanted = false;
  for (const ClaimWord& word : text.words) {
    wanted = wanted || starts_like(word.folded, kWanted);
    unwanted = unwanted || starts_like(word.folded, kUnwanted);
  }
  return wanted == unwanted ? 0 : wanted ? 1 : -1;
}

bool stands_by(const std::vector<uint32_t>& words, const StatedNumber& number,
               const std::vector<AlignedWord>& aligned) {
  return std::any_of(words.begin(), words.end(), [&](uint32_t word) {
    return aligned[word].strength >= kAlignedFrom &&
           std::find(number.among.begin(), number.among.end(), aligned[word].word) != number.among.end();
  });
}

// Of two figures that of the left side of the claim less that of the right; nothing where neither side stands
// by one alone.
std::optional<double> left_less_right(const ComparisonSides& sides, const StatedNumber& first,
                                      const StatedNumber& second, const std::vector<AlignedWord>& aligned) {
  const double difference = first.value - second.value;
  const bool left_first = stands_by(sides.left, first, aligned);
  const bool left_second = stands_by(sides.left, second, aligned);
  if (left_first != left_second) return left_first ? difference : -difference;
  const bool right_first = stands_by(sides.right, first, aligned);
  const bool right_second = stands_by(sides.right, second, aligned);
  if (right_first != right_second) return right_second ? difference : -difference;
  return std::nullopt;
}

// Every thing that the claim names stands in the sentence.
bool all_aligned(const ReadText& claim, const std::vector<AlignedWord>& aligned) {
  for (size_t i = 0; i < claim.words.size(); ++i) {
    if (claim.words[i].topic && aligned[i].strength < kAlignedFrom) return false;
  }
  return true;
}

bool says_better(const ReadText& claim) {
  return std::any_of(claim.words.begin(), claim.words.end(), [](const ClaimWord& word) {
    return word.direction && word.direction->axis == DirectionAxis::kQuality && word.direction->sign > 0;
  });
}

}  // namespace

int sides_by_figures(const SourceBeside& beside, std::span<const size_t> chosen) {
  const std::vector<Assertion> claimed = assertions_of(beside.claim);
  const ComparisonSides sides = sides_of(beside.claim, claimed);
  if (!sides.found) return 0;
  const bool better = sides.going == Going::kUp && says_better(beside.claim);
  // "More often with A than with B" needs no judgement of what is wanted.
  const bool amount = claimed.size() == 1 && claimed.front().of == AssertedOf::kAmount &&
                      (sides.going == Going::kUp || sides.going == Going::kDown);
  if (!better && !amount) return 0;
  for (const size_t i : chosen) {
    const SentenceBeside& sentence = beside.sentences[i];
    const int outcome = better ? outcome_of(sentence.read) : sides.going == Going::kUp ? 1 : -1;
    if (!better && !all_aligned(beside.claim, sentence.comparison.aligned)) continue;
    std::vector<StatedNumber> percentages = stated_numbers(sentence.read);
    std::erase_if(percentages,
                  [](const StatedNumber& number) { return !number.percent || number.value == 95; });
    if (outcome == 0 || percentages.size() != 2) continue;
    const auto more = left_less_right(sides, percentages[0], percentages[1], sentence.comparison.aligned);
    if (more && std::abs(*more) >= kApart) return (*more > 0 ? 1 : -1) * outcome;
  }
  return 0;
}

bool only_advises(const ReadText& claim, const ReadText& sentence) {
  static constexpr std::array kAdvice = {"should"sv,    "must"sv,     "recommend*"sv,   "advis*"sv,
                                         "advocate*"sv, "ought to"sv, "is indicated"sv, "are indicated"sv};
  if (has_any_phrase(claim.lower, kAdvice) || !has_any_phrase(sentence.lower, kAdvice)) return false;
  const auto changes = [](const ReadText& text) {
    const std::vector<Assertion> all = assertions_of(text);
    return std::any_of(all.begin(), all.end(), [](const Assertion& one) {
      return one.of == AssertedOf::kAmount && (one.going == Going::kUp || one.going == Going::kDown);
    });
  };
  return changes(claim) && !changes(sentence);
}

bool sides_exchanged(const SourceBeside& beside, size_t best) {
  constexpr double kWholly = 0.8;
  const SentenceBeside& sentence = beside.sentences[best];
  const std::vector<Assertion> claimed = assertions_of(beside.claim);
  const std::vector<Assertion> found = assertions_of(sentence.read);
  const SidesBeside sides = hold_sides(beside.claim, sides_of(beside.claim, claimed),
                                       sides_of(sentence.read, found), sentence.comparison.aligned);
  return sides.verdict < 0 && sides.straight <= 0 && sides.crossed >= kWholly;
}

namespace {

// Without what denies only of whom it was: "with or without", "than among those who did not".
std::string without_groups(std::string_view lower) {
  static constexpr std::array kBothWays = {
      "with or without"sv, "presence or absence"sv, "with and without"sv, "present or absent"sv,
      "without it"sv,      "without them"sv,        "whether or not"sv,   "presence and absence"sv};
  static constexpr std::array kOthers = {"than "sv, "compared with "sv, "compared to "sv, "versus "sv};
  static constexpr std::array kLeftOut = {
      "without"sv,     "no"sv,       "not given"sv,   "not receiv*"sv,
      "who did not"sv, "not tak*"sv, "not treated"sv, "did not receive"sv};
  std::string text(lower);
  for (const std::string_view both : kBothWays) {
    for (size_t at = find_phrase(text, both); at != std::string::npos; at = find_phrase(text, both, at))
      text.erase(at, both.size());
  }
  for (const std::string_view other : kOthers) {
    const size_t at = find_phrase(text, other.substr(0, other.size() - 1));
    if (at != std::string::npos && has_any_phrase(std::string_view(text).substr(at), kLeftOut))
      text.resize(at);
  }
  return text;
}

bool says_not_inferior(std::string_view lower) {
  static constexpr std::array kNotInferior = {"noninferior*"sv, "non-inferior*"sv, "not inferior"sv};
  return has_any_phrase(lower, kNotInferior);
}

// The word by which a text says that there is too little of a thing: "vitamin D deficiency", "low vitamin D".
std::string_view lack_of(const ReadText& text, uint32_t thing) {
  static constexpr std::array kLittle = {"low"sv,  "little"sv,       "deficien"sv, "insufficien"sv,
                                         "lack"sv, "scarce"sv,       "depriv"sv,   "inadequate"sv,
                                         "poor"sv, "undersupplied"sv};
  constexpr size_t kNear = 3;
  const size_t first = thing > kNear ? thing - kNear : 0;
  for (size_t i = first; i < text.words.size() && i <= thing + kNear; ++i) {
    if (starts_like(text.words[i].folded, kLittle)) return text.words[i].stem;
  }
  return {};
}

// In other words: where both have the same word for it, nothing looks like an opposite.
bool both_lack(const ReadText& claim, const ReadText& sentence, const std::vector<AlignedWord>& aligned) {
  for (uint32_t i = 0; i < claim.words.size(); ++i) {
    if (!claim.words[i].topic || aligned[i].strength < kAlignedFrom) continue;
    const std::string_view one = lack_of(claim, i);
    const std::string_view other = lack_of(sentence, aligned[i].word);
    if (!one.empty() && !other.empty() && one != other) return true;
  }
  return false;
}

}  // namespace

bool both_say_alike(const SourceBeside& beside, size_t best) {
  constexpr double kMostly = 0.7;
  const SentenceBeside& sentence = beside.sentences[best];
  const std::string& claim = beside.claim.lower;
  const std::string& said = sentence.read.lower;
  return sentence.comparison.covered_exactly >= kMostly &&
         ((says_alike(claim) && says_alike(said)) || (says_not_inferior(claim) && says_not_inferior(said)));
}

bool alike_of_another(const SourceBeside& beside, size_t best) {
  if (!says_alike(beside.claim.lower)) return false;
  const SentenceBeside& sentence = beside.sentences[best];
  const std::string_view lower = sentence.read.lower;
  constexpr float kSameWord = 0.99F;  // "placebo" is no "group"
  std::vector<Clause> alike;
  std::vector<Clause> told;
  for (const Clause clause : clauses_of(lower)) {
    for (const ResultStatement& one : statements_of(lower, clause, {})) {
      if (one.told) told.push_back(one.place);
      if (one.null == NullSaid::kAlike || one.null == NullSaid::kAside) alike.push_back(one.place);
    }
  }
  if (alike.empty()) return false;
  bool only_told = false;
  bool only_alike = false;
  for (size_t i = 0; i < beside.claim.words.size(); ++i) {
    const AlignedWord& there = sentence.comparison.aligned[i];
    if (!beside.claim.words[i].topic || there.strength < kSameWord) continue;
    const size_t at = sentence.read.words[there.word].span.start;
    const auto holds = [&](Clause place) { return place.start <= at && at < place.end; };
    const bool of_alike = std::any_of(alike.begin(), alike.end(), holds);
    const bool of_told = std::any_of(told.begin(), told.end(), holds);
    only_told = only_told || (of_told && !of_alike);
    only_alike = only_alike || (of_alike && !of_told);
  }
  return only_told && !only_alike;
}

bool denies_beside_the_point(const ReadText& claim, const ReadText& sentence) {
  const auto denies = [](const std::string& lower) {
    const std::vector<Token> tokens = tokenize(lower);
    return says_no_effect(lower) || std::any_of(tokens.begin(), tokens.end(),
                                                [](const Token& token) { return is_negation(token.folded); });
  };
  const bool apart = denies(claim.lower) != denies(sentence.lower);
  return apart && denies(without_groups(main_clause(claim.lower))) ==
                      denies(without_groups(main_clause(sentence.lower)));
}

std::string not_against(const SourceBeside& beside, size_t best) {
  const SentenceBeside& sentence = beside.sentences[best];
  if (says_alike(beside.claim.lower) && says_alike(sentence.read.lower) && !alike_of_another(beside, best))
    return "both say that two are alike";
  if (both_lack(beside.claim, sentence.read, sentence.comparison.aligned))
    return "both tell of too little of it";
  const bool nothing = beside.claim.no_effect && sentence.read.no_effect && !alike_of_another(beside, best);
  if (nothing && sentence.comparison.antonyms == 0) return "both say that nothing was found";
  const bool turned = sides_exchanged(beside, best) || sentence.comparison.order < 0;
  if (turned) return {};
  if (denies_beside_the_point(beside.claim, sentence.read) && sentence.comparison.antonyms == 0)
    return "the denial stands in another clause";
  // "Lowered it more than placebo" goes down, and more so: neither word alone is the opposite of another.
  const auto amount = static_cast<size_t>(DirectionAxis::kAmount);
  const bool mixed = beside.claim.compares && sentence.read.compares &&
                     sentence.comparison.claim_signs[amount] == AxisSigns::kBoth &&
                     sentence.comparison.evidence_signs[amount] != AxisSigns::kPositive &&
                     !beside.claim.negated && !sentence.read.negated && !sentence.read.no_effect;
  return mixed ? "which way “more” and “less” go cannot be told" : std::string();
}

}  // namespace attest
