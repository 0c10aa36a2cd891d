// Whose a figure is stands before it ("A reduced it by 54%, B by 20%") or behind it ("54% with A, 20% with
// B"), so that of the words before two figures, between them and behind them, each text has three ways to
// give two groups to two figures. A way counts where each figure of both texts has words of its own.
#include "verify/figure_sides.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "base/one_of.h"
#include "verify/stated_numbers.h"

namespace attest {
namespace {

using namespace std::string_view_literals;

constexpr size_t kGroupWords = 12;
constexpr size_t kApartWords = 3;  // between two figures of two groups
constexpr float kSameGroup = 0.85F;

constexpr size_t kWays = 3;
constexpr size_t kAround = 2;  // the way with the words before the first and behind the second

using Group = std::vector<uint32_t>;
using Groups = std::array<Group, 2>;  // of the first figure and of the second

Group group_between(const ReadText& text, size_t first, size_t end) {
  Group group;
  for (size_t i = first; i < end; ++i) {
    if (text.words[i].topic) group.push_back(static_cast<uint32_t>(i));
  }
  return group;
}

// The ways to give groups to two figures at `first` and `second`, words of the text.
std::array<Groups, kWays> ways_of(const ReadText& text, size_t first, size_t second) {
  size_t start = first;
  while (start > 0 && first - start < kGroupWords && !text.words[start].part_start) --start;
  size_t end = second + 1;
  while (end < text.words.size() && end - second <= kGroupWords && !text.words[end].part_start &&
         !text.words[end].number)
    ++end;
  const Group before = group_between(text, start, first);
  const Group between = group_between(text, first + 1, second);
  const Group behind = group_between(text, second + 1, end);
  return {Groups{before, between}, Groups{between, behind}, Groups{before, behind}};
}

struct Pairing {
  const ReadText& claim;
  const ReadText& evidence;
  const std::vector<AlignedWord>& aligned;

  bool in_group(uint32_t word, const Group& group) const {
    return std::any_of(group.begin(), group.end(), [&](uint32_t other) {
      return evidence.words[other].stem == claim.words[word].stem ||
             (aligned[word].strength >= kSameGroup && aligned[word].word == other);
    });
  }

  // Words of a group of the claim that stand in `group` and not in the other one.
  bool only_in(const Group& claimed, const Group& other_claimed, const Group& group,
               const Group& other) const {
    return std::any_of(claimed.begin(), claimed.end(), [&](uint32_t word) {
      const bool shared = std::any_of(other_claimed.begin(), other_claimed.end(), [&](uint32_t two) {
        return claim.words[two].stem == claim.words[word].stem;
      });
      return !shared && in_group(word, group) && !in_group(word, other);
    });
  }

  bool stands(const Groups& claimed, const Groups& found, size_t first) const {
    return only_in(claimed[0], claimed[1], found[first], found[1 - first]) &&
           only_in(claimed[1], claimed[0], found[1 - first], found[first]);
  }
};

// What was given, and not what came out.
bool is_dose(const ReadText& text, const StatedNumber& number) {
  static constexpr std::array kUnits = {"mg"sv, "g"sv, "mcg"sv, "ml"sv, "kg"sv, "iu"sv, "units"sv};
  return number.word + 1 < text.words.size() && is_one_of(text.words[number.word + 1].folded, kUnits);
}

// The only number of the text that is the claim's.
std::optional<size_t> only_place(const StatedNumber& number, const std::vector<StatedNumber>& found) {
  std::optional<size_t> place;
  for (size_t i = 0; i < found.size(); ++i) {
    if (!holds_number(number, {found[i]})) continue;
    if (place) return std::nullopt;
    place = i;
  }
  return place;
}

}  // namespace

int hold_figure_sides(const ReadText& claim, const ReadText& evidence,
                      const std::vector<AlignedWord>& aligned) {
  const Pairing pairing{claim, evidence, aligned};
  const std::vector<StatedNumber> claimed = stated_numbers(claim);
  const std::vector<StatedNumber> found = stated_numbers(evidence);
  for (size_t i = 0; i + 1 < claimed.size(); ++i) {
    const StatedNumber& one = claimed[i];
    const StatedNumber& two = claimed[i + 1];
    if (one.percent != two.percent || one.value == two.value) continue;
    // "Aged 80 to 84", "two of three".
    const bool digits = claim.words[one.word].number && claim.words[two.word].number;
    if (is_dose(claim, one) || is_dose(claim, two)) continue;
    if (!digits || two.word - one.word < kApartWords) continue;
    const auto first = only_place(one, found);
    const auto second = only_place(two, found);
    if (!first || !second || *first == *second) continue;
    const bool in_order = *first < *second;
    const size_t left = found[std::min(*first, *second)].word;
    const size_t right = found[std::max(*first, *second)].word;
    const auto claim_ways = ways_of(claim, one.word, two.word);
    const auto text_ways = ways_of(evidence, left, right);
    // What stands around both figures is more often what they are of than two groups: taken last, and of
    // one text only.
    for (const bool around : {false, true}) {
      bool straight = false;
      bool crossed = false;
      for (size_t way = 0; way < kWays * kWays; ++way) {
        const size_t of_claim = way / kWays;
        const size_t of_text = way % kWays;
        if ((of_claim == kAround) != (of_text == kAround) ? !around : around || of_claim == kAround) continue;
        const Groups& claimed_groups = claim_ways[of_claim];
        straight = straight || pairing.stands(claimed_groups, text_ways[of_text], in_order ? 0 : 1);
        crossed = crossed || pairing.stands(claimed_groups, text_ways[of_text], in_order ? 1 : 0);
      }
      if (straight != crossed) return straight ? 1 : -1;
      if (straight) break;
    }
  }
  return 0;
}

}  // namespace attest
