// Means and medians: a value with its spread, or one that the sentence calls so.
#include <cmath>

#include "quantities/reader.h"

namespace attest::quantities {

namespace {

size_t add_unit(const Reader& reader, size_t at, Quantity& quantity) {
  if (reader.at(at).kind != LexemeKind::kWord && !reader.sign(at, "-")) return at;
  const auto unit = unit_span_at(reader, at);
  if (!unit) return at;
  quantity.unit = unit->name;
  return unit->end;
}

// "(95% CI 198 to 257 g)" after a mean and its deviation.
size_t add_named_interval(const Reader& reader, size_t at, Quantity& quantity) {
  const auto interval = reader.interval(at);
  if (!interval || !interval->named) return at;
  quantity.low = interval->low;
  quantity.high = interval->high;
  quantity.confidence = interval->confidence;
  return interval->end;
}

// The name of a deviation: "SD", "standard error of the mean"; the lexeme after it, `at` when there is none.
size_t skip_deviation_name(const Reader& reader, size_t at, std::string& detail) {
  if (reader.any_word(at, {"sd", "se", "sem", "sds"})) {
    detail = reader.at(at).text == "se" ? "SE" : reader.at(at).text == "sem" ? "SEM" : "SD";
    return at + 1;
  }
  if (const size_t standard = reader.words(at, {"standard", "deviation"})) {
    detail = "SD";
    return standard;
  }
  if (const size_t standard = reader.words(at, {"standard", "error"})) {
    detail = "SE";
    const size_t mean = reader.words(standard, {"of", "the", "mean"});
    return mean > 0 ? mean : standard;
  }
  return at;
}

// "(SD 1.1)", "(1.1)" when the label said SD, "± 1.1", "[SD, 1.1]".
size_t add_deviation(const Reader& reader, size_t at, bool labelled, Quantity& quantity) {
  const size_t in_words = reader.words(at, {"plus", "or", "minus"});
  if (reader.sign(at, "+-") || in_words > 0) {
    size_t next = in_words > 0 ? in_words : at + 1;
    while (reader.sign(next, "?")) ++next;  // "118% +/-' '12%": a quote where a line was broken
    const size_t named = skip_deviation_name(reader, next, quantity.detail);
    const auto deviation = reader.number(named);
    if (!deviation) return at;
    quantity.deviation = deviation->value;
    // "24.7 ± 17.1 (SD) weeks", "2.2 mm ± 1.4 mm (SD)"
    Quantity unit;
    const size_t after = quantity.unit.empty() ? deviation->end : add_unit(reader, deviation->end, unit);
    if (unit.unit == quantity.unit && reader.sign(after, "(")) {
      const size_t name = skip_deviation_name(reader, after + 1, quantity.detail);
      const size_t close = reader.sign(name, ".") ? name + 1 : name;
      if (name > after + 1 && reader.sign(close, ")")) return close + 1;
    }
    return unit.unit == quantity.unit ? after : deviation->end;
  }
  const bool open = reader.any_sign(at, {"(", "["});
  if (!open && !reader.sign(at, ",")) return at;
  size_t next = at + 1;
  if (open && reader.word(next, "range")) {  // "(range 8–12; SD 0.9)"
    const auto low = reader.number(next + 1);
    const auto high = low && reader.separates(low->end, false) ? reader.number(low->end + 1) : std::nullopt;
    if (high && reader.any_sign(high->end, {",", ";"})) next = high->end + 1;
  }
  if (reader.sign(next, "+-")) {
    ++next;
    labelled = true;
  }
  const size_t named = skip_deviation_name(reader, next, quantity.detail);
  labelled = labelled || named > next;
  next = named;
  if (!labelled) return at;
  if (!open && named == at + 1) return at;
  if (reader.any_sign(next, {"=", ":", ",", "+-"}) || reader.word(next, "of")) ++next;
  const auto deviation = reader.number(next);
  if (!deviation) return at;
  Quantity ignored;
  size_t end = add_unit(reader, deviation->end, ignored);
  if (open) {
    if (reader.any_sign(end, {",", ";"})) {  // "(SD 7.7, range 23-55)"
      constexpr size_t kBracketMax = 10;
      const size_t limit = end + kBracketMax;
      if (!reader.any_word(end + 1, {"range", "iqr", "median"})) return at;
      while (end < limit && !reader.any_sign(end, {")", "]"})) ++end;
    }
    if (!reader.any_sign(end, {")", "]"})) return at;
    ++end;
  }
  quantity.deviation = deviation->value;
  return end;
}

// "(range 7-40)", "(IQR 3–8)", "[interquartile range, 3 to 8]", "(7-40)".
size_t add_spread(const Reader& reader, size_t at, Quantity& quantity) {
  const bool open = reader.any_sign(at, {"(", "["});
  if (!open && !reader.any_sign(at, {",", ";"}) && !reader.any_word(at, {"with", "range", "ranging"}))
    return at;
  size_t next = reader.any_word(at, {"range", "ranging"}) ? at : at + 1;
  if (reader.any_word(next, {"a"})) ++next;
  if (reader.any_word(next, {"full", "total"})) ++next;
  std::string detail;
  size_t words = reader.words(next, {"interquartile", "range"});
  if (words == 0) words = reader.words(next, {"inter", "quartile", "range"});
  if (words > 0) {
    detail = "IQR";
    next = words;
    if (reader.any_sign(next, {"(", "["}) && reader.word(next + 1, "iqr")) next += 3;
  } else if (reader.any_word(next, {"iqr", "iqrs", "quartiles"})) {
    detail = "IQR";
    ++next;
  } else if (reader.any_word(next, {"range", "ranging", "ranges", "min"})) {
    detail = "range";
    ++next;
    if (reader.any_sign(next, {"-", "/"}) && reader.word(next + 1, "max")) next += 2;
  } else if (!open) {
    return at;
  }
  if (reader.any_sign(next, {"=", ":", ","}) || reader.any_word(next, {"of", "from", "was", "between"}))
    ++next;
  const auto low = reader.number(next);
  if (!low) return at;
  size_t separator = low->end;
  Quantity low_unit;
  separator = add_unit(reader, separator, low_unit);
  if (!reader.separates(separator, !detail.empty())) return at;
  const auto high = reader.number(separator + 1);
  if (!high || high->value < low->value) return at;
  Quantity high_unit;
  size_t end = add_unit(reader, high->end, high_unit);
  if (open) {
    if (!reader.any_sign(end, {")", "]"})) return at;
    ++end;
  }
  if (quantity.unit.empty()) quantity.unit = high_unit.unit;
  quantity.detail = detail;
  quantity.low = low->value;
  quantity.high = high->value;
  return end;
}

// What the sentence calls the values that stand at `at`: the nearest "mean", "median" or "SD" before.
struct Called {
  bool mean = false;
  bool median = false;
  bool deviation = false;  // "mean (SD)"
};

Called called_before(const Reader& reader, size_t at) {
  constexpr size_t kBack = 60;
  Called called;
  for (size_t back = 1; back <= kBack && back <= at; ++back) {
    const size_t index = at - back;
    if (index > 0 && reader.sign(index - 1, "-") && reader.at(index - 1).glued) continue;  // "above-median"
    if (reader.sign(index, "\n") || (reader.sign(index, ".") && !reader.at(index).glued)) break;
    if (reader.sign(index, ".") && reader.at(index + 1).kind == LexemeKind::kWord &&
        !reader.at(index + 1).glued)
      break;
    if (reader.any_word(index, {"sd", "se", "sem", "deviation"})) called.deviation = true;
    if (reader.any_word(index, {"mean", "means", "average", "averaged", "averages"})) {
      called.mean = true;
      break;
    }
    if (reader.any_word(index, {"median", "medians"})) {
      called.median = true;
      break;
    }
  }
  return called;
}

// "42.8 (32.0) mg", "5.0 fmol (range, 1.9 to 13)", "4.2 ± 1.1", "4.2 (SD 1.1)".
Found value_with_spread_at(const Reader& reader, size_t at) {
  const auto value = reader.number(at);
  if (!value || reader.is_year(at)) return std::nullopt;
  Quantity quantity;
  quantity.kind = QuantityKind::kMean;
  quantity.value = value->value;
  if (value->percent) quantity.unit = "%";
  const size_t stated = add_unit(reader, value->end, quantity);
  size_t end = add_deviation(reader, stated, false, quantity);
  if (end == stated && reader.any_sign(stated, {"(", "["})) {
    const Called called = called_before(reader, at);
    const auto inside = reader.number(stated + 1);
    const bool bare = inside && !inside->percent && reader.any_sign(inside->end, {")", "]"});
    if (bare && (called.deviation || (called.mean && (!value->integer || !inside->integer)))) {
      end = add_deviation(reader, stated, true, quantity);
    } else if (called.mean || called.median) {
      end = add_spread(reader, stated, quantity);
      const bool named = !quantity.detail.empty() ||
                         (called.median && quantity.low <= quantity.value && quantity.value <= quantity.high);
      if (!named) return std::nullopt;
      if (called.median) quantity.kind = QuantityKind::kMedian;
    }
  }
  if (end == stated) return std::nullopt;
  if (quantity.unit.empty()) end = add_unit(reader, end, quantity);
  end = add_named_interval(reader, end, quantity);
  quantity.span = reader.make(quantity.kind, at, end).span;
  return Match{{quantity}, end};
}

// "24-h", "6-month": a number inside the name of what is averaged.
bool hangs_on_name(const Reader& reader, size_t at) {
  return reader.plain_number(at) && reader.sign(at + 1, "-") && reader.at(at + 1).glued &&
         reader.at(at + 2).kind == LexemeKind::kWord && reader.at(at + 2).glued;
}

// "The mean pressure was 20% greater", "a fall in mean pressure by 20%": a share of the mean, and no mean.
bool is_share_of_change(const Reader& reader, size_t at, size_t end) {
  if (reader.any_word(end, {"greater", "higher", "lower", "less", "smaller", "larger", "longer", "shorter",
                            "more", "above", "below", "of"}))
    return true;
  size_t before = at;
  while (before > 0 && (reader.any_word(before - 1, {"about", "approximately", "than", "more", "at", "least",
                                                     "over", "nearly", "almost"}) ||
                        reader.any_sign(before - 1, {"<", ">", ">=", "<="})))
    --before;
  return before > 0 && reader.word(before - 1, "by");
}

}  // namespace

Found summary_at(const Reader& reader, size_t at) {
  if (reader.plain_number(at) || reader.any_sign(at, {"-", "+"})) return value_with_spread_at(reader, at);
  if (at > 0 && reader.sign(at - 1, "-") && reader.at(at - 1).glued) return std::nullopt;  // "above-median"
  const bool median = reader.any_word(at, {"median", "medians"});
  if (!median && !reader.any_word(at, {"mean", "average", "means", "averaged"})) return std::nullopt;
  bool labelled = false;
  bool follow_up = false;
  bool age = false;
  bool far = false;  // the value must be announced: "in the control group was 4"
  size_t next = at + 1;
  std::vector<Quantity> inside;  // of the name of what is averaged: "mean 24-h usage"
  constexpr size_t kWordsMax = 18;
  const size_t limit = at + kWordsMax;
  for (; next < limit; ++next) {
    if (reader.sign(next, "[")) {  // a citation
      if (const size_t cited = skip_label(reader, next); cited > next) {
        next = cited - 1;
        continue;
      }
    }
    if (hangs_on_name(reader, next)) {
      if (Found inner = duration_at(reader, next)) {
        for (Quantity& quantity : inner->quantities) inside.push_back(std::move(quantity));
      }
      next += 2;
      continue;
    }
    if (reader.plain_number(next) && reader.at(next).spelled) {  // "for each of the four hospitals was"
      if (Found inner = count_at(reader, next)) {
        for (Quantity& quantity : inner->quantities) inside.push_back(std::move(quantity));
        next = inner->end - 1;
        continue;
      }
    }
    // "for worst pain within the last 2 months was 9.1"
    if (Found inner = reader.plain_number(next) && next > at + 1 ? duration_at(reader, next) : std::nullopt;
        inner && reader.any_word(inner->end, {"was", "were", "is"}) && reader.number(inner->end + 1)) {
      for (Quantity& quantity : inner->quantities) inside.push_back(std::move(quantity));
      next = inner->end - 1;
      continue;
    }
    if (reader.plain_number(next) ||
        (reader.sign(next, "-") && reader.plain_number(next + 1) && !reader.at(next).glued))
      break;
    const Lexeme& lexeme = reader.at(next);
    if (lexeme.kind == LexemeKind::kNumber) continue;  // of a name
    if (lexeme.kind == LexemeKind::kWord) {
      labelled = labelled || reader.any_word(next, {"sd", "se", "sem"});
      follow_up = follow_up || reader.any_word(next, {"follow", "followup"});
      age = age || reader.any_word(next, {"age", "ages", "aged"});
      far = far || reader.any_word(next, {"and", "in", "for", "with", "at", "to", "between", "by", "from"});
      if (reader.any_word(
              next, {"difference", "differences", "than", "mean", "median", "who", "which", "that", "p"}))
        return std::nullopt;
      continue;
    }
    if (lexeme.kind != LexemeKind::kSign || lexeme.text == "." || lexeme.text == ";" || lexeme.text == "\n")
      return std::nullopt;
  }
  const auto value = reader.number(next);
  if (!value || reader.is_year(next) || reader.at(next).spelled) return std::nullopt;
  if (value->percent && is_share_of_change(reader, next, value->end)) return std::nullopt;
  // "fell on week 14", "mean pressure, … (r = -0.48)"
  if (next > at + 1 &&
      reader.any_word(next - 1, {"week", "weeks", "day", "days", "month", "months", "visit"}))
    return std::nullopt;
  if (next > at + 2 && reader.sign(next - 1, "=") && reader.any_word(next - 2, {"r", "rho", "n", "t", "f"}))
    return std::nullopt;
  if (is_currency(reader, next - 1)) return std::nullopt;
  if (far) {
    size_t before = next - 1;
    while (before > at && reader.any_word(before, {"only", "about", "approximately", "around", "just", "to",
                                                   "than", "less", "more", "from"}))
      --before;
    if (!reader.any_word(
            before, {"was", "were", "is", "are", "of", "at", "equal", "reached", "by", "decreased",
                     "increased", "fell", "rose", "dropped", "improved", "declined", "changed", "reduced"}) &&
        !reader.any_sign(before, {"=", ":", "~", "<", ">", "<=", ">="}))
      return std::nullopt;
    const bool verb = reader.any_word(before - 1, {"was", "were", "is"});
    if (!verb && reader.any_word(before, {"of", "at", "by"}) && (value->integer || value->percent))
      return std::nullopt;
  }
  if (reader.any_word(value->end, {"ci", "cis", "confidence", "credible"}))
    return std::nullopt;  // "means (95% CI)"
  if (value->integer && !value->percent) {
    const auto noun = counted_noun(reader, value->end);
    if (noun && noun->sample) return std::nullopt;
  }
  const auto done = [&inside](Quantity summary, size_t end) {
    inside.push_back(std::move(summary));
    return Match{std::move(inside), end};
  };
  if (Found spread = value_with_spread_at(reader, next)) {
    Quantity summary = std::move(spread->quantities.front());
    summary.kind = median ? QuantityKind::kMedian : QuantityKind::kMean;
    summary.follow_up = follow_up;
    return done(std::move(summary), spread->end);
  }
  Quantity quantity;
  quantity.kind = median ? QuantityKind::kMedian : QuantityKind::kMean;
  quantity.value = value->value;
  quantity.follow_up = follow_up;
  if (value->percent) quantity.unit = "%";
  const auto unit = unit_span_at(reader, value->end);
  size_t end = add_unit(reader, value->end, quantity);
  const size_t stated = end;
  if (!median) end = add_deviation(reader, end, labelled, quantity);
  if (end == stated) end = add_spread(reader, end, quantity);
  if (end == stated && median) end = add_deviation(reader, end, labelled, quantity);
  if (end == stated) end = add_named_interval(reader, end, quantity);
  if (end == stated) {
    // A bare mean of doses, times or ages is better read as the dose, the time, the age.
    constexpr size_t kBack = 20;
    const bool time = unit && (unit->unit_class == UnitClass::kTime || is_given(reader, next, *unit, kBack));
    if (time || age) return std::nullopt;
    // "median survival times were 16.2 and 18.7 months": two times
    const auto other = reader.word(end, "and") ? reader.number(end + 1) : std::nullopt;
    const auto other_unit = other && !unit ? unit_span_at(reader, other->end) : std::nullopt;
    if (other_unit && other_unit->unit_class == UnitClass::kTime) return std::nullopt;
    if (reader.separates(end, false) && reader.number(end + 1)) return std::nullopt;
  }
  if (quantity.unit.empty()) end = add_unit(reader, end, quantity);
  if (end > stated) end = add_named_interval(reader, end, quantity);
  quantity.span = reader.make(quantity.kind, next, end).span;
  return done(std::move(quantity), end);
}

}  // namespace attest::quantities
