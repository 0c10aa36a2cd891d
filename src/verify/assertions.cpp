#include "verify/assertions.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "base/one_of.h"

namespace attest {
namespace {

using namespace std::string_view_literals;

constexpr size_t kAboutReach = 8;    // words between an assertion and what it is about
constexpr size_t kDenialBefore = 4;  // words between a negation and what it denies
constexpr size_t kChainReach = 3;    // "reduces the risk", "reduction in the rate"
constexpr double kSameKind = 0.1;    // for an assertion along the same axis, where two fit as well
constexpr double kSharedMin = 0.2;

// Direction words that as often only say where or how much: "up to", "the lower limb", "most patients".
constexpr std::array kBeside = {"up"sv,    "down"sv,      "above"sv, "below"sv, "include"sv, "most"sv,
                                "many"sv,  "contain"sv,   "first"sv, "last"sv,  "before"sv,  "after"sv,
                                "prior"sv, "following"sv, "old"sv,   "young"sv, "need"sv,    "use"sv};
constexpr std::array kParts = {"extremity"sv,
                               "extremities"sv,
                               "limb"sv,
                               "limbs"sv,
                               "back"sv,
                               "abdominal"sv,
                               "leg"sv,
                               "urinary"sv,
                               "respiratory"sv,
                               "lobe"sv,
                               "oesophageal"sv,
                               "esophageal"sv,
                               "gastrointestinal"sv,
                               "airway"sv,
                               "arm"sv};
constexpr std::array kOfTests = {"predictive"sv, "likelihood"sv};

// Say that something has to do with something else, and not which way.
constexpr std::array kRelates = {"affect"sv,    "associ"sv,   "correl"sv,      "effect"sv,
                                 "impact"sv,    "influenc"sv, "link"sv,        "predict"sv,
                                 "predictor"sv, "relat"sv,    "relationship"sv};
constexpr std::array kUnchanged = {"unaffected"sv, "unchanged"sv, "unaltered"sv, "nonsignificant"sv,
                                   "insignificant"sv};

struct Word {
  Going going;
  AssertedOf of;
};

AssertedOf asserted_of(DirectionAxis axis) {
  switch (axis) {
    case DirectionAxis::kQuality: return AssertedOf::kQuality;
    case DirectionAxis::kPresence: return AssertedOf::kPresence;
    case DirectionAxis::kTime: return AssertedOf::kTime;
    case DirectionAxis::kRelation:
    case DirectionAxis::kSameness: return AssertedOf::kRelation;
    default: return AssertedOf::kAmount;
  }
}

std::optional<Word> read_word(const ReadText& text, size_t at) {
  const ClaimWord& word = text.words[at];
  const std::string_view after = at + 1 < text.words.size() ? text.words[at + 1].folded : std::string_view();
  if (is_one_of(word.folded, kBeside) || is_one_of(after, kOfTests)) return std::nullopt;
  if ((word.folded == "lower" || word.folded == "upper") && is_one_of(after, kParts)) return std::nullopt;
  if (is_one_of(word.folded, kUnchanged)) return Word{Going::kNothing, AssertedOf::kRelation};
  if (word.direction) {
    const bool up = word.direction->sign > 0;
    if (word.direction->axis == DirectionAxis::kSameness)
      return Word{up ? Going::kNothing : Going::kSomething, AssertedOf::kRelation};
    return Word{up ? Going::kUp : Going::kDown, asserted_of(word.direction->axis)};
  }
  if (is_one_of(word.stem, kRelates)) return Word{Going::kSomething, AssertedOf::kRelation};
  return std::nullopt;
}

bool broken_between(const ReadText& text, size_t first, size_t last) {
  for (size_t i = first + 1; i <= last; ++i) {
    if (text.words[i].part_start) return true;
  }
  return false;
}

bool denied_before(const ReadText& text, size_t at) {
  for (size_t i = at; i > 0 && at - i < kDenialBefore; --i) {
    if (text.words[i].part_start) return false;
    if (text.words[i - 1].negation) return true;
  }
  return false;
}

// "reduces the risk": one assertion, which goes down.
Going chained(Going first, Going second) {
  if (first == Going::kNothing || second == Going::kNothing) return Going::kNothing;
  if (first == Going::kSomething) return second;
  if (second == Going::kSomething) return first;
  return first == second ? Going::kUp : Going::kDown;
}

double shared(const ReadText& claim, const Assertion& claimed, const Assertion& found,
              const std::vector<AlignedWord>& aligned) {
  double all = 0;
  double held = 0;
  for (const uint32_t word : claimed.about) {
    const double weight = static_cast<double>(claim.words[word].weight);
    all += weight;
    const AlignedWord& there = aligned[word];
    if (there.strength < kAlignedFrom) continue;
    if (std::binary_search(found.about.begin(), found.about.end(), there.word))
      held += weight * static_cast<double>(there.strength);
  }
  return all > 0 ? held / all : 0;
}

// 1 the same way, -1 the opposite way, -2 nothing against something, 0 cannot be told.
int relation(const Assertion& a, const Assertion& b) {
  if ((a.going == Going::kNothing) != (b.going == Going::kNothing)) return -2;
  if (a.going == Going::kNothing || a.going == Going::kSomething || b.going == Going::kSomething) return 1;
  if (a.of != b.of) return 0;
  return a.going == b.going ? 1 : -1;
}

}  // namespace

std::vector<Assertion> assertions_of(const ReadText& text) {
  std::vector<Assertion> assertions;
  std::vector<uint32_t> last_words;  // of each assertion
  for (uint32_t i = 0; i < text.words.size(); ++i) {
    const std::optional<Word> word = read_word(text, i);
    if (!word) continue;
    if (!assertions.empty() && i - last_words.back() <= kChainReach &&
        !broken_between(text, last_words.back(), i) && !text.words[i].clause_start) {
      bool topic_between = false;
      for (uint32_t j = last_words.back() + 1; j < i; ++j)
        topic_between = topic_between || text.words[j].topic || text.words[j].clause_start;
      if (!topic_between) {
        Assertion& before = assertions.back();
        const bool turned = before.going == Going::kNothing && denied_before(text, before.word);
        before.going = turned ? Going::kNothing : chained(before.going, word->going);
        if (before.of == AssertedOf::kRelation) before.of = word->of;
        last_words.back() = i;
        continue;
      }
    }
    Assertion assertion{i, word->going, word->of, {}};
    if (denied_before(text, i))
      assertion.going = assertion.going == Going::kNothing ? Going::kSomething : Going::kNothing;
    assertions.push_back(std::move(assertion));
    last_words.push_back(i);
  }
  for (uint32_t i = 0; i < text.words.size(); ++i) {
    if (!text.words[i].topic) continue;
    Assertion* before = nullptr;
    Assertion* after = nullptr;
    for (size_t k = 0; k < assertions.size(); ++k) {
      if (last_words[k] < i) {
        const bool near = i - last_words[k] <= kAboutReach && !broken_between(text, last_words[k], i);
        before = near ? &assertions[k] : nullptr;
      } else if (assertions[k].word > i) {
        if (assertions[k].word - i <= kAboutReach && !broken_between(text, i, assertions[k].word))
          after = &assertions[k];
        break;
      }
    }
    if (before != nullptr) before->about.push_back(i);
    if (after != nullptr) after->about.push_back(i);
  }
  return assertions;
}

AssertionsBeside hold_assertions(const ReadText& claim, const std::vector<Assertion>& claimed,
                                 const std::vector<Assertion>& found,
                                 const std::vector<AlignedWord>& aligned) {
  AssertionsBeside beside;
  beside.claimed = !claimed.empty();
  beside.found = !found.empty();
  double weighed = 0;
  for (const Assertion& one : claimed) {
    const Assertion* nearest = nullptr;
    double most = 0;
    for (const Assertion& other : found) {
      double share = shared(claim, one, other, aligned);
      if (share < kSharedMin) continue;
      beside.best = std::max(beside.best, share);
      const int way = relation(one, other);
      if (way == 1) beside.agrees = std::max(beside.agrees, share);
      if (way == -1) beside.opposed = std::max(beside.opposed, share);
      if (way == -2) beside.denied = std::max(beside.denied, share);
      if (one.of == other.of) share += kSameKind;
      if (share > most) {
        most = share;
        nearest = &other;
      }
    }
    if (nearest == nullptr) continue;
    const int way = relation(one, *nearest);
    weighed += most * (way == 0 ? 0 : way > 0 ? 1 : -1);
  }
  beside.verdict = weighed > 0.05 ? 1 : weighed < -0.05 ? -1 : 0;
  return beside;
}

}  // namespace attest
