#include "reconcile/outcomes/outcome_filters.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "text/phrases.h"

namespace attest {

namespace {

// "In patients with heart failure", "after stroke": who was studied, not what came of it.
bool tells_who(std::string_view lower, size_t start) {
  static constexpr std::string_view kBefore[] = {
      " with ",       " with acute ", " with chronic ",    " with severe ",
      " after ",      " following ",  " treatment of ",    " management of ",
      " for ",        " treating ",   " history of ",      " having ",
      " from ",       " to ",         " during ",          " undergoing ",
      " needing ",    " requiring ",  " receiving ",       " on ",
      " in ",         " at risk of ", " at high risk of ", " at increased risk of ",
      " because of ", " due to ",     " as a result of ",  " no ",
      " causes of ",  " cause of ",   " reports of ",      " free of ",
      " have any ",   " had any ",    " having any ",      " without any "};
  std::string padded = " ";
  constexpr size_t kBytesBefore = 40;
  padded += lower.substr(start > kBytesBefore ? start - kBytesBefore : 0,
                         start > kBytesBefore ? kBytesBefore : start);
  // "With preserved systolic function": back to the start of the name.
  constexpr int kWordsMax = 4;
  for (int words = 0; words < kWordsMax; ++words) {
    const std::string narrow = narrowing_word(padded, padded.size());
    if (narrow.empty() || !padded.ends_with(narrow + " ")) break;
    padded.resize(padded.size() - narrow.size() - 1);
  }
  // "For worsening heart failure".
  static constexpr std::string_view kKinds[] = {"worsening ", "congestive ",   "progressive ",
                                                "recurrent ", "acute ",        "chronic ",
                                                "severe ",    "postoperative "};
  for (const std::string_view kind : kKinds) {
    if (padded.ends_with(kind)) padded.resize(padded.size() - kind.size());
  }
  return std::any_of(std::begin(kBefore), std::end(kBefore), [&](std::string_view before) {
    if (!padded.ends_with(before)) return false;
    // "With regard to", "effect on", "difference for", "led to a reduction".
    const std::string rest = padded.substr(0, padded.size() - before.size() + 1);
    static constexpr std::string_view kOf[] = {
        "effect ",    "effects ",    "impact ",      "regard ",    "difference ",  "differences ",
        "benefit ",   "led ",        "respect ",     "influence ", "improvement ", "improvements ",
        "reduction ", "reductions ", "increase ",    "increases ", "decrease ",    "decreases ",
        "change ",    "changes ",    "decline ",     "result ",    "resulted ",    "resulting ",
        "effective ", "superior ",   "superiority ", "better ",    "similar ",     "differ ",
        "differed ",  "comparable ", "efficacy ",    "increased ", "advantage "};
    return std::none_of(std::begin(kOf), std::end(kOf),
                        [&](std::string_view word) { return rest.ends_with(word); });
  });
}

// "Death from cancer" is narrower than death.
bool narrowed_behind(std::string_view lower, size_t end) {
  const std::string_view rest = lower.substr(end, 32);
  // "Symptoms of depression" are those of a condition of its own.
  if (rest.starts_with(" of ") && lower.substr(0, end).ends_with("symptoms")) return true;
  const bool narrowed = rest.starts_with(" from ") || rest.starts_with(" due to ") ||
                        rest.starts_with(" caused by ") || rest.starts_with(" related to ") ||
                        rest.starts_with("-related") || rest.starts_with("-free") ||
                        rest.starts_with(" for ");
  // "The group including heart failure patients": who they were.
  if (rest.starts_with(" patients were") || rest.starts_with(" patients was")) return true;
  // "Satisfaction with pain management": what was done about it.
  static constexpr std::string_view kDone[] = {" management", " medication", " treatment", " prophylaxis",
                                               " prevention", " threshold",  " assessment"};
  if (std::any_of(std::begin(kDone), std::end(kDone),
                  [&](std::string_view words) { return rest.starts_with(words); }))
    return true;
  return narrowed && !has_phrase(rest, "any cause") && !has_phrase(rest, "all causes");
}

// A digit that is no part of a name: "omega 3 fats", "vitamin B12".
bool states_figure(std::string_view words) {
  static constexpr std::string_view kNamed[] = {"omega ", "omega-", "n-", "vitamin ", "type ", "phase "};
  for (size_t i = 0; i < words.size(); ++i) {
    if (words[i] < '0' || words[i] > '9') continue;
    const std::string_view before = words.substr(0, i);
    const bool named = std::any_of(std::begin(kNamed), std::end(kNamed),
                                   [&](std::string_view name) { return before.ends_with(name); });
    const bool in_word = !before.empty() && before.back() >= 'a' && before.back() <= 'z';
    if (!named && !in_word) return true;
  }
  return false;
}

// "Did not reduce stroke or deaths": neither of them. A figure behind the two is of both together.
bool is_neither(std::string_view lower, const OutcomePlace& place) {
  const std::string_view left = lower.substr(0, place.start);
  size_t start = left.find_last_of(";:");
  start = start == std::string_view::npos ? 0 : start;
  if (const size_t but = left.rfind(" but "); but != std::string_view::npos) start = std::max(start, but);
  static constexpr std::string_view kDenied[] = {"not", "no", "neither", "nor", "without"};
  constexpr size_t kFigureBytes = 60;
  const std::string_view behind = lower.substr(place.end, kFigureBytes);
  return has_any_phrase(left.substr(start), kDenied) && !states_figure(behind);
}

// "Death or disability": one of the two may be no outcome that is known by name.
bool is_one_of_two(std::string_view lower, const OutcomePlace& place) {
  if (is_neither(lower, place)) return false;
  const std::string_view behind = lower.substr(place.end);
  // "Death, reinfarction or recurrent ischaemia": a list that ends in "or".
  constexpr size_t kListBytes = 45;
  const std::string_view list = behind.substr(0, kListBytes);
  const size_t last = list.find(" or ");
  const bool listed = behind.starts_with(", ") && last != std::string_view::npos &&
                      list.substr(0, last).find_first_of(";(:0123456789") == std::string_view::npos &&
                      !has_phrase(list.substr(0, last), "and") && !has_phrase(list.substr(0, last), "but");
  return listed || behind.starts_with(" or ") || behind.starts_with("/") ||
         lower.substr(0, place.start).ends_with(" or ") || lower.substr(0, place.start).ends_with("/");
}

// "Death or hospital admission" is neither of the two.
void drop_combined(std::string_view lower, std::vector<OutcomePlace>& outcomes) {
  std::vector<bool> combined(outcomes.size(), false);
  const auto gap_behind = [&](size_t i) {
    return lower.substr(outcomes[i].end,
                        outcomes[i + 1].start - std::min(outcomes[i].end, outcomes[i + 1].start));
  };
  for (size_t i = 0; i < outcomes.size(); ++i) {
    if (is_one_of_two(lower, outcomes[i])) combined[i] = true;
    if (i + 1 == outcomes.size()) break;
    const std::string_view gap = gap_behind(i);
    constexpr size_t kGapBytesMax = 24;
    const bool joined = gap.size() <= kGapBytesMax && (has_phrase(gap, "or") || gap.find('/') != gap.npos);
    if (joined && !is_neither(lower, outcomes[i + 1])) combined[i] = combined[i + 1] = true;
  }
  // "Death, stroke, or infarction": what is listed before is one of them too.
  for (size_t i = outcomes.size(); i-- > 1;) {
    constexpr size_t kListedBytesMax = 16;
    const std::string_view gap = gap_behind(i - 1);
    if (combined[i] && gap.size() <= kListedBytesMax && gap.starts_with(", ") && !has_phrase(gap, "and"))
      combined[i - 1] = true;
  }
  for (size_t i = 0; i < outcomes.size(); ++i) {
    constexpr size_t kBytesBefore = 40;
    const size_t from = outcomes[i].start > kBytesBefore ? outcomes[i].start - kBytesBefore : 0;
    const std::string_view before = lower.substr(from, outcomes[i].start - from);
    static constexpr std::string_view kCombined[] = {
        "composite",  "combined", "poor outcome", "primary outcome of", "need for",
        "control of", "time to",  "time of",      "variability"};
    if (has_any_phrase(before, kCombined)) combined[i] = true;
  }
  size_t i = 0;
  std::erase_if(outcomes, [&](const OutcomePlace&) { return combined[i++]; });
}

}  // namespace

void keep_results(std::string_view lower, std::vector<OutcomePlace>& outcomes) {
  std::erase_if(outcomes, [&](const OutcomePlace& place) {
    return tells_who(lower, place.start) || narrowed_behind(lower, place.end);
  });
  std::sort(outcomes.begin(), outcomes.end(),
            [](const OutcomePlace& a, const OutcomePlace& b) { return a.start < b.start; });
  drop_combined(lower, outcomes);
}

bool is_taken_back(std::string_view lower) {
  static constexpr std::string_view kPhrases[] = {"difference was not",
                                                  "differences were not",
                                                  "difference is not",
                                                  "not reach*",
                                                  "not statistically significant",
                                                  "not significant",
                                                  "nonsignificant*",
                                                  "non-significant*",
                                                  "non significant*",
                                                  "non statistically*",
                                                  "statistically non*",
                                                  "without significan*",
                                                  "no longer significant",
                                                  "borderline"};
  return has_any_phrase(lower, kPhrases);
}

}  // namespace attest
