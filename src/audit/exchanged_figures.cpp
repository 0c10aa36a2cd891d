#include "audit/exchanged_figures.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "base/affix.h"
#include "base/ascii.h"
#include "base/one_of.h"
#include "base/white_space.h"

namespace attest::audit {

namespace {

struct PlacedNumber {
  std::string printed;
  size_t start = 0;
  size_t end = 0;  // with its percent sign
  bool percent = false;
};

bool is_measure_of_time_or_dose(std::string_view after) {
  static constexpr std::string_view kUnits[] = {
      "mg",   "g ",    "g/",    "kg",    "mcg",  "microg", "µg",     "ml",   "iu",           "units", "week",
      "wk",   "month", "year",  "yr",    "day ", "days",   "hour",   "h ",   "min",          "times", "fold",
      "dose", "arm",   "trial", "group", "stud", "center", "centre", "site", "patients were"};
  while (!after.empty() && (after.front() == ' ' || after.front() == '-')) after.remove_prefix(1);
  return starts_with_one_of(after, kUnits);
}

// "9 to 14"; not "happened to 14%".
bool ends_an_interval(std::string_view before) {
  const std::string_view clause = before.substr(before.find_last_of(",;") + 1);
  return before.ends_with(" to") && std::any_of(clause.begin(), clause.end(), is_digit);
}

// Results as they are printed: neither doses nor times, nor what stands behind "p <" or in an interval.
std::vector<PlacedNumber> placed_numbers(std::string_view lower) {
  std::vector<PlacedNumber> numbers;
  for (size_t at = 0; at < lower.size();) {
    const bool starts =
        is_digit(lower[at]) &&
        (at == 0 || (!is_letter_byte(lower[at - 1]) && lower[at - 1] != '.' && lower[at - 1] != '-'));
    if (!starts) {
      ++at;
      continue;
    }
    size_t end = at;
    while (end < lower.size() && (is_digit(lower[end]) ||
                                  (lower[end] == '.' && end + 1 < lower.size() && is_digit(lower[end + 1]))))
      ++end;
    std::string printed(lower.substr(at, end - at));
    size_t before = at;
    while (before > 0 && lower[before - 1] == ' ') --before;
    const char sign = before > 0 ? lower[before - 1] : ' ';
    const bool statistic = sign == '<' || sign == '=' || sign == '>' || sign == '/' ||
                           ends_an_interval(lower.substr(0, before)) ||
                           lower.substr(0, before).ends_with("±") || lower.substr(0, before).ends_with("+/-");
    bool percent = end < lower.size() && lower[end] == '%';
    if (percent) ++end;
    for (const std::string_view words : {" per cent", " percent"}) {
      if (percent || !lower.substr(end).starts_with(words)) continue;
      percent = true;
      end += words.size();
    }
    const bool letters = end < lower.size() && (is_letter_byte(lower[end]) || lower[end] == '-');
    if (!statistic && !letters && (percent || !is_measure_of_time_or_dose(lower.substr(end))))
      numbers.push_back({std::move(printed), at, end, percent});
    at = end;
  }
  return numbers;
}

constexpr std::string_view kGroupBreaks[] = {", ",        "; ",      " and ",     " but ",      " versus ",
                                             " vs ",      " vs. ",   " v ",       " compared ", " than ",
                                             " whereas ", " while ", " against ", " or ",       ": "};

size_t group_end(std::string_view lower, size_t from, size_t until) {
  size_t end = std::min(until, lower.size());
  for (const std::string_view one : kGroupBreaks) end = std::min(end, lower.find(one, from));
  return std::min(end, lower.find_first_of("()", from));
}

size_t group_start(std::string_view lower, size_t from, size_t until) {
  size_t start = from;
  const std::string_view before = lower.substr(0, until);
  for (const std::string_view one : kGroupBreaks) {
    const size_t at = before.rfind(one);
    if (at != std::string_view::npos && at + one.size() > start) start = at + one.size();
  }
  const size_t closed = before.rfind(')');
  return closed != std::string_view::npos && closed + 1 > start ? closed + 1 : start;
}

bool leads_to_group(std::string_view phrase) {
  static constexpr std::string_view kWords[] = {
      "of ",        "with ",   "for ",      "in ",    "among ", "on ",  "after ", "under ",     "given ",
      "receiving ", "taking ", "patients ", "women ", "were ",  "was ", "had ",   "developed ", "died "};
  return starts_with_one_of(phrase, kWords);
}

constexpr ptrdiff_t kNameLettersMin = 5;

// The words that say whose the figure is: in front of the bracket it stands in, behind it where a word such
// as "of" or "with" joins them, else in front of it.
std::string group_words(std::string_view lower, const std::vector<PlacedNumber>& numbers, size_t index) {
  const PlacedNumber& number = numbers[index];
  const size_t last = index > 0 ? numbers[index - 1].end : 0;
  const size_t open = lower.substr(0, number.start).rfind('(');
  const size_t shut = lower.substr(0, number.start).rfind(')');
  const bool inside = open != std::string_view::npos && (shut == std::string_view::npos || shut < open);
  // "247 (28%) of 880 in the treatment group": named behind the bracket.
  const size_t closing = inside ? lower.find(')', number.end) : std::string_view::npos;
  if (closing != std::string_view::npos && closing - number.end <= 1 && open > 1 &&
      is_digit(lower[open - (lower[open - 1] == ' ' ? 2 : 1)]) &&
      lower.substr(closing + 1).starts_with(" of ") && closing + 5 < lower.size() &&
      is_digit(lower[closing + 5])) {
    const size_t from = closing + 5;
    return std::string(lower.substr(from, group_end(lower, from, lower.size()) - from));
  }
  // "(A, 7% [16 of 226] vs. B, 9% [20 of 233])": named in the bracket, before each figure.
  if (inside) {
    const size_t from = std::max(open + 1, last);
    std::string_view named = trimmed(lower.substr(from, number.start - from));
    while (!named.empty() && (named.back() == ',' || named.back() == ':' || named.back() == '='))
      named = trimmed(named.substr(0, named.size() - 1));
    const size_t joint = named.rfind("vs. ");
    if (joint != std::string_view::npos) named = named.substr(joint + 4);
    named = named.substr(group_start(named, 0, named.size()));
    if (std::count_if(named.begin(), named.end(), [](char c) { return is_letter_byte(c); }) >=
        kNameLettersMin)
      return std::string(named);
    size_t end = open;
    while (end > 0 && lower[end - 1] == ' ') --end;
    return std::string(lower.substr(group_start(lower, 0, end), end - group_start(lower, 0, end)));
  }
  // Past its brackets and its unit: "11.5 mm Hg (95% CI 9 to 14) with A".
  constexpr size_t kStepsMax = 4;
  size_t relation = number.end;
  for (size_t steps = 0; steps <= kStepsMax && relation < lower.size(); ++steps) {
    while (relation < lower.size() && lower[relation] == ' ') ++relation;
    if (relation < lower.size() && lower[relation] == '(') {
      const size_t close = lower.find(')', relation);
      if (close == std::string_view::npos) break;
      relation = close + 1;
      continue;
    }
    size_t next = lower.size();
    for (const PlacedNumber& other : numbers) {
      if (other.start >= relation) next = std::min(next, other.start);
    }
    if (leads_to_group(lower.substr(relation)))
      return std::string(lower.substr(relation, group_end(lower, relation, next) - relation));
    const size_t space = lower.find(' ', relation);
    if (space == std::string_view::npos || space >= next) break;
    if (relation > 0 && group_end(lower, relation - 1, next) < space) break;
    relation = space;
  }
  const size_t start = group_start(lower, last, number.start);
  const std::string_view front = trimmed(lower.substr(start, number.start - start));
  // "5.2% were of one kind, 54.8% of another": nothing in front.
  if (front.empty() && index > 0) {
    const size_t behind = std::min(number.end, lower.size());
    return std::string(lower.substr(behind, group_end(lower, behind + 1, lower.size()) - behind));
  }
  return std::string(front);
}

// Two figures one behind the other ("A and B in 20% and 28%", "(20% v 28%)"): whose each is, the words beside
// it do not say.
bool stand_in_a_row(std::string_view lower, const PlacedNumber& one, const PlacedNumber& two) {
  // "61 +/- 19% vs. 48": without the deviation.
  std::string kept;
  int depth = 0;
  for (const char c : lower.substr(one.end, two.start - one.end)) {
    if (c == '[') ++depth;
    if (c == ']' && depth > 0) {
      --depth;
      continue;
    }
    if (depth > 0) continue;
    if (!is_digit(c) && c != '%' && c != '+' && c != '/' && c != '-' && is_ascii(c)) kept += c;
  }
  std::string_view between = trimmed(kept);
  if (between.starts_with(". ")) between = trimmed(between.substr(1));
  static constexpr std::string_view kJoints[] = {"and", "v",       "vs", "vs.", "versus",
                                                 "or",  "against", ",",  "%"};
  return is_one_of(between, kJoints) || between == ", and" || between.empty();
}

std::vector<std::string> group_keys(const std::string& words, const Lexicon& lexicon) {
  static constexpr std::string_view kGeneral[] = {
      "patient", "group",  "respect", "arm",  "subject", "those",   "treat", "receiv",
      "rate",    "reduct", "taken",   "took", "given",   "percent", "mm",    "hg"};
  std::vector<std::string> keys;
  for (const Unit& unit : lexicon.units(words)) {
    if (!is_one_of(unit.key, kGeneral)) keys.push_back(unit.key);
  }
  return keys;
}

struct FigureGroups {
  std::vector<std::string> first;
  std::vector<std::string> second;
  // What only one of the two has tells them apart.
  void keep_different() {
    std::vector<std::string> shared;
    std::set_intersection(first.begin(), first.end(), second.begin(), second.end(),
                          std::back_inserter(shared));
    const auto is_shared = [&](const std::string& key) {
      return std::find(shared.begin(), shared.end(), key) != shared.end();
    };
    std::erase_if(first, is_shared);
    std::erase_if(second, is_shared);
  }
};

bool meet(const std::vector<std::string>& one, const std::vector<std::string>& other,
          const Lexicon& lexicon) {
  return std::any_of(one.begin(), one.end(), [&](const std::string& key) {
    return std::any_of(other.begin(), other.end(), [&](const std::string& two) {
      return key == two ||
             (key.starts_with('=') && two.starts_with('=') &&
              lexicon.same_or_kind_of(std::string_view(key).substr(1), std::string_view(two).substr(1)));
    });
  });
}

// Position of the only number that is printed so. In a row ("20 and 28%") only the last has the sign.
std::optional<size_t> only_number(const std::vector<PlacedNumber>& numbers, const PlacedNumber& wanted) {
  const bool any_percent = std::any_of(numbers.begin(), numbers.end(), [&](const PlacedNumber& one) {
    return one.percent == wanted.percent && one.printed == wanted.printed;
  });
  std::optional<size_t> place;
  for (size_t i = 0; i < numbers.size(); ++i) {
    if (numbers[i].printed != wanted.printed || (any_percent && numbers[i].percent != wanted.percent))
      continue;
    if (place) return std::nullopt;
    place = i;
  }
  return place;
}

// The two groups named in front of figures in a row, in their order: "in A than in B (20% v 28%)". Only where
// the claim's own groups are these two.
FigureGroups groups_in_front(std::string_view lower, size_t until, const FigureGroups& claimed,
                             const Lexicon& lexicon) {
  FigureGroups groups;
  size_t of_first = std::string_view::npos;
  size_t of_second = std::string_view::npos;
  for (size_t at = 0; at < until;) {
    const size_t end = std::min({lower.find_first_of(" (),;", at), until, lower.size()});
    const std::vector<std::string> keys = group_keys(std::string(lower.substr(at, end - at)), lexicon);
    if (meet(keys, claimed.first, lexicon) && of_first == std::string_view::npos) of_first = at;
    if (meet(keys, claimed.second, lexicon) && of_second == std::string_view::npos) of_second = at;
    at = end + 1;
  }
  if (of_first == std::string_view::npos || of_second == std::string_view::npos || of_first == of_second)
    return groups;
  groups.first = of_first < of_second ? claimed.first : claimed.second;
  groups.second = of_first < of_second ? claimed.second : claimed.first;
  return groups;
}

// "63% and 41% of men and women, respectively".
FigureGroups groups_behind(std::string_view lower, size_t from, const Lexicon& lexicon) {
  FigureGroups groups;
  while (from < lower.size() && (lower[from] == ' ' || lower[from] == '%')) ++from;
  if (!leads_to_group(lower.substr(from))) return groups;
  const size_t end = std::min(lower.find_first_of(",;()", from), lower.size());
  const std::string_view words = lower.substr(from, end - from);
  const size_t joint = words.find(" and ");
  if (joint == std::string_view::npos || words.find(" and ", joint + 1) != std::string_view::npos)
    return groups;
  groups.first = group_keys(std::string(words.substr(0, joint)), lexicon);
  groups.second = group_keys(std::string(words.substr(joint + 5)), lexicon);
  groups.keep_different();
  return groups;
}

FigureGroups groups_of(std::string_view lower, const std::vector<PlacedNumber>& numbers, size_t one,
                       size_t two, const Lexicon& lexicon) {
  FigureGroups groups{group_keys(group_words(lower, numbers, one), lexicon),
                      group_keys(group_words(lower, numbers, two), lexicon)};
  groups.keep_different();
  return groups;
}

// "18 of 57 patients (31.6%)", "from 8.0% to 8.3%" are figures of one group; two groups are joined or set
// against each other.
bool are_of_two_groups(std::string_view lower, const PlacedNumber& one, const PlacedNumber& other) {
  static constexpr std::string_view kJoints[] = {",",        ";",       " and ",     " versus ",  " vs",
                                                 " v ",      " than ",  " compared", " against ", " but ",
                                                 " whereas", " while ", " relative"};
  if (other.start < one.end) return false;
  const std::string_view between = lower.substr(one.end, other.start - one.end);
  return std::any_of(std::begin(kJoints), std::end(kJoints),
                     [&](std::string_view joint) { return between.find(joint) != std::string_view::npos; });
}

// "7.2% of those given the active drug and 1% of those on placebo": one group by its name, the other one by
// another word. Only where the name is a control's.
bool are_named_arms(const FigureGroups& own, const FigureGroups& theirs, const Lexicon& lexicon) {
  const auto names_control = [&](const std::vector<std::string>& keys) {
    return std::any_of(keys.begin(), keys.end(), [&](const std::string& key) {
      if (!key.starts_with('=')) return key == "placebo";
      const VocabularyEntry* entry = lexicon.vocabulary().find_id(std::string_view(key).substr(1));
      return entry != nullptr && entry->is_control;
    });
  };
  return names_control(own.first) != names_control(own.second) &&
         names_control(theirs.first) != names_control(theirs.second);
}

// "44% died with a defibrillator and 36% on amiodarone" of a source with "36% in the ICD and 44% in the
// amiodarone arm": the other group has another word, and one drug stands at the other's figure.
bool meet_in_treatment(const std::vector<std::string>& one, const std::vector<std::string>& other,
                       const Lexicon& lexicon) {
  const auto is_treatment = [&](const std::string& key) {
    if (!key.starts_with('=')) return false;
    const VocabularyEntry* entry = lexicon.vocabulary().find_id(std::string_view(key).substr(1));
    return entry != nullptr && entry->role == ConceptRole::kIntervention && !entry->is_control;
  };
  std::vector<std::string> treatments;
  std::copy_if(one.begin(), one.end(), std::back_inserter(treatments), is_treatment);
  return !treatments.empty() && meet(treatments, other, lexicon);
}

}  // namespace

Accord figures_of_groups(std::string_view claim, std::string_view sentence, const Lexicon& lexicon) {
  const std::string said = lower_ascii(claim);
  const std::string lower = lower_ascii(sentence);
  const std::vector<PlacedNumber> claimed = placed_numbers(said);
  const std::vector<PlacedNumber> held = placed_numbers(lower);
  Accord accord = Accord::kUnsure;
  for (size_t i = 0; i + 1 < claimed.size(); ++i) {
    const size_t j = i + 1;
    if (claimed[i].printed == claimed[j].printed || stand_in_a_row(said, claimed[i], claimed[j]) ||
        !are_of_two_groups(said, claimed[i], claimed[j]))
      continue;
    const auto one = only_number(held, claimed[i]);
    const auto two = only_number(held, claimed[j]);
    if (!one || !two) continue;
    const FigureGroups own = groups_of(said, claimed, i, j, lexicon);
    if (own.first.empty() || own.second.empty()) continue;
    const size_t left = std::min(*one, *two);
    const size_t right = std::max(*one, *two);
    const bool row = right == left + 1 && stand_in_a_row(lower, held[left], held[right]);
    FigureGroups theirs =
        row ? groups_behind(lower, held[right].end, lexicon) : groups_of(lower, held, left, right, lexicon);
    if (row && (theirs.first.empty() || theirs.second.empty()))
      theirs = groups_in_front(lower, held[left].start, own, lexicon);
    if (*one > *two) std::swap(theirs.first, theirs.second);
    const bool straight = meet(own.first, theirs.first, lexicon) || meet(own.second, theirs.second, lexicon);
    const bool crossed =
        (meet(own.first, theirs.second, lexicon) && meet(own.second, theirs.first, lexicon)) ||
        (are_named_arms(own, theirs, lexicon) &&
         (meet(own.first, theirs.second, lexicon) || meet(own.second, theirs.first, lexicon))) ||
        (!theirs.first.empty() && !theirs.second.empty() &&
         (meet_in_treatment(own.first, theirs.second, lexicon) ||
          meet_in_treatment(own.second, theirs.first, lexicon)));
    if (crossed && !straight) return Accord::kOther;
    if (straight && !crossed) accord = Accord::kSame;
  }
  return accord;
}

}  // namespace attest::audit
