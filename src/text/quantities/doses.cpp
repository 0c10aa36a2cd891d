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
  if (reader.sign(next, "-") && reader.any_word(next + 1, {"to", "or"})) ++next;
  const size_t before = at > 1 && reader.any_word(at - 1, {"ages", "age"}) ? at - 2 : at - 1;
  const bool between = at > 0 && reader.word(before, "between") && reader.word(next, "and");
  const bool ages = at > 0 && reader.any_word(at - 1, {"ages", "age", "aged"}) &&
                    (reader.word(next, "and") || reader.word(next, "or"));
  const bool change =
      at > 0 && reader.word(at - 1, "from") && reader.word(next, "to") && says_change(reader, at - 1);
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

Quantity from(const Reader& reader, QuantityKind kind, const Amount& amount, size_t first, size_t end) {
  Quantity quantity = reader.make(kind, first, end);
  quantity.value = amount.value;
  quantity.low = amount.low;
  quantity.high = amount.high;
  return quantity;
}

bool qualifies_time(const Reader& reader, size_t at) {
  return reader.any_word(
      at, {"more",          "additional", "further",  "extra",      "consecutive", "therapy",  "treatment",
           "postoperative", "working",    "calendar", "successive", "full",        "whole",    "hospital",
           "bed",           "inpatient",  "school",   "dry",        "contact",     "complete", "postpartum",
           "gestational",   "continuous", "study",    "preceding",  "previous"});
}

bool says_age(const Reader& reader, size_t first, size_t end) {
  // "28 weeks of gestation" is a time, whatever the age of viability before it.
  if (reader.word(end, "gestation") || (reader.word(end, "of") && reader.word(end + 1, "gestation")) ||
      reader.word(end + 1, "gestation"))
    return false;
  if (reader.any_word(end, {"old", "olds"})) return true;
  if (reader.any_word(end, {"or", "and"}) && reader.any_word(end + 1, {"older", "younger", "above", "over"}))
    return true;
  if (reader.sign(end, "-") && reader.any_word(end + 1, {"old", "olds"})) return true;
  if (reader.word(end, "of") && reader.word(end + 1, "age")) return true;
  constexpr size_t kBack = 6;
  // "infants 9–11 months"
  if (first > 0 && reader.any_word(first - 1, {"infants", "children", "adults", "girls", "boys", "women",
                                               "men", "adolescents", "toddlers", "neonates"}))
    return true;
  bool compared = false;  // "children <2 years", "neonates under 14 days", "younger than 65 years"
  for (size_t back = 1; back <= kBack && back <= first; ++back) {
    const size_t before = first - back;
    if (reader.any_word(before, {"younger", "older"})) return true;
    if (compared && reader.at(before).kind == LexemeKind::kWord && is_sample_noun(reader.at(before).text))
      return true;
    compared = compared || reader.any_sign(before, {"<", ">", "<=", ">="}) ||
               reader.any_word(before, {"under", "over", "above", "below", "than"});
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
Found listed_amounts_at(const Reader& reader, size_t at, bool times) {
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
  if (!unit || (unit->unit_class == UnitClass::kTime) != times || (times && unit->divided))
    return std::nullopt;
  const size_t end = unit->end;
  // "in group 3, 20 mg": only a conjunction tells a list of doses.
  if (!times && (!joined || reader.is_year(at))) return std::nullopt;
  if (at > 0 && reader.word(at - 1, "between")) return std::nullopt;
  if (at > 0 && reader.any_word(at - 1, {"ages", "aged"}) && numbers.size() == 2) return std::nullopt;
  const bool given = is_given(reader, at, *unit);
  Match match;
  match.end = end;
  for (const size_t index : numbers) {
    Amount amount;
    amount.value = reader.at(index).value;
    const size_t last = index == numbers.back() ? end : index + 1;
    if (!times) {
      match.quantities.push_back(
          from(reader, given ? QuantityKind::kDose : QuantityKind::kNumber, amount, index, last));
      match.quantities.back().unit = unit->name;
      continue;
    }
    match.quantities.push_back(duration(reader, amount, unit->name, index, last, end));
    match.quantities.back().follow_up = says_follow_up(reader, at, end);
  }
  return match;
}

}  // namespace

Found dose_at(const Reader& reader, size_t at) {
  if (Found listed = listed_amounts_at(reader, at, false)) return listed;
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
  Quantity quantity = from(reader, measurement ? measured : QuantityKind::kDose, *amount, at, end);
  quantity.unit = unit->name;
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
  if (reader.sign(at + 1, "-") && !reader.at(at + 1).glued && reader.plain_number(at + 2) &&
      reader.at(at + 2).glued && reader.at(at + 2).integer) {  // "day -7"
    Quantity quantity = reader.make(QuantityKind::kDuration, at, at + 3);
    quantity.value = -reader.at(at + 2).value;
    quantity.unit = unit_of(reader.at(at).text)->canonical;
    quantity.follow_up = true;
    return Match{{quantity}, at + 3};
  }
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
  // "between week 11 and week 14"
  if (at > 0 && reader.word(at - 1, "between") && reader.word(at + 2, "and") &&
      reader.word(at + 3, reader.at(at).text) && reader.plain_number(at + 4)) {
    only.span = reader.make(QuantityKind::kDuration, at, at + 5).span;
    only.low = reader.at(at + 1).value;
    only.high = reader.at(at + 4).value;
    only.value = kNotStated;
    match.end = at + 5;
    return match;
  }
  // "week 2, 4, 6 and 8"
  const bool listed = reader.sign(at + 2, ",") && reader.plain_number(at + 3) &&
                      (reader.sign(at + 4, ",") || reader.word(at + 4, "and"));
  const bool plural = reader.at(at).text.back() == 's';
  if (!plural && !listed) return match;
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
  if (Found listed = listed_amounts_at(reader, at, true)) return listed;
  const auto amount = amount_at(reader, at);
  if (!amount) return std::nullopt;
  size_t end = amount->end;
  // "seven more therapy days", "24 postoperative hours".
  constexpr size_t kWordsMax = 2;
  for (size_t words = 0; words < kWordsMax && qualifies_time(reader, end); ++words) ++end;
  const auto unit = unit_span_at(reader, end);
  if (!unit || unit->unit_class != UnitClass::kTime || unit->divided) return std::nullopt;
  // "in her 40s": an age
  constexpr double kDecade = 10;
  const bool decade =
      reader.word(end, "s") && reader.at(end).glued && std::fmod(reader.at(at).value, kDecade) == 0;
  const bool aged =
      at > 0 && (reader.any_word(at - 1, {"their", "her", "his", "the", "early", "late", "mid"}) ||
                 (at > 1 && reader.any_word(at - 1, {"and", "or", "to"}) && reader.word(at - 2, "s")));
  if (decade && aged) {
    Quantity quantity = reader.make(QuantityKind::kNumber, at, end + 1);
    quantity.value = reader.at(at).value;
    quantity.measure = "age";
    return Match{{quantity}, end + 1};
  }
  // "37 second transplantations"
  const bool ordinal =
      reader.word(end, "second") && reader.at(at).value != 1 && counted_noun(reader, end + 1);
  if (ordinal) return std::nullopt;
  Match match{{duration(reader, *amount, unit->name, at, unit->end, unit->end)}, unit->end};
  // "between 18 mo and 36 mo", "8 days to 3 weeks" are one.
  const bool between = at > 0 && reader.word(at - 1, "between") && reader.word(unit->end, "and");
  const bool change = at > 0 && reader.word(at - 1, "from") && says_change(reader, at - 1);
  if (!std::isnan(amount->high) || (!between && (change || !reader.separates(unit->end, false))))
    return match;
  if (!reader.plain_number(unit->end + 1)) return match;
  const auto upper = unit_span_at(reader, unit->end + 2);
  if (!upper || upper->unit_class != UnitClass::kTime || upper->divided) return match;
  Quantity& whole = match.quantities.front();
  if (upper->name == unit->name) {
    whole.low = amount->value;
    whole.high = reader.at(unit->end + 1).value;
    whole.value = kNotStated;
  }
  whole.span = reader.make(whole.kind, at, upper->end).span;
  match.end = upper->end;
  return match;
}

}  // namespace attest::quantities
