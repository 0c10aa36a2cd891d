#include "findings/names/words_before.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/one_of.h"
#include "text/phrases.h"

namespace attest {
namespace {

bool is_light(std::string_view word) {
  static constexpr std::string_view kLight[] = {
      "the",          "a",           "an",        "their",        "any",         "oral",
      "topical",      "intravenous", "standard",  "stable",       "long-term",   "chronic",
      "ongoing",      "continuous",  "daily",     "conventional", "usual",       "treatment",
      "therapy",      "with",        "of",        "either",       "both",        "prior",
      "previous",     "further",     "more",      "use",          "surgical",    "medication",
      "dose",         "doses",       "mg",        "best",         "maintenance", "background",
      "short-acting", "long-acting", "inhaled",   "nebulised",    "nebulized",   "fast-acting",
      "rapid-acting", "systemic",    "high-dose", "low-dose"};
  return is_one_of(word, kLight) || (!word.empty() && (word.front() == '(' || is_digit(word.front())));
}

std::string_view last_word(std::string_view text) {
  const size_t space = text.find_last_of(' ');
  return space == std::string_view::npos ? text : text.substr(space + 1);
}

// `before` without the light words at its end.
std::string_view without_light(std::string_view before) {
  while (true) {
    while (before.ends_with(' ')) before.remove_suffix(1);
    const std::string_view word = last_word(before);
    if (word.empty() || !is_light(word)) return before;
    before.remove_suffix(word.size());
  }
}

bool ends_with_cue(std::string_view before, std::string_view cue) {
  if (!before.ends_with(cue)) return false;
  return before.size() == cue.size() || !is_word_byte(before[before.size() - cue.size() - 1]);
}

}  // namespace

bool ends_with_any(std::string_view before, std::span<const std::string_view> cues) {
  const std::string_view bare = without_light(before);
  while (before.ends_with(' ')) before.remove_suffix(1);
  return std::any_of(cues.begin(), cues.end(), [&](std::string_view cue) {
    return ends_with_cue(before, cue) || ends_with_cue(bare, cue);
  });
}

std::optional<std::string_view> words_since(std::string_view before, std::span<const std::string_view> cues,
                                            size_t reach) {
  const std::string_view near = before.substr(before.size() - std::min(reach, before.size()));
  size_t end = std::string_view::npos;
  for (const std::string_view cue : cues) {
    for (size_t at = find_phrase(near, cue); at != std::string_view::npos;
         at = find_phrase(near, cue, at + 1))
      end = end == std::string_view::npos ? at + cue.size() : std::max(end, at + cue.size());
  }
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view gap = near.substr(end);
  if (gap.find_first_of(",;:") != std::string_view::npos) return std::nullopt;
  return gap;
}

}  // namespace attest
