// A total against the groups that people were parted into, only where the sentence says that these are all.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/affix.h"
#include "base/ascii.h"
#include "base/one_of.h"
#include "figures/checks.h"
#include "figures/people_counts.h"
#include "text/phrases.h"

namespace attest::figures {

namespace {

// "35 men| (mean age 46 years) with high blood pressure |were randomised".
bool is_plain_without_brackets(std::string_view subject) {
  constexpr size_t kWordsMax = 70;
  std::string words;
  int depth = 0;
  for (const char letter : subject) {
    if (letter == '(') ++depth;
    if (depth == 0) words += letter;
    if (letter == ')') --depth;
  }
  static constexpr std::string_view kOther[] = {"and", "of whom", "who", "or", "plus", "which"};
  return depth == 0 && words.size() <= kWordsMax && words.find_first_of(",;:)") == std::string::npos &&
         words.find(". ") == std::string::npos && !has_any_phrase(words, kOther);
}

bool counts_either_sex(const Quantity& quantity) {
  static constexpr std::string_view kSexes[] = {"women", "men", "boys", "girls", "males", "females"};
  return counts_people(quantity) || has_any_phrase(quantity.unit, kSexes);
}

// "120 patients were randomised to A (n = 50) or B (n = 50)".
void check_groups(const Passage& passage, std::vector<FigureCheck>& checks) {
  static constexpr std::string_view kRandomised[] = {
      "were randomised",          "were randomized",    "were randomly assigned",
      "were randomly allocated",  "randomised to",      "randomized to",
      "were randomly divided",    "were divided into",  "were allocated to",
      "were assigned to",         "will be randomised", "will be randomized",
      "were treated with either", "received either",    "were divided in",
      "were separated into"};
  static constexpr std::string_view kOther[] = {
      "eyes",      "respectively", "completed", "analysed",  "analyzed", "factorial", "excluded", "withdrew",
      "dropped",   "of whom",      "of these",  "evaluable", "declined", "refused",   "ratio",    "clusters",
      "practices", "hospitals",    "schools",   "clinics",   "centres",  "centers",   "villages", "each"};
  size_t verb = std::string::npos;
  for (const std::string_view phrase : kRandomised) verb = std::min(verb, find_phrase(passage.lower, phrase));
  if (verb == std::string::npos) return;
  // What is said in another clause is of other things.
  const std::string_view clause =
      passage.between(0, std::min(passage.lower.size(), passage.lower.find("; ", verb)));
  if (has_any_phrase(clause, kOther)) return;
  const Quantity* total = nullptr;
  std::vector<Quantity> parts;
  for (const Quantity& quantity : passage.quantities) {
    const bool counted = is_people(quantity);
    if (quantity.span.end <= verb) {
      // "35 men (12 smokers)", "one to six attacks a month": of them, or no people
      const std::string_view lead = passage.between(0, quantity.span.start);
      const bool inside =
          std::count(lead.begin(), lead.end(), '(') > std::count(lead.begin(), lead.end(), ')');
      if (inside && total != nullptr) continue;
      // "26 girls, 37 boys and 2 others were randomised": none of them is the total.
      if (counted && total != nullptr && (counts_either_sex(*total) || total->unit.empty()) &&
          has_phrase(passage.between(total->span.end, quantity.span.start), "and"))
        return;
      if (counted)
        total = &quantity;
      else if (quantity.kind == QuantityKind::kProportion)
        total = nullptr;
      continue;
    }
    const std::string_view words = passage.between(quantity.span.start, quantity.span.end);
    const bool bracket = passage.lower[quantity.span.start - 1] == '(';  // "(60 patients)"
    const bool group = counted && quantity.kind == QuantityKind::kSampleSize &&
                       (words.find('=') != std::string_view::npos ||
                        (bracket && passage.lower.substr(quantity.span.end, 1) == ")"));
    if (group) {
      if (quantity.span.start >= clause.size()) return;  // a list of groups, each a clause of its own
      parts.push_back(quantity);
    } else if (quantity.span.start >= clause.size()) {
      continue;
    } else if (counted || quantity.kind == QuantityKind::kProportion) {
      return;  // other people than the groups
    }
  }
  constexpr size_t kGroupsMax = 4;
  if (total == nullptr || parts.size() < 2 || parts.size() > kGroupsMax) return;
  // The total stands right before the verb, as its subject.
  std::string_view subject = passage.between(total->span.end, verb);
  if (passage.text[total->span.start] == 'n' && subject.starts_with(") ")) subject.remove_prefix(2);
  if (subject.ends_with(", ")) subject.remove_suffix(2);  // "119 patients with angina, were randomised"
  constexpr size_t kSubjectMax = 60;
  // "Thirty patients with severe disease, showing a positive test (ASST), were randomised": what starts the
  // sentence is its subject, however long, when no one else is counted or counts are joined to it.
  constexpr size_t kLongSubjectMax = 220;
  static constexpr std::string_view kJoined[] = {"and", "of whom", "who", "of which", "plus"};
  const std::string_view tail = subject.substr(0, std::min(subject.size(), size_t{24}));
  const bool starts = total->span.start == 0 && subject.size() <= kLongSubjectMax && counts_people(*total) &&
                      !has_any_phrase(tail, kJoined) &&
                      subject.find_first_of(";:") == std::string_view::npos &&
                      subject.find(". ") == std::string_view::npos;
  const bool plain = subject.size() <= kSubjectMax && subject.find_first_of(",;()") == std::string_view::npos;
  if (!plain && !starts && !is_plain_without_brackets(subject)) return;
  // Each group but the last is followed by another: no group is without its size.
  for (size_t i = 0; i + 1 < parts.size(); ++i) {
    const std::string_view between = passage.between(parts[i].span.end, parts[i + 1].span.start);
    static constexpr std::string_view kJoins[] = {"and", "or", "versus", "vs"};
    const bool comma = between.find(',') != std::string_view::npos;
    size_t joins = 0;
    for (const std::string_view word : kJoins) joins += has_phrase(between, word) ? 1 : 0;
    if (!comma && joins == 0) return;
    if (std::count(between.begin(), between.end(), ',') > 1) return;
  }
  const std::string_view rest = passage.between(parts.back().span.end, passage.lower.size());
  static constexpr std::string_view kMore[] = {"and", "or"};
  if (has_any_phrase(rest.substr(0, rest.find_first_of(".;")), kMore) && rest.size() > kSubjectMax) return;
  add_total(passage, *total, parts, checks);
}

// The words behind a part name the group that it is: "60 to bran", "60 patients in the bran group".
bool names_group(std::string_view behind) {
  static constexpr std::string_view kPeople[] = {" patients",     " women",    " men",   " children",
                                                 " participants", " subjects", " people"};
  for (const std::string_view word : kPeople) {
    if (behind.starts_with(word)) behind.remove_prefix(word.size());
  }
  if (behind.starts_with(" to ")) return true;
  static constexpr std::string_view kGroups[] = {"group", "arm"};
  return (behind.starts_with(" in ") || behind.starts_with(" received ") ||
          behind.starts_with(" assigned to ") || behind.starts_with(" allocated to ")) &&
         (has_any_phrase(behind, kGroups) || !behind.starts_with(" in "));
}

bool says_randomised(std::string_view lower) {
  static constexpr std::string_view kVerbs[] = {
      "randomised",       "randomized",      "randomly assigned", "randomly allocated", "randomly divided",
      "randomly sampled", "randomly parted", "divided randomly",  "assigned randomly",  "allocated randomly"};
  return has_any_phrase(lower, kVerbs);
}

// The counts from `first` on that are parted to groups, up to the end of the list; none where that is not
// all: a group without its size, figures of another kind.
std::vector<Quantity> listed_groups(const Passage& passage, size_t first, bool bracketed) {
  const std::vector<Quantity>& quantities = passage.quantities;
  constexpr size_t kGroupsMax = 4;
  std::vector<Quantity> parts;
  for (size_t i = first; i < quantities.size(); ++i) {
    const Quantity& part = quantities[i];
    const bool whole =
        part.value >= 2 && part.value == std::floor(part.value) && part.relation == Relation::kEqual;
    const bool counted = part.kind == QuantityKind::kNumber || part.kind == QuantityKind::kCount ||
                         part.kind == QuantityKind::kSampleSize;
    const size_t next = i + 1 < quantities.size() ? quantities[i + 1].span.start : passage.lower.size();
    std::string_view behind = passage.between(part.span.end, next);
    const std::string_view unit = part.unit;
    const size_t close = behind.find(')');
    const bool ends = bracketed ? close != std::string_view::npos : i + 1 == quantities.size();
    if (ends && bracketed) behind = behind.substr(0, close);
    // The noun may be part of the figure: "60 patients to bran".
    const bool named = names_group(behind) || (!unit.empty() && names_group(behind));
    if (!whole || !counted || !named || behind.find(';') != std::string_view::npos) return {};
    if (!ends && !behind.ends_with(" and ") && !behind.ends_with(", ") && !behind.ends_with(" or "))
      return {};
    const std::string_view own = behind.substr(0, behind.size() - (behind.ends_with(" and ") ? 5 : 0));
    if (has_phrase(own, "and") && (ends || has_phrase(own, "rest"))) return {};
    parts.push_back(part);
    if (ends) return parts.size() >= 2 && parts.size() <= kGroupsMax ? parts : std::vector<Quantity>{};
  }
  return {};
}

// "60 in the bran group and 50 in the tea group".
bool all_in_groups(const Passage& passage, std::span<const Quantity> parts) {
  static constexpr std::string_view kGroups[] = {"group", "arm"};
  for (size_t i = 0; i < parts.size(); ++i) {
    const size_t end = i + 1 < parts.size()
                           ? parts[i + 1].span.start
                           : std::min(passage.lower.find(')', parts[i].span.end), passage.lower.size());
    const std::string_view behind = passage.between(parts[i].span.end, end);
    // "26 in group A and 24 in group B could be evaluated": not all
    static constexpr std::string_view kSome[] = {"could", "were", "was",       "had",       "did",
                                                 "died",  "who",  "completed", "responded", "withdrew"};
    if (has_any_phrase(behind, kSome)) return false;
    const bool all = behind.find_last_of(',') == std::string_view::npos || behind.ends_with(", ");
    if (!all || (!behind.starts_with(" in the ") && !behind.starts_with(" in group ")) ||
        !has_any_phrase(behind, kGroups))
      return false;
  }
  static constexpr std::string_view kTaken[] = {"enrolled",  "included",  "recruited", "studied",
                                                "allocated", "inclusion", "analysed",  "analyzed",
                                                "evaluable", "evaluated", "treated",   "completed"};
  return has_any_phrase(passage.lower, kTaken);
}

bool counts_groups(const Quantity& quantity) {
  static constexpr std::string_view kGroups[] = {"groups", "arms"};
  return quantity.kind == QuantityKind::kCount && has_any_phrase(quantity.unit, kGroups);
}

// "|50 patients| who had a discectomy were randomly parted into |two groups|".
bool leads_to_groups(const Passage& passage, const Quantity& total, const Quantity& groups) {
  const std::string_view words = passage.between(total.span.end, groups.span.start);
  static constexpr std::string_view kInto[] = {" into ", " to ", " in ", " into the ", " to one of "};
  static constexpr std::string_view kMore[] = {"excluded", "completed", "withdrew", "each", "eyes", "and"};
  constexpr size_t kWordsMax = 120;
  return words.size() <= kWordsMax && has_phrase(words, "were") && !has_any_phrase(words, kMore) &&
         words.find_first_of(";.:()") == std::string_view::npos && ends_with_one_of(words, kInto);
}

// "We randomised 150 patients: 70 to A and 70 to B", "150 patients were randomised (70 to A, 70 to B)".
void check_assigned(const Passage& passage, std::vector<FigureCheck>& checks) {
  const std::vector<Quantity>& quantities = passage.quantities;
  static constexpr std::string_view kOther[] = {"eyes", "completed", "factorial", "clusters", "respectively"};
  if (has_any_phrase(passage.lower, kOther)) return;
  const bool randomised = says_randomised(passage.lower);
  for (size_t i = 0; i + 2 < quantities.size(); ++i) {
    if (!is_people(quantities[i]) || !counts_either_sex(quantities[i])) continue;
    // "… were randomly parted into |two groups|: 24 to A and 29 to B"
    const bool told_groups = counts_groups(quantities[i + 1]);
    const size_t first = told_groups ? i + 2 : i + 1;
    if (first + 1 >= quantities.size()) continue;
    std::string_view gap =
        passage.between(quantities[told_groups ? i + 1 : i].span.end, quantities[first].span.start);
    while (gap.ends_with(' ')) gap.remove_suffix(1);
    if (told_groups && (gap != ":" || !leads_to_groups(passage, quantities[i], quantities[i + 1]))) continue;
    const bool bracketed = gap.ends_with('(');
    if (bracketed) gap.remove_suffix(1);
    while (gap.ends_with(' ')) gap.remove_suffix(1);
    const bool listed = gap.ends_with(':') || gap.ends_with(',');
    if (listed) gap.remove_suffix(1);
    static constexpr std::string_view kVerbs[] = {"",
                                                  " were randomised",
                                                  " were randomized",
                                                  " were randomly assigned",
                                                  " were randomly allocated",
                                                  " were randomly assigned to two groups",
                                                  " were randomised to two groups",
                                                  " were randomized to two groups",
                                                  " were randomly divided into two groups",
                                                  " met the inclusion criteria",
                                                  " were included",
                                                  " were enrolled",
                                                  " were recruited",
                                                  " were studied",
                                                  " were analysed",
                                                  " were analyzed",
                                                  " were evaluable",
                                                  " were evaluated",
                                                  " were treated",
                                                  " completed the study",
                                                  " completed the trial"};
    if ((!bracketed && !listed) || (i > 0 && !bracketed) || !is_one_of(gap, kVerbs)) continue;
    const std::vector<Quantity> parts = listed_groups(passage, first, bracketed);
    if (told_groups && static_cast<double>(parts.size()) != quantities[i + 1].value) continue;
    const std::string_view lead = passage.between(0, quantities[i].span.start);
    if (lead.ends_with(" of ") && !lead.ends_with("total of ")) continue;
    if (!randomised && ((!bracketed && i > 0) || !all_in_groups(passage, parts))) continue;
    if (!parts.empty()) add_total(passage, quantities[i], parts, checks);
  }
}

// "120 patients were randomised." "Sixty received bran and 50 received tea."
void check_next_sentence(const Passage& passage, const Passage& before, std::vector<FigureCheck>& checks) {
  if (before.quantities.empty() || !says_randomised(before.lower)) return;
  const Quantity& total = before.quantities.back();
  if (!is_people(total) || !counts_people(total)) return;
  const std::string_view rest = before.between(total.span.end, before.lower.size());
  static constexpr std::string_view kEnds[] = {" were randomised.",         " were randomized.",
                                               " were randomly assigned.",  " were randomly allocated.",
                                               " underwent randomisation.", " underwent randomization."};
  if (!is_one_of(rest, kEnds)) return;
  static constexpr std::string_view kOther[] = {"completed", "withdrew", "excluded", "of these", "of them",
                                                "dropped",   "lost",     "analysed", "analyzed", "first"};
  if (passage.quantities.size() != 2 || passage.quantities[0].span.start != 0 ||
      has_any_phrase(passage.lower, kOther))
    return;
  static constexpr std::string_view kGiven[] = {
      " received", " were assigned to",  " were allocated to",  " were given",
      " to the",   " patients received", " were randomised to", " were randomized to"};
  const auto given = [&](const Quantity& part) {
    const std::string_view behind = passage.between(part.span.end, passage.lower.size());
    return is_people(part) && starts_with_one_of(behind, kGiven);
  };
  const auto counted = [](Quantity part) {
    if (part.kind == QuantityKind::kNumber) part.kind = QuantityKind::kCount;
    return part;
  };
  const Quantity parts[] = {counted(passage.quantities[0]), counted(passage.quantities[1])};
  const std::string_view between = passage.between(parts[0].span.end, parts[1].span.start);
  if (!between.ends_with(" and ") || !given(parts[0]) ||
      (!given(parts[1]) && parts[1].kind != QuantityKind::kCount))
    return;
  add_total(passage, total, parts, checks, &before);
}

}  // namespace

void check_totals(const Passage& passage, std::span<const Passage> before, std::vector<FigureCheck>& checks) {
  const Passage* last = before.empty() ? nullptr : &before.back();
  check_sexes(passage, last, checks);
  check_groups(passage, checks);
  const size_t known = checks.size();
  check_assigned(passage, checks);
  if (checks.size() == known) check_exhaustive_parts(passage, checks);
  if (checks.size() == known) check_listed_parts(passage, checks);
  if (checks.size() == known) check_equal_or_given(passage, checks);
  if (last != nullptr) check_next_sentence(passage, *last, checks);
}

}  // namespace attest::figures
