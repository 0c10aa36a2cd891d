// What tells a dose from a measurement, a change from a range, and the schedule behind a dose.
#include "base/ascii.h"
#include "quantities/reader.h"

namespace attest::quantities {

bool says_change(const Reader& reader, size_t at) {
  if (at > 0 &&
      reader.any_word(at - 1, {"ranging", "range", "ranged", "ranges", "varied", "varying", "varies"}))
    return false;
  constexpr size_t kBack = 10;
  for (size_t back = 1; back <= kBack && back <= at; ++back) {
    if (reader.any_sign(at - back, {";", ".", "\n"})) return false;
    if (reader.any_word(at - back,
                        {"increased", "decreased", "reduced",   "rose",        "fell",       "dropped",
                         "improved",  "changed",   "declined",  "increase",    "decrease",   "reduction",
                         "rise",      "fall",      "drop",      "improvement", "change",     "decline",
                         "raised",    "lowered",   "went",      "grew",        "titrated",   "lengthened",
                         "shortened", "increases", "decreases", "increasing",  "decreasing", "prolonged"}))
      return true;
  }
  return false;
}

bool is_given(const Reader& reader, size_t at, const UnitSpan& unit, size_t back_words) {
  if (unit.unit_class == UnitClass::kMeasurement || unit.unit_class == UnitClass::kTime || unit.concentration)
    return false;
  if (reader.any_word(unit.end, {"protein", "fat", "carbohydrate", "carbohydrates", "fiber", "fibre"}))
    return false;  // of a meal
  if (unit.name.find("/kg") != unit.name.npos && unit.name.find("min") == unit.name.npos &&
      unit.name.find("hour") == unit.name.npos)
    return true;
  if (unit.name == "g") {  // "centrifuged at 600 g"
    constexpr size_t kSpinBack = 24;
    for (size_t back = 1; back <= kSpinBack && back <= at; ++back) {
      const std::string_view word = reader.at(at - back).text;
      if (word.starts_with("centrifug") || word.starts_with("ultracentrifug")) return false;
    }
  }
  constexpr size_t kAhead = 5;
  constexpr size_t kNear = 4;
  bool measured = false;
  bool given = false;
  for (size_t back = 1; back <= back_words && back <= at; ++back) {
    const size_t index = at - back;
    if (reader.any_sign(index, {";", "\n"}) || (reader.sign(index, ".") && !reader.at(index + 1).glued))
      break;
    if (reader.at(index).kind != LexemeKind::kWord) continue;
    measured = measured || (says_measured(reader.at(index).text) && (!given || back <= kNear));
    given = given || says_given(reader.at(index).text);
  }
  for (size_t next = unit.end; next < unit.end + kAhead; ++next) {
    if (reader.any_sign(next, {";", "\n", "."})) break;
    if (reader.at(next).kind != LexemeKind::kWord) continue;
    measured = measured || (!given && next < unit.end + 2 && says_measured(reader.at(next).text));
    given = given || says_given(reader.at(next).text);
  }
  if (unit.unit_class == UnitClass::kDose || at == 0) return given || !measured;
  return given && !measured;
}

namespace {

// "q8h", "q6-8h", "q24hr": the lexeme after it, `at` when there is none.
size_t hourly_abbreviation_end(const Reader& reader, size_t at) {
  std::string_view word = reader.at(at).text;
  constexpr size_t kLettersMax = 6;
  if (reader.at(at).kind != LexemeKind::kWord || word.size() < 2 || word.size() > kLettersMax ||
      word.front() != 'q' || !is_digit(word[1]))
    return at;
  const size_t unit = word.find_first_not_of("0123456789", 1);
  const auto is_hours = [](std::string_view name) {
    return name == "h" || name == "hr" || name == "hrs" || name == "d" || name == "w" || name == "wk";
  };
  if (unit != word.npos) return is_hours(word.substr(unit)) ? at + 1 : at;
  const bool range = reader.sign(at + 1, "-") && reader.at(at + 2).kind == LexemeKind::kNumber &&
                     reader.at(at + 3).kind == LexemeKind::kWord && is_hours(reader.at(at + 3).text);
  return range ? at + 4 : at;
}

}  // namespace

// The schedule as written after a dose: "twice daily", "every 6 hours", "orally once a day".
size_t schedule_end(const Reader& reader, size_t at) {
  constexpr size_t kScheduleMax = 8;
  size_t end = at;
  size_t next = at;
  while (next - at < kScheduleMax) {
    if (reader.plain_number(next)) {
      size_t hourly = next + 1;  // "4-6 hourly", "8-hourly"
      if (reader.sign(hourly, "-") && reader.plain_number(hourly + 1)) hourly += 2;
      if (reader.sign(hourly, "-")) ++hourly;
      if (reader.word(hourly, "hourly")) {
        next = hourly + 1;
        end = next;
        continue;
      }
      const bool repeated = reader.any_word(next + 1, {"times", "time"});
      const bool interval = next > at && reader.any_word(next - 1, {"every", "q"});
      if (interval && (reader.separates(next + 1, false) || reader.word(next + 1, "or")) &&
          reader.plain_number(next + 2))
        next += 2;  // "every 8-12 hours"
      const bool per_day = reader.sign(next + 1, "/") && reader.any_word(next + 2, {"day", "d", "week"});
      size_t fractions = next + 1;  // "in 30 to 33 fractions"
      if (reader.separates(fractions, false) && reader.plain_number(fractions + 1)) fractions += 2;
      if (next > at && reader.word(next - 1, "in") && reader.any_word(fractions, {"fraction", "fractions"})) {
        next = fractions + 1;
        end = next;
        continue;
      }
      // "in 2-3 divided doses"
      if (next > at && reader.word(next - 1, "in") && reader.sign(next + 1, "-") &&
          reader.plain_number(next + 2))
        next += 2;
      const bool divided = next > at && (reader.word(next - 1, "in") || reader.sign(next - 1, "-")) &&
                           (reader.any_word(next + 1, {"doses", "portions"}) ||
                            (reader.any_word(next + 1, {"divided", "equally", "equal"}) &&
                             reader.any_word(next + 2, {"doses", "portions"})));
      if (!repeated && !interval && !per_day && !divided) break;
      const bool qualified = divided && !reader.any_word(next + 1, {"doses", "portions"});
      next += per_day || qualified ? 3 : 2;
      end = next;
      continue;
    }
    // "once to twice daily"
    if (reader.word(next, "to") && next > at && reader.any_word(next - 1, {"once", "twice"}) &&
        reader.any_word(next + 1, {"twice", "thrice"}))
      ++next;
    if (reader.word(next, "q") && reader.plain_number(next + 1)) {  // "q 8 h"
      ++next;
      continue;
    }
    if (const size_t hours = hourly_abbreviation_end(reader, next); hours > next) {
      next = end = hours;
      continue;
    }
    if (reader.at(next).kind != LexemeKind::kWord || !is_schedule_word(reader.at(next).text)) break;
    if (reader.word(next, "with") && !reader.any_word(next + 1, {"each", "every", "the", "meal", "meals"}))
      break;
    ++next;
    // A schedule does not end in "a", "per", "the", "in".
    if (!reader.any_word(next - 1, {"a", "per", "the", "in", "at", "every", "each", "other", "before", "with",
                                    "by", "times", "time", "deep", "or"}) &&
        !(reader.word(next - 1, "dose") && !reader.word(next - 2, "single"))) {
      end = next;
    }
  }
  return end;
}

}  // namespace attest::quantities
