// Results of a claim and of a sentence are held beside each other word by word. Survival is the other side of
// death, and better is more of what is wanted, less of what is not.
#include <algorithm>
#include <array>
#include <string_view>

#include "base/one_of.h"
#include "verify/stated_results.h"
#include "verify/word_starts.h"

namespace attest {
namespace {

using namespace std::string_view_literals;

constexpr float kSameThing = 0.85F;

constexpr std::array kLiving = {"surviv"sv, "lived"sv};
constexpr std::array kDying = {"mortal"sv, "death"sv, "died"sv, "fatal"sv, "die"sv};
constexpr std::array kGoodToHave = {"quality"sv, "function"sv, "surviv"sv,  "remission"sv, "respon"sv,
                                    "recover"sv, "healing"sv,  "success"sv, "cure"sv,      "adheren"sv,
                                    "satisf"sv,  "continen"sv, "sleep"sv,   "capacity"sv};
constexpr std::array kBadToHave = {
    "mortal"sv,  "death"sv,   "relaps"sv,  "recur"sv,  "fail"sv,    "adverse"sv, "complic"sv,
    "bleed"sv,   "pain"sv,    "infect"sv,  "stroke"sv, "infarct"sv, "nausea"sv,  "vomit"sv,
    "symptom"sv, "fractur"sv, "seizure"sv, "attack"sv, "depress"sv, "anxi"sv,    "disab"sv,
    "cough"sv,   "fatigue"sv, "fever"sv,   "itch"sv,   "severity"sv};

bool is_dying(const ClaimWord& word) { return starts_like(word.folded, kDying); }
bool is_living(const ClaimWord& word) { return starts_like(word.folded, kLiving); }

// 1 where more of it is wanted, -1 where it is not, 0 where it cannot be told.
int wanted(const ReadText& text, const std::vector<uint32_t>& outcome) {
  bool good = false;
  bool bad = false;
  for (const uint32_t word : outcome) {
    if (is_living(text.words[word])) return 1;
    good = good || starts_like(text.words[word].folded, kGoodToHave);
    bad = bad || starts_like(text.words[word].folded, kBadToHave);
  }
  return good == bad ? 0 : good ? 1 : -1;
}

void settle_quality(const ReadText& text, StatedResult& result) {
  if (!result.quality) return;
  const int sign = wanted(text, result.outcome);
  if (sign == 0) return;
  result.way *= sign;
  result.quality = false;
}

std::vector<StatedResult> settled_results(const ReadText& text) {
  std::vector<StatedResult> results = stated_results(text);
  for (StatedResult& result : results) settle_quality(text, result);
  return results;
}

// All of the claim's words are among those of the text. `turned`: survival stands there for death.
bool all_among(const ReadText& claim, const std::vector<uint32_t>& claimed, const ReadText& evidence,
               const std::vector<uint32_t>& found, const std::vector<AlignedWord>& aligned, bool& turned) {
  bool swapped = false;
  for (const uint32_t word : claimed) {
    const ClaimWord& one = claim.words[word];
    bool there = aligned[word].strength >= kSameThing && !aligned[word].opposite &&
                 std::find(found.begin(), found.end(), aligned[word].word) != found.end();
    for (const uint32_t other : found) {
      if (there) break;
      const ClaimWord& two = evidence.words[other];
      there = one.stem == two.stem || (is_dying(one) && is_dying(two));
      if (!there && ((is_dying(one) && is_living(two)) || (is_living(one) && is_dying(two))))
        there = swapped = true;
    }
    if (!there) return false;
  }
  turned = swapped;
  return !claimed.empty();
}

// Against what a treatment is held where nothing is said of it.
bool is_control(const ReadText& text, const std::vector<uint32_t>& comparator) {
  static constexpr std::array kControls = {"placebo"sv, "control"sv, "controls"sv, "dummy"sv,
                                           "usual"sv,   "care"sv,    "standard"sv};
  return std::all_of(comparator.begin(), comparator.end(),
                     [&](uint32_t word) { return is_one_of(text.words[word].folded, kControls); });
}

// Beside the claim's treatment and what is no treatment, `other` names something.
bool names_another(const ReadText& claim, const StatedResult& one, const ReadText& evidence,
                   const StatedResult& other) {
  return std::any_of(other.subject.begin(), other.subject.end(), [&](uint32_t word) {
    const bool claimed = std::any_of(one.subject.begin(), one.subject.end(), [&](uint32_t own) {
      return claim.words[own].stem == evidence.words[word].stem;
    });
    return !claimed && !is_control(evidence, {word});
  });
}

}  // namespace

int hold_results(const ReadText& claim, const ReadText& evidence, const std::vector<AlignedWord>& aligned) {
  const std::vector<StatedResult> claimed = settled_results(claim);
  if (claimed.size() != 1) return 0;
  const StatedResult& one = claimed.front();
  bool same = false;
  bool opposite = false;
  for (const StatedResult& other : settled_results(evidence)) {
    bool turned = false;
    bool ignored = false;
    if (one.withheld != other.withheld) continue;
    // Two treatments that do not differ may both work.
    if (other.between && !one.between && one.comparator.empty() && names_another(claim, one, evidence, other))
      continue;
    if (!all_among(claim, one.outcome, evidence, other.outcome, aligned, turned)) continue;
    int way = turned ? -other.way : other.way;
    if (all_among(claim, one.subject, evidence, other.subject, aligned, ignored)) {
      // Held against something else, or against nothing.
      if (!is_control(claim, one.comparator) &&
          !all_among(claim, one.comparator, evidence, other.comparator, aligned, ignored))
        continue;
    } else {
      const bool exchanged = all_among(claim, one.subject, evidence, other.comparator, aligned, ignored) &&
                             all_among(claim, one.comparator, evidence, other.subject, aligned, ignored);
      if (!exchanged) continue;
      way = -way;
    }
    if (one.quality != other.quality && one.way != 0 && way != 0) continue;
    (one.way == way ? same : opposite) = true;
  }
  return same == opposite ? 0 : same ? 1 : -1;
}

int hold_results(std::string_view claim, std::string_view evidence, std::span<const SameMeaning> meanings) {
  Stemmer stemmer;
  const std::vector<SameMeaning> same(meanings.begin(), meanings.end());
  const ReadText one = read_claim_text(claim, same, stemmer);
  const ReadText other = read_claim_text(evidence, same, stemmer);
  return hold_results(one, other, compare(one, other).aligned);
}

}  // namespace attest
