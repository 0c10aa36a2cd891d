// The unit after a number, as far as it goes: "mg", "-week", "mg/kg/day", "pmol.l(-1)", "mL/min per 1.73 m2",
// "fmol per milligram of protein", "beats/min".
//
//   unit  = ["-"] part { divide part | part negative-power }
//   part  = known unit [power] | word before a division by a known unit
//   power = "(2)" | "(-1)" | "-1" | "^3" | superscript
#include "quantities/reader.h"

namespace attest::quantities {

namespace {

constexpr int kPartsMax = 4;

struct Power {
  size_t end = 0;
  bool negative = false;
};

// "(2)", "(-1)", "-1", "^-1", "²": a power that is glued to its unit.
std::optional<Power> power_at(const Reader& reader, size_t at) {
  constexpr double kPowerMax = 12;
  const auto small = [&reader](size_t index) {
    return reader.at(index).kind == LexemeKind::kNumber && reader.at(index).integer &&
           reader.at(index).glued && reader.at(index).value <= kPowerMax;
  };
  if (!reader.at(at).glued) return std::nullopt;
  if (reader.sign(at, "(")) {
    const bool negative = reader.sign(at + 1, "-");
    const size_t number = negative ? at + 2 : at + 1;
    if (small(number) && reader.sign(number + 1, ")")) return Power{number + 2, negative};
    return std::nullopt;
  }
  size_t next = at;
  if (reader.sign(next, "^")) ++next;
  const bool negative = reader.sign(next, "-");
  if (negative) ++next;
  if (next == at) {  // "²"
    const std::string_view sign = reader.at(at).span.of(reader.text());
    if (sign == "\xC2\xB2" || sign == "\xC2\xB3" || sign == "\xC2\xB9") return Power{at + 1, false};
    return std::nullopt;
  }
  if (small(next)) return Power{next + 1, negative};
  const std::string_view raised = reader.at(next).span.of(reader.text());
  if (negative && reader.at(next).glued && (raised == "\xC2\xB9" || raised == "\xC2\xB2")) {
    return Power{next + 1, true};
  }
  return std::nullopt;
}

// A known unit at a word, with the words that belong to it: "mm Hg", "degrees C".
struct Part {
  std::string name;
  UnitClass unit_class = UnitClass::kMeasurement;
  size_t end = 0;
};

// Units of one capital letter, which is more often a name: "1.5 T", "40 C for", "5 F catheter".
std::optional<Part> capital_unit(const Reader& reader, size_t at) {
  const Lexeme& letter = reader.at(at);
  if (letter.span.size() != 1 || !letter.capitals || at == 0) return std::nullopt;
  const Lexeme& number = reader.at(at - 1);
  if (number.kind != LexemeKind::kNumber || number.spelled) return std::nullopt;
  constexpr double kTeslaMax = 12;
  constexpr double kCelsiusMin = 4;
  constexpr double kCelsiusMax = 110;
  if (letter.text == "t" && number.value <= kTeslaMax && !reader.any_word(at + 1, {"cell", "cells"}) &&
      !reader.sign(at + 1, "-"))
    return Part{"tesla", UnitClass::kMeasurement, at + 1};
  const bool clause = reader.any_word(at + 1, {"for", "in", "and", "to", "with", "until", "at"}) ||
                      reader.any_sign(at + 1, {".", ",", ";", ")"});
  if (letter.text == "c" && number.value >= kCelsiusMin && number.value <= kCelsiusMax && clause)
    return Part{"degree", UnitClass::kMeasurement, at + 1};
  if (letter.text == "f" && reader.any_word(at + 1, {"catheter", "catheters", "sheath", "sheaths", "stent",
                                                     "vascular", "tube", "tubes"}))
    return Part{"french", UnitClass::kMeasurement, at + 1};
  if (letter.text == "m" && !number.integer) return Part{"mol/l", UnitClass::kMeasurement, at + 1};
  return std::nullopt;
}

std::optional<Part> known_part(const Reader& reader, size_t at) {
  const Lexeme& word = reader.at(at);
  if (word.span.of(reader.text()) == "\xC2\xB0") {  // "8°C"
    const bool scale = reader.any_word(at + 1, {"c", "f"});
    return Part{"degree", UnitClass::kMeasurement, scale ? at + 2 : at + 1};
  }
  if (reader.word(at + 1, "g") &&
      (reader.any_sign(at, {"x"}) || word.text == "x"))  // "centrifuged at 1500 x g"
    return Part{"x g", UnitClass::kMeasurement, at + 2};
  if (word.kind != LexemeKind::kWord) return std::nullopt;
  if (word.text == "percentage") {
    const size_t point = reader.sign(at + 1, "-") ? at + 2 : at + 1;
    if (reader.any_word(point, {"point", "points"}))
      return Part{"percentage point", UnitClass::kMeasurement, point + 1};
  }
  if (word.text == "international" && reader.any_word(at + 1, {"unit", "units"}))
    return Part{"IU", UnitClass::kDose, at + 2};
  if (word.text == "standard" && reader.any_word(at + 1, {"deviation", "deviations"}))
    return Part{"SD", UnitClass::kMeasurement, at + 2};
  if (reader.any_word(at, {"sd", "sds"}) && reader.at(at + 1).kind != LexemeKind::kNumber &&
      !reader.any_sign(at + 1, {"=", ":"}))
    return Part{"SD", UnitClass::kMeasurement, at + 1};
  if (word.text == "cobalt" && reader.any_word(at + 1, {"gray", "gy"}))
    return Part{"CGE", UnitClass::kDose,
                reader.any_word(at + 2, {"equivalent", "equivalents"}) ? at + 3 : at + 2};
  if (word.text == "us" && word.capitals && reader.any_word(at + 1, {"dollar", "dollars"}))
    return Part{"dollar", UnitClass::kMeasurement, at + 2};
  if (word.text == "n" && word.capitals && reader.sign(at + 1, "-") && reader.word(at + 2, "m"))
    return Part{"newton-metre", UnitClass::kMeasurement, at + 3};
  if (auto capital = capital_unit(reader, at)) return capital;
  const auto unit = unit_of(word.text);
  if (!unit) return std::nullopt;
  // "24 MS patients", "12 MG patients": no milliseconds, no milligrams.
  if (word.capitals && word.span.size() > 1) {
    const auto people = counted_noun(reader, at);
    if (people && people->sample && people->head > at) return std::nullopt;
  }
  // A single capital letter is a name or an initial, save "U" and "L": "5 M", "2 D", "10 S".
  if (word.span.size() == 1 && word.capitals && word.text != "u" && word.text != "l" && word.text != "w" &&
      word.text != "j")
    return std::nullopt;
  Part part{std::string(unit->canonical), unit->unit_class, at + 1};
  // "50 µM", "10 mM": molar concentrations, which only their capital tells from lengths.
  if (word.span.of(reader.text()).back() == 'M' && word.span.size() == 2) {
    if (word.text == "um") part.name = "umol/l";
    if (word.text == "mm" && !reader.word(part.end, "hg")) part.name = "mmol/l";
    if (word.text == "nm") part.name = "nmol/l";
  }
  if (part.name == "mm" && reader.word(part.end, "hg")) {
    part.name = "mmHg";
    ++part.end;
  } else if (part.name == "cm" && reader.any_word(part.end, {"h2o", "h20"})) {
    part.name = "cmH2O";
    ++part.end;
  } else if (part.name == "degree" && reader.any_word(part.end, {"c", "f", "celsius", "centigrade"})) {
    ++part.end;
  }
  return part;
}

bool is_volume_or_mass(std::string_view name) {
  for (const std::string_view other : {"l", "ml", "dl", "microlitre", "nl", "g", "mg", "microgram", "mm3",
                                       "cm3", "mol", "mmol", "cm2", "mm2"}) {
    if (name == other) return true;
  }
  return false;
}

// What an amount may be divided by though it is no unit: "per tablet", "/eye".
bool is_divisor(const Reader& reader, size_t at) {
  return reader.any_word(
      at, {"dose", "injection", "session", "site",     "tablet",      "muscle",    "person", "patient",
           "eye",  "field",     "hpf",     "fraction", "application", "cigarette", "capita", "body",
           "cell", "beat",      "breath",  "serving",  "daily",       "lb"});
}

// "of protein", "creatinine", "body weight" after a mass that divides.
size_t skip_what_divides(const Reader& reader, size_t at) {
  const size_t next = reader.word(at, "of") ? at + 1 : at;
  if (reader.any_word(next, {"body", "wet", "dry", "tissue"}) && reader.word(next + 1, "weight"))
    return next + 2;
  return reader.any_word(next, {"protein", "creatinine", "bw", "tissue", "hemoglobin", "haemoglobin", "dna"})
             ? next + 1
             : at;
}

void add_divisor(UnitSpan& unit, std::string_view name) {
  unit.name += '/';
  unit.name += name;
  unit.concentration = unit.concentration || is_volume_or_mass(name);
  unit.divided = true;
}

// "/kg", "per 100 ml", ". l(-1)", " min-1": one more part; false when none follows.
bool add_part(const Reader& reader, UnitSpan& unit) {
  size_t next = unit.end;
  const bool divides = reader.sign(next, "/") || reader.word(next, "per");
  if (divides) {
    ++next;
    // "per 1.73 m2", "/100 ml": the amount belongs to the unit.
    if (reader.plain_number(next) && !reader.is_year(next)) ++next;
    if (const auto part = known_part(reader, next)) {
      add_divisor(unit, part->name);
      unit.end = part->end;
      if (const auto power = power_at(reader, unit.end)) unit.end = power->end;
      if (is_volume_or_mass(part->name) || part->name == "kg") unit.end = skip_what_divides(reader, unit.end);
      return true;
    }
    if (!is_divisor(reader, next)) return false;
    add_divisor(unit, reader.at(next).text);
    unit.end = next + 1;
    return true;
  }
  // "micrograms fentanyl/hr", "nmol PHE/min": what is measured stands between the parts.
  if (!unit.divided && reader.at(next).kind == LexemeKind::kWord && reader.sign(next + 1, "/") &&
      reader.at(next + 1).glued && !ends_noun_phrase(reader.at(next).text)) {
    const auto time = known_part(reader, next + 2);
    if (time && time->unit_class == UnitClass::kTime) {
      add_divisor(unit, time->name);
      unit.end = time->end;
      return true;
    }
  }
  // "pmol. l(-1)", "ml·min-1", "kg-1 day-1", "mg I ml(-1)": what divides is told by its power.
  if (reader.any_sign(next, {".", "?", "x"})) ++next;
  // "5 mg.kg": the power was left out.
  if (next > unit.end && reader.at(next).glued && reader.at(next - 1).glued && reader.word(next, "kg") &&
      !reader.sign(next + 1, "-")) {
    add_divisor(unit, "kg");
    unit.end = next + 1;
    return true;
  }
  if (reader.at(next).kind != LexemeKind::kWord) return false;
  // "10 mg q4-6h": every so many hours, no power
  const std::string_view word = reader.at(next).text;
  if (word.size() > 1 && word[0] == 'q' && word[1] >= '0' && word[1] <= '9') return false;
  const auto negative = [&reader](size_t index) {
    const auto power = power_at(reader, index);
    return power && power->negative ? power : std::nullopt;
  };
  auto power = negative(next + 1);
  if (!power && reader.at(next).span.size() == 1 && unit_of(reader.at(next + 1).text)) {
    power = negative(++next + 1);
  }
  if (!power) return false;
  const auto known = unit_of(reader.at(next).text);
  add_divisor(unit, known ? known->canonical : std::string_view(reader.at(next).text));
  unit.end = power->end;
  return true;
}

// "beats/min", "stroke volumes/s", "breaths per minute": what is counted in a time or a volume.
std::optional<UnitSpan> counted_rate_at(const Reader& reader, size_t at) {
  constexpr size_t kWordsMax = 2;
  for (size_t end = at + 1; end <= at + kWordsMax; ++end) {
    const Lexeme& word = reader.at(end - 1);
    if (word.kind != LexemeKind::kWord || ends_noun_phrase(word.text) || is_sample_noun(word.text)) break;
    const bool slash = reader.sign(end, "/") && reader.at(end).glued;
    const bool per =
        reader.word(end, "per") &&
        reader.any_word(end - 1, {"beats", "breaths", "cycles", "cells", "copies", "counts", "pulses"});
    if (!slash && !per) continue;
    UnitSpan unit{std::string(word.text), UnitClass::kMeasurement, false, false, end};
    if (!add_part(reader, unit)) break;
    while (add_part(reader, unit)) {
    }
    return unit;
  }
  return std::nullopt;
}

}  // namespace

std::optional<UnitSpan> unit_span_at(const Reader& reader, size_t at) {
  if (reader.sign(at, "-") && reader.at(at).glued) ++at;
  const auto first = known_part(reader, at);
  if (!first) return counted_rate_at(reader, at);
  UnitSpan unit{first->name, first->unit_class, false, false, first->end};
  if (const auto power = power_at(reader, unit.end)) {
    if (power->negative) return std::nullopt;
    unit.end = power->end;
  }
  if (unit.unit_class == UnitClass::kTime) {
    // "30 minutes per day" is a time; "12 ms/mmHg" is none.
    const auto divisor = reader.sign(unit.end, "/") ? known_part(reader, unit.end + 1) : std::nullopt;
    if (!divisor || divisor->unit_class == UnitClass::kTime) return unit;
  }
  for (int part = 1; part < kPartsMax && add_part(reader, unit); ++part) {
  }
  return unit;
}

size_t add_rate(const Reader& reader, size_t at, std::string& name) {
  UnitSpan unit{name, UnitClass::kMeasurement, false, false, at};
  for (int part = 0; part < kPartsMax && add_part(reader, unit); ++part) {
  }
  if (unit.end == at) return at;
  name = unit.name.front() == '/' ? unit.name.substr(1) : unit.name;
  return unit.end;
}

}  // namespace attest::quantities
