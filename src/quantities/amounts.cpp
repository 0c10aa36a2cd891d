#include "quantities/amounts.h"

namespace attest::quantities {

namespace {

// "1/2", "6/7" behind a whole number and a space: the lexeme after it; 0 when there is none.
size_t fraction_end(const Reader& reader, size_t at) {
  const auto part = [&reader](size_t index) {
    constexpr double kPartMax = 12;
    const Lexeme& lexeme = reader.at(index);
    return lexeme.kind == LexemeKind::kNumber && lexeme.integer && !lexeme.spelled && lexeme.value >= 1 &&
           lexeme.value <= kPartMax;
  };
  if (!part(at) || reader.at(at).glued || !reader.sign(at + 1, "/") || !part(at + 2)) return 0;
  const bool whole = reader.at(at + 1).glued && reader.at(at + 2).glued &&
                     reader.at(at).value < reader.at(at + 2).value && reader.at(at - 1).integer &&
                     !reader.at(at - 1).spelled;
  return whole ? at + 3 : 0;
}

}  // namespace

Quantity Amount::quantity(const Reader& reader, QuantityKind kind, size_t first, size_t last_end) const {
  Quantity quantity = reader.make(kind, first, last_end);
  quantity.value = value;
  quantity.low = low;
  quantity.high = high;
  return quantity;
}

std::optional<Amount> amount_at(const Reader& reader, size_t at) {
  if (!reader.plain_number(at)) return std::nullopt;
  Amount amount;
  amount.value = reader.at(at).value;
  amount.spelled = reader.at(at).spelled;
  amount.end = at + 1;
  size_t next = at + 1;
  if (reader.at(at).fraction) {  // "half a century", "half an hour"
    if (reader.any_word(next, {"a", "an"})) ++next;
    amount.end = next;
    return amount;
  }
  if (const size_t parts = fraction_end(reader, next)) {  // "4 1/2 years", "30 6/7 weeks"
    amount.value += reader.at(next).value / reader.at(parts - 1).value;
    amount.end = parts;
    return amount;
  }
  if (reader.sign(next, "-") && reader.any_word(next + 1, {"to", "or"})) ++next;
  const size_t before = at > 1 && reader.any_word(at - 1, {"ages", "age"}) ? at - 2 : at - 1;
  const bool between = at > 0 && reader.word(before, "between") && reader.word(next, "and");
  const bool ages = at > 0 && reader.any_word(at - 1, {"ages", "age", "aged"}) &&
                    (reader.word(next, "and") || reader.word(next, "or"));
  // "from 2 to 4 mg", "a rise in pressure (41 to 55 mmHg)"
  const bool change = at > 0 && (reader.word(at - 1, "from") || reader.sign(at - 1, "(")) &&
                      reader.word(next, "to") && says_change(reader, at - 1);
  if ((reader.separates(next, false) && !change) || between || ages) {
    const size_t second = next + 1;
    if (reader.plain_number(second) && !reader.at(second).fraction &&
        reader.at(second).value > amount.value) {
      amount.low = amount.value;
      amount.high = reader.at(second).value;
      amount.value = kNotStated;
      amount.end = second + 1;
    }
  }
  return amount;
}

std::optional<ListedNumbers> listed_numbers_at(const Reader& reader, size_t at) {
  if (!reader.plain_number(at) || reader.at(at).fraction) return std::nullopt;
  constexpr size_t kListMax = 16;
  bool joined = false;
  std::vector<size_t> numbers{at};
  size_t next = at + 1;
  while (numbers.size() < kListMax) {
    size_t step = next;
    if (reader.sign(step, "-") && reader.any_sign(step + 1, {","})) ++step;
    if (reader.sign(step, "-") && reader.any_word(step + 1, {"and", "or"})) ++step;
    if (reader.sign(step, ",")) ++step;
    if (reader.any_word(step, {"and", "or", "vs", "versus"})) {
      joined = true;
      ++step;
      if (reader.sign(step, ".") && reader.at(step).glued) ++step;
    }
    if (step == next || !reader.plain_number(step) || reader.at(step).fraction) break;
    numbers.push_back(step);
    next = step + 1;
  }
  if (numbers.size() < 2) return std::nullopt;
  const auto unit = unit_span_at(reader, next);
  if (!unit) return std::nullopt;
  if (at > 0 && reader.word(at - 1, "between")) return std::nullopt;
  if (at > 0 && reader.any_word(at - 1, {"ages", "aged"}) && numbers.size() == 2) return std::nullopt;
  return ListedNumbers{std::move(numbers), *unit, joined};
}

}  // namespace attest::quantities
