#include "figures/people_counts.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/ascii.h"
#include "text/number_words.h"
#include "text/phrases.h"

namespace attest::figures {

namespace {

// A count that was read from its start, in digits or in words: not the "263" of "1 263" or the "fifty-four"
// of "one-hundred and fifty-four".
bool is_whole_number(const Passage& passage, const Quantity& quantity) {
  if (goes_on_from_before(passage, quantity.span.start)) return false;
  const std::string_view words = quantity.span.of(passage.text);
  const bool spelled = std::none_of(words.begin(), words.end(), is_digit);
  return spelled || printed_in(words, quantity.value).has_value();
}

}  // namespace

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

bool says_number(std::string_view lower) {
  static constexpr std::string_view kOther[] = {"none", "no", "both"};
  return has_any_phrase(lower, std::span(kNumberWords).subspan(1)) || has_any_phrase(lower, kOther);
}

void add_total(const Passage& passage, const Quantity& total, std::span<const Quantity> parts,
               std::vector<FigureCheck>& checks, const Passage* told) {
  static constexpr std::string_view kEach[] = {"each", "per"};
  constexpr size_t kSeen = 24;
  double sum = 0;
  std::string inputs;
  if (!is_whole_number(told != nullptr ? *told : passage, total)) return;
  for (const Quantity& part : parts) {
    if (!is_whole_number(passage, part) || part.value > total.value) return;
    const size_t end = part.span.end;
    const std::string_view behind = passage.between(end, std::min(passage.lower.size(), end + kSeen));
    if (has_any_phrase(behind.substr(0, behind.find_first_of(",;)")), kEach)) return;
  }
  for (const Quantity& part : parts) {
    sum += part.value;
    inputs += (inputs.empty() ? "" : " + ") + with_decimals(part.value, 0);
  }
  if (sum == total.value) return;
  // A sum that the sentence states too is said of other people.
  for (const Quantity& other : passage.quantities) {
    if (other.value == sum || other.numerator == sum || other.denominator == sum) return;
  }
  const ByteSpan placed = (told != nullptr ? *told : passage).placed(total.span);
  const ByteSpan first = passage.placed(parts.front().span);
  const ByteSpan last = passage.placed(parts.back().span);
  FigureCheck check = passage.check(FigureCheckKind::kTotal, {});
  check.figure = {std::min(placed.start, first.start), std::max(placed.end, last.end)};
  if (told != nullptr) {
    check.figure = placed;
    check.sentences = {told->span(), passage.span()};
  }
  check.stated = with_decimals(total.value, 0);
  check.computed = with_decimals(sum, 0);
  check.inputs = inputs;
  check.rule = "sum of the parts";
  check.tolerance = "none";
  check.said =
      fmt::format("gives {} in all; the parts, {}, make {}.", check.stated, check.inputs, check.computed);
  checks.push_back(std::move(check));
}

}  // namespace attest::figures
