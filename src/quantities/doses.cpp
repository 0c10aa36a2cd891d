// Doses with their schedule, and other amounts with a unit.
#include <cmath>

#include "base/ascii.h"
#include "quantities/amounts.h"

namespace attest::quantities {

namespace {

// The schedule behind a dose that ends before `end`: taken into it. The lexeme after it.
size_t add_schedule(const Reader& reader, size_t end, Quantity& dose) {
  size_t start = end;
  if (reader.sign(start, ",")) ++start;
  // "250 mg. orally": the full stop is the unit's.
  const bool abbreviated = reader.sign(start, ".") && reader.at(start).glued &&
                           reader.at(start + 1).kind == LexemeKind::kWord &&
                           is_lower(reader.text()[reader.at(start + 1).span.start]);
  if (abbreviated) ++start;
  const size_t after = schedule_end(reader, start);
  if (after <= start) return end;
  dose.span.end = reader.at(after - 1).span.end;
  // "20 mg, o.d.": the last full stop is the abbreviation's.
  const std::string_view last = reader.at(after - 1).span.of(reader.text());
  const size_t next_byte = dose.span.end;
  if (last.find('.') != last.npos && next_byte < reader.text().size() && reader.text()[next_byte] == '.') {
    ++dose.span.end;
  }
  const ByteSpan detail{reader.at(start).span.start, reader.at(after - 1).span.end};
  dose.detail = detail.of(reader.text());
  return after;
}

// "20 or 40 mg": each is a dose of its own.
Found listed_doses_at(const Reader& reader, size_t at) {
  const auto listed = listed_numbers_at(reader, at);
  // "in group 3, 20 mg": only a conjunction tells a list of doses.
  if (!listed || listed->unit.unit_class == UnitClass::kTime || !listed->joined || reader.is_year(at))
    return std::nullopt;
  const bool given = is_given(reader, at, listed->unit);
  Match match{{}, listed->unit.end};
  for (const size_t index : listed->numbers) {
    const size_t last = index == listed->numbers.back() ? listed->unit.end : index + 1;
    Quantity& one = match.quantities.emplace_back(
        reader.make(given ? QuantityKind::kDose : QuantityKind::kNumber, index, last));
    one.value = reader.at(index).value;
    one.unit = listed->unit.name;
  }
  if (given) match.end = add_schedule(reader, match.end, match.quantities.back());
  return match;
}

// "875/125 mg", "200/25 and 800/100 micrograms": the parts of a fixed combination.
Found combined_doses_at(const Reader& reader, size_t at) {
  const auto pair_end = [&reader](size_t index) -> size_t {
    const bool pair = reader.plain_number(index) && reader.sign(index + 1, "/") &&
                      reader.at(index + 1).glued && reader.plain_number(index + 2) &&
                      reader.at(index + 2).glued && !reader.at(index + 2).spelled;
    return pair ? index + 3 : 0;
  };
  if (at > 0 && reader.sign(at - 1, "/")) return std::nullopt;
  std::vector<size_t> pairs;
  constexpr size_t kPairsMax = 6;
  size_t next = at;
  while (pairs.size() < kPairsMax && pair_end(next) > 0) {
    pairs.push_back(next);
    next = pair_end(next);
    size_t joint = reader.sign(next, ",") ? next + 1 : next;
    if (reader.any_word(joint, {"and", "or", "vs", "versus"})) ++joint;
    if (joint == next || pair_end(joint) == 0) break;
    next = joint;
  }
  if (pairs.empty()) return std::nullopt;
  const auto unit = unit_span_at(reader, next);
  if (!unit || unit->unit_class != UnitClass::kDose || !is_given(reader, at, *unit)) return std::nullopt;
  // "1/2 tablet" is half of one.
  constexpr double kPartMax = 10;
  if (reader.at(at).value < reader.at(at + 2).value && reader.at(at + 2).value <= kPartMax)
    return std::nullopt;
  Match match{{}, unit->end};
  for (const size_t pair : pairs) {
    const size_t end = pair == pairs.back() ? unit->end : pair + 3;
    Quantity& dose = match.quantities.emplace_back(reader.make(QuantityKind::kDose, pair, end));
    dose.numerator = reader.at(pair).value;
    dose.denominator = reader.at(pair + 2).value;
    dose.unit = unit->name;
  }
  match.end = add_schedule(reader, match.end, match.quantities.back());
  return match;
}

}  // namespace

Found dose_at(const Reader& reader, size_t at) {
  if (Found combined = combined_doses_at(reader, at)) return combined;
  if (Found listed = listed_doses_at(reader, at)) return listed;
  auto amount = amount_at(reader, at);
  if (!amount) return std::nullopt;
  auto unit = unit_span_at(reader, amount->end);
  if (!unit || (unit->unit_class == UnitClass::kTime && !unit->divided)) return std::nullopt;
  // "10 mg to 20 mg".
  const bool change =
      at > 0 && reader.word(at - 1, "from") && reader.word(unit->end, "to") && says_change(reader, at - 1);
  if (std::isnan(amount->high) && !change && reader.separates(unit->end, false) &&
      reader.plain_number(unit->end + 1) && reader.at(unit->end + 1).value > amount->value) {
    const auto same = unit_span_at(reader, unit->end + 2);
    if (same && same->name == unit->name) {
      amount->low = amount->value;
      amount->high = reader.at(unit->end + 1).value;
      amount->value = kNotStated;
      unit->end = same->end;
    }
  }
  size_t end = unit->end;
  const bool lone_unit = amount->spelled && unit->name == "unit";
  const bool measurement = lone_unit || !is_given(reader, at, *unit);
  const QuantityKind measured = std::isnan(amount->high) ? QuantityKind::kNumber : QuantityKind::kRange;
  Quantity quantity = amount->quantity(reader, measurement ? measured : QuantityKind::kDose, at, end);
  quantity.unit = unit->name;
  if (const auto interval = reader.interval(end); interval && interval->named && std::isnan(amount->high)) {
    quantity.low = interval->low;
    quantity.high = interval->high;
    quantity.confidence = interval->confidence;
    quantity.span.end = reader.make(quantity.kind, at, interval->end).span.end;
    return Match{{quantity}, interval->end};
  }
  if (!measurement) end = add_schedule(reader, end, quantity);
  return Match{{quantity}, end};
}

}  // namespace attest::quantities
