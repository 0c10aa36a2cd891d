#include "findings/arms/arm_runs.h"

#include <algorithm>
#include <string>

#include "findings/arms/arm_names.h"
#include "findings/arms/listed_arms.h"
#include "findings/figures/rate_figures.h"

namespace attest {
namespace {

using Words = std::vector<std::string>;

Words words_from(std::string_view lower, size_t from, size_t until) {
  return words_outside_brackets(lower.substr(from, std::max(from, until) - from));
}

struct FigureRun {
  size_t first = 0;
  size_t count = 0;
};

// Figures that only "and" or a comma parts.
std::vector<FigureRun> runs_of(std::string_view lower, std::span<const ByteSpan> figures) {
  std::vector<FigureRun> runs;
  for (size_t i = 0; i < figures.size(); ++i) {
    bool goes_on = i > 0 && are_joined(lower, figures[i - 1], figures[i]);
    if (goes_on) {
      const Words gap = words_from(lower, figures[i - 1].end, figures[i].start);
      goes_on = std::all_of(gap.begin(), gap.end(),
                            [](const std::string& word) { return word == "and" || word == ","; });
    }
    if (goes_on)
      ++runs.back().count;
    else
      runs.push_back({i, 1});
  }
  return runs;
}

// Behind a bracket and ", respectively,".
size_t behind_respectively(std::string_view lower, size_t from) {
  constexpr std::string_view kWord = "respectively";
  constexpr size_t kFar = 24;
  size_t at = from;
  if (lower.substr(at).starts_with(" (")) at = std::min(lower.find(')', at), lower.size() - 1) + 1;
  const size_t word = lower.find(kWord, at);
  if (word == std::string_view::npos || word > at + kFar) return from;
  if (lower.substr(at, word - at).find_first_not_of(" ,") != std::string_view::npos) return from;
  const size_t end = word + kWord.size();
  return end < lower.size() && lower[end] == ',' ? end + 1 : end;
}

}  // namespace

void give_runs(std::string_view lower, std::span<const ByteSpan> figures, std::span<const Mention> arms,
               std::vector<const Mention*>& owners) {
  struct Given {
    FigureRun run;
    const Mention* arm = nullptr;
  };
  std::vector<Given> given;
  for (const FigureRun& run : runs_of(lower, figures)) {
    if (run.count < 2) continue;
    const size_t last = run.first + run.count - 1;
    const size_t until = last + 1 < figures.size() ? figures[last + 1].start : lower.size();
    const Mention* arm = arm_after(lower, behind_respectively(lower, figures[last].end), until, arms);
    if (arm == nullptr) return;
    given.push_back({run, arm});
  }
  const bool two =
      given.size() == 2 && given[0].run.count == given[1].run.count && given[0].arm->id != given[1].arm->id;
  if (!two) return;
  for (const Given& one : given) {
    for (size_t i = 0; i < one.run.count; ++i) owners[one.run.first + i] = one.arm;
  }
}

void give_like_before(std::string_view lower, std::span<const ByteSpan> figures,
                      std::span<const Mention> arms, std::vector<const Mention*>& owners) {
  constexpr size_t kNear = 30;
  for (size_t i = 2; i + 1 < figures.size(); ++i) {
    const Mention* first = owners[i - 2];
    const Mention* second = owners[i - 1];
    if (first == nullptr || second == nullptr || first->id == second->id || owners[i] != nullptr ||
        owners[i + 1] != nullptr || !are_joined(lower, figures[i], figures[i + 1]))
      continue;
    if (i + 2 < figures.size() && are_joined(lower, figures[i + 1], figures[i + 2])) continue;
    const std::string_view behind = lower.substr(figures[i + 1].end, kNear);
    const size_t word = behind.find("respectively");
    if (word == std::string_view::npos ||
        behind.substr(0, word).find_first_of("(;.") != std::string_view::npos)
      continue;
    const size_t from = std::max<size_t>(figures[i - 1].end, second->span.end);
    const bool named_again = std::any_of(arms.begin(), arms.end(), [&](const Mention& arm) {
      return arm.span.start >= from || (arm.id != first->id && arm.id != second->id);
    });
    if (named_again) continue;
    owners[i] = first;
    owners[i + 1] = second;
  }
}

void give_behind_commas(std::string_view lower, std::span<const ByteSpan> figures,
                        std::span<const Mention> arms, std::vector<const Mention*>& owners) {
  const auto named_before = [&](size_t figure) -> const Mention* {
    for (const Mention& arm : arms) {
      if (arm.span.end >= figures[figure].start) continue;
      const std::string_view gap = lower.substr(arm.span.end, figures[figure].start - arm.span.end);
      if (gap == ", " || gap == ": ") return &arm;
    }
    return nullptr;
  };
  for (size_t i = 0; i + 1 < figures.size(); ++i) {
    const Mention* first = named_before(i);
    const Mention* second = named_before(i + 1);
    if (first == nullptr || second == nullptr || first->id == second->id ||
        second->span.start < figures[i].end)
      continue;
    Words between = words_from(lower, figures[i].end, second->span.start);
    std::erase_if(between, [](const std::string& word) { return word == "," || word == ";"; });
    const bool against = between.size() == 1 && opposes(between[0]) && between[0] != "compared";
    if (!against && !(between.empty() && second->span.start <= figures[i].end + 2)) continue;
    const std::string_view before = lower.substr(0, first->span.start);
    if (!before.ends_with('(') && !before.ends_with("[")) continue;
    owners[i] = first;
    owners[i + 1] = second;
  }
}

}  // namespace attest
