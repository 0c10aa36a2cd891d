#include "findings/advice/lost_place.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "base/ascii.h"
#include "text/phrases.h"
#include "text/verb_words.h"

namespace attest {
namespace {

constexpr size_t kNotLost = std::string_view::npos;

// clang-format off
constexpr std::string_view kLosing[] = {
    "ceas*", "abandon*", "withdraw*", "withdrew", "lost", "lose", "loses", "losing", "discontinu*",
    "removed", "dropped", "demoted", "displaced", "superseded", "obsolete", "outdated", "declin*",
    "inadequate", "inadequacy", "unsuitable", "inappropriate", "ineffective", "ineffectiveness",
    "unsatisfactory", "unacceptable", "unfit", "insufficiently", "unlikely", "failure of",
    "preclud*", "prevent the use", "prevents the use", "prevented the use", "prevent its use",
    "prevents its use", "prevent their use", "prohibit*", "hinder*", "hamper*", "compromis*", "threaten*",
    "undermin*", "jeopardi*", "limit", "limits", "limiting", "limited the use", "limited its use",
    "limit its use", "restrict", "restricts", "restricted the use", "restricted its use", "barrier*",
    "dispute*", "disagree*", "argue* against", "is divided", "are divided", "differ over", "differ about",
};
// They begin a statement of its own, as finite verbs do.
constexpr std::string_view kBecoming[] = {"became", "becomes", "become"};
constexpr std::string_view kCompared[] = {
    "fewer", "lower", "higher", "worse", "poorer", "greater", "better", "longer", "shorter",
};
constexpr std::string_view kReplacing[] = {
    "replaced", "replaces", "replace", "replacing", "superseded", "supersedes", "superseding", "displaced",
    "displaces", "displacing", "supplanted", "supplants", "supplanting", "overtaken",
};
// clang-format on

struct LostAt {
  size_t start = kNotLost;
  size_t end = 0;
};

LostAt last_place_of(std::string_view text, std::span<const std::string_view> phrases) {
  LostAt last;
  for (const std::string_view phrase : phrases) {
    for (size_t at = find_phrase(text, phrase); at != kNotLost; at = find_phrase(text, phrase, at + 1)) {
      if (last.start != kNotLost && at <= last.start) continue;
      size_t end = at + phrase.size() - (phrase.ends_with('*') ? 1 : 0);
      while (end < text.size() && is_lower(text[end])) ++end;
      last = {at, end};
    }
  }
  return last;
}

size_t words_in(std::string_view text) {
  return static_cast<size_t>(std::count(text.begin(), text.end(), ' '));
}

// What governs the cue: no statement begins between the two, and no comma parts them.
bool governs(std::string_view between) {
  constexpr size_t kWordsMax = 14;
  return words_in(between) <= kWordsMax && between.find_first_of(",:") == kNotLost &&
         !has_any_phrase(between, kFiniteVerbs) && !has_any_phrase(between, kBecoming);
}

// "Fewer remissions with X as first-line treatment": what a study found in those who had it so.
bool tells_of_results(std::string_view before) {
  if (!before.ends_with(" as ") && !before.ends_with(" as a ") && !before.ends_with(" as the ")) return false;
  const LostAt compared = last_place_of(before, kCompared);
  if (compared.start == kNotLost) return false;
  const std::string_view between = before.substr(compared.end);
  static constexpr std::string_view kWith[] = {"with", "after", "on", "among", "for", "when"};
  return governs(between) && has_any_phrase(between, kWith);
}

// "Too expensive to be the first-line treatment".
bool is_too_much(std::string_view before) {
  static constexpr std::string_view kToo[] = {"too"};
  const LostAt too = last_place_of(before, kToo);
  return too.start != kNotLost && governs(before.substr(too.end)) &&
         (has_phrase(before.substr(too.end), "to") || has_phrase(before.substr(too.end), "for"));
}

}  // namespace

bool takes_place_away(std::string_view before) {
  const LostAt losing = last_place_of(before, kLosing);
  if (losing.start != kNotLost) {
    const bool active = has_any_phrase(before.substr(losing.start, losing.end - losing.start), kReplacing);
    const bool passive =
        words_in(before.substr(0, losing.start)) > 0 &&
        std::any_of(std::begin(kEveryFormOfBe), std::end(kEveryFormOfBe), [&](std::string_view form) {
          return before.substr(0, losing.start).ends_with(std::string(form) + " ");
        });
    if ((!active || passive) && governs(before.substr(losing.end)) &&
        !has_phrase(before.substr(losing.end), "by"))
      return true;
  }
  // "As an adjunct rather than first-line": but "X rather than Y as first-line" ranks X.
  static constexpr std::string_view kOther[] = {"rather than", "instead of"};
  for (const std::string_view words : kOther) {
    for (const std::string_view article : {" ", " as ", " as a ", " a ", " the ", " as the "}) {
      if (before.ends_with(std::string(words) + std::string(article))) return true;
    }
  }
  return tells_of_results(before) || is_too_much(before);
}

bool is_replaced(std::string_view lower, Clause clause, size_t cue, ByteSpan name) {
  const std::string_view before = lower.substr(clause.start, cue - clause.start);
  const LostAt replacing = last_place_of(before, kReplacing);
  if (replacing.start == kNotLost || !governs(before.substr(replacing.end))) return false;
  const size_t start = clause.start + replacing.start;
  const bool passive =
      std::any_of(std::begin(kEveryFormOfBe), std::end(kEveryFormOfBe), [&](std::string_view form) {
        return before.substr(0, replacing.start).ends_with(std::string(form) + " ");
      });
  return passive ? name.end <= start : name.start >= start && name.end <= cue;
}

}  // namespace attest
