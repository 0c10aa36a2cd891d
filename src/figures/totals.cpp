// Totals against their parts, only where the sentence says that these are all parts: both sexes, or the
// groups that people were randomised to.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/one_of.h"
#include "figures/checks.h"
#include "text/phrases.h"

namespace attest::figures {

namespace {

// A count in digits, whole: not the "263" of "1 263" or the "fifty-four" of "one-hundred and fifty-four".
bool is_whole_number(const Passage& passage, const Quantity& quantity) {
  if (!printed_in(quantity.span.of(passage.text), quantity.value)) return false;
  const std::string_view before = passage.between(0, quantity.span.start);
  const size_t end = before.find_last_not_of(' ');
  return end == std::string_view::npos || !is_digit(before[end]);
}

bool is_people(const Quantity& quantity) {
  return (quantity.kind == QuantityKind::kCount || quantity.kind == QuantityKind::kSampleSize) &&
         quantity.value >= 2 && quantity.value == std::floor(quantity.value) &&
         quantity.relation == Relation::kEqual;
}

// The total counts people, not schools or studies.
bool counts_people(const Quantity& quantity) {
  static constexpr std::string_view kPeople[] = {
      "patient*",    "subject*",    "participant*", "people",      "persons",     "child*",
      "individual*", "adult*",      "infant*",      "adolescent*", "student*",    "cases",
      "volunteer*",  "respondent*", "member*",      "resident*",   "controls",    "veteran*",
      "recipients",  "donors",      "survivors",    "workers",     "employees",   "neonates",
      "newborns",    "babies",      "twins",        "pupils",      "outpatients", "inpatients"};
  return has_any_phrase(quantity.unit, kPeople);
}

void add_total(const Passage& passage, const Quantity& total, std::span<const Quantity> parts,
               std::vector<FigureCheck>& checks) {
  double sum = 0;
  std::string inputs;
  if (!is_whole_number(passage, total)) return;
  for (const Quantity& part : parts) {
    sum += part.value;
    inputs += (inputs.empty() ? "" : " + ") + with_decimals(part.value, 0);
  }
  if (sum == total.value) return;
  // A sum that the sentence states too is said of other people.
  for (const Quantity& other : passage.quantities) {
    if (other.value == sum || other.numerator == sum || other.denominator == sum) return;
  }
  FigureCheck check =
      passage.check(FigureCheckKind::kTotal, {std::min(total.span.start, parts.front().span.start),
                                              std::max(total.span.end, parts.back().span.end)});
  check.stated = with_decimals(total.value, 0);
  check.computed = with_decimals(sum, 0);
  check.inputs = inputs;
  check.rule = "sum of the parts";
  check.tolerance = "none";
  check.said =
      fmt::format("gives {} in all; the parts, {}, make {}.", check.stated, check.inputs, check.computed);
  checks.push_back(std::move(check));
}

// 1 for women and girls, 2 for men and boys, 0 otherwise.
int sex_of(std::string_view lower) {
  static constexpr std::string_view kWomen[] = {"women", "female", "females", "girls", "woman", "girl"};
  static constexpr std::string_view kMen[] = {"men", "male", "males", "boys", "man", "boy"};
  const bool women = has_any_phrase(lower, kWomen);
  const bool men = has_any_phrase(lower, kMen);
  return women == men ? 0 : women ? 1 : 2;
}

// "150 patients (80 women, 90 men)", "Of 150 patients, 80 were women and 90 men".
void check_sexes(const Passage& passage, std::vector<FigureCheck>& checks) {
  const std::vector<Quantity>& quantities = passage.quantities;
  for (size_t i = 0; i + 2 < quantities.size(); ++i) {
    const Quantity& total = quantities[i];
    const Quantity& one = quantities[i + 1];
    const Quantity& other = quantities[i + 2];
    if (!is_people(total) || !counts_people(total)) continue;
    const std::string_view before = passage.between(total.span.end, one.span.start);
    std::string_view gap = before;
    while (gap.starts_with(' ')) gap.remove_prefix(1);
    while (gap.ends_with(' ')) gap.remove_suffix(1);
    const std::string_view start =
        passage.between(total.span.start > 9 ? total.span.start - 9 : 0, total.span.start);
    const bool bracket = gap == "(" || gap == "[";
    const bool of_all = gap == "," && has_phrase(start, "of");
    static constexpr std::string_view kCounted[] = {":",
                                                    "were included:",
                                                    "were enrolled:",
                                                    "took part:",
                                                    "participated:",
                                                    "were studied:",
                                                    "were recruited:"};
    if (!bracket && !of_all && !is_one_of(gap, kCounted)) continue;
    const auto part = [&](const Quantity& quantity, size_t next) -> std::pair<double, int> {
      const double count = quantity.kind == QuantityKind::kProportion ? quantity.numerator : quantity.value;
      if (std::isnan(count) || count != std::floor(count) || quantity.relation != Relation::kEqual)
        return {-1, 0};
      if (quantity.kind != QuantityKind::kProportion && quantity.kind != QuantityKind::kCount &&
          quantity.kind != QuantityKind::kSampleSize && quantity.kind != QuantityKind::kNumber)
        return {-1, 0};
      if (quantity.kind == QuantityKind::kProportion && !std::isnan(quantity.denominator)) return {-1, 0};
      // The sex may stand right behind the figure.
      constexpr size_t kSeen = 16;
      const size_t end = std::min({next, size_t{quantity.span.end} + kSeen, passage.lower.size()});
      return {count, sex_of(passage.between(quantity.span.start, end))};
    };
    const auto [first, first_sex] = part(one, other.span.start);
    const auto [second, second_sex] =
        part(other, i + 3 < quantities.size() ? quantities[i + 3].span.start : passage.lower.size());
    const std::string_view between = passage.between(one.span.end, other.span.start);
    constexpr size_t kBetweenMax = 24;
    if (first < 0 || second < 0 || first_sex == 0 || second_sex == 0 || first_sex == second_sex ||
        between.size() > kBetweenMax || between.find(';') != std::string_view::npos)
      continue;
    // "8 men and 14 women in the one group and 11 men …": these are not all.
    constexpr size_t kSeen = 16;
    const size_t rest = std::min(passage.lower.size(), other.span.end + kSeen);
    static constexpr std::string_view kSexes[] = {"men",    "women",   "male", "males",
                                                  "female", "females", "boys", "girls"};
    if (has_any_phrase(passage.between(rest, passage.lower.size()), kSexes)) continue;
    Quantity parts[] = {one, other};
    parts[0].value = first;
    parts[1].value = second;
    add_total(passage, total, parts, checks);
  }
}

// "120 patients were randomised to A (n = 50) or B (n = 50)".
void check_groups(const Passage& passage, std::vector<FigureCheck>& checks) {
  static constexpr std::string_view kRandomised[] = {
      "were randomised", "were randomized", "were randomly assigned", "were randomly allocated",
      "randomised to",   "randomized to",   "were randomly divided"};
  static constexpr std::string_view kOther[] = {
      "eyes",      "respectively", "completed", "analysed",  "analyzed", "factorial", "excluded", "withdrew",
      "dropped",   "of whom",      "of these",  "evaluable", "declined", "refused",   "ratio",    "clusters",
      "practices", "hospitals",    "schools",   "clinics",   "centres",  "centers",   "villages", "each"};
  size_t verb = std::string::npos;
  for (const std::string_view phrase : kRandomised) verb = std::min(verb, find_phrase(passage.lower, phrase));
  if (verb == std::string::npos || has_any_phrase(passage.lower, kOther)) return;
  const Quantity* total = nullptr;
  std::vector<Quantity> parts;
  for (const Quantity& quantity : passage.quantities) {
    const bool counted = is_people(quantity);
    if (quantity.span.end <= verb) {
      // "26 girls, 37 boys and 2 others were randomised": none of them is the total.
      if (counted && total != nullptr &&
          has_phrase(passage.between(total->span.end, quantity.span.start), "and"))
        return;
      if (counted)
        total = &quantity;
      else if (quantity.kind == QuantityKind::kProportion)
        total = nullptr;
      continue;
    }
    const std::string_view words = passage.between(quantity.span.start, quantity.span.end);
    const bool group =
        counted && quantity.kind == QuantityKind::kSampleSize && words.find('=') != std::string_view::npos;
    if (group) {
      parts.push_back(quantity);
    } else if (counted || quantity.kind == QuantityKind::kProportion) {
      return;  // other people than the groups
    }
  }
  constexpr size_t kGroupsMax = 4;
  if (total == nullptr || parts.size() < 2 || parts.size() > kGroupsMax) return;
  // The total stands right before the verb, as its subject.
  const std::string_view subject = passage.between(total->span.end, verb);
  constexpr size_t kSubjectMax = 60;
  if (subject.size() > kSubjectMax || subject.find_first_of(",;()") != std::string_view::npos) return;
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

// "We randomised 150 patients: 70 to A and 70 to B", and no other figure.
void check_assigned(const Passage& passage, std::vector<FigureCheck>& checks) {
  static constexpr std::string_view kVerbs[] = {"randomised", "randomized", "randomly assigned",
                                                "randomly allocated"};
  const std::vector<Quantity>& quantities = passage.quantities;
  constexpr size_t kGroupsMax = 4;
  if (quantities.size() < 3 || quantities.size() > kGroupsMax + 1 || !is_people(quantities[0]) ||
      !counts_people(quantities[0]) || !has_any_phrase(passage.lower, kVerbs))
    return;
  std::string_view gap = passage.between(quantities[0].span.end, quantities[1].span.start);
  while (gap.ends_with(' ')) gap.remove_suffix(1);
  const bool lists = gap == ":" || gap == "," || gap == " were randomised:" || gap == " were randomized:" ||
                     gap == " were randomised," || gap == " were randomized,";
  if (!lists) return;
  std::vector<Quantity> parts;
  for (size_t i = 1; i < quantities.size(); ++i) {
    const Quantity& part = quantities[i];
    const bool whole =
        part.value >= 2 && part.value == std::floor(part.value) && part.relation == Relation::kEqual;
    const bool counted = part.kind == QuantityKind::kNumber || part.kind == QuantityKind::kCount ||
                         part.kind == QuantityKind::kSampleSize;
    const size_t next = i + 1 < quantities.size() ? quantities[i + 1].span.start : passage.lower.size();
    const std::string_view behind = passage.between(part.span.end, next);
    if (!whole || !counted || !behind.starts_with(" to ") || behind.find(';') != std::string_view::npos)
      return;
    if (i + 1 < quantities.size() && !behind.ends_with(" and ") && !behind.ends_with(", ")) return;
    if (i + 1 == quantities.size() && has_phrase(behind, "and")) return;  // a group without its size
    parts.push_back(part);
  }
  add_total(passage, quantities[0], parts, checks);
}

}  // namespace

void check_totals(const Passage& passage, std::vector<FigureCheck>& checks) {
  check_sexes(passage, checks);
  check_groups(passage, checks);
  check_assigned(passage, checks);
}

}  // namespace attest::figures
