// What is left when no more telling pattern fits: ranges, measurements, dimensions, money, multiples.
#include <cmath>

#include "quantities/reader.h"

namespace attest::quantities {

namespace {

// "-fold", "-point", "-lead", "times": a unit that is no measure; returns the lexeme after it.
size_t skip_hanging_unit(const Reader& reader, size_t at) {
  const bool hyphen = reader.sign(at, "-") && reader.at(at).glued;
  const size_t word = hyphen ? at + 1 : at;
  if (hyphen && reader.any_word(word, {"fold", "point", "gauge"})) return word + 1;
  return reader.word(word, "fold") ? word + 1 : at;
}

// "ten times more than", "three times the dose": a multiple, where "three times a day" counts.
Found multiple_at(const Reader& reader, size_t at) {
  if (!reader.plain_number(at)) return std::nullopt;
  size_t times = at + 1;
  if (reader.separates(times, false) && reader.plain_number(times + 1)) times += 2;
  if (!reader.word(times, "times")) return std::nullopt;
  if (!reader.any_word(
          times + 1, {"more", "less", "the", "as", "higher", "lower", "greater", "larger", "smaller", "that",
                      "those", "longer", "faster", "likelier", "upper", "normal", "baseline", "likely"}))
    return std::nullopt;
  const bool range = times > at + 1;
  Quantity quantity = reader.make(range ? QuantityKind::kRange : QuantityKind::kNumber, at, times + 1);
  if (range) {
    quantity.low = reader.at(at).value;
    quantity.high = reader.at(times - 1).value;
  } else {
    quantity.value = reader.at(at).value;
  }
  quantity.unit = "fold";
  return Match{{quantity}, times + 1};
}

// "1:1", "1:1000", "120/80 mmHg": a ratio of parts, a dilution, two pressures.
Found parts_at(const Reader& reader, size_t at) {
  if (!reader.plain_number(at) || !reader.any_sign(at + 1, {":", "/"}) || !reader.at(at + 1).glued)
    return std::nullopt;
  if (!reader.plain_number(at + 2) || !reader.at(at + 2).glued) return std::nullopt;
  size_t end = at + 3;
  while (reader.sign(end, ":") && reader.at(end).glued && reader.plain_number(end + 1) &&
         reader.at(end + 1).glued)
    end += 2;
  Quantity quantity;
  quantity.numerator = reader.at(at).value;
  quantity.denominator = reader.at(at + 2).value;
  constexpr double kRateBaseMin = 100;
  if (quantity.numerator == 1 && quantity.denominator >= kRateBaseMin && end == at + 3) {
    if (const auto noun = counted_noun(reader, end); noun && noun->sample) {  // "1:2,000 pregnancies"
      quantity.measure = "rate";
      quantity.unit = reader.at(noun->head).text;
      quantity.kind = QuantityKind::kProportion;
      quantity.span = reader.make(quantity.kind, at, noun->end).span;
      return Match{{quantity}, noun->end};
    }
  }
  if (const auto unit = unit_span_at(reader, end)) {
    quantity.unit = unit->name;
    end = unit->end;
  }
  quantity.span = reader.make(QuantityKind::kNumber, at, end).span;
  return Match{{quantity}, end};
}

// "0.79, 0.50-1.27": an estimate inside its interval, without any name.
Found unnamed_estimate_at(const Reader& reader, const Number& value, size_t at) {
  if (value.integer || value.percent || value.value <= 0) return std::nullopt;
  if (!reader.any_sign(value.end, {",", ";"})) return std::nullopt;
  const auto low = reader.number(value.end + 1);
  if (!low || low->integer || low->percent || !reader.separates(low->end, false)) return std::nullopt;
  const auto high = reader.number(low->end + 1);
  if (!high || high->integer || high->percent || low->value <= 0) return std::nullopt;
  if (value.value < low->value || value.value > high->value) return std::nullopt;
  Quantity quantity = reader.make(QuantityKind::kRatio, at, high->end);
  quantity.measure = "ratio";
  quantity.value = value.value;
  quantity.low = low->value;
  quantity.high = high->value;
  return Match{{quantity}, high->end};
}

// "visit 1", "delta F 508": a number right after a word that takes no value is a part of its name.
// "first molars (783)"; a smaller number is rather a reference.
bool stands_alone_in_brackets(const Reader& reader, size_t at) {
  constexpr double kReferenceMax = 100;
  return at > 1 && reader.sign(at - 1, "(") && reader.sign(at + 1, ")") &&
         reader.at(at - 2).kind == LexemeKind::kWord && reader.at(at).integer && !reader.at(at).spelled &&
         !reader.is_year(at) && reader.at(at).value > kReferenceMax;
}

// "patients (7), it appeared": a reference in round brackets.
bool is_reference(const Reader& reader, size_t at) {
  constexpr double kReferenceMax = 100;
  return at > 1 && reader.sign(at - 1, "(") && reader.sign(at + 1, ")") &&
         reader.at(at - 2).kind == LexemeKind::kWord && reader.at(at).integer && !reader.at(at).spelled &&
         reader.at(at).value <= kReferenceMax && reader.any_sign(at + 2, {",", "."});
}

bool ends_name(const Reader& reader, size_t at) {
  if (at == 0 || !reader.at(at).integer || reader.at(at).spelled || reader.at(at).grouped) return false;
  const Lexeme& before = reader.at(at - 1);
  if (before.kind != LexemeKind::kWord) return false;
  if (takes_value(before.text) || ends_noun_phrase(before.text)) return false;
  if (before.text.size() > 3 && before.text.substr(before.text.size() - 2) == "ed") return false;
  // "scored badly (7)" is far from a name; what is compared or in a list with units is a value.
  return !reader.any_sign(at + 1, {"%", "/", "+-"});
}

// "4-aminopyridine", "3-vessel": a number that is part of a name.
bool begins_name(const Reader& reader, size_t at) {
  if (!reader.sign(at, "-") || !reader.at(at).glued || reader.at(at + 1).kind != LexemeKind::kWord)
    return false;
  return reader.at(at + 1).glued || !ends_noun_phrase(reader.at(at + 1).text);  // "1- butanol"
}

bool says_aged(const Reader& reader, size_t at) {
  constexpr size_t kBack = 3;
  for (size_t back = 1; back <= kBack && back <= at; ++back) {
    if (reader.any_word(at - back, {"aged", "age", "ages"})) return true;
  }
  return false;
}

}  // namespace

namespace {

// "4.5 x 10(9)/l", "10^6 cells".
Found scientific_at(const Reader& reader, size_t at) {
  size_t ten = at + 1;
  if (!reader.plain_number(at)) return std::nullopt;
  if (reader.word(ten, "x") || reader.sign(ten, "x"))
    ++ten;
  else if (reader.at(at).value == 10)
    ten = at;
  else
    return std::nullopt;
  if (reader.at(ten).kind != LexemeKind::kNumber || reader.at(ten).value != 10) return std::nullopt;
  size_t next = ten + 1;
  const bool bracket = reader.sign(next, "(") && reader.at(next).glued;
  if (!bracket && !reader.sign(next, "^") && !(reader.sign(next, "-") && reader.at(next).glued && ten != at))
    return std::nullopt;
  if (bracket || reader.sign(next, "^")) ++next;
  const bool negative = reader.sign(next, "-");
  if (negative) ++next;
  constexpr double kExponentMax = 30;
  if (reader.at(next).kind != LexemeKind::kNumber || !reader.at(next).glued || !reader.at(next).integer ||
      reader.at(next).value > kExponentMax)
    return std::nullopt;
  const double exponent = reader.at(next).value * (negative ? -1 : 1);
  size_t end = next + 1;
  if (bracket) {
    if (!reader.sign(end, ")")) return std::nullopt;
    ++end;
  }
  Quantity quantity;
  quantity.value = (ten == at ? 1 : reader.at(at).value) * std::pow(10, exponent);
  if (const auto unit = unit_span_at(reader, end)) {
    quantity.unit = unit->name;
    end = unit->end;
  } else {
    end = add_rate(reader, end, quantity.unit);
  }
  quantity.span = reader.make(QuantityKind::kNumber, at, end).span;
  return Match{{quantity}, end};
}

}  // namespace

Found dimension_at(const Reader& reader, size_t at) {
  if (!reader.plain_number(at)) return std::nullopt;
  if (Found scientific = scientific_at(reader, at)) {
    if (!reader.separates(scientific->end, false)) return scientific;
    const Found upper = scientific_at(reader, scientific->end + 1);
    if (!upper) return scientific;
    Quantity range = reader.make(QuantityKind::kRange, at, upper->end);
    range.low = scientific->quantities.front().value;
    range.high = upper->quantities.front().value;
    range.unit = upper->quantities.front().unit;
    return Match{{range}, upper->end};
  }
  if (Found multiple = multiple_at(reader, at)) return multiple;
  size_t end = at + 1;
  constexpr int kSidesMax = 6;
  for (int side = 1; side < kSidesMax; ++side) {
    if (!reader.word(end, "x") && !reader.sign(end, "x")) break;
    if (!reader.plain_number(end + 1)) break;
    end += 2;
  }
  if (end == at + 1) return std::nullopt;
  Quantity quantity;
  if (reader.at(end).kind == LexemeKind::kWord) {
    if (const auto unit = unit_span_at(reader, end)) {
      // "2 x 10 mg" is a dose.
      if (unit->unit_class != UnitClass::kMeasurement && !unit->concentration) return std::nullopt;
      quantity.unit = unit->name;
      end = unit->end;
    }
  }
  quantity.span = reader.make(QuantityKind::kNumber, at, end).span;
  quantity.value = reader.at(at).value;
  return Match{{quantity}, end};
}

bool is_currency(const Reader& reader, size_t at) {
  const std::string_view sign = reader.at(at).span.of(reader.text());
  return sign == "$" || sign == "\xC2\xA3" || sign == "\xE2\x82\xAC";
}

Found money_at(const Reader& reader, size_t at) {
  const std::string_view sign = reader.at(at).span.of(reader.text());
  if (!is_currency(reader, at) || !reader.plain_number(at + 1)) return std::nullopt;
  size_t end = at + 2;
  if (reader.separates(end, false)) {  // "$30 to $45"
    const size_t second = is_currency(reader, end + 1) ? end + 2 : end + 1;
    if (reader.plain_number(second) && reader.at(second).value > reader.at(at + 1).value) {
      Quantity range = reader.make(QuantityKind::kRange, at, second + 1);
      range.low = reader.at(at + 1).value;
      range.high = reader.at(second).value;
      range.unit = sign;
      return Match{{range}, second + 1};
    }
  }
  Quantity quantity = reader.make(QuantityKind::kNumber, at, end);
  quantity.value = reader.at(at + 1).value;
  quantity.unit = sign;
  return Match{{quantity}, end};
}

Found plain_at(const Reader& reader, size_t at) {
  if (Found parts = parts_at(reader, at)) return parts;
  const auto first = reader.number(at);
  if (!first) return std::nullopt;
  if (Found estimate = unnamed_estimate_at(reader, *first, at)) return estimate;
  const size_t core = first->end - 1;
  const size_t hanging = skip_hanging_unit(reader, first->end);
  const bool aged_in_words = at > 0 && reader.any_word(at - 1, {"aged", "age"}) &&
                             reader.any_word(first->end, {"and", "or"}) &&
                             reader.any_word(first->end + 1, {"older", "over", "above", "younger", "under"});
  if (reader.at(core).spelled && aged_in_words) {  // "aged sixty-five and older"
    Quantity age = reader.make(QuantityKind::kNumber, at, first->end);
    age.value = first->value;
    age.measure = "age";
    return Match{{age}, first->end};
  }
  if (reader.at(core).spelled && hanging == first->end) return std::nullopt;  // "one of these", "the two"
  const bool between = at > 0 && reader.word(at - 1, "between") && reader.word(first->end, "and");
  // "rose from 58 to 67", "a rise in pressure (58 to 67 mmHg)"
  const bool change = at > 0 && (reader.word(at - 1, "from") || reader.sign(at - 1, "(")) &&
                      reader.word(first->end, "to") && says_change(reader, at - 1);
  // "from 2.1 million in 1990 to 3.9 million": a date, and the later value
  const bool dated = reader.is_year(at) && at > 0 && reader.word(at - 1, "in") &&
                     reader.word(first->end, "to") && !reader.is_year(first->end + 1);
  if ((reader.separates(first->end, false) && !change && !dated) || between) {
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
      const auto unit = unit_span_at(reader, second->end);
      if (unit) quantity.unit = unit->name;
      const size_t end = unit ? unit->end : add_rate(reader, second->end, quantity.unit);
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
  const auto unit = unit_span_at(reader, first->end);
  if (hanging == first->end && !unit && begins_name(reader, first->end)) return Match{{}, first->end};
  if (core == at && !unit && hanging == first->end && (ends_name(reader, at) || is_reference(reader, at)))
    return Match{{}, first->end};
  if (unit && unit->unit_class == UnitClass::kTime && core > at) {  // "+24 h"
    Quantity quantity = reader.make(QuantityKind::kDuration, at, unit->end);
    quantity.value = first->value;
    quantity.unit = unit->name;
    return Match{{quantity}, unit->end};
  }
  Quantity quantity;
  quantity.value = first->value;
  size_t end = hanging > first->end ? hanging : add_rate(reader, first->end, quantity.unit);
  if (!unit && is_currency(reader, first->end) && reader.at(first->end).glued) {  // "24,350€"
    quantity.unit = reader.at(first->end).span.of(reader.text());
    quantity.span = reader.make(QuantityKind::kNumber, at, first->end + 1).span;
    return Match{{quantity}, first->end + 1};
  }
  if (stands_alone_in_brackets(reader, at)) {  // "first molars (783)"
    quantity.span = reader.make(QuantityKind::kCount, at, at + 1).span;
    quantity.kind = QuantityKind::kCount;
    return Match{{quantity}, at + 1};
  }
  if (unit && hanging == first->end) {
    quantity.unit = unit->name;
    end = unit->end;
  }
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
