// Time spans and time points, ages among them.
#include <cmath>

#include "quantities/amounts.h"

namespace attest::quantities {

namespace {

bool qualifies_time(const Reader& reader, size_t at) {
  return reader.any_word(
      at, {"more",          "additional", "further",  "extra",      "consecutive", "therapy",  "treatment",
           "postoperative", "working",    "calendar", "successive", "full",        "whole",    "hospital",
           "bed",           "inpatient",  "school",   "dry",        "contact",     "complete", "postpartum",
           "gestational",   "continuous", "study",    "preceding",  "previous"});
}

// "6 - 12 years: 250 - 500 mg": whom a dose is for.
bool leads_to_dose(const Reader& reader, size_t end) {
  const auto unit = end > 0 ? unit_of(reader.at(end - 1).text) : std::nullopt;
  const bool age = unit && (unit->canonical == "year" || unit->canonical == "month");
  if (!age || !reader.sign(end, ":") || !reader.plain_number(end + 1)) return false;
  size_t next = end + 2;
  if (reader.separates(next, false) && reader.plain_number(next + 1)) next += 2;
  const auto amount = unit_span_at(reader, next);
  return amount && amount->unit_class == UnitClass::kDose;
}

bool says_age(const Reader& reader, size_t first, size_t end) {
  // "28 weeks of gestation" is a time, whatever the age of viability before it.
  if (reader.word(end, "gestation") || (reader.word(end, "of") && reader.word(end + 1, "gestation")) ||
      reader.word(end + 1, "gestation"))
    return false;
  if (reader.any_word(end, {"old", "olds"})) return true;
  if (reader.any_word(end,
                      {"after", "later", "ago", "before", "earlier", "period", "periods", "post", "since"}))
    return false;
  // "a wound older than 12 hours"
  if (end > 0 && reader.at(end - 1).kind == LexemeKind::kWord) {
    const auto unit = unit_of(reader.at(end - 1).text);
    if (unit && (unit->canonical == "hour" || unit->canonical == "minute" || unit->canonical == "second"))
      return false;
  }
  if (reader.any_word(end, {"or", "and"}) && reader.any_word(end + 1, {"older", "younger", "above", "over"}))
    return true;
  if (reader.sign(end, "-") && reader.any_word(end + 1, {"old", "olds"})) return true;
  if (reader.word(end, "of") && reader.word(end + 1, "age")) return true;
  if (reader.sign(end, "-") && reader.word(end + 1, "of") && reader.word(end + 3, "age")) return true;
  constexpr size_t kBack = 6;
  // "infants 9–11 months", "Child 3 - 18 years"
  if (first > 0 &&
      reader.any_word(first - 1, {"infants", "children", "adults", "girls", "boys", "women", "men",
                                  "adolescents", "toddlers", "neonates", "child", "infant", "adult"}))
    return true;
  if (leads_to_dose(reader, end)) return true;
  bool elsewhere = false;
  bool compared = false;  // "children <2 years", "neonates under 14 days", "younger than 65 years"
  for (size_t back = 1; back <= kBack && back <= first; ++back) {
    const size_t before = first - back;
    // "in older patients for 1 year", "from 5 years in some patients to more than 15 years"
    elsewhere = elsewhere || reader.any_word(before, {"for", "to", "during", "within"});
    if (!elsewhere && reader.any_word(before, {"younger", "older"})) return true;
    if (!elsewhere && compared && reader.any_word(before, {"elderly", "young", "old", "preschool"}))
      return true;
    if (!elsewhere && compared && reader.at(before).kind == LexemeKind::kWord &&
        is_sample_noun(reader.at(before).text))
      return true;
    compared = compared || reader.any_sign(before, {"<", ">", "<=", ">="}) ||
               reader.any_word(before, {"under", "over", "above", "below", "than"});
    if (reader.any_word(before, {"aged", "age", "ages"})) {
      return before == 0 || !reader.word(before - 1, "gestational");
    }
    // "between the ages of 18 and 80 years"
    if (back == 2 && reader.plain_number(before) && reader.any_word(before + 1, {"and", "to", "or"})) {
      elsewhere = true;
      continue;
    }
    if (reader.at(before).kind == LexemeKind::kNumber || reader.any_sign(before, {".", ";", "\n"}))
      return false;
  }
  return false;
}

// "Prolonged by 29 s after 10 mg", "the stay fell by 3 days after…": by so much was a time changed, which is
// a result and no time at which something was measured.
bool is_change_of_time(const Reader& reader, size_t first, std::string_view unit) {
  size_t by = first;
  constexpr size_t kSmallWordsMax = 5;
  for (size_t back = 0; back < kSmallWordsMax && by > 0; ++back) {
    if (!reader.any_word(by - 1, {"a", "an", "about", "approximately", "mean", "median", "average", "of",
                                  "further", "almost", "nearly", "up", "to", "only", "at", "least"}))
      break;
    --by;
  }
  if (by < 2 || !reader.word(by - 1, "by")) return false;
  constexpr size_t kBack = 14;
  bool changed = false;
  bool of_time = unit == "second" || unit == "minute" || unit == "hour";
  for (size_t back = 2; back <= kBack && back <= by; ++back) {
    const size_t at = by - back;
    if (reader.any_sign(at, {";", ".", "\n"})) break;
    changed = changed ||
              reader.any_word(at, {"prolonged", "prolongs", "prolong", "extended",  "shortened", "lengthened",
                                   "reduced",   "reduce",   "reduces", "decreased", "increased", "increase",
                                   "delayed",   "fell",     "rose",    "dropped",   "shorter",   "longer",
                                   "earlier",   "later",    "declined"});
    of_time = of_time || reader.any_word(
                             at, {"stay", "stays", "time", "times", "duration", "survival", "length", "delay",
                                  "interval", "latency", "period", "hospitalisation", "hospitalization"});
  }
  return changed && of_time;
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
  Quantity quantity = amount.quantity(reader, QuantityKind::kDuration, first, end);
  quantity.unit = unit;
  if (says_age(reader, first, context_end)) {
    quantity.kind = QuantityKind::kNumber;
    quantity.measure = "age";
  } else {
    quantity.follow_up =
        says_follow_up(reader, first, context_end) && !is_change_of_time(reader, first, unit);
  }
  return quantity;
}

// "3, 6 and 12 months": each is a time of its own.
Found listed_times_at(const Reader& reader, size_t at) {
  const auto listed = listed_numbers_at(reader, at);
  if (!listed || listed->unit.unit_class != UnitClass::kTime || listed->unit.divided) return std::nullopt;
  const size_t end = listed->unit.end;
  Match match{{}, end};
  for (const size_t index : listed->numbers) {
    Amount amount;
    amount.value = reader.at(index).value;
    const size_t last = index == listed->numbers.back() ? end : index + 1;
    match.quantities.push_back(duration(reader, amount, listed->unit.name, index, last, end));
    match.quantities.back().follow_up = says_follow_up(reader, at, end);
  }
  return match;
}

// "1 h 15 min", "2 years 3 months": where it ends, the smaller part added to the value; 0 when it is plain.
size_t smaller_time_end(const Reader& reader, size_t at, const UnitSpan& unit, Quantity& quantity) {
  struct Step {
    std::string_view larger, smaller;
    double parts;
  };
  constexpr Step kSteps[] = {{"hour", "minute", 60}, {"minute", "second", 60}, {"year", "month", 12},
                             {"week", "day", 7},     {"month", "day", 30.44},  {"day", "hour", 24}};
  const size_t number = reader.word(at, "and") ? at + 1 : at;
  if (quantity.kind != QuantityKind::kDuration || std::isnan(quantity.value) ||
      !reader.plain_number(number) || reader.at(number).spelled)
    return 0;
  const auto part = unit_span_at(reader, number + 1);
  if (!part) return 0;
  for (const Step& step : kSteps) {
    if (unit.name != step.larger || part->name != step.smaller || reader.at(number).value >= step.parts)
      continue;
    quantity.value += reader.at(number).value / step.parts;
    return part->end;
  }
  return 0;
}

// "week 12", "days 1, 8 and 15", "months 3-9": the unit comes first.
Found time_point_at(const Reader& reader, size_t at) {
  if (!reader.any_word(at, {"day", "week", "month", "year", "hour", "minute", "days", "weeks", "months",
                            "years", "hours", "minutes"}))
    return std::nullopt;
  if (reader.sign(at + 1, "-") && reader.at(at + 1).glued && reader.plain_number(at + 2) &&
      reader.at(at + 2).glued && reader.at(at + 2).integer && !reader.is_year(at + 2) &&
      !(at > 0 && (reader.plain_number(at - 1) || reader.sign(at - 1, "-")))) {  // "week-24"
    Quantity quantity = reader.make(QuantityKind::kDuration, at, at + 3);
    quantity.value = reader.at(at + 2).value;
    quantity.unit = unit_of(reader.at(at).text)->canonical;
    quantity.follow_up = true;
    return Match{{quantity}, at + 3};
  }
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
  // "a day 8 interview" is a time, "once a day 8 mg" is none.
  const bool article = at > 0 && reader.word(at - 1, "a") && reader.at(at + 2).kind == LexemeKind::kWord &&
                       !unit_of(reader.at(at + 2).text) && at > 1 && !reader.plain_number(at - 2) &&
                       !reader.any_word(at - 2, {"once", "twice", "times", "time", "thrice", "times"});
  if (at > 0 && !article &&
      (reader.any_word(at - 1, {"per", "a", "each", "every"}) || reader.plain_number(at - 1)))
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
  if (Found listed = listed_times_at(reader, at)) return listed;
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
  if (const size_t parts = smaller_time_end(reader, unit->end, *unit, match.quantities.front())) {
    match.quantities.front().span = reader.make(QuantityKind::kDuration, at, parts).span;
    match.end = parts;
    return match;
  }
  // "between 18 mo and 36 mo", "8 days to 3 weeks" are one.
  const bool between = at > 0 && reader.word(at - 1, "between") && reader.word(unit->end, "and");
  const bool change = at > 0 && reader.word(at - 1, "from") && says_change(reader, at - 1);
  if (!std::isnan(amount->high) || (!between && (change || !reader.separates(unit->end, false))))
    return match;
  const auto upper_amount = amount_at(reader, unit->end + 1);
  if (!upper_amount || std::isnan(upper_amount->value)) return match;
  const auto upper = unit_span_at(reader, upper_amount->end);
  if (!upper || upper->unit_class != UnitClass::kTime || upper->divided) return match;
  Quantity& whole = match.quantities.front();
  if (upper->name == unit->name) {
    whole.low = amount->value;
    whole.high = upper_amount->value;
    whole.value = kNotStated;
  }
  whole.span = reader.make(whole.kind, at, upper->end).span;
  match.end = upper->end;
  return match;
}

}  // namespace attest::quantities
