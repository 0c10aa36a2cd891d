// What is left when no more telling pattern fits: ranges, measurements, dimensions, money, multiples.
#include "text/quantities/reader.h"

namespace attest::quantities {

namespace {

// "-fold", "-point", "-gauge": a unit that hangs on its number; returns the lexeme after it.
size_t skip_hanging_unit(const Reader& reader, size_t at) {
  const bool hyphen = reader.sign(at, "-") && reader.at(at).glued;
  const size_t word = hyphen ? at + 1 : at;
  if (hyphen && reader.any_word(word, {"fold", "point", "gauge", "item", "lead"})) return word + 1;
  return reader.word(word, "fold") ? word + 1 : at;
}

// "4-aminopyridine", "3-vessel": a number that is part of a name.
bool begins_name(const Reader& reader, size_t at) {
  return reader.sign(at, "-") && reader.at(at).glued && reader.at(at + 1).glued &&
         reader.at(at + 1).kind == LexemeKind::kWord;
}

bool says_aged(const Reader& reader, size_t at) {
  constexpr size_t kBack = 3;
  for (size_t back = 1; back <= kBack && back <= at; ++back) {
    if (reader.any_word(at - back, {"aged", "age", "ages"})) return true;
  }
  return false;
}

}  // namespace

size_t add_rate(const Reader& reader, size_t at, std::string& unit) {
  constexpr int kPartsMax = 3;
  for (int part = 0; part < kPartsMax; ++part) {
    size_t next = at;
    if (!reader.sign(next, "/") && !reader.word(next, "per")) return at;
    ++next;
    // "per 1.73 m2": the amount belongs to the unit.
    if (reader.plain_number(next) && !reader.is_year(next)) ++next;
    if (reader.at(next).kind != LexemeKind::kWord) return at;
    const auto named = unit_of(reader.at(next).text);
    if (!named && !reader.any_word(next, {"nl", "ul", "hpf"})) return at;
    if (!unit.empty()) unit += '/';
    unit += named ? std::string(named->canonical) : reader.at(next).text;
    at = next + 1;
  }
  return at;
}

Found dimension_at(const Reader& reader, size_t at) {
  if (!reader.plain_number(at)) return std::nullopt;
  size_t end = at + 1;
  constexpr int kSidesMax = 3;
  for (int side = 1; side < kSidesMax; ++side) {
    if (!reader.word(end, "x") && !reader.sign(end, "x")) break;
    if (!reader.plain_number(end + 1)) break;
    end += 2;
  }
  if (end == at + 1) return std::nullopt;
  Quantity quantity;
  if (reader.at(end).kind == LexemeKind::kWord) {
    if (const auto unit = unit_of(reader.at(end).text)) {
      if (unit->unit_class != UnitClass::kMeasurement) return std::nullopt;  // "2 x 10 mg" is a dose
      quantity.unit = unit->canonical;
      ++end;
    }
  }
  quantity.span = reader.make(QuantityKind::kNumber, at, end).span;
  quantity.value = reader.at(at).value;
  return Match{{quantity}, end};
}

Found money_at(const Reader& reader, size_t at) {
  const std::string_view sign = reader.at(at).span.of(reader.text());
  if (sign != "$" && sign != "\xC2\xA3" && sign != "\xE2\x82\xAC") return std::nullopt;
  if (!reader.plain_number(at + 1)) return std::nullopt;
  size_t end = at + 2;
  if (reader.any_word(end, {"million", "billion", "thousand"})) ++end;
  Quantity quantity = reader.make(QuantityKind::kNumber, at, end);
  quantity.value = reader.at(at + 1).value;
  quantity.unit = sign;
  return Match{{quantity}, end};
}

Found plain_at(const Reader& reader, size_t at) {
  const auto first = reader.number(at);
  if (!first) return std::nullopt;
  const size_t core = first->end - 1;
  const size_t hanging = skip_hanging_unit(reader, first->end);
  if (reader.at(core).spelled && hanging == first->end) return std::nullopt;  // "one of these", "the two"
  const bool between = at > 0 && reader.word(at - 1, "between") && reader.word(first->end, "and");
  if (reader.separates(first->end, false) || between) {
    const auto second = reader.number(first->end + 1);
    const bool years = reader.is_year(at) && reader.is_year(first->end + 1);
    if (years) return Match{{}, second ? second->end : first->end};
    if (second && second->value >= first->value && !begins_name(reader, second->end)) {
      const bool aged = says_aged(reader, at);
      Quantity quantity;
      quantity.kind = aged ? QuantityKind::kNumber : QuantityKind::kRange;
      if (aged) quantity.measure = "age";
      quantity.low = first->value;
      quantity.high = second->value;
      const size_t end = add_rate(reader, second->end, quantity.unit);
      quantity.span = reader.make(quantity.kind, at, end).span;
      return Match{{quantity}, end};
    }
    if (second && second->value >= first->value) {
      const size_t end = skip_hanging_unit(reader, second->end);
      if (end > second->end) {
        Quantity quantity = reader.make(QuantityKind::kRange, at, end);
        quantity.low = first->value;
        quantity.high = second->value;
        return Match{{quantity}, end};
      }
    }
  }
  if (reader.is_year(core)) return Match{{}, first->end};
  if (hanging == first->end && begins_name(reader, first->end)) return Match{{}, first->end};
  Quantity quantity;
  quantity.value = first->value;
  size_t end = hanging > first->end ? hanging : add_rate(reader, first->end, quantity.unit);
  if (const auto interval = reader.interval(end); interval && interval->named) {
    quantity.low = interval->low;
    quantity.high = interval->high;
    quantity.confidence = interval->confidence;
    end = interval->end;
  }
  quantity.span = reader.make(QuantityKind::kNumber, at, end).span;
  return Match{{quantity}, end};
}

}  // namespace attest::quantities
