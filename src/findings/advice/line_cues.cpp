// Cue words of a place among treatments.
#include <algorithm>
#include <iterator>

#include "base/affix.h"
#include "findings/advice/line_words.h"
#include "findings/cues.h"
#include "text/phrases.h"

namespace attest::cues {

bool is_free_choice(std::string_view lower, size_t at) {
  if (!lower.substr(at).starts_with("of choice")) return false;
  static constexpr std::string_view kFree[] = {"regardless ", "irrespective ", "freedom ", "matter ",
                                               "question ",   "lack ",         "because ", "terms "};
  const std::string_view before = lower.substr(0, at);
  return ends_with_one_of(before, kFree);
}

LineCue find_line_of_therapy(std::string_view lower) {
  static constexpr std::string_view kSecond[] = {
      "second-line", "second line", "second choice", "next step", "if first-line", "step 2",
  };
  static constexpr std::string_view kThird[] = {
      "third-line",    "third line", "last resort", "last choice",
      "reserved for",  "salvage",    "last-line",   "only after failure of both",
      "when all else", "step 3",
  };
  static constexpr std::string_view kFourth[] = {
      "fourth-line", "fourth line", "fifth-line", "fifth line", "sixth-line", "step 4",
  };
  const auto find = [&](int line, const auto& phrases) {
    const std::string_view phrase = first_phrase(lower, phrases);
    if (phrase.empty()) return LineCue{};
    const size_t at = find_phrase(lower, phrase);
    return LineCue{line, at, at + phrase.size()};
  };
  if (const LineCue cue = find(4, kFourth); cue.line > 0) return cue;
  if (const LineCue cue = find(3, kThird); cue.line > 0) return cue;
  // "A useful first- or second-line drug" has no place of its own.
  static constexpr std::string_view kEither[] = {"first- or", "first or", "first- and", "first-line or"};
  if (const LineCue cue = find(2, kSecond); cue.line > 0) {
    constexpr size_t kNext = 16;
    const size_t from = cue.start > kNext ? cue.start - kNext : 0;
    return has_any_phrase(lower.substr(from, cue.start - from), kEither) ? LineCue{} : cue;
  }
  LineCue cue = find(1, kFirstPlace);
  if (cue.line == 1 && is_free_choice(lower, cue.start)) return {};
  // "The anticholinergic of choice": the kind of drug belongs to the cue.
  if (cue.line == 1 && cue.start > 0 && lower.substr(cue.start).starts_with("of choice"))
    cue.start = cue.start < 2 ? 0 : lower.rfind(' ', cue.start - 2) + 1;
  // What may become the treatment of choice is not.
  static constexpr std::string_view kNotYet[] = {"potential to", "may become", "might become",
                                                 "could become"};
  // "after first-line therapy had failed", "refractory to first-line drugs": the line that comes next.
  static constexpr std::string_view kPast[] = {
      "after",        "following", "completing",      "fail*",           "refractory to",
      "resistant to", "despite",   "unresponsive to", "not respond* to", "not responding to"};
  constexpr size_t kBefore = 28;
  const size_t from = cue.start > kBefore ? cue.start - kBefore : 0;
  const std::string_view before = lower.substr(from, cue.start - from);
  if (cue.line == 1 && has_any_phrase(before, kNotYet)) return {};
  if (cue.line == 1 && has_any_phrase(before, kPast)) cue.line = 2;
  return cue;
}

int line_of_therapy(std::string_view lower) { return find_line_of_therapy(lower).line; }

}  // namespace attest::cues
