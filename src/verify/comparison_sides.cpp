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

constexpr std::array kMarkers = {"than"sv, "versus"sv, "vs"sv, "over"sv, "against"sv};
constexpr std::array kMarkersWithNext = {"compared"sv, "comparison"sv, "relative"sv, "superior"sv,
                                         "inferior"sv, "preferable"sv, "instead"sv,  "preferred"sv};
// Behind the second side: whom it was compared in, for what.
constexpr std::array kAfterwards = {"in"sv, "for"sv, "with"sv, "at"sv, "among"sv, "on"sv, "during"sv};
constexpr std::array kNext = {"with"sv, "to"sv, "of"sv};

// The last word of what sets the two sides apart; the count of words where there is none.
size_t find_marker(const ReadText& text) {
  for (size_t i = 0; i < text.words.size(); ++i) {
    const std::string& folded = text.words[i].folded;
    if (is_one_of(folded, kMarkers)) return i;
    if (is_one_of(folded, kMarkersWithNext) && i + 1 < text.words.size() &&
        is_one_of(text.words[i + 1].folded, kNext))
      return i + 1;
  }
  return text.words.size();
}

}  // namespace

ComparisonSides sides_of(const ReadText& text, const std::vector<Assertion>& assertions) {
  ComparisonSides sides;
  const size_t marker = find_marker(text);
  if (marker >= text.words.size()) return sides;
  for (size_t i = marker; i > 0 && marker - i < kLeftReach; --i) {
    if (text.words[i].part_start) break;
    if (text.words[i - 1].topic) sides.left.push_back(static_cast<uint32_t>(i - 1));
  }
  for (size_t i = marker + 1; i < text.words.size() && i - marker <= kRightReach; ++i) {
    if (text.words[i].part_start) break;
    if (!sides.right.empty() && (text.words[i].clause_start || is_one_of(text.words[i].folded, kAfterwards)))
      break;
    if (text.words[i].topic) sides.right.push_back(static_cast<uint32_t>(i));
  }
  for (const Assertion& assertion : assertions) {
    if (assertion.word <= marker && marker - assertion.word <= kLeftReach) sides.going = assertion.going;
  }
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
