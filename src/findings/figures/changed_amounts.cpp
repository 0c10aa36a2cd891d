#include "findings/figures/changed_amounts.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "base/one_of.h"
#include "findings/figures/rate_figures.h"
#include "text/phrases.h"
#include "text/word_bounds.h"

namespace attest {
namespace {

constexpr std::string_view kChangeVerbs[] = {
    "fell",       "falling",  "rose",      "rising",    "decreased", "decreasing", "increased",
    "increasing", "declined", "declining", "dropped",   "dropping",  "improved",   "improving",
    "reduced",    "reducing", "lowered",   "lowering",  "changed",   "raised",     "decreases",
    "increases",  "decrease", "increase",  "reduction", "change",    "decline",    "went",
    "worsened",   "gained",   "lost",      "shortened", "grew",      "rise",       "improvement"};

// Behind the last semicolon, or the last comma with a new clause; a bound keeps it linear.
std::string_view clause_before(std::string_view lower, size_t at) {
  constexpr size_t kFarBytes = 240;
  const size_t start = at - std::min(at, kFarBytes);
  std::string_view clause = lower.substr(start, at - start);
  if (const size_t sign = clause.rfind(';'); sign != std::string_view::npos) clause.remove_prefix(sign + 1);
  return clause;
}

// Without the number and its unit at the end of `text`: "fell from 7.2 mmol/l" → "fell from".
std::string_view without_amount(std::string_view text) {
  const size_t digit = text.find_last_of("0123456789");
  constexpr size_t kUnitBytesMax = 30;
  if (digit == std::string_view::npos || text.size() - digit > kUnitBytesMax) return {};
  size_t start = digit;
  constexpr std::string_view kOfNumber = "0123456789.,";
  while (start > 0 && kOfNumber.find(text[start - 1]) != std::string_view::npos) --start;
  // "7.2 (1.4)", "7.2 ± 1.4": the spread belongs to the number before it.
  std::string_view before = text.substr(0, start);
  while (!before.empty() && (before.back() == ' ' || before.back() == '(')) before.remove_suffix(1);
  for (const std::string_view sign : {"±", "+/-", "sd", "se"}) {
    if (before.ends_with(sign)) return without_amount(before.substr(0, before.size() - sign.size()));
  }
  return text.substr(0, start);
}

}  // namespace

ChangePart change_part(std::string_view lower, const Quantity& quantity) {
  if ((quantity.kind != QuantityKind::kNumber && quantity.kind != QuantityKind::kPercentage) ||
      quantity.measure == "age")
    return ChangePart::kNone;
  const size_t start = std::min<size_t>(quantity.span.start, lower.size());
  const std::string_view clause = clause_before(lower, start);
  const std::vector<std::string> words = words_outside_brackets(clause);
  const bool changes = std::any_of(words.begin(), words.end(),
                                   [](const std::string& word) { return is_one_of(word, kChangeVerbs); });
  if (!changes) return ChangePart::kNone;
  const std::string_view lead = word_ending(clause, clause.size());
  constexpr size_t kBehindBytes = 40;
  const std::string_view behind =
      lower.substr(std::min<size_t>(quantity.span.end, lower.size()), kBehindBytes);
  if (lead == "from") {
    const size_t to = find_phrase(behind, "to");
    const bool near = to != std::string_view::npos && behind.find_first_of(",;:") > to;
    const size_t digit = behind.find_first_of("0123456789", to == std::string_view::npos ? 0 : to);
    return near && digit < behind.size() ? ChangePart::kFrom : ChangePart::kNone;
  }
  if (lead == "to") {
    const std::string_view head = clause.substr(0, clause.rfind("to"));
    const std::string_view rest = without_amount(head);
    return word_ending(rest, rest.size()) == "from" ? ChangePart::kTo : ChangePart::kNone;
  }
  return lead == "by" ? ChangePart::kBy : ChangePart::kNone;
}

}  // namespace attest
