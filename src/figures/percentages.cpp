// Percentages against the counts that they are of. The percentage has to stand in one expression with its
// counts: between "travoprost 0.0015%" and "six of 196 patients (3.1%)" there is only a comma.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/ascii.h"
#include "figures/checks.h"
#include "text/phrases.h"

namespace attest::figures {

namespace {

// Shares that are not simply a count over a total.
bool is_computed_otherwise(std::string_view lower) {
  static constexpr std::string_view kOtherwise[] = {
      "weighted",   "estimated",   "adjusted",    "kaplan*",     "actuarial*", "imput*",
      "cumulative", "standardi*",  "pooled",      "life-table",  "annual*",    "per year",
      "median*",    "mean",        "average",     "corrected",   "reduction",  "increase",
      "decrease",   "probability", "sensitivity", "specificity", "extrapolat*"};
  return has_any_phrase(lower, kOtherwise);
}

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

void add(const Passage& passage, ByteSpan figure, const Printed& percent, CountOfTotal count,
         std::vector<FigureCheck>& checks) {
  const double exact = 100.0 * static_cast<double>(count.events) / static_cast<double>(count.total);
  if (percent.holds_rounded_twice(exact) || percent.cuts(exact)) return;
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

// "Two-hundred ten of 353", "1 263 of 2 000", "ResultsForty-one of 50": a number that was not read from its
// start; "all but one of 74": the percentage is of the others.
bool goes_on_from_before(const Passage& passage, size_t at) {
  std::string_view before = passage.between(0, at);
  const size_t end = before.find_last_not_of(" -");
  if (end == std::string_view::npos) return false;
  if (before.back() == '-' && before.size() > 1 && is_letter(before[before.size() - 2])) return true;
  before = before.substr(0, end + 1);
  return is_digit(before.back()) || before.ends_with("hundred") || before.ends_with("thousand") ||
         before.ends_with("hundred and") || before.ends_with(" but") || before.ends_with(" except");
}

bool is_sound(const Passage& passage, const Quantity& quantity) {
  return quantity.relation == Relation::kEqual && !is_label(passage, quantity) &&
         !passage.breaks_number(quantity.span.start) && !goes_on_from_before(passage, quantity.span.start) &&
         !has_broken_number(quantity.span.of(passage.text));
}

bool is_count(double value) { return !std::isnan(value) && value >= 0 && value == std::floor(value); }

void check_own(const Passage& passage, const Quantity& quantity, std::vector<FigureCheck>& checks) {
  const std::string_view words = quantity.span.of(passage.text);
  const auto counts = counts_of(quantity, words);
  if (!counts || std::isnan(quantity.value)) return;
  auto percent = printed_in(words, quantity.value);
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
  const auto total = printed_in(words, quantity.denominator, percent->end);
  const std::string before = lower_ascii(words.substr(0, percent->start));
  const bool percent_first = total && std::none_of(before.begin(), before.end(), is_letter_or_digit);
  if (percent_first ? !joins_before(passage, quantity.span, percent->end) : !total && !joins_after(before))
    return;
  add(passage, quantity.span, *percent, *counts, checks);
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

// Every whole number of the text, for what a percentage may be of instead.
bool states_number_in(std::string_view text, double low, double high) {
  for (size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text[at])) continue;
    double value = 0;
    while (at < text.size() &&
           (is_digit(text[at]) || (text[at] == ',' && at + 1 < text.size() && is_digit(text[at + 1])))) {
      if (text[at] != ',') value = value * 10 + (text[at] - '0');
      ++at;
    }
    if (value >= low && value <= high) return true;
  }
  return false;
}

// "The drug group (n = 50) had 36 (82 %) responders": only where no other number of the text is a total that
// the percentage fits.
void check_group_size(const Passage& passage, std::string_view whole_text, size_t index,
                      std::vector<FigureCheck>& checks) {
  const Quantity& size = passage.quantities[index];
  const Quantity& share = passage.quantities[index + 1];
  const std::string_view between = passage.between(size.span.end, share.span.start);
  static constexpr std::string_view kVerbs[] = {"had",       "showed",   "reported",
                                                "developed", "achieved", "responded"};
  constexpr size_t kApartMax = 24;
  if (size.kind != QuantityKind::kSampleSize || share.kind != QuantityKind::kProportion ||
      !is_sound(passage, share) || !std::isnan(share.denominator) || !is_count(share.numerator) ||
      std::isnan(share.value) || share.value <= 0 || between.size() > kApartMax ||
      !has_any_phrase(between, kVerbs) || share.numerator > size.value)
    return;
  const auto percent = printed_in(share.span.of(passage.text), share.value);
  if (!percent || percent->low() <= 0) return;
  if (states_number_in(whole_text, 100 * share.numerator / percent->high(),
                       100 * share.numerator / percent->low()))
    return;
  add(passage, {size.span.start, share.span.end}, *percent,
      {std::lround(share.numerator), std::lround(size.value)}, checks);
}

// "Of the 200 women, 50 (25%) had diabetes and 90 (40%) smoked": the shares of a clause whose total leads it,
// where no other number of the text is a total that the percentage fits.
void check_leading_total(const Passage& passage, std::string_view whole_text,
                         std::vector<FigureCheck>& checks) {
  const std::vector<Quantity>& quantities = passage.quantities;
  if (quantities.size() < 2) return;
  const Quantity& total = quantities[0];
  const std::string_view before = passage.between(0, total.span.start);
  const bool people = total.kind == QuantityKind::kCount || total.kind == QuantityKind::kSampleSize;
  static constexpr std::string_view kLeads[] = {"of ",    "of the ",    "of these ",
                                                "among ", "among the ", "in the "};
  const bool leads = std::find(std::begin(kLeads), std::end(kLeads), before) != std::end(kLeads);
  constexpr double kTotalMin = 10;
  if (!people || !leads || !is_count(total.value) || total.value < kTotalMin || !is_sound(passage, total))
    return;
  constexpr size_t kSubjectMax = 60;
  const std::string_view subject = passage.between(total.span.end, quantities[1].span.start);
  const size_t comma = subject.find(',');
  if (subject.size() > kSubjectMax || comma == std::string_view::npos ||
      subject.find(',', comma + 1) != std::string_view::npos ||
      subject.find_first_of("(;") != std::string_view::npos)
    return;
  // Two that do not fit are of another total, which is not stated.
  std::vector<FigureCheck> wrong;
  for (size_t i = 1; i < quantities.size(); ++i) {
    const Quantity& share = quantities[i];
    const std::string_view led = passage.between(quantities[i - 1].span.end, share.span.start);
    const bool nested = led.find_first_of(";([") != std::string_view::npos || led.ends_with(" of ");
    if (share.kind != QuantityKind::kProportion || !std::isnan(share.denominator) ||
        !is_count(share.numerator) || std::isnan(share.value) || share.value <= 0 ||
        share.numerator > total.value || nested || !is_sound(passage, share))
      break;
    const auto percent = printed_in(share.span.of(passage.text), share.value);
    if (!percent || percent->low() <= 0) break;
    if (states_number_in(whole_text, 100 * share.numerator / percent->high(),
                         100 * share.numerator / percent->low()))
      continue;
    add(passage, {total.span.start, share.span.end}, *percent,
        {std::lround(share.numerator), std::lround(total.value)}, wrong);
  }
  if (wrong.size() == 1) checks.push_back(std::move(wrong.front()));
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
  add(passage, {a.span.start, q.span.end}, *first, *first_counts, checks);
  add(passage, {a.span.start, q.span.end}, *second, *second_counts, checks);
}

}  // namespace

void check_percentages(const Passage& passage, std::string_view whole_text,
                       std::vector<FigureCheck>& checks) {
  if (is_computed_otherwise(passage.lower) || names_strengths(passage.lower)) return;
  const std::vector<Quantity>& quantities = passage.quantities;
  check_leading_total(passage, whole_text, checks);
  for (size_t i = 0; i < quantities.size(); ++i) {
    if (quantities[i].kind == QuantityKind::kProportion && is_sound(passage, quantities[i]))
      check_own(passage, quantities[i], checks);
    if (i + 1 < quantities.size()) check_group_size(passage, whole_text, i, checks);
    if (i + 3 < quantities.size()) check_listed(passage, i, checks);
  }
}

}  // namespace attest::figures
