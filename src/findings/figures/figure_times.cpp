// "At 12 months remission was 45%, and at 24 months 30%": a time belongs to the figure whose part of the
// sentence it stands in. A part ends where "and", a comma or a semicolon leads to a time with its own
// preposition. The only time of a sentence holds for all its figures, unless it stands between two of them. A
// figure of the start ("at baseline", "from 40% to…") has none.
#include "findings/figures/figure_times.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/one_of.h"
#include "findings/figures/rate_figures.h"
#include "text/comparing_words.h"
#include "text/phrases.h"

namespace attest {
namespace {

// Between a figure and the time behind it the next part begins.
bool opens_next_part(std::string_view between) {
  const std::vector<std::string> words = words_outside_brackets(between);
  constexpr size_t kNear = 3;  // ", and by": what leads to the time
  for (size_t i = words.size() - std::min(words.size(), kNear); i < words.size(); ++i) {
    if (words[i] == "," || words[i] == ";" || words[i] == "and" || words[i] == "but" || words[i] == "while")
      return true;
  }
  return std::find(words.begin(), words.end(), ";") != words.end();
}

// "(p = 0.03 at 6 months)": the time of a comparison, which holds for the figures beside the bracket only.
bool is_beside_p_value(std::string_view lower, ByteSpan time) {
  const size_t open = lower.substr(0, time.start).find_last_of("()");
  if (open == std::string_view::npos || lower[open] != '(') return false;
  const std::string_view bracket = lower.substr(open, lower.find(')', time.end) - open);
  return has_phrase(bracket, "p") && bracket.find('%') == std::string_view::npos;
}

// "Remission was 45%, and scores were better (p = 0.03": the bracket belongs to what stands before it.
bool another_part(std::string_view between) {
  static constexpr std::string_view kLeads[] = {"and", "but", "while", "whereas", "although"};
  return between.find(';') != std::string_view::npos || has_any_phrase(between, kLeads);
}

}  // namespace

namespace {

// "15% at 70 years", "at the age of 5 years": how old people are, and not for how long they were followed.
bool is_age(std::string_view lower, const Quantity& time) {
  std::string_view before = lower.substr(0, std::min<size_t>(time.span.start, lower.size()));
  constexpr size_t kNearBytes = 25;
  before = before.substr(before.size() - std::min(before.size(), kNearBytes));
  const std::string_view behind = lower.substr(std::min<size_t>(time.span.end, lower.size()), 12);
  static constexpr std::string_view kAges[] = {"age", "aged", "ages"};
  if (has_any_phrase(before, kAges) || behind.starts_with(" of age") || behind.starts_with(" old") ||
      behind.starts_with("-old"))
    return true;
  // No study of a treatment lasts so long.
  constexpr double kLifeDays = 45 * 365.0;
  return duration_days(time) >= kLifeDays;
}

using TimeWords = std::vector<std::string>;

// What says that a figure was measured before anything was given; "change from baseline" was measured after.
bool names_start(const TimeWords& words) {
  static constexpr std::string_view kStarts[] = {
      "preoperatively", "preoperative", "pre-operatively", "pre-operative", "pretreatment",
      "pre-treatment",  "beforehand",   "presurgery",      "pretherapy",    "prestudy"};
  static constexpr std::string_view kBefore[] = {"treatment", "therapy", "surgery",   "operation",
                                                 "the",       "dosing",  "injection", "intervention"};
  static constexpr std::string_view kAt[] = {"admission", "entry", "enrolment", "enrollment", "inclusion"};
  static constexpr std::string_view kAgainst[] = {"from", "with", "to", "versus", "vs", "than", "over"};
  for (size_t i = 0; i < words.size(); ++i) {
    const std::string_view last = i > 0 ? std::string_view(words[i - 1]) : std::string_view();
    const std::string_view next = i + 1 < words.size() ? std::string_view(words[i + 1]) : std::string_view();
    if (is_one_of(words[i], kStarts)) return true;
    if (words[i] == "baseline" && !is_one_of(last, kAgainst)) return true;
    if (words[i] == "before" && is_one_of(next, kBefore)) return true;
    if (last == "at" && is_one_of(words[i], kAt)) return true;
  }
  return false;
}

bool ends_part(const std::string& word) {
  static constexpr std::string_view kEnds[] = {",",   ";",      ":",  "and", "to",
                                               "but", "versus", "vs", "v",   "than"};
  return is_one_of(word, kEnds);
}

// "7.2 at baseline and 3.1 at 6 months", "from 40% to 20% at 6 months": the first is of the start. `previous`
// and `next` are the borders of the figures beside it.
bool is_of_start(std::string_view lower, ByteSpan figure, size_t previous, size_t next) {
  const size_t open = std::min<size_t>(figure.end, next);
  TimeWords behind = words_outside_brackets(lower.substr(open, next - open));
  behind.erase(std::find_if(behind.begin(), behind.end(), ends_part), behind.end());
  if (names_start(behind)) return true;
  const size_t from = std::min<size_t>(previous, figure.start);
  const TimeWords before = words_outside_brackets(lower.substr(from, figure.start - from));
  const auto part = std::find_if(before.rbegin(), before.rend(), ends_part).base();
  const TimeWords own(part, before.end());
  if (!has_phrase(lower, "respectively") && names_start(own)) return true;
  static constexpr std::string_view kRanges[] = {"ranged", "ranging", "range", "varied", "varying", "ranges"};
  if (own.empty() || own.back() != "from" || next >= lower.size()) return false;
  if (own.size() > 1 && is_one_of(own[own.size() - 2], kRanges)) return false;
  const TimeWords gap = words_outside_brackets(lower.substr(open, next - open));
  // "From 73 on day 0 to 58": it has its own time.
  if (std::any_of(gap.begin(), gap.end(), [](const std::string& word) { return is_digit(word.front()); }))
    return false;
  return !gap.empty() && gap.back() == "to" && lower.substr(open, next - open).find(';') == gap.front().npos;
}

}  // namespace

bool is_time_of_condition(std::string_view lower, const Quantity& time) {
  if (is_age(lower, time)) return true;
  std::string_view before = lower.substr(0, std::min<size_t>(time.span.start, lower.size()));
  if (const size_t sign = before.find_last_of(",;"); sign != std::string_view::npos)
    before.remove_prefix(sign + 1);
  static constexpr std::string_view kConditions[] = {"if",     "when",  "whenever", "unless",
                                                     "until",  "every", "repeated", "in whom",
                                                     "longer", "older", "in case"};
  return has_any_phrase(before, kConditions);
}

void attach_times(std::string_view lower, std::string_view sentence, std::span<const Quantity> quantities,
                  std::vector<ArmRate>& rates) {
  std::vector<const Quantity*> times;
  for (const Quantity& quantity : quantities) {
    if (quantity.kind == QuantityKind::kDuration && quantity.follow_up &&
        !is_time_of_condition(lower, quantity))
      times.push_back(&quantity);
  }
  if (times.empty() || rates.empty()) return;
  for (size_t i = 0; i < rates.size(); ++i) {
    const size_t start = rates[i].span.start;
    const size_t end = rates[i].span.end;
    const size_t next = i + 1 < rates.size() ? rates[i + 1].span.start : lower.size();
    const size_t previous = i > 0 ? rates[i - 1].span.end : 0;
    if (is_of_start(lower, rates[i].span, previous, next)) continue;
    const Quantity* own = nullptr;
    for (const Quantity* time : times) {
      if (time->span.start >= end && time->span.end <= next &&
          (i + 1 == rates.size() || !opens_next_part(lower.substr(end, time->span.start - end))) &&
          !(is_beside_p_value(lower, time->span) &&
            another_part(lower.substr(end, time->span.start - end)))) {
        own = time;
        break;
      }
    }
    for (const Quantity* time : times) {
      // "At 6 and 12 months and 81%": behind "and" another part begins.
      const bool before =
          time->span.start >= previous && time->span.end <= start &&
          (i == 0 || !has_phrase(lower.substr(time->span.end, start - time->span.end), "and"));
      // Behind the figure before it the time must open a part of its own.
      if (before && (i == 0 || opens_next_part(lower.substr(previous, time->span.start - previous)))) {
        const bool leads = own == nullptr || i > 0 || own->span.start >= next;
        if (leads) own = time;
      }
    }
    const std::string_view behind = lower.substr(end, next - end);
    const bool at_first = has_phrase(behind, "at first") || has_phrase(behind, "initially");
    if (own == nullptr && times.size() == 1 && !at_first) {
      const ByteSpan only = times.front()->span;
      const bool outside = only.end <= rates.front().span.start || only.start >= rates.back().span.end;
      if (outside && !is_beside_p_value(lower, only)) own = times.front();
    }
    if (own == nullptr) continue;
    rates[i].follow_up_days = duration_days(*own);
    rates[i].follow_up = std::string(own->span.of(sentence));
  }
  // "70% with X v 38% with Y at 6 months, …": what is compared was counted at one time.
  for (size_t i = rates.size(); i > 1; --i) {
    ArmRate& first = rates[i - 2];
    const ArmRate& second = rates[i - 1];
    if (!first.follow_up.empty() || second.follow_up.empty() || first.span.end > second.span.start) continue;
    const std::string_view between = lower.substr(first.span.end, second.span.start - first.span.end);
    if (between.find(';') != std::string_view::npos || !has_any_phrase(between, kComparingWords)) continue;
    first.follow_up = second.follow_up;
    first.follow_up_days = second.follow_up_days;
  }
}

}  // namespace attest
