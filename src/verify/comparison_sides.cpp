#include "verify/comparison_sides.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/one_of.h"

namespace attest {
namespace {

using namespace std::string_view_literals;

constexpr size_t kLeftReach = 14;
constexpr size_t kRightReach = 7;

constexpr std::array kMarkers = {"than"sv, "versus"sv, "vs"sv};
// Set two sides apart only behind such words: "an advantage over", "as against"; elsewhere they say how long,
// how much, or what a drug works on.
constexpr std::array kMarkersBehind = {"over"sv, "against"sv};
constexpr std::array kBeforeThem = {"advantage"sv,   "advantages"sv,  "benefit"sv,    "superior"sv,
                                    "superiority"sv, "preferred"sv,   "preferable"sv, "favoured"sv,
                                    "favored"sv,     "improvement"sv, "preference"sv, "chosen"sv,
                                    "compared"sv,    "as"sv,          "tested"sv};
constexpr std::array kMarkersWithNext = {"compared"sv, "comparison"sv, "relative"sv, "superior"sv,
                                         "inferior"sv, "preferable"sv, "instead"sv,  "preferred"sv};
// Behind the second side: whom it was compared in, for what.
constexpr std::array kAfterwards = {"in"sv, "for"sv, "with"sv, "at"sv, "among"sv, "on"sv, "during"sv};
constexpr std::array kNext = {"with"sv, "to"sv, "of"sv};
// "More than doubled", "more than half": how much, and no other side.
constexpr std::array kAmounts = {"doubled"sv, "double"sv, "twice"sv,    "tripled"sv,    "half"sv, "one"sv,
                                 "a"sv,       "halved"sv, "expected"sv, "previously"sv, "usual"sv};
constexpr size_t kOpeningWords = 3;

// The last word of what sets the two sides apart; the count of words where there is none.
size_t find_marker(const ReadText& text) {
  for (size_t i = 0; i < text.words.size(); ++i) {
    const std::string& folded = text.words[i].folded;
    const bool last = i + 1 >= text.words.size();
    if (!last && (text.words[i + 1].value || is_one_of(text.words[i + 1].folded, kAmounts))) continue;
    if (is_one_of(folded, kMarkers) && !(i > 0 && text.words[i - 1].folded == "rather")) return i;
    if (i > 0 && is_one_of(folded, kMarkersBehind) && is_one_of(text.words[i - 1].folded, kBeforeThem))
      return i;
    if (is_one_of(folded, kMarkersWithNext) && !last && is_one_of(text.words[i + 1].folded, kNext))
      return i + 1;
  }
  return text.words.size();
}

// "Fewer", "reduced more", "less effective", "more effective in preventing": which way the first side goes,
// by everything in it that goes some way.
Going going_within(const std::vector<Assertion>& assertions, size_t first, size_t last) {
  int sign = 0;
  for (const Assertion& assertion : assertions) {
    if (assertion.word < first || assertion.word > last) continue;
    if (assertion.going == Going::kNothing) return Going::kNothing;
    if (assertion.going == Going::kSomething) continue;
    if (assertion.of != AssertedOf::kAmount && assertion.of != AssertedOf::kQuality) continue;
    sign = (sign == 0 ? 1 : sign) * (assertion.going == Going::kUp ? 1 : -1);
  }
  return sign > 0 ? Going::kUp : sign < 0 ? Going::kDown : Going::kSomething;
}

// "Compared with B, A …": the second side stands first.
ComparisonSides opened_by_the_second(const ReadText& text, const std::vector<Assertion>& assertions,
                                     size_t marker) {
  ComparisonSides sides;
  size_t at = marker + 1;
  for (; at < text.words.size() && at - marker <= kRightReach; ++at) {
    if (text.words[at].clause_start && !sides.right.empty()) break;
    if (text.words[at].topic) sides.right.push_back(static_cast<uint32_t>(at));
  }
  const size_t first = at;
  for (; at < text.words.size() && at - first < kLeftReach && !text.words[at].part_start; ++at) {
    if (text.words[at].topic) sides.left.push_back(static_cast<uint32_t>(at));
  }
  sides.going = going_within(assertions, first, at);
  sides.found = !sides.left.empty() && !sides.right.empty();
  return sides;
}

}  // namespace

ComparisonSides sides_of(const ReadText& text, const std::vector<Assertion>& assertions) {
  ComparisonSides sides;
  const size_t marker = find_marker(text);
  if (marker >= text.words.size()) return sides;
  if (marker < kOpeningWords && !is_one_of(text.words[marker].folded, kMarkers))
    return opened_by_the_second(text, assertions, marker);
  size_t start = marker;
  for (size_t i = marker; i > 0 && marker - i < kLeftReach; --i) {
    if (text.words[i].part_start) break;
    start = i - 1;
    if (text.words[i - 1].topic) sides.left.push_back(static_cast<uint32_t>(i - 1));
  }
  for (size_t i = marker + 1; i < text.words.size() && i - marker <= kRightReach; ++i) {
    if (text.words[i].part_start) break;
    if (!sides.right.empty() && (text.words[i].clause_start || is_one_of(text.words[i].folded, kAfterwards)))
      break;
    if (text.words[i].topic) sides.right.push_back(static_cast<uint32_t>(i));
  }
  sides.going = going_within(assertions, start, marker);
  sides.found = !sides.left.empty() && !sides.right.empty();
  return sides;
}

SidesBeside hold_sides(const ReadText& claim, const ComparisonSides& claimed, const ComparisonSides& found,
                       const std::vector<AlignedWord>& aligned) {
  SidesBeside beside;
  beside.both = claimed.found && found.found;
  if (!beside.both) return beside;
  const auto stands_in = [&](uint32_t word, const std::vector<uint32_t>& side) {
    return aligned[word].strength >= kAlignedFrom &&
           std::find(side.begin(), side.end(), aligned[word].word) != side.end();
  };
  double right = 0;
  for (const uint32_t word : claimed.right) {
    const double weight = static_cast<double>(claim.words[word].weight);
    right += weight;
    if (stands_in(word, found.right)) beside.straight += weight;
    if (stands_in(word, found.left)) beside.crossed += weight;
  }
  double left_crossed = 0;
  for (const uint32_t word : claimed.left) {
    if (stands_in(word, found.right)) left_crossed += static_cast<double>(claim.words[word].weight);
  }
  if (right > 0) {
    beside.straight /= right;
    beside.crossed /= right;
  }
  const bool turned = beside.crossed > beside.straight && left_crossed > 0;
  const bool same = beside.straight > beside.crossed;
  if (!turned && !same) return beside;
  const bool directed = (claimed.going == Going::kUp || claimed.going == Going::kDown) &&
                        (found.going == Going::kUp || found.going == Going::kDown);
  if (!directed) {
    if (claimed.going == Going::kNothing && found.going == Going::kNothing) beside.verdict = 1;
    return beside;
  }
  const bool agree = claimed.going == found.going;
  beside.verdict = agree == same ? 1 : -1;
  return beside;
}

}  // namespace attest
