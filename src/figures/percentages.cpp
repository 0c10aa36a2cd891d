// Percentages against the counts that they are of. The percentage has to stand in one expression with its
// counts: between "travoprost 0.0015%" and "six of 196 patients (3.1%)" there is only a comma.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/affix.h"
#include "base/ascii.h"
#include "figures/checks.h"
#include "figures/percentages.h"
#include "text/phrases.h"

namespace attest::figures {

bool percentage_fits(const Printed& percent, CountOfTotal count) {
  const double exact = 100.0 * static_cast<double>(count.events) / static_cast<double>(count.total);
  return percent.holds_rounded_twice(exact) || percent.cuts(exact);
}

void add_percentage(const Passage& passage, ByteSpan figure, const Printed& percent, CountOfTotal count,
                    std::vector<FigureCheck>& checks) {
  if (percentage_fits(percent, count)) return;
  const double exact = 100.0 * static_cast<double>(count.events) / static_cast<double>(count.total);
  FigureCheck check = passage.check(FigureCheckKind::kPercentage, figure);
  check.inputs = fmt::format("{}/{}", count.events, count.total);
  check.stated = with_decimals(percent.value, percent.decimals) + " %";
  check.computed = with_decimals(exact, percent.decimals + 1) + " %";
  check.rule = "count / total";
  check.tolerance = "half a unit of the last digit, or cut after it";
  check.said =
      fmt::format("gives {} for {}; the counts give {}.", check.stated, check.inputs, check.computed);
  checks.push_back(std::move(check));
}

bool is_sound(const Passage& passage, const Quantity& quantity) {
  return quantity.relation == Relation::kEqual && !is_label(passage, quantity) &&
         !passage.breaks_number(quantity.span.start) && !goes_on_from_before(passage, quantity.span.start) &&
         !has_broken_number(quantity.span.of(passage.text));
}

bool is_computed_otherwise(std::string_view lower) {
  static constexpr std::string_view kOtherwise[] = {"weighted",   "estimated",   "adjusted",   "kaplan*",
                                                    "actuarial*", "imput*",      "cumulative", "standardi*",
                                                    "pooled",     "life-table",  "annual*",    "per year",
                                                    "corrected",  "probability", "extrapolat*"};
  return has_any_phrase(lower, kOtherwise);
}

bool is_of_change(const Passage& passage, ByteSpan span) {
  static constexpr std::string_view kChanges[] = {"reduction", "increase", "decrease",    "median*",
                                                  "mean",      "average",  "sensitivity", "specificity"};
  constexpr size_t kBefore = 40;
  constexpr size_t kAfter = 16;
  const size_t start = span.start > kBefore ? span.start - kBefore : 0;
  const size_t end = std::min(passage.lower.size(), span.end + kAfter);
  // Another clause is of another thing: "mean follow-up was 15 months; |50 (36%)| of …, and the median".
  std::string_view before = passage.between(start, span.start);
  before = before.substr(before.rfind(';') + 1);
  std::string_view after = passage.between(span.end, end);
  after = after.substr(0, after.find_first_of(",;"));
  return has_any_phrase(before, kChanges) || has_any_phrase(after, kChanges) ||
         has_any_phrase(passage.between(span.start, span.end), kChanges);
}

namespace {

// In "80% (43/54)" the counts stand in brackets right after the percentage, and alone: in "40% (151 of 1432
// [10.5%])" and "84% (7/9 and 4/4)" they are not what the percentage was computed from.
bool joins_before(const Passage& passage, ByteSpan span, size_t percent_end) {
  const std::string_view words = span.of(passage.text);
  const size_t bracket = words.find_first_of("([", percent_end);
  const size_t comma = words.find(',', percent_end);
  if (bracket == std::string_view::npos || comma < bracket) return false;
  const char* const close = words[bracket] == '(' ? ")" : "]";
  const size_t start = span.start + bracket + 1;
  const size_t end = passage.text.find(close, start);
  if (end == std::string_view::npos) return false;
  const std::string inside = lower_ascii(passage.text.substr(start, end - start));
  static constexpr std::string_view kLess[] = {"minus", "less", "plus", "excluding"};
  const size_t fractions =
      static_cast<size_t>(std::count(inside.begin(), inside.end(), '/')) + (has_phrase(inside, "of") ? 1 : 0);
  if (fractions > 1 || inside.find("; ") != std::string::npos || has_any_phrase(inside, kLess))
    return has_phrase(inside, "ci");
  if (inside.find_first_of("%+([") != std::string::npos || inside.find('=') < inside.rfind('/'))
    return has_phrase(inside, "ci");
  return true;
}

// In "43/54 (80%)" brackets, "=" or "or" lead to the percentage; a comma or a colon may lead to another
// thing.
bool joins_after(std::string_view between) {
  return between.find_first_of("([=") != std::string_view::npos || has_phrase(between, "or");
}

void check_own(const Passage& passage, const Quantity& quantity, std::vector<FigureCheck>& checks) {
  const std::string_view words = quantity.span.of(passage.text);
  const auto counts = counts_of(quantity, words);
  if (is_of_change(passage, quantity.span)) return;
  if (!counts || std::isnan(quantity.value)) return;
  auto percent = printed_in(words, quantity.value);
  // "6/30 (30%)": not the total.
  while (percent && percent->end < words.size() && words.substr(percent->end).starts_with(" ("))
    percent = printed_in(words, quantity.value, percent->end);
  if (!percent) return;
  percent->value = std::fabs(percent->value);  // a dash before it
  const size_t before_percent = words.substr(0, percent->start).find_last_not_of(' ');
  const bool bound = before_percent != std::string_view::npos &&
                     (words[before_percent] == '<' || words[before_percent] == '>');
  if (bound || percent->value > 100) return;
  const size_t sign = words.find_first_not_of(' ', percent->end);
  if (sign == std::string_view::npos || (words[sign] != '%' && words[sign] != 'p')) return;
  // "One in five (21%)" is about that.
  if (has_phrase(lower_ascii(words), "in") && !printed_in(words, quantity.denominator)) return;
  // "As many as four of five (79%)" too.
  static constexpr std::string_view kRoughly[] = {"as many as ", "about ",   "approximately ", "nearly ",
                                                  "almost ",     "roughly ", "more than ",     "over ",
                                                  "around ",     "some "};
  constexpr double kRoundTotalMax = 10;
  if (quantity.denominator <= kRoundTotalMax && !printed_in(words, quantity.denominator) &&
      ends_with_one_of(passage.between(0, quantity.span.start), kRoughly))
    return;
  const auto total = printed_in(words, quantity.denominator, percent->end);
  const std::string before = lower_ascii(words.substr(0, percent->start));
  const bool percent_first = total && std::none_of(before.begin(), before.end(), is_letter_or_digit);
  if (percent_first ? !joins_before(passage, quantity.span, percent->end) : !total && !joins_after(before))
    return;
  add_percentage(passage, quantity.span, *percent, *counts, checks);
}

// "7.5/46 (22.4%) and 15/92 (27.6%)": strengths of two drugs together.
bool names_strengths(std::string_view lower) {
  for (size_t at = 1; at + 1 < lower.size(); ++at) {
    if (lower[at] != '/' || !is_digit(lower[at - 1]) || !is_digit(lower[at + 1])) continue;
    size_t start = at;
    while (start > 0 && is_digit(lower[start - 1])) --start;
    if (start > 1 && lower[start - 1] == '.' && is_digit(lower[start - 2])) return true;
  }
  return false;
}

// "36/50 and 20/50 (82% and 40%, respectively)".
void check_listed(const Passage& passage, size_t index, std::vector<FigureCheck>& checks) {
  const auto counts_alone = [&](const Quantity& one) -> std::optional<CountOfTotal> {
    const std::string_view words = one.span.of(passage.text);
    const bool alone = words.find('%') == std::string_view::npos && is_sound(passage, one);
    return alone ? counts_of(one, words) : std::nullopt;
  };
  const Quantity& a = passage.quantities[index];
  const Quantity& b = passage.quantities[index + 1];
  const Quantity& p = passage.quantities[index + 2];
  const Quantity& q = passage.quantities[index + 3];
  const auto first_counts = counts_alone(a);
  const auto second_counts = counts_alone(b);
  if (!first_counts || !second_counts || p.kind != QuantityKind::kPercentage ||
      q.kind != QuantityKind::kPercentage || std::isnan(p.value) || std::isnan(q.value))
    return;
  const bool third = index > 0 && counts_alone(passage.quantities[index - 1]).has_value();
  std::string_view gap = passage.between(b.span.end, p.span.start);
  while (gap.starts_with(' ')) gap.remove_prefix(1);
  const std::string_view join = passage.between(p.span.end, q.span.start);
  const std::string_view counts = passage.between(a.span.end, b.span.start);
  static constexpr std::string_view kJoins[] = {"and", "v", "vs", "versus"};
  constexpr size_t kJoinMax = 10;
  if (third || (gap != "(" && gap != "[") || join.size() > kJoinMax || !has_any_phrase(join, kJoins) ||
      !has_any_phrase(counts, kJoins))
    return;
  const auto first = printed_in(p.span.of(passage.text), p.value);
  const auto second = printed_in(q.span.of(passage.text), q.value);
  if (!first || !second) return;
  add_percentage(passage, {a.span.start, q.span.end}, *first, *first_counts, checks);
  add_percentage(passage, {a.span.start, q.span.end}, *second, *second_counts, checks);
}

// "15 of 50 patients with the drug (40%)": a share without a percentage, then words about these people, then
// one alone in its bracket.
void check_words_between(const Passage& passage, size_t index, std::vector<FigureCheck>& checks) {
  const Quantity& counted = passage.quantities[index];
  const Quantity& percentage = passage.quantities[index + 1];
  const std::string_view words = counted.span.of(passage.text);
  if (words.find('%') != std::string_view::npos || !is_sound(passage, counted) ||
      !std::isnan(counted.value) || percentage.kind != QuantityKind::kPercentage ||
      std::isnan(percentage.value) || percentage.relation != Relation::kEqual)
    return;
  const auto counts = counts_of(counted, words);
  const std::string_view gap = passage.between(counted.span.end, percentage.span.start);
  constexpr size_t kGapMax = 60;
  static constexpr std::string_view kOther[] = {
      "and",  "or",  "of which", "of whom", "of these", "but", "versus", "vs",  "v",      "compared",
      "than", "who", "which",    "score*",  "per",      "had", "were",   "was", "showed", "at"};
  const bool words_only = gap.size() > 2 && gap.size() <= kGapMax && gap.ends_with(" (") &&
                          gap.find_first_of(",;:.()[0123456789") == gap.size() - 1;
  // A slash between numbers may be a score; a rate needs words: "15 of 50".
  if (!counts || !words_only || words.find('/') != std::string_view::npos || has_any_phrase(gap, kOther) ||
      is_of_change(passage, {counted.span.start, percentage.span.end}))
    return;
  const std::string_view own = percentage.span.of(passage.text);
  const auto percent = printed_in(own, percentage.value);
  const size_t end = percentage.span.end;
  const std::string_view behind = passage.between(end, std::min(passage.lower.size(), end + 1));
  const bool with_interval = !std::isnan(percentage.low) && own.find(';') != std::string_view::npos;
  const bool alone = with_interval || behind == ")" || behind == ";" || behind == ",";
  if (!percent || !alone || percent->value > 100 || has_broken_number(own)) return;
  add_percentage(passage, {counted.span.start, percentage.span.end}, *percent, *counts, checks);
}

// "39% of the studies (26/66)": words about what they are of, and then counts alone in their bracket.
void check_counts_behind(const Passage& passage, size_t index, std::vector<FigureCheck>& checks) {
  const Quantity& percentage = passage.quantities[index];
  const Quantity& counted = passage.quantities[index + 1];
  const std::string_view words = counted.span.of(passage.text);
  const std::string_view gap = passage.between(percentage.span.end, counted.span.start);
  const size_t end = counted.span.end;
  constexpr size_t kGapMax = 40;
  static constexpr std::string_view kOther[] = {"and",   "or", "at",     "in",  "with",
                                                "after", "ci", "versus", "than"};
  if (percentage.kind != QuantityKind::kPercentage || std::isnan(percentage.value) ||
      !std::isnan(percentage.low) || percentage.relation != Relation::kEqual || gap.size() > kGapMax ||
      !gap.starts_with(" of ") || gap.find_first_of(",;:.()[0123456789") != gap.size() - 1 ||
      !gap.ends_with(" (") || has_any_phrase(gap, kOther) || end >= passage.lower.size() ||
      passage.lower[end] != ')' || words.find('%') != std::string_view::npos || !is_sound(passage, counted) ||
      !is_sound(passage, percentage) || is_of_change(passage, {percentage.span.start, counted.span.end}))
    return;
  // "between 20% and 80% of the dose (20/80)": these two again
  const bool again = index > 0 && passage.quantities[index - 1].value == counted.numerator &&
                     percentage.value == counted.denominator;
  const auto counts = counts_of(counted, words);
  const auto percent = printed_in(percentage.span.of(passage.text), percentage.value);
  if (again || !counts || !percent || percent->value > 100) return;
  add_percentage(passage, {percentage.span.start, counted.span.end}, *percent, *counts, checks);
}

// "(98%, 114 of 123 patients)": in one bracket, and nothing else in it.
void check_bracketed_pair(const Passage& passage, size_t index, std::vector<FigureCheck>& checks) {
  const Quantity& percentage = passage.quantities[index];
  const Quantity& counted = passage.quantities[index + 1];
  const std::string_view words = counted.span.of(passage.text);
  const size_t start = percentage.span.start;
  const size_t end = counted.span.end;
  const std::string_view gap = passage.between(percentage.span.end, counted.span.start);
  if (percentage.kind != QuantityKind::kPercentage || std::isnan(percentage.value) ||
      !std::isnan(percentage.low) || percentage.relation != Relation::kEqual || start == 0 ||
      passage.lower[start - 1] != '(' || (gap != ", " && gap != "; ") || end >= passage.lower.size() ||
      passage.lower[end] != ')' || words.find('%') != std::string_view::npos || !is_sound(passage, counted) ||
      !is_sound(passage, percentage) || is_of_change(passage, {percentage.span.start, counted.span.end}))
    return;
  const auto counts = counts_of(counted, words);
  const auto percent = printed_in(percentage.span.of(passage.text), percentage.value);
  if (!counts || !percent || percent->value > 100) return;
  add_percentage(passage, {percentage.span.start, counted.span.end}, *percent, *counts, checks);
}

}  // namespace

void check_percentages(const Passage& passage, std::vector<FigureCheck>& checks) {
  if (is_computed_otherwise(passage.lower) || names_strengths(passage.lower)) return;
  const std::vector<Quantity>& quantities = passage.quantities;
  for (size_t i = 0; i < quantities.size(); ++i) {
    if (quantities[i].kind == QuantityKind::kProportion && is_sound(passage, quantities[i]))
      check_own(passage, quantities[i], checks);
    if (i + 3 < quantities.size()) check_listed(passage, i, checks);
    if (i + 1 < quantities.size()) {
      check_words_between(passage, i, checks);
      check_bracketed_pair(passage, i, checks);
      check_counts_behind(passage, i, checks);
    }
  }
}

}  // namespace attest::figures
