#include "findings/arms/listed_arms.h"

#include <algorithm>
#include <string>

#include "base/ascii.h"
#include "base/one_of.h"
#include "findings/arms/arm_names.h"
#include "findings/figures/rate_figures.h"

namespace attest {
namespace {

std::vector<std::string> words_between(std::string_view lower, size_t from, size_t until) {
  return words_outside_brackets(lower.substr(from, std::max(from, until) - from));
}

// Nothing but what stands between the names of a list, or leads to it.
bool only_lists(std::string_view lower, size_t from, size_t until) {
  static constexpr std::string_view kList[] = {
      "and",       "or",       ",",      "group",      "groups", "the",     "with",  "in",          "for",
      "of",        "vs",       "versus", "patients",   "arm",    "arms",    "those", "treated",     "among",
      "receiving", "subjects", "women",  "recipients", "both",   "between", "given", "participants"};
  const std::vector<std::string> words = words_between(lower, from, until);
  return from <= until && std::all_of(words.begin(), words.end(),
                                      [](const std::string& word) { return is_one_of(word, kList); });
}

// "66.7% versus 50% and 80% …": behind a pair that is compared "and" begins the next.
bool ends_pair(std::string_view lower, std::span<const ByteSpan> figures, size_t first, size_t last) {
  if (last != first + 1 || last + 1 >= figures.size()) return false;
  const std::vector<std::string> inside = words_between(lower, figures[first].end, figures[last].start);
  const std::vector<std::string> behind = words_between(lower, figures[last].end, figures[last + 1].start);
  return !inside.empty() && opposes(inside[0]) && !behind.empty() && !opposes(behind[0]);
}

}  // namespace

bool lists_two_times(std::string_view lower) {
  static constexpr std::string_view kUnits[] = {" months", " weeks", " years", " days", " hours", " h "};
  constexpr size_t kAnd = 5;
  for (size_t at = lower.find(" and "); at != std::string_view::npos; at = lower.find(" and ", at + 1)) {
    size_t behind = at + kAnd;
    while (behind < lower.size() && is_digit(lower[behind])) ++behind;
    const bool number = behind > at + kAnd && at > 0 && is_digit(lower[at - 1]);
    for (const std::string_view unit : kUnits) {
      if (number && lower.substr(behind).starts_with(unit)) return true;
    }
  }
  return false;
}

bool are_joined(std::string_view lower, ByteSpan figure, ByteSpan next) {
  static constexpr std::string_view kJoins[] = {"versus", "vs",  "v", "compared", "with",
                                                "to",     "and", ",", "than"};
  constexpr size_t kWords = 2;
  const std::vector<std::string> gap = words_between(lower, figure.end, next.start);
  return gap.size() <= kWords &&
         std::all_of(gap.begin(), gap.end(), [](const std::string& word) { return is_one_of(word, kJoins); });
}

bool stand_in_one_bracket(std::string_view lower, ByteSpan first, ByteSpan last) {
  const size_t open = lower.substr(0, first.start).find_last_of("()");
  return open != std::string_view::npos && lower[open] == '(' &&
         lower.substr(first.start, last.end - first.start).find(')') == std::string_view::npos;
}

std::vector<const Mention*> arms_in_list_order(std::string_view lower, std::span<const ByteSpan> figures,
                                               std::span<const Mention> arms, size_t different,
                                               bool respectively) {
  std::vector<const Mention*> owners(figures.size(), nullptr);
  std::vector<const Mention*> list;
  for (const Mention& arm : arms) {
    // "Narcotic analgesics" are no two.
    if (!list.empty() && (!only_lists(lower, list.back()->span.end, arm.span.start) ||
                          words_between(lower, list.back()->span.end, arm.span.start).empty()))
      break;
    const bool known =
        std::any_of(list.begin(), list.end(), [&](const Mention* one) { return one->id == arm.id; });
    if (!known) list.push_back(&arm);
  }
  const size_t count = list.size();
  constexpr size_t kTwo = 2;
  if (count < kTwo || count != different || (respectively && lists_two_times(lower))) return owners;
  const size_t list_start = list.front()->span.start;
  // "Compared with the X group, the Y group had more (88% v 60%)": the first figure is not of the first name.
  const std::vector<std::string> lead = words_between(lower, 0, list_start);
  constexpr size_t kNear = 5;
  const bool turned = std::any_of(lead.end() - static_cast<std::ptrdiff_t>(std::min(lead.size(), kNear)),
                                  lead.end(), [](const std::string& word) { return opposes(word); });
  const size_t list_end = list.back()->span.end;
  // Where the run that leads to the list begins: only others like it may stand before it.
  const auto leads = [&](size_t last) {
    while (last + 1 < figures.size() && figures[last + 1].start < list_start &&
           (are_joined(lower, figures[last], figures[last + 1]) ||
            only_lists(lower, figures[last].end, figures[last + 1].start)))
      ++last;
    return only_lists(lower, figures[last].end, list_start);
  };
  for (size_t first = 0; first < figures.size();) {
    size_t last = first;
    while (last + 1 < figures.size() && are_joined(lower, figures[last], figures[last + 1]) &&
           !(count == kTwo && ends_pair(lower, figures, first, last)))
      ++last;
    bool mine = last - first + 1 == count;
    if (mine && figures[last].end <= list_start)
      mine = leads(last);
    else
      mine = mine && !turned && figures[first].start >= list_end &&
             (respectively || stand_in_one_bracket(lower, figures[first], figures[last]));
    for (size_t i = 0; mine && i < count; ++i) owners[first + i] = list[i];
    first = last + 1;
  }
  return owners;
}

}  // namespace attest
