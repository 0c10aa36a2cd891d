#include "findings/effects/sought_results.h"

#include <algorithm>

#include "base/affix.h"
#include "text/phrases.h"

namespace attest {
namespace {

// clang-format off
constexpr std::string_view kForWhat[] = {
    "aim of this", "aim of the", "aims of this", "aims of the", "aim was", "aims were", "aim is",
    "objective of this", "objective of the", "objective was", "objectives were", "objectives are",
    "purpose of this", "purpose of the", "purpose was", "we aimed to", "we sought to", "goal of this",
    "goal was",
};
// Behind "to": what a study was to do.
constexpr std::string_view kToDo[] = {
    "to assess ", "to determine ", "to evaluate ", "to compare ", "to investigate ", "to examine ",
    "to establish ", "to test ", "to study ", "to explore ", "to identify ", "to find out ", "to clarify ",
    "to ameliorate ", "to overcome ", "to address ",
};
// A sentence that goes on from its purpose to what was done and found.
constexpr std::string_view kFoundThen[] = {
    "found", "showed", "was", "were", "did", "shown", "demonstrated", "revealed", "suggest*", "indicate*",
    "concluded", "had",
};
constexpr std::string_view kFoundAfterAll[] = {
    "we found", "found that", "showed that", "results", "demonstrated that", "was not met", "were not met",
    "was met", "was achieved",
};
constexpr std::string_view kHeadings[] = {"objective:", "objectives:", "aim:", "aims:", "purpose:",
                                          "hypothesis:", "objective ", "background: to "};
// clang-format on

}  // namespace

bool tells_no_result(std::string_view lower) {
  lower.remove_prefix(std::min(lower.find_first_not_of(" \"'(["), lower.size()));
  // "If X is found to be effective, it may…"
  if (lower.starts_with("if ") && lower.find(',') != std::string_view::npos) return true;
  if (has_any_phrase(lower, kForWhat)) return !has_any_phrase(lower, kFoundAfterAll);
  for (const std::string_view heading : kHeadings) {
    const bool plain = !heading.ends_with(':');
    if (!lower.starts_with(heading)) continue;
    // "Objective response was similar" is none.
    if (plain && !lower.substr(heading.size()).starts_with("to ")) continue;
    return !has_any_phrase(lower, kFoundAfterAll);
  }
  return starts_with_one_of(lower, kToDo) && !has_any_phrase(lower, kFoundThen);
}

}  // namespace attest
