// A total against groups of one size ("130 women were randomised to three groups (n = 40 in each)"), and
// against those who were given one thing or another ("Of 85 participants, 43 received zinc and 45 placebo").
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/affix.h"
#include "base/one_of.h"
#include "figures/people_counts.h"
#include "text/phrases.h"

namespace attest::figures {

namespace {

// People, of either sex, and animals.
bool counts_living(const Quantity& quantity) {
  static constexpr std::string_view kLiving[] = {"women", "men",  "boys", "girls", "males",  "females",
                                                 "rats",  "mice", "dogs", "pigs",  "rabbits"};
  return is_people(quantity) && (counts_people(quantity) || has_any_phrase(quantity.unit, kLiving));
}

// The size that each group has: the next figure behind "three groups", where it is said of each.
const Quantity* size_of_each(const Passage& passage, size_t groups) {
  const std::vector<Quantity>& quantities = passage.quantities;
  if (groups + 1 >= quantities.size()) return nullptr;
  const Quantity& size = quantities[groups + 1];
  const bool counted = size.kind == QuantityKind::kSampleSize || size.kind == QuantityKind::kCount ||
                       size.kind == QuantityKind::kNumber;
  if (!counted || size.value < 2 || size.value != std::floor(size.value) ||
      size.relation != Relation::kEqual || !size.measure.empty())
    return nullptr;
  static constexpr std::string_view kLeads[] = {
      " (", " [", " of ", " with ", " (with ", ", with ", " consisting of ", " comprising "};
  const std::string_view lead = passage.between(quantities[groups].span.end, size.span.start);
  if (!is_one_of(lead, kLeads)) return nullptr;
  constexpr size_t kSeen = 40;
  std::string_view behind =
      passage.between(size.span.end, std::min(passage.lower.size(), size.span.end + kSeen));
  behind = behind.substr(0, behind.find_first_of(",;:.0123456789"));
  static constexpr std::string_view kEach[] = {"each", "per group", "per arm", "every"};
  static constexpr std::string_view kEqual[] = {"equal", "equally", "equal-sized"};
  const std::string_view words = passage.between(quantities[groups].span.start, size.span.start);
  const bool each = has_any_phrase(behind, kEach) || size.detail == "(per group)" ||
                    size.detail == "per group" || has_any_phrase(words, kEqual);
  return each ? &size : nullptr;
}

// "Sixty children were divided into |three equal groups| (n = 25)".
void check_equal_groups(const Passage& passage, std::vector<FigureCheck>& checks) {
  const std::vector<Quantity>& quantities = passage.quantities;
  static constexpr std::string_view kGroups[] = {"groups", "arms"};
  static constexpr std::string_view kParted[] = {"randomised", "randomized", "randomly",  "divided",
                                                 "allocated",  "assigned",   "separated", "split"};
  static constexpr std::string_view kOther[] = {"excluded", "withdrew",  "dropped", "clusters", "practices",
                                                "schools",  "hospitals", "eyes",    "and",      "at least",
                                                "planned",  "pairs",     "times",   "of whom",  "these"};
  for (size_t i = 1; i + 1 < quantities.size(); ++i) {
    const Quantity& groups = quantities[i];
    const Quantity& total = quantities[i - 1];
    constexpr double kGroupsMax = 6;
    constexpr size_t kApartMax = 120;
    if (groups.kind != QuantityKind::kCount || !has_any_phrase(groups.unit, kGroups) || groups.value < 2 ||
        groups.value > kGroupsMax || !counts_living(total))
      continue;
    const std::string_view verb = passage.between(total.span.end, groups.span.start);
    static constexpr std::string_view kInto[] = {" into ", " to ", " in ", " into the ", " to the "};
    if (verb.size() > kApartMax || !has_any_phrase(verb, kParted) || has_any_phrase(verb, kOther) ||
        verb.find_first_of(";:(") != std::string_view::npos || verb.find(". ") != std::string_view::npos ||
        !ends_with_one_of(verb, kInto))
      continue;
    const std::string_view before = passage.between(0, total.span.start);
    if (before.ends_with(" of ") && !before.ends_with("total of ")) continue;
    const Quantity* size = size_of_each(passage, i);
    // As many as the size goes into the total: another group may stand behind, "and 30 controls".
    if (size == nullptr || std::fmod(total.value, size->value) == 0) continue;
    constexpr double kApart = 1.5;
    const double sum = groups.value * size->value;
    if (sum > kApart * total.value || total.value > kApart * sum) continue;
    bool elsewhere = false;  // the sum is stated too
    for (const Quantity& other : quantities) elsewhere = elsewhere || other.value == sum;
    const std::string_view rest = passage.between(size->span.end, passage.lower.size());
    static constexpr std::string_view kMore[] = {"excluded", "withdrew", "dropped", "additional", "plus",
                                                 "another",  "fourth",   "fifth",   "remaining",  "except"};
    if (elsewhere || has_any_phrase(rest, kMore)) continue;
    FigureCheck check = passage.check(FigureCheckKind::kTotal, {total.span.start, size->span.end});
    check.stated = with_decimals(total.value, 0);
    check.computed = with_decimals(sum, 0);
    check.inputs = with_decimals(groups.value, 0) + " × " + with_decimals(size->value, 0);
    check.rule = "number of groups times their size";
    check.tolerance = "none; not where the size goes into the total";
    check.said = fmt::format("gives {} in all; {} groups of {} make {}.", check.stated,
                             with_decimals(groups.value, 0), with_decimals(size->value, 0), check.computed);
    checks.push_back(std::move(check));
  }
}

// Those who had this did not have the other.
bool excludes_others(std::string_view words) {
  static constexpr std::string_view kControls[] = {
      "placebo",    "sham",          "control",         "controls", "no treatment",
      "usual care", "standard care", "no intervention", "untreated"};
  return has_any_phrase(words, kControls);
}

// "58 were in the first and 68 in the second group".
bool names_own_group(std::string_view words) {
  static constexpr std::string_view kLeads[] = {" were in ",
                                                " in ",
                                                " to ",
                                                " were assigned to ",
                                                " were allocated to ",
                                                " were randomised to ",
                                                " were randomized to "};
  static constexpr std::string_view kGroups[] = {"group", "arm", "first", "second", "third", "other"};
  return starts_with_one_of(words, kLeads) && has_any_phrase(words, kGroups);
}

// More people were given something than there were. Fewer may have been left over.
void check_given(const Passage& passage, std::vector<FigureCheck>& checks) {
  const std::vector<Quantity>& quantities = passage.quantities;
  if (quantities.size() < 3 || !counts_living(quantities[0])) return;
  const Quantity& total = quantities[0];
  const std::string_view before = passage.between(0, total.span.start);
  const std::string_view gap = passage.between(total.span.end, quantities[1].span.start);
  constexpr size_t kSubjectMax = 90;
  if (!is_one_of(before, kLeadsToTotal) || !gap.ends_with(", ") || gap.size() > kSubjectMax ||
      gap.find_first_of(";:(") != std::string_view::npos)
    return;
  static constexpr std::string_view kGiven[] = {
      " received ", " were given ",        " were assigned to ",   " were allocated to ",
      " took ",     " were treated with ", " were randomised to ", " were randomized to "};
  static constexpr std::string_view kTwice[] = {
      "both",    "either",   "then",     "also",     "of whom",    "of these",   "respectively", "later",
      "crossed", "each",     "all",      "before",   "after",      "first to",   "period",       "eyes",
      "or",      "at least", "addition", "previous", "previously", "first-line", "second-line",  "followed"};
  std::vector<Quantity> parts;
  bool excludes = false;
  size_t in_groups = 0;
  size_t end = passage.lower.find_first_of(";:", quantities[1].span.start);
  end = std::min(end, passage.lower.find(". ", quantities[1].span.start));
  end = std::min(end, passage.lower.size());
  if (has_any_phrase(passage.between(quantities[1].span.start, end), kTwice)) return;
  for (size_t i = 1; i < quantities.size() && quantities[i].span.start < end; ++i) {
    const Quantity& part = quantities[i];
    if (!parts.empty() && (part.kind == QuantityKind::kDose || part.kind == QuantityKind::kDuration ||
                           part.kind == QuantityKind::kPercentage))
      continue;
    const double count = count_of_part(part);
    const size_t next = i + 1 < quantities.size() ? std::min<size_t>(quantities[i + 1].span.start, end) : end;
    const std::string_view words = passage.between(part.span.end, next);
    const std::string_view lead = passage.between(quantities[i - 1].span.end, part.span.start);
    const bool joined = parts.empty() || lead.ends_with(", ") || lead.ends_with(" and ");
    if (count < 2 || !joined || (!parts.empty() && says_number(lead))) return;
    if (parts.empty() && !starts_with_one_of(words, kGiven) && !names_own_group(words)) return;
    excludes = excludes || (!parts.empty() && excludes_others(words));
    in_groups += names_own_group(words) ? 1 : 0;
    parts.push_back(part);
    parts.back().value = count;
  }
  constexpr size_t kPartsMax = 4;
  if (parts.size() < 2 || parts.size() > kPartsMax || (!excludes && in_groups != parts.size())) return;
  double sum = 0;
  for (const Quantity& part : parts) sum += part.value;
  constexpr double kApart = 1.5;
  if (sum > total.value && sum <= kApart * total.value) add_total(passage, total, parts, checks);
}

}  // namespace

void check_equal_or_given(const Passage& passage, std::vector<FigureCheck>& checks) {
  check_equal_groups(passage, checks);
  check_given(passage, checks);
}

}  // namespace attest::figures
