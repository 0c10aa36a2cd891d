#include "reconcile/outcomes/stated_benefit.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "text/phrases.h"

namespace attest {

namespace {

constexpr std::string_view kOfUse[] = {
    "is effective",          "are effective",          "was effective",          "were effective",
    "is an effective",       "are an effective",       "was an effective",       "is efficacious",
    "is beneficial",         "was beneficial",         "are beneficial",         "is a safe and effective",
    "is safe and effective", "are safe and effective", "was safe and effective", "proved effective",
    "has a beneficial",      "had a beneficial",       "is of benefit",          "was of benefit",
    "are effective and",     "is an efficacious",      "were beneficial",        "have a beneficial",
    "is an effective and",   "provides benefit",       "confers benefit",        "is clearly beneficial"};

constexpr std::string_view kOfNoUse[] = {"not effective",
                                         "not beneficial",
                                         "not efficacious",
                                         "ineffective",
                                         "not of benefit",
                                         "of no benefit",
                                         "no benefit",
                                         "no significant benefit",
                                         "no clear benefit",
                                         "no clinical benefit",
                                         "no additional benefit",
                                         "any benefit",
                                         "not provide benefit",
                                         "not provide a benefit",
                                         "not confer",
                                         "failed to show benefit",
                                         "failed to show a benefit",
                                         "no beneficial effect*",
                                         "no more effective than",
                                         "not beneficially",
                                         "no effect on clinical",
                                         "not offer",
                                         "no better than placebo",
                                         "not better than placebo",
                                         "not superior to placebo",
                                         "no clinically important",
                                         "no evidence of benefit",
                                         "no evidence of effect*",
                                         "no evidence of efficacy",
                                         "no demonstrable benefit",
                                         "not appear to be effective",
                                         "no value"};

constexpr std::string_view kNoUseBefore[] = {"no evidence of benefit",
                                             "no evidence of efficacy",
                                             "no evidence of effect*",
                                             "no evidence for the use",
                                             "no evidence to support",
                                             "no evidence for",
                                             "not support",
                                             "no benefit",
                                             "lack of effect*",
                                             "lack of efficacy",
                                             "lack of benefit",
                                             "no support for",
                                             "no beneficial effect*",
                                             "no significant benefit",
                                             "against the use",
                                             "no justification for",
                                             "no evidence supporting",
                                             "little evidence to support",
                                             "no role for",
                                             "no place for"};

constexpr std::string_view kUseBefore[] = {"support the use",
                                           "supports the use",
                                           "support the continued use",
                                           "supports the continued use",
                                           "support the routine use",
                                           "supports the routine use",
                                           "clear benefit",
                                           "beneficial effect*"};

constexpr std::string_view kDoubted[] = {"no evidence", "not", "insufficient", "whether", "if", "unclear"};

// What ends the words on the treatment, or makes them no verdict on it.
constexpr std::string_view kTurning[] = {
    "which", "who",   "whether", "if",   "unless", "than", "when", "but",     "while",       "may",
    "might", "could", "more",    "less", "most",   "only", "as",   "equally", "to determine"};

constexpr std::string_view kDenied[] = {"no",    "not",     "nor",    "neither",
                                        "never", "without", "cannot", "failed"};

// "Effective in relieving pain": of one thing; "in treating", "for preventing" say what it was given for.
bool names_aim(std::string_view behind) {
  static constexpr std::string_view kGivenFor[] = {"treating", "managing", "preventing", "controlling"};
  for (const std::string_view in : {" in ", " at ", " for "}) {
    if (!behind.starts_with(in)) continue;
    const std::string_view rest = behind.substr(in.size());
    const std::string_view word = rest.substr(0, rest.find_first_of(" ,.;"));
    if (!word.ends_with("ing")) return false;
    return std::find(std::begin(kGivenFor), std::end(kGivenFor), word) == std::end(kGivenFor);
  }
  return behind.starts_with(" on ") || behind.starts_with(" against ");
}

// What stands between the treatment and its verdict is short and turns to nothing else.
bool belongs(std::string_view gap) {
  constexpr size_t kReach = 60;
  return gap.size() <= kReach && gap.find_first_of(";:(") == std::string_view::npos &&
         !has_any_phrase(gap, kTurning);
}

}  // namespace

std::optional<int> read_benefit(std::string_view lower, ByteSpan given) {
  bool of_use = false;
  bool of_no_use = false;
  const std::string_view before = lower.substr(0, given.start);
  for (const std::string_view phrase : kOfUse) {
    const size_t at = find_phrase(lower, phrase, given.end);
    if (at == std::string_view::npos || !belongs(lower.substr(given.end, at - given.end))) continue;
    const std::string_view gap = lower.substr(given.end, at - given.end);
    if (has_any_phrase(gap, kDenied) || has_any_phrase(before, kDoubted)) continue;
    if (!names_aim(lower.substr(at + phrase.size()))) of_use = true;
  }
  for (const std::string_view phrase : kOfNoUse) {
    const size_t at = find_phrase(lower, phrase, given.end);
    if (at == std::string_view::npos || !belongs(lower.substr(given.end, at - given.end))) continue;
    const size_t bytes = phrase.size() - (phrase.ends_with('*') ? 1 : 0);
    size_t end = at + bytes;
    while (end < lower.size() && lower[end] >= 'a' && lower[end] <= 'z') ++end;
    if (phrase == "any benefit" && !has_any_phrase(lower.substr(given.end, at - given.end), kDenied))
      continue;
    if (!names_aim(lower.substr(end))) of_no_use = true;
  }
  for (const std::string_view phrase : kNoUseBefore) {
    const size_t at = find_phrase(before, phrase);
    if (at != std::string_view::npos && belongs(before.substr(at + phrase.size()))) of_no_use = true;
  }
  for (const std::string_view phrase : kUseBefore) {
    const size_t at = find_phrase(before, phrase);
    if (at == std::string_view::npos || !belongs(before.substr(at + phrase.size()))) continue;
    const std::string_view left = before.substr(0, at);
    (has_any_phrase(left, kDenied) ? of_no_use : of_use) = true;
  }
  if (of_use == of_no_use) return std::nullopt;
  return of_use ? 1 : 0;
}

}  // namespace attest
