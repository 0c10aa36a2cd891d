#include "verify/plain_signs.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/ascii.h"
#include "base/one_of.h"
#include "text/phrases.h"
#include "verify/comparison_sides.h"
#include "verify/figure_sides.h"
#include "verify/half_told.h"
#include "verify/named_subjects.h"
#include "verify/plain_limits.h"
#include "verify/stated_changes.h"
#include "verify/stated_results.h"
#include "verify/test_measures.h"
#include "verify/told_shares.h"
#include "verify/withheld.h"

namespace attest {
namespace {

using namespace std::string_view_literals;

// A trial before it began: what it hopes for stands there as what it will look for.
bool is_protocol(const SourceBeside& beside) {
  constexpr double kShareMin = 0.25;
  static constexpr std::array kWill = {"will be"sv,      "will"sv,       "to be tested"sv,
                                       "are followed"sv, "may switch"sv, "aims to"sv};
  // A review looks ahead as well: at what will be discussed, or will come.
  static constexpr std::array kConducted = {
      "participants"sv, "participant"sv, "volunteers"sv, "random*"sv,     "recruit*"sv, "enrol*"sv,
      "allocat*"sv,     "endpoint*"sv,   "follow-up"sv,  "outcomes"sv,    "trial"sv,    "primary outcome"sv,
      "this study"sv,   "the study"sv,   "we will"sv,    "are followed"sv};
  static constexpr std::array kCameOut = {"we found"sv,       "showed"sv,      "significantly"sv,
                                          "compared favo*"sv, "resulted in"sv, "were significantly"sv,
                                          "conclusion*"sv};
  size_t planned = 0;
  bool conducted = false;
  for (const SentenceBeside& sentence : beside.sentences) {
    if (has_any_phrase(sentence.read.lower, kCameOut)) return false;
    if (!has_any_phrase(sentence.read.lower, kWill)) continue;
    ++planned;
    conducted = conducted || has_any_phrase(sentence.read.lower, kConducted);
  }
  constexpr size_t kPlannedMin = 2;
  return conducted && planned >= kPlannedMin &&
         static_cast<double>(planned) >= kShareMin * static_cast<double>(beside.sentences.size());
}

// What no model may overrule, because a person can see it: the reason why the source does not decide the
// claim.
std::string undecided_because(std::string_view claim, const SourceBeside& beside, const ClaimSource& source,
                              size_t best) {
  const size_t last = claim.find_last_not_of(" \t\n\"'”");
  if (last != std::string_view::npos && claim[last] == '?') return "a question claims nothing";
  std::string unnamed = unnamed_subject(claim, beside, source);
  if (!unnamed.empty()) return "no sentence is about: " + unnamed;
  if (best >= beside.sentences.size()) return {};
  const SentenceBeside& nearest = beside.sentences[best];
  if (is_aim(nearest) && !tells_of_plan(beside.claim.lower))
    return "the nearest sentence says only what was asked";
  if (is_protocol(beside) && beside.claim.numbers.empty() && !tells_of_plan(beside.claim.lower))
    return "the source says what is planned, and no result";
  return {};
}

// Kinds whose names leave no doubt, so that what is told of another one supports nothing; and those that are
// so far apart that it does not contradict it either. What was tried in animals is told of people only
// elsewhere.
constexpr std::array kSureKinds = {"age"sv,  "sex"sv,   "species"sv,   "type"sv,   "course"sv,
                                   "cell"sv, "ulcer"sv, "menopause"sv, "stroke"sv, "term"sv};
constexpr std::array kFarKinds = {"age"sv, "species"sv, "type"sv, "cell"sv};

std::string another_kind(const std::vector<KindBeside>& kinds, std::span<const std::string_view> of) {
  for (const KindBeside& kind : kinds) {
    const bool tried = kind.of == "species" && kind.named == KindNamed::kAnotherNear;
    if ((tried || kind.named == KindNamed::kOnlyAnother) && is_one_of(kind.of, of))
      return "the source is about " + std::string(kind.another) + ", not " + std::string(kind.claimed);
  }
  return {};
}

std::vector<const ReadText*> read_of(const SourceBeside& beside, std::span<const size_t> chosen) {
  std::vector<const ReadText*> read;
  for (const size_t i : chosen) read.push_back(&beside.sentences[i].read);
  return read;
}

std::string unsupported_because(const SourceBeside& beside, const PlainSigns& signs,
                                std::span<const size_t> chosen, bool copied) {
  std::string another = another_kind(signs.kinds, kSureKinds);
  if (!another.empty()) return another;
  // Of a copied claim that is plain enough to contradict it.
  if (!copied && signs.by_sides < 0 && signs.by_figures <= 0 && signs.by_results <= 0)
    return "a sentence compares the two the other way round";
  const SentenceBeside& nearest = beside.sentences[chosen.front()];
  const std::vector<const ReadText*> read = read_of(beside, chosen);
  if (compares_alone(beside.claim, read)) return "no sentence compares the two";
  if (equals_alone(beside.claim, read)) return "the nearest sentence says more or less, not as much";
  if (only_of_one(beside.claim, nearest.read)) return "the nearest sentence says it of one only";
  if (is_excepted_there(beside.claim, nearest.read)) return "the nearest sentence excepts it";
  std::vector<const std::vector<AlignedWord>*> aligned = {&beside.title.aligned};
  for (const size_t i : chosen) aligned.push_back(&beside.sentences[i].comparison.aligned);
  if (outcome_unsaid(beside.claim, aligned)) return "no sentence that decides is about its outcome";
  if (way_of_another(beside.claim, nearest.read, nearest.comparison.aligned))
    return "what goes that way there is something else";
  const std::string withheld = withheld_on_one_side(beside.claim, nearest.read, nearest.comparison.aligned);
  if (!withheld.empty()) return "only one of the two tells of going without: " + withheld;
  return {};
}

// All that decides is advice. Beside advice, another sentence may tell of the effect.
bool all_advise(const SourceBeside& beside, std::span<const size_t> chosen) {
  return !chosen.empty() && std::all_of(chosen.begin(), chosen.end(), [&](size_t i) {
    return only_advises(beside.claim, beside.sentences[i].read);
  });
}

// What the chosen sentences say came out of the same things: the first that says it decides.
int results_of(const SourceBeside& beside, std::span<const size_t> chosen) {
  for (const size_t i : chosen) {
    const SentenceBeside& sentence = beside.sentences[i];
    const int held = hold_results(beside.claim, sentence.read, sentence.comparison.aligned);
    if (held != 0) return held;
  }
  return 0;
}

bool figures_exchanged(const SourceBeside& beside, std::span<const size_t> chosen) {
  return std::any_of(chosen.begin(), chosen.end(), [&](size_t i) {
    const SentenceBeside& sentence = beside.sentences[i];
    return hold_figure_sides(beside.claim, sentence.read, sentence.comparison.aligned) < 0 ||
           measures_exchanged(beside.claim, sentence.read) || hold_changes(beside.claim, sentence.read) < 0;
  });
}

std::vector<KindBeside> kinds_beside(const SourceBeside& beside, const ClaimSource& source,
                                     std::span<const size_t> chosen) {
  std::string near = lower_ascii(source.title.of(source.text));
  for (const size_t i : chosen) near += " " + beside.sentences[i].read.lower;
  std::string all = lower_ascii(source.title.of(source.text)) + " " + lower_ascii(source.headings);
  for (const ByteSpan& sentence : source.sentences) all += " " + lower_ascii(sentence.of(source.text));
  return hold_kinds(beside.claim.lower, near, all);
}

int shares_of(const SourceBeside& beside, const ClaimSource& source, std::span<const size_t> chosen) {
  for (const size_t i : chosen) {
    const SentenceBeside& sentence = beside.sentences[i];
    const int held =
        hold_shares(beside.claim, sentence.span.of(source.text), sentence.read, sentence.comparison.aligned);
    if (held != 0) return held;
  }
  return 0;
}

// The sentence that covers the claim best of those that compare the same two.
int sides_anywhere(const SourceBeside& beside) {
  constexpr double kMostly = 0.7;
  constexpr double kWholly = 0.8;
  const std::vector<Assertion> claimed = assertions_of(beside.claim);
  const ComparisonSides sides = sides_of(beside.claim, claimed);
  if (!sides.found) return 0;
  double most = 0;
  int verdict = 0;
  for (const SentenceBeside& sentence : beside.sentences) {
    if (is_aim(sentence) || sentence.comparison.covered < std::max(kMostly, most)) continue;
    const SidesBeside held =
        hold_sides(beside.claim, sides, sides_of(sentence.read, assertions_of(sentence.read)),
                   sentence.comparison.aligned);
    if (held.verdict == 0 || std::max(held.straight, held.crossed) < kWholly) continue;
    most = sentence.comparison.covered;
    verdict = held.verdict;
  }
  return verdict;
}

std::vector<size_t> not_chosen(const SourceBeside& beside, std::span<const size_t> chosen) {
  std::vector<size_t> others;
  for (size_t i = 0; i < beside.sentences.size(); ++i) {
    if (std::find(chosen.begin(), chosen.end(), i) == chosen.end() && !is_aim(beside.sentences[i]))
      others.push_back(i);
  }
  return others;
}

}  // namespace

bool PlainSigns::against() const {
  if (by_figures != 0) return by_figures < 0;
  return exchanged || by_shares < 0 || (absent && absent->another) || (by_results < 0 && !absent);
}

bool PlainSigns::in_favour() const {
  if (by_figures != 0) return by_figures > 0;
  return (by_results > 0 || (alike && !other_alike)) && !against() && !absent;
}

PlainSigns plain_signs(std::string_view claim, const SourceBeside& beside, const ClaimSource& source,
                       std::span<const size_t> chosen, bool copied) {
  PlainSigns signs;
  signs.undecided =
      undecided_because(claim, beside, source, chosen.empty() ? beside.sentences.size() : chosen.front());
  // Nor does an aim help another sentence to decide.
  std::vector<size_t> telling(chosen.begin(), chosen.end());
  std::erase_if(telling, [&](size_t i) { return is_aim(beside.sentences[i]); });
  signs.by_figures = sides_by_figures(beside, telling);
  signs.absent = absent_figure(claim, beside, source, telling);
  signs.crossed = figures_exchanged(beside, telling);
  signs.by_results = signs.crossed ? -1 : results_of(beside, telling);
  signs.kinds = kinds_beside(beside, source, chosen);
  if (signs.undecided.empty()) signs.undecided = another_kind(signs.kinds, kFarKinds);
  if (signs.undecided.empty() && all_advise(beside, chosen))
    signs.undecided = "the nearest sentence advises, and tells of no effect";
  signs.claims_share = !told_shares(beside.claim).empty();
  signs.by_shares = shares_of(beside, source, telling);
  signs.by_sides = sides_anywhere(beside);
  if (!chosen.empty()) signs.unsupported = unsupported_because(beside, signs, chosen, copied);
  signs.by_other_results = results_of(beside, not_chosen(beside, chosen));
  if (telling.empty()) return signs;
  signs.exchanged = copied && sides_exchanged(beside, telling.front());
  signs.other_alike = alike_of_another(beside, telling.front());
  signs.alike = both_say_alike(beside, telling.front());
  signs.not_against = not_against(beside, telling.front());
  return signs;
}

}  // namespace attest
