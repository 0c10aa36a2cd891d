// A study's size where only its groups are counted, or their whole stands beside them.
#include "appraise/group_sums.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "base/affix.h"
#include "base/ascii.h"
#include "base/one_of.h"
#include "quantities/quantities.h"
#include "text/brackets.h"
#include "text/phrases.h"

namespace attest {
namespace {

// clang-format off
// Groups that together are the whole.
constexpr std::pair<std::string_view, std::string_view> kHalves[] = {
    {"cases", "controls"}, {"patients", "controls"}, {"men", "women"},   {"women", "men"},
    {"boys", "girls"},     {"girls", "boys"},        {"males", "females"}, {"females", "males"},
    {"male", "female"},    {"female", "male"},       {"patients", "volunteers"}, {"patients", "subjects"},
    {"controls", "cases"}, {"children", "adults"},   {"subjects", "controls"},
    {"women", "males"},      {"males", "women"},     {"men", "females"},     {"females", "men"},
};

// clang-format on

bool are_halves(const Counted& one, const Counted& other) {
  return std::any_of(std::begin(kHalves), std::end(kHalves),
                     [&](const auto& pair) { return one.unit == pair.first && other.unit == pair.second; });
}

// "A (n = 52), whereas B (n = 23) took C (n = 10) or D (n = 13)": some may be the parts of another.
bool has_nested_groups(const std::vector<Counted>& counts) {
  for (size_t i = 1; i + 2 < counts.size(); ++i) {
    if (counts[i].value == counts[i + 1].value + counts[i + 2].value) return true;
  }
  return false;
}

// "300 patients on the drug, 150 on A and 150 on B; 150 on placebo": the counts without the parts of others.
std::vector<const Counted*> without_parts(const std::vector<const Counted*>& counts) {
  constexpr size_t kPartsMax = 4;
  std::vector<const Counted*> wholes;
  for (size_t i = 0; i < counts.size(); ++i) {
    wholes.push_back(counts[i]);
    uint64_t sum = 0;
    for (size_t j = i + 1; j < counts.size() && j - i <= kPartsMax; ++j) {
      sum += counts[j]->value;
      if (j - i < 2 || sum != counts[i]->value) continue;
      i = j;
      break;
    }
  }
  return wholes;
}

// "240 controls", "34 healthy adolescent controls", "20 control subjects".
bool are_controls(const Counted& count, std::string_view lower) {
  constexpr size_t kNounBytes = 30;
  std::string_view near = lower.substr(count.span.start, count.span.size() + kNounBytes);
  near = near.substr(0, near.find_first_of("0123456789,;.(", count.span.size()));
  near = near.substr(0, near.find(" and "));
  return has_phrase(near, "controls") || has_phrase(near, "control subjects") ||
         has_phrase(near, "healthy volunteers") || has_phrase(near, "healthy subjects") ||
         has_phrase(near, "healthy individuals") || has_phrase(near, "normal subjects") ||
         has_phrase(near, "normal volunteers") || has_phrase(near, "healthy people");
}

// "120 women with itch and 240 controls", "21 patients (11 men) and 34 healthy controls": nullptrs where a
// sentence does not say so.
std::pair<const Counted*, const Counted*> patients_and_controls(std::string_view lower,
                                                                const std::vector<Counted>& counts) {
  constexpr size_t kBetweenMax = 70;
  constexpr uint32_t kControlsMin = 5;
  const std::string plain = text_outside_brackets(lower);
  const Counted* before = nullptr;
  for (const Counted& count : counts) {
    if (plain[count.span.start] == ' ' || count.studies) continue;
    const bool controls_last = before != nullptr && count.value >= kControlsMin &&
                               are_controls(count, lower) && !are_controls(*before, lower) &&
                               is_people_noun(before->unit);
    const bool controls_first = before != nullptr && before->value >= kControlsMin &&
                                are_controls(*before, lower) && !are_controls(count, lower) &&
                                is_people_noun(count.unit) && before == &counts.front();
    if (controls_last || controls_first) {
      std::string between = plain.substr(before->span.end, count.span.start - before->span.end);
      between.erase(std::unique(between.begin(), between.end(),
                                [](char one, char other) { return one == ' ' && other == ' '; }),
                    between.end());
      static constexpr std::string_view kJoins[] = {"and", "with", "versus", "to", "vs"};
      static constexpr std::string_view kApart[] = {"of whom", "of these", "were", "was", "each", "had"};
      const bool lost = before->part == Part::kLost || before->part == Part::kScreened ||
                        count.part == Part::kLost || count.part == Part::kScreened;
      const std::string_view behind = lower.substr(count.span.end);
      const bool matched =
          has_phrase(behind.substr(0, 24), "per") || has_phrase(behind.substr(0, 24), "each");
      if (between.size() <= kBetweenMax && has_any_phrase(between, kJoins) &&
          !has_any_phrase(between, kApart) && !lost && !matched)
        return {before, &count};
    }
    before = &count;
  }
  return {};
}

}  // namespace

bool is_one_group(std::string_view lower, const Counted& count) {
  const std::string_view before = lower.substr(0, count.span.start);
  if (!before.ends_with("of ") && !before.ends_with("of the ") && !before.ends_with("of these "))
    return false;
  std::string_view behind = lower.substr(count.span.end);
  behind = behind.substr(0, behind.find_first_of("0123456789,;"));
  static constexpr std::string_view kTo[] = {"allocated to", "assigned to", "randomised to", "randomized to"};
  static constexpr std::string_view kSeveral[] = {"or",     "either", "and",     "groups", "arms",
                                                  "versus", "vs",     "receive", "one of", "take"};
  const std::string_view to = first_phrase(behind, kTo);
  if (to.empty()) return false;
  const std::string_view name = behind.substr(find_phrase(behind, to) + to.size());
  // "Of 220 randomised to therapy, 208 …": all of them.
  static constexpr std::string_view kAll[] = {"treatment", "the study", "therapy", "study"};
  const bool bare = name.size() > 1 && has_any_phrase(name.substr(0, 13), kAll);
  return name.find_first_not_of(" .") != std::string_view::npos && !bare && !has_any_phrase(name, kSeveral);
}

std::optional<Size> sum_of_groups(std::string_view words, const std::vector<Counted>& counts) {
  std::vector<const Counted*> groups;
  for (const Counted& count : counts) {
    if (count.bracketed && !count.studies && count.part != Part::kLost) groups.push_back(&count);
  }
  if (groups.size() < 2) {
    groups.clear();
    const auto [patients, controls] = patients_and_controls(lower_ascii(words), counts);
    if (patients != nullptr) groups = {patients, controls};
    for (size_t i = 0; i + 1 < counts.size() && groups.empty(); ++i) {
      const std::string_view between =
          words.substr(counts[i].span.end, counts[i + 1].span.start - counts[i].span.end);
      constexpr size_t kBetweenMax = 60;
      // "28 patients (10 males plus 18 females) and 28 volunteers (12 males and …": of two groups.
      if (are_halves(counts[i], counts[i + 1]) && has_phrase(between, "and") &&
          between.find(')') < between.find('('))
        return std::nullopt;
      if (are_halves(counts[i], counts[i + 1]) && between.size() <= kBetweenMax &&
          (has_phrase(between, "and") || has_phrase(between, "with")) && counts[i].part != Part::kLost &&
          counts[i].part != Part::kScreened)
        groups = {&counts[i], &counts[i + 1]};
    }
  }
  if (groups.size() < 2) return std::nullopt;
  // "78% of those at risk (n = 240), 40% of others (n = 88)" are results in parts.
  if (groups.front()->bracketed && (words.find('%') != std::string_view::npos || has_nested_groups(counts)))
    return std::nullopt;
  uint64_t sum = 0;
  for (const Counted* group : groups) sum += group->value;
  if (sum > 500'000'000) return std::nullopt;
  if (groups.size() > 2 && sum == 2ULL * groups.front()->value)
    return Size{groups.front()->value, groups.front()->span};
  for (const Counted& count : counts) {
    if (count.value >= sum && !count.bracketed && !count.studies && count.part != Part::kScreened)
      return Size{count.value, count.span};
  }
  return Size{static_cast<uint32_t>(sum), {groups.front()->span.start, groups.back()->span.end}};
}

std::optional<Size> whole_of_parts(std::string_view words, const std::vector<Counted>& counts,
                                   uint32_t enrolled) {
  const std::string lower = lower_ascii(words);
  struct Number {
    uint64_t value = 0;
    ByteSpan span;
  };
  std::vector<Number> numbers;
  for (const Quantity& quantity : find_quantities(words)) {
    const bool plain = quantity.kind == QuantityKind::kNumber || quantity.kind == QuantityKind::kCount ||
                       quantity.kind == QuantityKind::kSampleSize;
    constexpr double kValueMax = 5e8;
    if (!plain || !(quantity.value >= 2) || quantity.value > kValueMax) continue;
    if (quantity.value == std::trunc(quantity.value))
      numbers.push_back({static_cast<uint64_t>(quantity.value), quantity.span});
  }
  const auto is_part = [&](size_t i) {
    static constexpr std::string_view kNoParts[] = {"were not", "was not", "had", "responded", "controls"};
    const size_t end = numbers[i].span.end;
    const size_t stop = i + 1 < numbers.size() ? numbers[i + 1].span.start : lower.size();
    const std::string_view clause = std::string_view(lower).substr(end, stop - end);
    const Part part = part_behind(clause);
    return part != Part::kLost && part != Part::kScreened && part != Part::kCompleted &&
           !has_any_phrase(clause, kNoParts);
  };
  for (const Counted& count : counts) {
    constexpr uint32_t kWholeMin = 8;
    if (count.studies || count.value < kWholeMin || count.part == Part::kScreened) continue;
    if (count.bracketed && &count != &counts.front()) continue;  // a group of others
    if (is_one_group(lower, count)) continue;
    for (size_t i = 0; i + 1 < numbers.size(); ++i) {
      if (numbers[i].span.start < count.span.end || !is_part(i) || !is_part(i + 1)) continue;
      const uint64_t two = numbers[i].value + numbers[i + 1].value;
      const bool three =
          i + 2 < numbers.size() && two + numbers[i + 2].value == count.value && is_part(i + 2);
      if (two == count.value || three) return Size{count.value, count.span};
    }
  }
  // "41 were assigned to A and 40 received B" of 81 who were enrolled.
  if (counts.size() == 2 && enrolled != 0 && uint64_t{counts[0].value} + counts[1].value == enrolled &&
      counts[0].part != Part::kLost && counts[1].part != Part::kLost && !counts[0].studies)
    return Size{enrolled, {counts[0].span.start, counts[1].span.end}};
  return std::nullopt;
}

std::optional<Size> sum_of_assigned(std::string_view words, const std::vector<Counted>& counts) {
  uint64_t sum = 0;
  std::vector<const Counted*> groups;
  const Counted* first = nullptr;
  const Counted* last = nullptr;
  for (const Counted& count : counts) {
    // Up to the next number, whose own words these would be.
    std::string after = lower_ascii(words.substr(count.span.end, 40));
    after.resize(std::min(after.size(), after.find_first_of("0123456789")));
    const size_t to = std::min(find_phrase(after, "to"), find_phrase(after, "received"));
    constexpr size_t kNear = 28;
    const bool either = has_phrase(after, "either") || has_phrase(after, "to receive");
    if (to > kNear || either || count.part == Part::kLost || count.part == Part::kScreened) continue;
    if (first == nullptr) first = &count;
    last = &count;
    groups.push_back(&count);
    sum += count.value;
  }
  if (first == nullptr || first == last || sum > 500'000'000) return std::nullopt;
  groups = without_parts(groups);
  if (groups.size() < 2) return std::nullopt;  // a whole and its parts
  sum = 0;
  for (const Counted* group : groups) sum += group->value;
  // A whole that its bracketed parts follow: "118 were randomised to A (n = 58) and to B (n = 60)".
  if (first->bracketed != last->bracketed) return std::nullopt;
  for (const Counted& count : counts) {
    // Of groups in brackets, one that is not among them.
    const bool outside = count.span.start < first->span.start || count.span.start > last->span.start;
    if (count.bracketed && (!first->bracketed || outside)) return std::nullopt;
    if (count.value >= sum && count.part != Part::kScreened) return std::nullopt;
  }
  return Size{static_cast<uint32_t>(sum), {first->span.start, last->span.end}};
}

std::optional<Size> sum_of_bracketed(const std::vector<Counted>& counts) {
  uint64_t sum = 0;
  size_t groups = 0;
  ByteSpan span;
  for (const Counted& count : counts) {
    if (!count.bracketed) return std::nullopt;
    if (groups++ == 0) span.start = count.span.start;
    span.end = count.span.end;
    sum += count.value;
  }
  if (groups < 2 || sum > 500'000'000 || has_nested_groups(counts)) return std::nullopt;
  // The first of several holds the whole: "volunteers (N = 98) were assigned to A (n = 48) or …".
  if (groups > 2 && sum == 2ULL * counts.front().value)
    return Size{counts.front().value, counts.front().span};
  return Size{static_cast<uint32_t>(sum), span};
}

namespace {

// What stands between two groups of a list: " with the disease and ", " without and in ", ", ".
bool joins_groups(std::string_view between) {
  constexpr size_t kJoinMax = 60;
  static constexpr std::string_view kEnds[] = {" and ", ", ", " and in ", " and of ", ", and ", "; "};
  static constexpr std::string_view kVerbs[] = {"were",     "was",  "had", "received", "of whom",
                                                "of which", "who",  "of",  "died",     "after",
                                                "from",     "each", "to",  "than"};
  if (between.size() > kJoinMax || has_any_phrase(between.substr(0, between.size() - 1), kVerbs))
    return false;
  return ends_with_one_of(between, kEnds);
}

// "434 male and 137 female residents", "822 white and 572 black subjects".
bool shares_noun(std::string_view between, const Counted& one, const Counted& other) {
  static constexpr std::string_view kKinds[] = {" male and ", " female and ", " white and ", " black and ",
                                                " men and ",  " women and ",  " boys and ",  " girls and "};
  return (one.unit == other.unit || one.unit.empty()) && is_people_noun(other.unit) &&
         is_one_of(between, kKinds);
}

// "in 20 patients compared with the old one in 20 patients".
bool are_held_against(std::string_view between, const Counted& one, const Counted& other) {
  constexpr size_t kBetweenMax = 90;
  static constexpr std::string_view kAgainst[] = {"compared with", "compared to", "versus", "vs"};
  return one.sample && other.sample && one.unit == other.unit && is_people_noun(one.unit) &&
         between.size() <= kBetweenMax && has_any_phrase(between, kAgainst) && between.ends_with(" in ");
}

// "captopril (207 patients) with placebo (202 patients)".
std::optional<Size> sum_of_arms_in_brackets(std::string_view lower, const std::vector<Counted>& counts) {
  static constexpr std::string_view kArms[] = {"placebo",       "versus",  "vs",
                                               "compared with", "control", "controls"};
  constexpr size_t kBetweenMax = 60;
  const auto alone = [&](const Counted& count) {
    return count.span.start > 0 && lower[count.span.start - 1] == '(' && count.span.end < lower.size() &&
           lower[count.span.end] == ')' && is_people_noun(count.unit);
  };
  if (counts.size() != 2 || !alone(counts[0]) || !alone(counts[1]) || counts[0].unit != counts[1].unit)
    return std::nullopt;
  const std::string_view between =
      lower.substr(counts[0].span.end, counts[1].span.start - counts[0].span.end);
  if (between.size() > kBetweenMax || !has_any_phrase(between, kArms)) return std::nullopt;
  return Size{counts[0].value + counts[1].value, {counts[0].span.start, counts[1].span.end}};
}

bool takes_part(const Counted& count) {
  return !count.studies && !count.bracketed && !count.each && count.part != Part::kLost &&
         count.part != Part::kCompleted;
}

}  // namespace

std::optional<Size> sum_of_listed(std::string_view words, const std::vector<Counted>& counts) {
  const std::string plain = text_outside_brackets(lower_ascii(words));
  const auto between = [&](const Counted& one, const Counted& other) {
    std::string text = plain.substr(one.span.end, other.span.start - one.span.end);
    text.erase(std::unique(text.begin(), text.end(), [](char a, char b) { return a == ' ' && b == ' '; }),
               text.end());
    return text;
  };
  if (const auto arms = sum_of_arms_in_brackets(lower_ascii(words), counts)) return arms;
  std::vector<const Counted*> open;
  for (const Counted& count : counts) {
    if (plain[count.span.start] != ' ' && !count.studies) open.push_back(&count);
  }
  for (size_t i = 0; i + 1 < open.size(); ++i) {
    const std::string gap = between(*open[i], *open[i + 1]);
    if (!takes_part(*open[i]) || !takes_part(*open[i + 1])) continue;
    if (shares_noun(gap, *open[i], *open[i + 1]) || are_held_against(gap, *open[i], *open[i + 1]))
      return Size{open[i]->value + open[i + 1]->value, {open[i]->span.start, open[i + 1]->span.end}};
  }
  // A list from the first count to the last, whose end says that they took part.
  if (open.size() < 2 || open.size() > 5 || !is_people_noun(open.front()->unit)) return std::nullopt;
  // "Of 116 enrolled, 100 were randomised", "32 patients, 17 with X, were studied": a part behind its whole.
  const std::string last_gap = between(*open[open.size() - 2], *open.back());
  if (!has_phrase(last_gap, "and") || plain.substr(0, open.front()->span.start) == "of ") return std::nullopt;
  static constexpr std::string_view kStudied[] = {"study of ", "study in ",  "studied ", "examined ",
                                                  "compared ", "recruited ", "enrolled "};
  const std::string before = plain.substr(0, open.front()->span.start);
  const bool studied = open.size() == 2 && ends_with_one_of(before, kStudied);
  const bool took_part =
      studied || open.back()->part == Part::kEnrolled || open.back()->part == Part::kRandomised;
  if (!took_part) return std::nullopt;
  uint64_t sum = open.front()->value;
  for (size_t i = 1; i < open.size(); ++i) {
    const std::string gap = between(*open[i - 1], *open[i]);
    if (!takes_part(*open[i]) || !joins_groups(gap)) return std::nullopt;
    // Behind a bare number only the people of the first are meant: "744 people in one trial and 2382 in the
    // other".
    if (!open[i]->unit.empty() && !is_people_noun(open[i]->unit)) return std::nullopt;
    sum += open[i]->value;
  }
  if (sum == 2ULL * open.front()->value && open.size() > 2)
    return Size{open.front()->value, open.front()->span};  // a whole and its parts
  if (sum > 500'000'000) return std::nullopt;
  return Size{static_cast<uint32_t>(sum), {open.front()->span.start, open.back()->span.end}};
}

std::optional<Size> doubled_by_controls(std::string_view lower, const std::vector<Counted>& counts) {
  static constexpr std::string_view kEqual[] = {"and an equal number of", "and equal numbers of",
                                                "and the same number of", "and as many"};
  for (const Counted& count : counts) {
    if (!takes_part(count) || !is_people_noun(count.unit)) continue;
    constexpr size_t kNear = 90;
    const std::string_view behind = lower.substr(count.span.end, kNear);
    const std::string_view equal = first_phrase(behind, kEqual);
    if (equal.empty()) continue;
    const std::string_view rest = behind.substr(find_phrase(behind, equal) + equal.size());
    if (has_phrase(rest, "controls") || has_phrase(rest, "control subjects") || has_phrase(rest, "healthy"))
      return Size{2 * count.value, count.span};
  }
  return std::nullopt;
}

std::optional<Size> sum_of_named_groups(std::string_view words, const std::vector<Counted>& counts) {
  const uint32_t named = groups_named(lower_ascii(words));
  if (named < 2 || counts.size() != named) return std::nullopt;
  uint64_t sum = 0;
  for (const Counted& count : counts) {
    const bool counted = is_people_noun(count.unit) && !count.studies && !count.bracketed && !count.each &&
                         count.part != Part::kLost && count.part != Part::kScreened;
    if (!counted) return std::nullopt;
    sum += count.value;
  }
  for (const Counted& count : counts) {
    if (uint64_t{count.value} * 2 == sum && named > 2) return std::nullopt;  // may be the whole of the others
  }
  if (sum > 500'000'000) return std::nullopt;
  return Size{static_cast<uint32_t>(sum), {counts.front().span.start, counts.back().span.end}};
}

}  // namespace attest
