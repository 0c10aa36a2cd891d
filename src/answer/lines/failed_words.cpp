#include "answer/lines/failed_words.h"

#include <algorithm>
#include <iterator>

#include "text/phrases.h"

namespace attest {

// "Failed to show a difference": that is of the study.
bool fails_to_show(std::string_view lower) {
  static constexpr std::string_view kShows[] = {
      "failed to show", "failed to demonstrate", "failed to detect", "failed to reveal", "failed to improve",
      "failed to meet", "failed to find",        "failed to reach",  "failed to reduce"};
  return has_any_phrase(lower, kShows);
}

// "Clomiphene-resistant", "refractory to methotrexate", "failed infliximab": the words of what failed.
std::string_view object_of(std::string_view lower, size_t at, std::string_view cue) {
  static constexpr std::string_view kEnds[] = {",",          ";",           ".",         "(",       ":",
                                               " were ",     " was ",       " treated ", " given ", " than ",
                                               " versus ",   " compar",     " who ",     " and ",   " with ",
                                               " received ", " receiving ", " improv",   " is ",    " are "};
  size_t behind = at + cue.size() - (cue.ends_with('*') ? 1 : 0);
  while (at > 0 && lower[at - 1] != ' ' && lower[at - 1] != '(') --at;
  behind = std::min(behind, lower.size()) - at;
  std::string_view words = lower.substr(at);
  size_t end = words.size();
  for (const std::string_view one : kEnds) end = std::min(end, words.find(one, behind));
  return words.substr(0, end);
}

// "Secondary sulfonylurea | failure", "methotrexate | failed": the words of what failed, in front.
std::string_view subject_of(std::string_view lower, size_t at) {
  constexpr size_t kReach = 32;
  std::string_view before = lower.substr(0, at);
  before = before.substr(before.size() - std::min(kReach, before.size()));
  return before.substr(before.find_last_of(",;:.()") + 1);
}

// "Addition of X to Y", "X added to Y": Y is what had been given before.
std::string_view what_it_was_added_to(std::string_view lower, size_t at, std::string_view cue) {
  constexpr size_t kBehind = 60;
  std::string_view behind = lower.substr(at + std::min(cue.size(), lower.size() - at));
  if (cue == "addition of") {
    const size_t to = behind.find(" to ");
    if (to == std::string_view::npos) return {};
    behind = behind.substr(to);
  }
  size_t end = std::min(behind.size(), kBehind);
  while (end < behind.size() && behind[end] != ' ') ++end;
  return behind.substr(0, end);
}

bool are_untreated(std::string_view lower) {
  static constexpr std::string_view kUntreated[] = {"naive",         "na\xc3\xafve",    "untreated",
                                                    "never treated", "newly diagnosed", "first-line",
                                                    "first line",    "drug-naive",      "initial treatment"};
  return has_any_phrase(lower, kUntreated);
}

}  // namespace attest
