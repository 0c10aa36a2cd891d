// Doses with their schedule, and time spans.
#include <cmath>

#include "text/quantities/reader.h"

namespace attest::quantities {

namespace {

struct Amount {
  double value = kNotStated;
  double low = kNotStated;
  double high = kNotStated;
  size_t end = 0;
  bool spelled = false;
};

// "100", "10–20", "6- to 15" and, where the unit stands twice, "10 mg to 20".
std::optional<Amount> amount_at(const Reader& reader, size_t at) {
  if (!reader.plain_number(at) || reader.at(at).fraction) return std::nullopt;
  Amount amount;
  amount.value = reader.at(at).value;
  amount.spelled = reader.at(at).spelled;
  amount.end = at + 1;
  size_t next = at + 1;
  if (reader.sign(next, "-") && reader.any_word(next + 1, {"to", "or"})) ++next;
  const bool between = at > 0 && reader.word(at - 1, "between") && reader.word(next, "and");
  if (reader.separates(next, false) || between) {
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

// The unit after an amount: "mg", "- month". Returns the unit and moves `at` behind it.
std::optional<Unit> unit_at(const Reader& reader, size_t& at) {
  size_t next = at;
  if (reader.sign(next, "-") && reader.at(next).glued) ++next;
  if (reader.at(next).kind != LexemeKind::kWord) return std::nullopt;
  const auto unit = unit_of(reader.at(next).text);
  if (!unit) return std::nullopt;
  const Lexeme& word = reader.at(next);
  // A single capital letter is a name or an initial, save "U" and "L": "5 M", "2 D", "10 S".
  if (word.span.size() == 1 && word.capitals && word.text != "u" && word.text != "l") return std::nullopt;
  at = next + 1;
  // "50 µM", "10 mM": molar concentrations, which only their capital tells from lengths.
  if (word.span.of(reader.text()).back() == 'M') {
    if (word.text == "um") return Unit{"umol/l", UnitClass::kMeasurement};
    if (word.text == "mm" && !reader.word(at, "hg")) return Unit{"mmol/l", UnitClass::kMeasurement};
    if (word.text == "nm") return Unit{"nmol/l", UnitClass::kMeasurement};
  }
  return unit;
}

Quantity from(const Reader& reader, QuantityKind kind, const Amount& amount, size_t first, size_t end) {
  Quantity quantity = reader.make(kind, first, end);
  quantity.value = amount.value;
  quantity.low = amount.low;
  quantity.high = amount.high;
  return quantity;
}

// "/kg/day", "per kg per day", "kg-1 day-1": added to the unit; returns the lexeme after them.
size_t add_denominators(const Reader& reader, size_t at, std::string& unit, bool& concentration) {
  constexpr int kDenominatorsMax = 3;
  for (int count = 0; count < kDenominatorsMax; ++count) {
    size_t next = at;
    const bool slash = reader.sign(next, "/") || reader.word(next, "per");
    if (slash) ++next;
    if (slash && reader.plain_number(next)) return at;  // "mg/24 h" is left as it is
    if (reader.at(next).kind != LexemeKind::kWord) return at;
    const auto part = unit_of(reader.at(next).text);
    const bool named =
        slash && reader.any_word(next, {"dose", "injection", "session", "site", "tablet", "muscle"});
    if (!part && !named) return at;
    if (!slash) {
      // "kg-1": the lexer reads the exponent as a name's number.
      if (!reader.sign(next + 1, "-") || !reader.at(next + 1).glued || !reader.at(next + 2).glued ||
          reader.at(next + 2).kind != LexemeKind::kNumber || reader.at(next + 2).value != 1)
        return at;
      at = next + 3;
    } else {
      at = next + 1;
    }
    const std::string_view name = part ? part->canonical : std::string_view(reader.at(next).text);
    unit += '/';
    unit += name;
    concentration =
        concentration || name == "l" || name == "ml" || name == "dl" || name == "g" || name == "mg";
  }
  return at;
}

// The schedule as written after a dose: "twice daily", "every 6 hours", "orally once a day".
size_t schedule_end(const Reader& reader, size_t at) {
  constexpr size_t kScheduleMax = 8;
  size_t end = at;
  size_t next = at;
  while (next - at < kScheduleMax) {
    if (reader.plain_number(next)) {
      const bool repeated = reader.any_word(next + 1, {"times", "time"});
      const bool interval = next > at && reader.word(next - 1, "every");
      const bool per_day = reader.sign(next + 1, "/") && reader.any_word(next + 2, {"day", "d", "week"});
      if (!repeated && !interval && !per_day) break;
      next += per_day ? 3 : 2;
      end = next;
      continue;
    }
    if (reader.at(next).kind != LexemeKind::kWord || !is_schedule_word(reader.at(next).text)) break;
    ++next;
    // A schedule does not end in "a", "per", "the", "in".
    if (!reader.any_word(next - 1, {"a", "per", "the", "in", "at", "every", "each", "other", "before", "with",
                                    "by", "times", "time"}) &&
        !(reader.word(next - 1, "dose") && !reader.word(next - 2, "single"))) {
      end = next;
    }
  }
  return end;
}

bool says_age(const Reader& reader, size_t first, size_t end) {
  // "28 weeks of gestation" is a time, whatever the age of viability before it.
  if (reader.word(end, "gestation") || (reader.word(end, "of") && reader.word(end + 1, "gestation")) ||
      reader.word(end + 1, "gestation"))
    return false;
  if (reader.any_word(end, {"old", "olds"})) return true;
  if (reader.sign(end, "-") && reader.any_word(end + 1, {"old", "olds"})) return true;
  if (reader.word(end, "of") && reader.word(end + 1, "age")) return true;
  constexpr size_t kBack = 4;
  for (size_t back = 1; back <= kBack && back <= first; ++back) {
    const size_t before = first - back;
    if (reader.any_word(before, {"aged", "age", "ages"})) {
      return before == 0 || !reader.word(before - 1, "gestational");
    }
    if (reader.at(before).kind == LexemeKind::kNumber || reader.any_sign(before, {".", ";", "\n"}))
      return false;
  }
  return false;
}

// "at 6 months", "after one year", "6-month follow-up", "follow-up of 12 months".
bool says_follow_up(const Reader& reader, size_t first, size_t end) {
  size_t next = end;
  if (reader.sign(next, "-")) ++next;
  if (reader.any_word(next,
                      {"follow", "followup", "later", "postoperatively", "postpartum", "posttreatment"}))
    return true;
  if (reader.any_word(next, {"after", "post"})) return true;
  constexpr size_t kBack = 5;
  size_t before = first;
  for (size_t back = 1; back <= kBack && back <= first; ++back) {
    before = first - back;
    if (reader.any_word(before, {"at", "after", "followup"})) return true;
    if (reader.word(before, "up") && before >= 1) {
      const size_t dash = before - 1;
      if (reader.word(dash, "follow") ||
          (reader.sign(dash, "-") && dash >= 1 && reader.word(dash - 1, "follow")))
        return true;
      return reader.word(dash, "followed");
    }
    if (reader.word(before, "followed")) return true;
    // What may stand between: "at the", "follow-up was a mean of", "at 3, 6 and".
    if (!reader.any_word(before, {"the", "a", "of", "for", "was", "and", "mean", "median", "least", "about",
                                  "approximately", "period", "or", "to", "minimum", "is"}) &&
        !reader.any_sign(before, {",", "(", "-", ":", "="}) &&
        reader.at(before).kind != LexemeKind::kNumber) {
      return false;
    }
  }
  return false;
}

Quantity duration(const Reader& reader, const Amount& amount, std::string_view unit, size_t first, size_t end,
                  size_t context_end) {
  Quantity quantity = from(reader, QuantityKind::kDuration, amount, first, end);
  quantity.unit = unit;
  if (says_age(reader, first, context_end)) {
    quantity.kind = QuantityKind::kNumber;
    quantity.measure = "age";
  } else {
    quantity.follow_up = says_follow_up(reader, first, context_end);
  }
  return quantity;
}

// "3, 6 and 12 months", "20 or 40 mg": each is a time or a dose of its own.
Found listed_amounts_at(const Reader& reader, size_t at, UnitClass unit_class) {
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
    if (reader.any_word(step, {"and", "or"})) {
      joined = true;
      ++step;
    }
    if (step == next || !reader.plain_number(step) || reader.at(step).fraction) break;
    numbers.push_back(step);
    next = step + 1;
  }
  if (numbers.size() < 2) return std::nullopt;
  size_t end = next;
  const auto unit = unit_at(reader, end);
  if (!unit || unit->unit_class != unit_class) return std::nullopt;
  // "in group 3, 20 mg": only a conjunction tells a list of doses.
  if (unit_class == UnitClass::kDose && (!joined || reader.is_year(at))) return std::nullopt;
  if (at > 0 && reader.word(at - 1, "between")) return std::nullopt;
  Match match;
  match.end = end;
  std::string name(unit->canonical);
  bool concentration = false;
  if (unit_class == UnitClass::kDose) match.end = add_denominators(reader, end, name, concentration);
  for (const size_t index : numbers) {
    Amount amount;
    amount.value = reader.at(index).value;
    const bool last = index == numbers.back();
    if (unit_class == UnitClass::kDose) {
      match.quantities.push_back(from(reader, concentration ? QuantityKind::kNumber : QuantityKind::kDose,
                                      amount, index, last ? match.end : index + 1));
      match.quantities.back().unit = name;
      continue;
    }
    match.quantities.push_back(duration(reader, amount, unit->canonical, index, last ? end : index + 1, end));
    match.quantities.back().follow_up = says_follow_up(reader, at, end);
  }
  return match;
}

Found sessions_at(const Reader& reader, const Amount& amount, size_t at) {
  constexpr size_t kAdjectivesMax = 3;
  size_t next = amount.end;
  size_t first_word = next;
  for (size_t count = 0; count <= kAdjectivesMax; ++count, ++next) {
    if (reader.at(next).kind != LexemeKind::kWord || ends_noun_phrase(reader.at(next).text))
      return std::nullopt;
    if (!reader.any_word(next, {"session", "sessions"})) continue;
    Quantity quantity = from(reader, QuantityKind::kDuration, amount, at, next + 1);
    quantity.unit = "session";
    if (reader.any_word(first_word, {"weekly", "daily", "monthly", "biweekly", "fortnightly"})) {
      quantity.detail = reader.at(first_word).text;
    }
    return Match{{quantity}, next + 1};
  }
  return std::nullopt;
}

}  // namespace

Found dose_at(const Reader& reader, size_t at) {
  if (Found listed = listed_amounts_at(reader, at, UnitClass::kDose)) return listed;
  auto amount = amount_at(reader, at);
  if (!amount) return std::nullopt;
  size_t end = amount->end;
  auto unit = unit_at(reader, end);
  if (!unit) return std::nullopt;
  if (unit->unit_class == UnitClass::kTime) return std::nullopt;
  // "10 mg to 20 mg".
  if (std::isnan(amount->high) && reader.separates(end, false) && reader.plain_number(end + 1) &&
      reader.at(end + 1).value > amount->value) {
    size_t second = end + 2;
    const auto same = unit_at(reader, second);
    if (same && same->canonical == unit->canonical) {
      amount->low = amount->value;
      amount->high = reader.at(end + 1).value;
      amount->value = kNotStated;
      end = second;
    }
  }
  std::string name(unit->canonical);
  bool concentration = false;
  if (name == "mm" && reader.word(end, "hg")) {
    name = "mmHg";
    ++end;
  } else if (name == "cm" && reader.any_word(end, {"h2o", "h20"})) {
    name = "cmH2O";
    ++end;
  } else if (name == "degree" && reader.any_word(end, {"c", "celsius"})) {
    ++end;
  }
  end = add_denominators(reader, end, name, concentration);
  const bool measurement = unit->unit_class == UnitClass::kMeasurement || concentration;
  const QuantityKind measured = std::isnan(amount->high) ? QuantityKind::kNumber : QuantityKind::kRange;
  Quantity quantity = from(reader, measurement ? measured : QuantityKind::kDose, *amount, at, end);
  quantity.unit = std::move(name);
  if (const auto interval = reader.interval(end); interval && interval->named && std::isnan(amount->high)) {
    quantity.low = interval->low;
    quantity.high = interval->high;
    quantity.confidence = interval->confidence;
    quantity.span.end = reader.make(quantity.kind, at, interval->end).span.end;
    return Match{{quantity}, interval->end};
  }
  if (!measurement) {
    size_t start = end;
    if (reader.sign(start, ",")) ++start;
    if (const size_t after = schedule_end(reader, start); after > start) {
      quantity.span = reader.make(quantity.kind, at, after).span;
      // "20 mg, o.d.": the last full stop is the abbreviation's.
      const std::string_view last = reader.at(after - 1).span.of(reader.text());
      const size_t next_byte = quantity.span.end;
      if (last.find('.') != last.npos && next_byte < reader.text().size() &&
          reader.text()[next_byte] == '.') {
        ++quantity.span.end;
      }
      const ByteSpan detail{reader.at(start).span.start, reader.at(after - 1).span.end};
      quantity.detail = detail.of(reader.text());
      end = after;
    }
  }
  return Match{{quantity}, end};
}

namespace {

// "week 12", "days 1, 8 and 15", "months 3-9": the unit comes first.
Found time_point_at(const Reader& reader, size_t at) {
  if (!reader.any_word(at, {"day", "week", "month", "year", "days", "weeks", "months", "years"}))
    return std::nullopt;
  if (!reader.plain_number(at + 1) || !reader.at(at + 1).integer || reader.is_year(at + 1))
    return std::nullopt;
  if (at > 0 && (reader.any_word(at - 1, {"per", "a", "each", "every"}) || reader.plain_number(at - 1)))
    return std::nullopt;
  if (reader.at(at + 2).kind == LexemeKind::kWord && unit_of(reader.at(at + 2).text)) return std::nullopt;
  const std::string_view unit = unit_of(reader.at(at).text)->canonical;
  Match match;
  const auto add = [&](size_t first, size_t end) -> Quantity& {
    Quantity quantity = reader.make(QuantityKind::kDuration, first, end);
    quantity.value = reader.at(end - 1).value;
    quantity.unit = unit;
    quantity.follow_up = true;
    match.end = end;
    return match.quantities.emplace_back(std::move(quantity));
  };
  Quantity& only = add(at, at + 2);
  const bool plural = reader.at(at).text.back() == 's';
  if (!plural) return match;
  if (reader.separates(at + 2, false) && reader.plain_number(at + 3) &&
      reader.at(at + 3).value > reader.at(at + 1).value) {
    only.span = reader.make(QuantityKind::kDuration, at, at + 4).span;
    only.value = kNotStated;
    only.low = reader.at(at + 1).value;
    only.high = reader.at(at + 3).value;
    match.end = at + 4;
    return match;
  }
  constexpr size_t kListMax = 16;
  while (match.quantities.size() < kListMax) {
    size_t next = match.end;
    if (reader.sign(next, ",")) ++next;
    if (reader.any_word(next, {"and", "or"})) ++next;
    if (next == match.end || !reader.plain_number(next) || !reader.at(next).integer || reader.is_year(next))
      break;
    if (reader.at(next + 1).kind == LexemeKind::kWord && !reader.any_word(next + 1, {"and", "or"}) &&
        !ends_noun_phrase(reader.at(next + 1).text))
      break;  // "on days 1 and 2 patients"
    add(next, next + 1);
  }
  return match;
}

}  // namespace

Found duration_at(const Reader& reader, size_t at) {
  if (reader.at(at).kind == LexemeKind::kWord) return time_point_at(reader, at);
  if (Found listed = listed_amounts_at(reader, at, UnitClass::kTime)) return listed;
  const auto amount = amount_at(reader, at);
  if (!amount) return std::nullopt;
  size_t end = amount->end;
  // "seven more therapy days".
  constexpr size_t kWordsMax = 2;
  for (size_t words = 0; words < kWordsMax && reader.any_word(end, {"more", "additional", "further", "extra",
                                                                    "consecutive", "therapy", "treatment"});
       ++words)
    ++end;
  const auto unit = unit_at(reader, end);
  if (!unit) return sessions_at(reader, *amount, at);
  if (unit->unit_class != UnitClass::kTime) return std::nullopt;
  return Match{{duration(reader, *amount, unit->canonical, at, end, end)}, end};
}

}  // namespace attest::quantities
