#include "findings/arms/clause_arms.h"

#include <algorithm>

#include "base/affix.h"
#include "text/phrases.h"

namespace attest {
namespace {

// clang-format off
constexpr std::string_view kControlNames[] = {
    "controls", "control group", "control arm", "control patients", "control subjects", "the control",
    "placebo", "sham", "comparison group", "untreated", "no treatment", "non-treated",
};
constexpr std::string_view kTreatedWords[] = {
    "treatment group", "treatment groups", "intervention group", "intervention groups", "experimental group",
    "treated group", "treated patients", "treated subjects", "active group", "active treatment",
    "active treatments",
    "therapy group",
    "treatment arm", "intervention arm", "intervention patients", "the intervention", "the treatment",
    "the therapy", "the drug",
    "the procedure", "the operation", "with treatment", "with therapy", "treated with", "active drug",
};
// Before and after.
constexpr std::string_view kAfterwards[] = {
    "after treatment", "after therapy", "after surgery", "after the operation", "postoperative*",
    "post-treatment", "during treatment", "during therapy", "from baseline", "at follow-up",
};
// clang-format on

// "In addition to usual care" names no arm.
bool is_added_to(std::string_view before) {
  static constexpr std::string_view kAdded[] = {"addition to", "added to", "plus",      "on top of",
                                                "adjunct to",  "as",       "alongside", "combined with"};
  constexpr size_t kReach = 20;
  return has_any_phrase(before.substr(before.size() - std::min(before.size(), kReach)), kAdded);
}

// "… after adjusting for age and the use of X".
bool is_adjusted_for(std::string_view before) {
  constexpr size_t kOpening = 12;
  for (const std::string_view phrase : {std::string_view("adjusting for"), std::string_view("adjusted for"),
                                        std::string_view("adjustment for")}) {
    const size_t at = find_phrase(before, phrase);
    if (at != std::string_view::npos && at > kOpening) return true;
  }
  return false;
}

// "A history of sulfonamide hypersensitivity": nothing that is given now. "Unlike tamoxifen": of another.
bool is_bygone(std::string_view plain, size_t start, size_t end) {
  static constexpr std::string_view kAilments[] = {" hypersensitivity", " allerg", " intoleran", " abuse"};
  const std::string_view behind = plain.substr(std::min(end, plain.size()));
  const std::string_view before = plain.substr(0, start);
  return before.ends_with("history of ") || before.ends_with("unlike ") ||
         starts_with_one_of(behind, kAilments);
}

}  // namespace

std::vector<ClauseArm> arms_of_clause(std::string_view plain, Clause clause, std::span<const Mention> named) {
  std::vector<ClauseArm> arms;
  const auto add = [&](std::span<const std::string_view> phrases, bool control) {
    for (const std::string_view phrase : phrases) {
      for (size_t at = find_phrase(plain, phrase); at != std::string_view::npos;
           at = find_phrase(plain, phrase, at + 1))
        if (!control || !is_added_to(plain.substr(0, at))) arms.push_back({at, at + phrase.size(), control});
    }
  };
  add(kControlNames, true);
  for (const Mention& mention : named) {
    if (mention.span.start < clause.start || mention.span.end > clause.end) continue;
    const size_t start = mention.span.start - clause.start;
    if (plain[start] == ' ') continue;  // in brackets
    if (mention.is_control && is_added_to(plain.substr(0, start))) continue;
    if (is_adjusted_for(plain.substr(0, start)) || is_bygone(plain, start, mention.span.end - clause.start))
      continue;
    arms.push_back({start, mention.span.end - clause.start, mention.is_control});
  }
  // "The treatment group" where the treatment itself is not named there.
  add(kTreatedWords, false);
  std::stable_sort(arms.begin(), arms.end(),
                   [](const ClauseArm& a, const ClauseArm& b) { return a.start < b.start; });
  return arms;
}

bool speaks_of_treatment(std::string_view lower, std::span<const Mention> named) {
  return has_any_phrase(lower, kTreatedWords) ||
         std::any_of(named.begin(), named.end(),
                     [&](const Mention& one) { return !one.is_control && one.span.end <= lower.size(); });
}

bool means_treatment(std::string_view lower) {
  return has_any_phrase(lower, kTreatedWords) || has_any_phrase(lower, kAfterwards);
}

}  // namespace attest
