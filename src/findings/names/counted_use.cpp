#include "findings/names/counted_use.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "base/affix.h"
#include "base/one_of.h"
#include "findings/names/words_before.h"
#include "text/phrases.h"

namespace attest {
namespace {

constexpr std::string_view kListMarks[] = {",", ";", ".", ")"};

}  // namespace

bool is_without_regard(std::string_view before, std::string_view behind) {
  // "Regardless of age, and A was well tolerated".
  static constexpr std::string_view kSays[] = {" was ", " were ",   " had ",    " is ",
                                               " are ", " reduced", " improved"};
  if (before.ends_with(" and ") && starts_with_one_of(behind, kSays)) return false;
  static constexpr std::string_view kRegardless[] = {"regardless of", "irrespective of", "independent of",
                                                     "independently of"};
  static constexpr std::string_view kGoesOn[] = {"was",     "had",       "reduced",  "improved",
                                                 "and the", "reduces",   "showed",   "improves",
                                                 "did",     "increased", "produced", "led to"};
  constexpr size_t kReach = 120;
  const std::string_view near = before.substr(before.size() - std::min(kReach, before.size()));
  size_t end = std::string_view::npos;
  bool opens = false;
  for (const std::string_view cue : kRegardless) {
    const size_t at = find_phrase(near, cue);
    if (at == std::string_view::npos || (end != std::string_view::npos && at + cue.size() > end)) continue;
    end = at + cue.size();
    opens = at == 0 && near.size() == before.size();
  }
  if (end == std::string_view::npos) return false;
  const std::string_view gap = near.substr(end);
  return gap.find_first_of(opens ? ",;:" : ";:") == std::string_view::npos && !has_any_phrase(gap, kGoesOn);
}

bool is_listed_outcome(std::string_view before, std::string_view behind) {
  static constexpr std::string_view kUnderwent[] = {"underwent", "required", "needed"};
  static constexpr std::string_view kWho[] = {"who", "that", "which", "those"};
  if ((behind.empty() || behind.front() == '.') && ends_with_any(before, kUnderwent)) {
    constexpr size_t kNearBytes = 30;
    return !has_any_phrase(before.substr(before.size() - std::min(kNearBytes, before.size())), kWho);
  }
  static constexpr std::string_view kCounted[] = {"risk of",      "combined outcome of",   "composite of",
                                                  "incidence of", "composite outcome of",  "rate of",
                                                  "rates of",     "combined end point of", "risks of"};
  static constexpr std::string_view kOutcomes[] = {
      "infarction", "ami", "mi", "death*", "mortality", "stroke", "hospital*", "recurrence", "bleeding"};
  constexpr size_t kReach = 120;
  const std::string_view near = before.substr(before.size() - std::min(kReach, before.size()));
  size_t end = std::string_view::npos;
  for (const std::string_view counted : kCounted) {
    const size_t at = find_phrase(near, counted);
    if (at != std::string_view::npos) end = std::min(end, at + counted.size());
  }
  if (end == std::string_view::npos) return false;
  // Nothing but the list stands between.
  static constexpr std::string_view kGoesOn[] = {"with", "was",  "were", "in", "after",
                                                 "by",   "than", "for",  "to"};
  const std::string_view gap = near.substr(end);
  const bool listed = gap.ends_with(", ") || gap.ends_with(" or ") || gap.ends_with(" and ") ||
                      gap.ends_with('(') || gap.ends_with(") ");
  return listed && has_any_phrase(gap, kOutcomes) && !has_any_phrase(gap, kGoesOn);
}

bool is_counted_use(std::string_view before, std::string_view behind, bool others) {
  static constexpr std::string_view kNeeded[] = {
      " dose reduction", " dosage reduction", " dosing",  " dosages were", " dose was", " dosage was",
      " was tapered",    " were tapered",     " sparing", "-sparing",      " was used", " were used"};
  if (others && std::any_of(std::begin(kNeeded), std::end(kNeeded), [&](std::string_view needed) {
        if (!behind.starts_with(needed)) return false;
        static constexpr std::string_view kWhen[] = {"before", "after", "until"};
        return !needed.ends_with("used") || ends_with_any(before, kWhen);
      }))
    return true;
  static constexpr std::string_view kChanged[] = {"reduction in", "reductions in", "decrease in",
                                                  "change in",    "changes in",    "lowering of",
                                                  "reduction of", "reduced",       "lower"};
  const bool dose = behind.starts_with(" dose ") || behind.starts_with(" doses ");
  if (others && dose && ends_with_any(before, kChanged)) return true;
  // "Attacks and use of A", "attacks and A use": counted beside another outcome.
  static constexpr std::string_view kListed[] = {"and use of", "or use of", ", use of", "and the use of"};
  if (ends_with_any(before, kListed)) return true;
  if (!behind.starts_with(" use") && !behind.starts_with(" requirement")) return false;
  constexpr size_t kUse = 4;
  if (others && behind.starts_with(" use") &&
      (behind.size() == kUse || is_one_of(behind.substr(kUse, 1), kListMarks) ||
       (before.ends_with(" and ") && !behind.starts_with(" use was") && !behind.starts_with(" use is")) ||
       behind.substr(kUse).starts_with(" or ") || behind.substr(kUse).starts_with(" on the effect")))
    return true;
  static constexpr std::string_view kCounted[] = {
      "days of",      "duration of", "reduced", "reduces",   "reduce",      "reduction in",
      "reduction of", "less",        "lower",   "decreased", "decrease in", "fewer",
      "increased",    "increase in", "total",   "amount of", "mean",        "cumulative"};
  if (ends_with_any(before, kCounted)) return true;
  std::string_view said = behind.substr(0, behind.find_first_of(",;(."));
  static constexpr std::string_view kAmount[] = {"less",       "lower",     "reduced",   "decreased",
                                                 "higher",     "greater",   "similar",   "fewer",
                                                 "comparable", "increased", "different", "differ"};
  static constexpr std::string_view kDoes[] = {"associated", "resulted", "led to", "reduced the",
                                               "increased the"};
  return has_any_phrase(said, kAmount) && !has_any_phrase(said, kDoes);
}

}  // namespace attest
