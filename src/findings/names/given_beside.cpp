#include "findings/names/given_beside.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "base/ascii.h"
#include "base/one_of.h"
#include "text/phrases.h"

namespace attest {
namespace {

// Behind these stands what a treatment was added to, what had failed, or what is counted as an outcome.
constexpr std::string_view kBeside[] = {"need for",
                                        "needs for",
                                        "requirement for",
                                        "requirements for",
                                        "requirement of",
                                        "requiring",
                                        "time to",
                                        "time until",
                                        "until",
                                        "before",
                                        "prior to",
                                        "initiation of",
                                        "added to",
                                        "addition to",
                                        "adjunct to",
                                        "adjuncts to",
                                        "adjunctive to",
                                        "adjuvant to",
                                        "add-on to",
                                        "on top of",
                                        "with concomitant",
                                        "on concomitant",
                                        "receiving concomitant",
                                        "with concurrent",
                                        "receiving concurrent",
                                        "with background",
                                        "on background",
                                        "receiving background",
                                        "resistance to",
                                        "resistant to",
                                        "refractory to",
                                        "intolerant to",
                                        "intolerant of",
                                        "unresponsive to",
                                        "partially respond to",
                                        "not respond to",
                                        "not responding to",
                                        "failed to respond to",
                                        "inadequate response to",
                                        "insufficient response to",
                                        "switch from",
                                        "switching from",
                                        "switched from",
                                        "exposure to",
                                        "access to",
                                        "referral for",
                                        "discontinuation of",
                                        "rescue",
                                        "any other",
                                        "all other",
                                        "to other",
                                        "with other",
                                        "than other",
                                        "reduced use of",
                                        "less use of",
                                        "lower use of",
                                        "increased use of",
                                        "previously treated with",
                                        "pretreated with",
                                        "history of"};
// One part of a combination, which was tested where the rest alone is what it was compared with.
constexpr std::string_view kCombined[] = {"combined with", "combination with", "conjunction with",
                                          "together with", "combination of",   "combining"};
// What was done meanwhile: a result of it only where nothing else is named.
constexpr std::string_view kMeanwhile[] = {"during",        "undergoing",     "undergo",
                                           "scheduled for", "candidates for", "at the time of"};
constexpr std::string_view kBehind[] = {
    "-resistant",    " resistant",    "-refractory",  " refractory", "-naive",   " naive",
    "-na\xC3\xAFve", " na\xC3\xAFve", "-experienced", "-intolerant", "-induced", " failure",
    "-dependent",    "-free",         " dependence",  " addiction",  " abuse",   " craving",
    " cravings",     " abstinence",   " withdrawal",  " consumption"};

bool is_light(std::string_view word) {
  static constexpr std::string_view kLight[] = {
      "the",      "a",         "an",        "their",   "any",     "oral",       "topical", "intravenous",
      "standard", "stable",    "long-term", "chronic", "ongoing", "continuous", "daily",   "conventional",
      "usual",    "treatment", "therapy",   "with",    "of",      "either",     "both",    "prior",
      "previous", "further",   "more",      "use",     "surgical"};
  return is_one_of(word, kLight);
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

bool ends_with_any(std::string_view before, std::span<const std::string_view> cues) {
  const std::string_view bare = without_light(before);
  while (before.ends_with(' ')) before.remove_suffix(1);
  return std::any_of(cues.begin(), cues.end(), [&](std::string_view cue) {
    return ends_with_cue(before, cue) || ends_with_cue(bare, cue);
  });
}

// "Respond to A, B, or" before the last of a list: what stands before its first, or "" where there is none.
std::string_view before_list(std::string_view before, std::string_view behind) {
  constexpr size_t kItemBytesMax = 32;
  constexpr size_t kItemsMax = 5;
  const bool last = before.ends_with(" or ") || before.ends_with(" and ");
  const bool within = before.ends_with(", ") && (behind.starts_with(" or ") || behind.starts_with(", or ") ||
                                                 behind.starts_with(" and ") || behind.starts_with(", and "));
  if (!last && !within) return {};
  for (size_t items = 0; items < kItemsMax; ++items) {
    while (before.ends_with(' ') || before.ends_with(',')) before.remove_suffix(1);
    for (const std::string_view join : {" or", " and"}) {
      if (before.ends_with(join)) before.remove_suffix(join.size());
    }
    while (before.ends_with(' ') || before.ends_with(',')) before.remove_suffix(1);
    const size_t comma = before.rfind(", ");
    const size_t start = comma == std::string_view::npos ? 0 : comma + 2;
    const std::string_view item = before.substr(start);
    for (const std::string_view cue : kBeside) {
      const size_t at = item.rfind(cue);
      if (at != std::string_view::npos && (at == 0 || !is_word_byte(item[at - 1])) &&
          item.size() - at - cue.size() <= kItemBytesMax)
        return before.substr(0, start + at + cue.size());
    }
    if (comma == std::string_view::npos || item.size() > kItemBytesMax) return {};
    before = before.substr(0, start);
  }
  return {};
}

// "Than A alone", "compared with A alone": all had it.
bool is_comparator_alone(std::string_view lower, ByteSpan name) {
  const std::string_view before = lower.substr(0, std::min<size_t>(name.start, lower.size()));
  const std::string_view behind = lower.substr(std::min<size_t>(name.end, lower.size()));
  static constexpr std::string_view kAlone[] = {" alone", " monotherapy", " only", " by itself"};
  static constexpr std::string_view kAgainst[] = {
      "than", "than with", "than that of", "compared with", "compared to",     "versus",     "vs",
      "vs.",  "over",      "superior to",  "inferior to",   "comparison with", "relative to"};
  constexpr size_t kReach = 24;
  const std::string_view near = behind.substr(0, kReach);
  return std::any_of(std::begin(kAlone), std::end(kAlone),
                     [&](std::string_view word) {
                       const size_t at = near.find(word);
                       return at != std::string_view::npos &&
                              near.substr(0, at).find_first_of(",;.") == std::string_view::npos;
                     }) &&
         ends_with_any(before, kAgainst);
}

// At one place of the name.
bool stands_beside(std::string_view lower, ByteSpan name, bool others) {
  const std::string_view before = lower.substr(0, std::min<size_t>(name.start, lower.size()));
  const std::string_view behind = lower.substr(std::min<size_t>(name.end, lower.size()));
  static constexpr std::string_view kAlone[] = {"alone", "monotherapy"};
  if (ends_with_any(before, kBeside)) return true;
  if (others && ends_with_any(before, kMeanwhile)) return true;
  if (ends_with_any(before, kCombined) && !has_any_phrase(lower, kAlone)) return true;
  if (std::any_of(std::begin(kBehind), std::end(kBehind),
                  [&](std::string_view word) { return behind.starts_with(word); }))
    return true;
  const std::string_view list = before_list(before, behind);
  return !list.empty() && ends_with_any(list, kBeside);
}

}  // namespace

bool is_given_beside(std::string_view lower, std::span<const ByteSpan> names, bool others) {
  if (names.empty()) return false;
  return std::all_of(names.begin(), names.end(),
                     [&](ByteSpan name) { return stands_beside(lower, name, others); }) ||
         std::any_of(names.begin(), names.end(),
                     [&](ByteSpan name) { return is_comparator_alone(lower, name); });
}

}  // namespace attest
