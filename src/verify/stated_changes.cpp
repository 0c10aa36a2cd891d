// The verb is looked for right before the first figure: "rose from 12 to 8" claims what no figures can be.
#include "verify/stated_changes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "verify/word_starts.h"

namespace attest {
namespace {

using namespace std::string_view_literals;

constexpr size_t kBetween = 5;  // words from the first figure to the second
constexpr size_t kVerbWords = 5;

constexpr std::array kRising = {"rose"sv, "rise"sv, "increas"sv, "grew"sv, "climb"sv, "went up"sv, "doubl"sv};
constexpr std::array kFalling = {"fell"sv,  "fall"sv,  "decreas"sv, "declin"sv,  "drop"sv,
                                 "reduc"sv, "lower"sv, "shrank"sv,  "diminish"sv};

bool same_figure(double one, double other) { return std::abs(one - other) < 1e-9; }

// 1 where the nearest verb before the word says that it rose, -1 where it fell.
int verb_before(const ReadText& text, size_t at) {
  for (size_t i = at; i > 0 && at - i < kVerbWords; --i) {
    const bool rises = starts_like(text.words[i - 1].folded, kRising);
    if (!rises && !starts_like(text.words[i - 1].folded, kFalling)) continue;
    if (i > 1 && text.words[i - 2].negation) return 0;
    return rises ? 1 : -1;
  }
  return 0;
}

struct Found {
  StatedChange change;
  size_t word = 0;  // of the first figure
};

std::vector<Found> find_changes(const ReadText& text) {
  std::vector<Found> found;
  for (size_t i = 1; i < text.words.size(); ++i) {
    if (!text.words[i].value || text.words[i - 1].folded != "from") continue;
    bool to = false;
    for (size_t k = i + 1; k < text.words.size() && k <= i + kBetween && !text.words[k].part_start; ++k) {
      to = to || text.words[k].folded == "to";
      if (!to || !text.words[k].value) continue;
      if (text.words[k - 1].folded == "to")
        found.push_back({{*text.words[i].value, *text.words[k].value}, i});
      break;
    }
  }
  return found;
}

}  // namespace

std::vector<StatedChange> stated_changes(const ReadText& text) {
  std::vector<StatedChange> changes;
  for (const Found& one : find_changes(text)) changes.push_back(one.change);
  return changes;
}

int hold_changes(const ReadText& claim, const ReadText& sentence) {
  const std::vector<StatedChange> there = stated_changes(sentence);
  for (const Found& one : find_changes(claim)) {
    const auto& [from, to] = one.change;
    bool same = false;
    bool exchanged = false;
    for (const StatedChange& other : there) {
      same = same || (same_figure(from, other.from) && same_figure(to, other.to));
      exchanged = exchanged || (same_figure(from, other.to) && same_figure(to, other.from));
    }
    if (!same && !exchanged) continue;
    if (exchanged) return same ? 0 : -1;
    const int verb = verb_before(claim, one.word);
    const bool against_its_figures = verb * (to - from) < 0;
    return against_its_figures ? -1 : 1;
  }
  return 0;
}

}  // namespace attest
