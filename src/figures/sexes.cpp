// Both sexes against the total of people: in the same sentence, or where a sentence tells the sexes of those
// whom the one before it counted.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/one_of.h"
#include "base/white_space.h"
#include "figures/people_counts.h"
#include "figures/tolerances.h"
#include "text/people_words.h"
#include "text/phrases.h"

namespace attest::figures {

namespace {

// 1 for women and girls, 2 for men and boys, 0 otherwise.
int sex_of(std::string_view lower) {
  const bool women = has_any_phrase(lower, kFemales);
  const bool men = has_any_phrase(lower, kMales);
  return women == men ? 0 : women ? 1 : 2;
}

// "39 m, 43 f", "12 M/8 F": the letter behind the figure. Alone it may be metres.
int sex_of_letter(std::string_view words) {
  const size_t letter = words.find_first_not_of("0123456789 ");
  if (letter == std::string_view::npos || letter == 0 ||
      (letter + 1 < words.size() && is_letter_or_digit(words[letter + 1])))
    return 0;
  return words[letter] == 'f' ? 1 : words[letter] == 'm' ? 2 : 0;
}

struct SexCount {
  double count = -1;
  int sex = 0;
  bool letter = false;  // told by a letter alone
};

// The count of one sex at `index`: "20 men", "20 (45%) were male", "20 of them men".
SexCount sex_count(const Passage& passage, size_t index) {
  const std::vector<Quantity>& quantities = passage.quantities;
  const Quantity& quantity = quantities[index];
  const double count = quantity.kind == QuantityKind::kProportion ? quantity.numerator : quantity.value;
  const bool counted = quantity.kind == QuantityKind::kCount || quantity.kind == QuantityKind::kSampleSize ||
                       quantity.kind == QuantityKind::kNumber ||
                       (quantity.kind == QuantityKind::kProportion && std::isnan(quantity.denominator));
  if (!counted || std::isnan(count) || count != std::floor(count) || quantity.relation != Relation::kEqual)
    return {};
  // The sex may stand right behind the figure.
  constexpr size_t kSeen = 16;
  const size_t next = index + 1 < quantities.size() ? quantities[index + 1].span.start : passage.lower.size();
  const size_t end = std::min({next, size_t{quantity.span.end} + kSeen, passage.lower.size()});
  const std::string_view words = passage.between(quantity.span.start, end);
  // "84 cm in women" is measured in them.
  if (has_phrase(words, "in")) return {};
  if (const int sex = sex_of_letter(words); sex > 0) return {count, sex, true};
  return {count, sex_of(words)};
}

// "20 men and 23 women" at `index` and the quantity after it, and no more of either sex in the sentence.
bool is_both_sexes(const Passage& passage, size_t index, Quantity (&parts)[2]) {
  const std::vector<Quantity>& quantities = passage.quantities;
  if (index + 1 >= quantities.size()) return false;
  const SexCount first = sex_count(passage, index);
  const SexCount second = sex_count(passage, index + 1);
  const std::string_view between =
      passage.between(quantities[index].span.end, quantities[index + 1].span.start);
  constexpr size_t kBetweenMax = 24;
  if (first.count < 0 || second.count < 0 || first.sex == 0 || second.sex == 0 || first.sex == second.sex ||
      first.letter != second.letter || between.size() > kBetweenMax ||
      (between.find(';') != std::string_view::npos && between != "; "))
    return false;
  // "8 men and 14 women in the one group and 11 men …": these are not all.
  constexpr size_t kSeen = 16;
  const size_t rest = std::min(passage.lower.size(), quantities[index + 1].span.end + kSeen);
  if (has_any_phrase(passage.between(rest, passage.lower.size()), kSexesCounted)) return false;
  parts[0] = quantities[index];
  parts[1] = quantities[index + 1];
  parts[0].value = first.count;
  parts[1].value = second.count;
  return true;
}

// The words between a total and the first of its sexes say that these are all: "(", "were included:", ", all
// adults (mean age 40 years;".
bool leads_to_sexes(const Passage& passage, const Quantity& total, const Quantity& first) {
  const std::string_view gap = trimmed(passage.between(total.span.end, first.span.start));
  static constexpr std::string_view kCounted[] = {"(",
                                                  "--",
                                                  "\xE2\x80\x94",  // a long dash
                                                  "were examined:",
                                                  "were examined,",
                                                  "were evaluated:",
                                                  "were analysed:",
                                                  "were analyzed:",
                                                  "were randomised:",
                                                  "were randomized:",
                                                  "were treated:",
                                                  "participated in the study:",
                                                  "were included in the study:",
                                                  "were enrolled in the study:",
                                                  "were included (",
                                                  "were enrolled (",
                                                  "were studied (",
                                                  "were recruited (",
                                                  "were examined (",
                                                  "were evaluated (",
                                                  "were randomised (",
                                                  "were randomized (",
                                                  "participated (",
                                                  "took part (",
                                                  "[",
                                                  ":",
                                                  "were included:",
                                                  "were enrolled:",
                                                  "took part:",
                                                  "participated:",
                                                  "were studied:",
                                                  "were recruited:"};
  if (is_one_of(gap, kCounted)) return true;
  // "were included, of whom 62 were women and 58 were men"
  static constexpr std::string_view kAll[] = {"of whom", "of which", "including", "comprising",
                                              "consisting of"};
  for (const std::string_view all : kAll) {
    if (!gap.ends_with(all)) continue;
    const std::string_view verb = trimmed(gap.substr(0, gap.size() - all.size()));
    static constexpr std::string_view kVerbs[] = {"",
                                                  ",",
                                                  "(",
                                                  "were included,",
                                                  "were enrolled,",
                                                  "were studied,",
                                                  "were recruited,",
                                                  "participated,",
                                                  "took part,",
                                                  "were analysed,",
                                                  "were analyzed,",
                                                  "were randomised,",
                                                  "were randomized,"};
    if (is_one_of(verb, kVerbs)) return true;
  }
  // "42 patients, 20 men and 23 women,": no one else is named between.
  static constexpr std::string_view kLeads[] = {"of",       "were",      "enrolled", "studied",
                                                "included", "recruited", "total of"};
  if (gap == ",") return has_any_phrase(passage.between(0, total.span.start), kLeads);
  constexpr size_t kApartMax = 60;
  static constexpr std::string_view kOther[] = {"and",      "control*", "healthy",   "compared",  "than",
                                                "versus",   "or",       "including", "included",  "of whom",
                                                "died",     "among",    "completed", "remaining", "had",
                                                "excluded", "dropped",  "of which",  "without",   "per"};
  const size_t open = gap.find('(');
  const bool bracket = open != std::string_view::npos && gap.find(')') == std::string_view::npos &&
                       std::none_of(gap.begin(), gap.begin() + static_cast<std::ptrdiff_t>(open), is_digit);
  return bracket && gap.size() <= kApartMax && !has_any_phrase(gap, kOther) &&
         gap.find(". ") == std::string_view::npos;
}

// A figure that may stand between a total and its sexes: an age, a time.
bool is_passed(const Quantity& quantity) {
  return quantity.measure == "age" || quantity.kind == QuantityKind::kDuration ||
         quantity.kind == QuantityKind::kMean || quantity.kind == QuantityKind::kMedian ||
         quantity.kind == QuantityKind::kRange;
}

// "We studied 42 patients." "There were 20 men and 23 women."
void check_sexes_of_before(const Passage& passage, const Passage& before, std::vector<FigureCheck>& checks) {
  static constexpr std::string_view kLeads[] = {"there were ", "they were ", "these were "};
  Quantity parts[2];
  if (passage.quantities.empty() ||
      !is_one_of(passage.between(0, passage.quantities.front().span.start), kLeads) ||
      !is_both_sexes(passage, 0, parts))
    return;
  static constexpr std::string_view kOther[] = {"died",     "excluded", "in the",  "completed",
                                                "control*", "groups",   "healthy", "volunteers"};
  static constexpr std::string_view kStudied[] = {"studied",    "included",     "enrolled",  "recruited",
                                                  "a total of", "participated", "took part", "entered",
                                                  "treated",    "randomised",   "randomized"};
  const Quantity* total = nullptr;
  for (const Quantity& quantity : before.quantities) {
    if (quantity.kind == QuantityKind::kProportion || quantity.kind == QuantityKind::kNumber) return;
    if (!is_people(quantity)) continue;
    if (total != nullptr) return;
    total = &quantity;
  }
  if (total == nullptr || !counts_people(*total) || has_any_phrase(before.lower, kOther) ||
      has_any_phrase(passage.lower, kOther) || !has_any_phrase(before.lower, kStudied))
    return;
  add_total(passage, *total, parts, checks, &before);
}

// "Participants were 111 men and 85 women (N = 196)".
void check_total_behind(const Passage& passage, std::vector<FigureCheck>& checks) {
  const std::vector<Quantity>& quantities = passage.quantities;
  for (size_t i = 0; i + 2 < quantities.size(); ++i) {
    const Quantity& total = quantities[i + 2];
    const std::string_view words = total.span.of(passage.text);
    const std::string_view gap = trimmed(passage.between(quantities[i + 1].span.end, total.span.start));
    Quantity parts[2];
    if (total.kind != QuantityKind::kSampleSize || words.find('=') == std::string_view::npos ||
        !is_people(total) || (gap != "(" && gap != ",") || !is_both_sexes(passage, i, parts))
      continue;
    // "60 women and 40 men (n = 40)" may count the men again.
    if (total.value == parts[0].value || total.value == parts[1].value) continue;
    add_total(passage, total, parts, checks);
  }
}

// "59% men and 51% women": together they are all.
void check_sex_percentages(const Passage& passage, std::vector<FigureCheck>& checks) {
  const std::vector<Quantity>& quantities = passage.quantities;
  const auto sex_behind = [&](const Quantity& one) {
    const size_t end = one.span.end;
    const std::string_view behind = passage.between(end, std::min(passage.lower.size(), end + size_t{9}));
    for (const std::string_view word : kSexesCounted) {
      const bool whole = behind.size() > word.size() && behind.substr(1).starts_with(word) &&
                         (behind.size() == word.size() + 1 || !is_letter(behind[word.size() + 1]));
      if (behind.starts_with(' ') && whole) return sex_of(word);
    }
    return 0;
  };
  for (size_t i = 0; i + 1 < quantities.size(); ++i) {
    const Quantity& a = quantities[i];
    const Quantity& b = quantities[i + 1];
    const auto plain = [&](const Quantity& one) {
      return one.kind == QuantityKind::kPercentage && !std::isnan(one.value) && std::isnan(one.low) &&
             one.relation == Relation::kEqual && !has_broken_number(one.span.of(passage.text)) &&
             !passage.breaks_number(one.span.start);
    };
    if (!plain(a) || !plain(b) || sex_behind(a) + sex_behind(b) != 3) continue;
    const std::string_view gap = passage.between(a.span.end, b.span.start);
    constexpr size_t kGapMax = 16;
    if (gap.size() > kGapMax || (!gap.ends_with(" and ") && !gap.ends_with(", ") && !gap.ends_with("; ")))
      continue;
    // Of people who were just counted, or with their age: "60 subjects (|37% girls|", "mean age 51 years,
    // |59% men|". Elsewhere each may be a share of its sex.
    if (i == 0) continue;
    const Quantity& led = quantities[i - 1];
    const std::string_view lead = passage.between(led.span.end, a.span.start);
    const bool people = led.kind == QuantityKind::kSampleSize || led.measure == "age" || counts_people(led);
    if (!people || (lead != " (" && lead != ", " && lead != "; " && lead != " [" && lead != ": ")) continue;
    const auto x = printed_in(a.span.of(passage.text), a.value);
    const auto y = printed_in(b.span.of(passage.text), b.value);
    constexpr double kAll = 100;
    if (!x || !y || std::fabs(x->value + y->value - kAll) <= x->unit() / 2 + y->unit() / 2 + kPartitionSlack)
      continue;
    const std::string sum = with_decimals(x->value + y->value, std::max(x->decimals, y->decimals)) + " %";
    FigureCheck check = passage.check(FigureCheckKind::kTotal, {a.span.start, b.span.end});
    check.inputs = with_decimals(x->value, x->decimals) + " + " + with_decimals(y->value, y->decimals);
    check.stated = check.inputs + " %";
    check.computed = sum;
    check.rule = "both sexes are all";
    check.tolerance = "rounding of each share, and 1 point";
    check.said =
        fmt::format("gives shares of {} % for the sexes, which make {} together.", check.inputs, sum);
    checks.push_back(std::move(check));
  }
}

}  // namespace

void check_sexes(const Passage& passage, const Passage* before, std::vector<FigureCheck>& checks) {
  const std::vector<Quantity>& quantities = passage.quantities;
  for (size_t i = 0; i + 2 < quantities.size(); ++i) {
    const Quantity& total = quantities[i];
    // "|Ten| (5 men, 5 women) had a seizure"
    const std::string_view lead = passage.between(0, total.span.start);
    const bool left_out =
        total.kind == QuantityKind::kNumber && total.unit.empty() && total.measure.empty() &&
        total.value >= 2 && total.value == std::floor(total.value) && total.relation == Relation::kEqual &&
        passage.between(total.span.end, quantities[i + 1].span.start) == " (" &&
        (lead.empty() || lead.ends_with(", ") || lead.ends_with(" and ") || lead.ends_with(" were "));
    if (!left_out && (!is_people(total) || !counts_people(total))) continue;
    size_t first = i + 1;
    while (first + 1 < quantities.size() && is_passed(quantities[first])) ++first;
    Quantity parts[2];
    if (!leads_to_sexes(passage, total, quantities[first]) || !is_both_sexes(passage, first, parts)) continue;
    add_total(passage, total, parts, checks);
  }
  check_total_behind(passage, checks);
  check_sex_percentages(passage, checks);
  if (before != nullptr) check_sexes_of_before(passage, *before, checks);
}

}  // namespace attest::figures
