// Words behind a verb of effect, up to the word that leads to people, time or comparator.
#include "question/asked_outcome.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "base/ascii.h"
#include "base/one_of.h"
#include "text/phrases.h"

namespace attest {

namespace {

// The last that occurs counts: "is it effective in reducing …", "does what reduces fever prevent …".
size_t behind_verb(std::string_view lower) {
  static constexpr std::string_view kVerbs[] = {
      "reduce",       "reduces",     "reducing",        "reduction in",
      "reduction of", "decrease",    "decreases",       "decreasing",
      "lower",        "lowers",      "lowering",        "prevent",
      "prevents",     "preventing",  "prevention of",   "improve",
      "improves",     "improving",   "increase",        "increases",
      "increasing",   "raise",       "raises",          "raising",
      "shorten",      "shortens",    "shortening",      "prolong",
      "prolongs",     "prolonging",  "affect",          "affects",
      "influence",    "influences",  "relieve",         "relieves",
      "relieving",    "ease",        "eases",           "alleviate",
      "alleviates",   "alleviating", "delay",           "delays",
      "delaying",     "slow",        "slows",           "slowing",
      "extend",       "extends",     "extending",       "lessen",
      "lessens",      "accelerate",  "accelerates",     "hasten",
      "hastens",      "promote",     "promotes",        "speed up",
      "enhance",      "enhances",    "protect against", "protects against",
      "stop",         "cut",         "change",          "changes",
      "worsen",       "worsens",     "impair",          "impairs"};
  size_t behind = std::string_view::npos;
  size_t last = 0;
  for (const std::string_view verb : kVerbs) {
    for (size_t at = find_phrase(lower, verb); at != std::string_view::npos;
         at = find_phrase(lower, verb, at + 1)) {
      if (behind != std::string_view::npos && at <= last) continue;
      last = at;
      behind = at + verb.size();
    }
  }
  if (behind != std::string_view::npos) return behind;
  // "Effect of zinc on healing".
  static constexpr std::string_view kEffects[] = {"effect*", "impact", "influence"};
  if (!has_any_phrase(lower, kEffects)) return behind;
  const size_t on = find_phrase(lower, "on");
  return on == std::string_view::npos ? on : on + std::string_view("on").size();
}

void drop_front(std::string_view& words) {
  static constexpr std::string_view kCounting[] = {"the ",           "a ",
                                                   "risk of ",       "risks of ",
                                                   "rate of ",       "rates of ",
                                                   "incidence of ",  "occurrence of ",
                                                   "number of ",     "frequency of ",
                                                   "likelihood of ", "chance of ",
                                                   "chances of ",    "odds of ",
                                                   "overall ",       "level of ",
                                                   "levels of ",     "any "};
  bool dropped = true;
  while (dropped) {
    dropped = false;
    while (!words.empty() && words.front() == ' ') words.remove_prefix(1);
    for (const std::string_view front : kCounting) {
      if (!words.starts_with(front)) continue;
      words.remove_prefix(front.size());
      dropped = true;
    }
  }
}

}  // namespace

AskedOutcome asked_outcome(std::string_view question) {
  const std::string lower = lower_ascii(question);
  const size_t from = behind_verb(lower);
  if (from == std::string_view::npos) return {};
  std::string_view words = std::string_view(lower).substr(from);
  words = words.substr(0, words.find_first_of("?.;,("));
  static constexpr std::string_view kEnds[] = {
      "in",   "after",  "among",     "for",  "during", "compared", "when",   "with", "than",  "by",
      "over", "before", "following", "at",   "within", "without",  "versus", "vs",   "more",  "better",
      "if",   "as",     "to",        "from", "while",  "who",      "whose",  "on",   "enough"};
  for (const std::string_view end : kEnds) {
    const size_t at = find_phrase(words, end);
    if (at != std::string_view::npos && at != 0) words = words.substr(0, at);
  }
  drop_front(words);
  while (!words.empty() && words.back() == ' ') words.remove_suffix(1);
  // "Does it improve outcome?" names none.
  static constexpr std::string_view kAny[] = {"outcome",          "outcomes",         "clinical outcomes",
                                              "clinical outcome", "patient outcomes", "results",
                                              "prognosis"};
  if (is_one_of(words, kAny)) return {};
  constexpr size_t kBytesMax = 60;
  if (words.empty() || words.size() > kBytesMax) return {};
  return {std::string(words), from};
}

}  // namespace attest
