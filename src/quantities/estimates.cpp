// Quantities whose name comes first: ratios, differences, measures of diagnostic accuracy.
#include <cmath>

#include "quantities/reader.h"

namespace attest::quantities {

namespace {

bool is_share(std::string_view name) {
  return name == "sensitivity" || name == "specificity" || name == "PPV" || name == "NPV" ||
         name == "accuracy";
}

// Passes over what stands between a measure's name and its value: "(OR)", "[95% CI]", "of", "=", "was".
size_t skip_to_value(const Reader& reader, size_t at, double& confidence) {
  constexpr int kStepsMax = 4;
  for (int step = 0; step < kStepsMax; ++step) {
    if (reader.any_sign(at, {"(", "["})) {
      size_t inside = at + 1;
      const auto level = reader.number(inside);
      if (level && level->percent) {
        if (!reader.any_word(level->end, {"ci", "confidence"})) return at;
        confidence = level->value;
        inside = level->end;
      }
      // Up to three words in the brackets, the abbreviation or "95% CI".
      int words = 0;
      constexpr int kBracketWordsMax = 3;
      while (words < kBracketWordsMax && (reader.at(inside).kind == LexemeKind::kWord ||
                                          reader.any_sign(inside, {"+", "-", ",", ";", "/"}))) {
        ++inside;
        ++words;
      }
      if (words == 0 || !reader.any_sign(inside, {")", "]"})) return at;
      at = inside + 1;
    } else if (reader.any_sign(at, {"=", ":", "~"}) ||
               reader.any_word(at,
                               {"of", "was", "were", "is", "are", "reached", "at", "values", "value", "s"})) {
      ++at;
    } else {
      break;
    }
  }
  return at;
}

// Adds the interval that follows, if one does; returns the lexeme after it.
size_t add_interval(const Reader& reader, size_t at, Quantity& quantity) {
  const auto interval = reader.interval(at);
  if (!interval) return at;
  // "RR 0.5 (3 to 9 months)" is no interval of 0.5; a named one is believed, whatever its numbers.
  if (!interval->named && !std::isnan(quantity.value) &&
      (quantity.value < interval->low || quantity.value > interval->high)) {
    return at;
  }
  quantity.low = interval->low;
  quantity.high = interval->high;
  if (!std::isnan(interval->confidence)) quantity.confidence = interval->confidence;
  return interval->end;
}

Quantity finish(const Reader& reader, Quantity quantity, size_t first, size_t end) {
  const Quantity placed = reader.make(quantity.kind, first, end);
  quantity.span = placed.span;
  return quantity;
}

// "sensitivity and specificity of 70% and 80%".
Found pair_at(const Reader& reader, size_t at, const Measure& first) {
  if (!reader.word(first.end, "and")) return std::nullopt;
  const auto second = measure_name_at(reader, first.end + 1);
  if (!second || second->kind != first.kind) return std::nullopt;
  double confidence = kNotStated;
  const size_t start = skip_to_value(reader, second->end, confidence);
  const auto one = reader.number(start);
  if (!one) return std::nullopt;
  Match match;
  Quantity left;
  left.kind = first.kind;
  left.measure = first.name;
  left.value = one->value;
  size_t next = add_interval(reader, one->end, left);
  match.quantities.push_back(finish(reader, left, at, next));
  if (reader.sign(next, ",")) ++next;
  if (reader.word(next, "and")) ++next;
  const auto two = reader.number(next);
  if (!two) return std::nullopt;
  Quantity right;
  right.kind = second->kind;
  right.measure = second->name;
  right.value = two->value;
  const size_t right_end = add_interval(reader, two->end, right);
  match.quantities.push_back(finish(reader, right, next, right_end));
  match.end = right_end;
  return match;
}

// "HR 74 per minute", but "OR 0.93 per 10 mm Hg".
bool looks_like_heart_or_breath(const Reader& reader, size_t at) {
  const bool divided = reader.word(at, "per") || reader.sign(at, "/");
  return reader.any_word(at, {"beats", "bpm", "breaths", "min"}) ||
         (divided && !(reader.word(at, "per") && reader.number(at + 1)) &&
          !reader.any_word(at + 1, {"unit", "sd", "standard", "year", "decade", "doubling", "point", "kg"}));
}

// The area under a curve under its other names: "receiver operator characteristic area", "AUROC".
bool is_curve_word(const Reader& reader, size_t at) { return reader.any_word(at, {"roc", "receiver"}); }

// The bracket that a bracket at `at` closes, where a figure stands in it; `at` itself where there is none.
size_t opening_before(const Reader& reader, size_t at) {
  if (!reader.any_sign(at, {")", "]"})) return at;
  constexpr size_t kBracketMax = 12;
  bool figure = false;
  for (size_t back = 1; back <= kBracketMax && back <= at; ++back) {
    if (reader.any_sign(at - back, {"(", "["})) return figure ? at - back : at;
    if (reader.any_sign(at - back, {")", "]"}) || measure_name_at(reader, at - back)) return at;
    figure = figure || reader.plain_number(at - back);
  }
  return at;
}

// "RR of", "relative risk (RR) for", "odds ratio [OR] per".
bool says_whose(const Reader& reader, size_t at) {
  if (reader.any_sign(at, {"(", "["}) && reader.any_sign(at + 2, {")", "]"})) at += 3;
  return reader.any_word(at, {"of", "for", "per", "in"});
}

// "standardized mean |difference": the whole of a name that was found from its end on.
Measure longest_name(const Reader& reader, size_t at, Measure measure) {
  constexpr size_t kWordsMax = 7;
  const size_t end = measure.end;
  for (size_t back = 1; back <= kWordsMax && back <= at; ++back) {
    const auto longer = measure_name_at(reader, at - back);
    if (longer && longer->end == end) measure = *longer;
  }
  return measure;
}

}  // namespace

Found named_before_at(const Reader& reader, size_t at) {
  const auto value = reader.number(at);
  if (!value || at == 0) return std::nullopt;
  // "58 (CI, 18-98) percent"
  auto interval = reader.interval(value->end);
  const auto value_unit = unit_span_at(reader, value->end);
  if (!interval && value_unit) interval = reader.interval(value_unit->end);
  const bool late_percent = interval && reader.skip_percent(interval->end) > interval->end;
  const bool measured = interval && interval->named && value_unit;  // "5 points (95% CI 2 to 8)"
  if (value->integer && !value->percent && !late_percent && !measured) return std::nullopt;
  size_t before = at - 1;
  while (before > 0 &&
         reader.any_word(before, {"be", "only", "about", "approximately", "to", "than", "higher", "lower",
                                  "less", "more", "estimated", "as", "high", "low"}))
    --before;
  // "were, respectively, 2.0"
  if (before > 2 && reader.sign(before, ",") && reader.word(before - 1, "respectively")) {
    before -= 2;
    if (reader.sign(before, ",")) --before;
  }
  const bool comma = reader.sign(before, ",");
  // "RR of cure 1.67, 95% CI 0.81 to 3.41": nothing lies between but what it is of.
  const bool verbless = !reader.any_word(before, {"was", "were", "is", "are", "of", "at"}) &&
                        !reader.any_sign(before, {"=", ":", ","});
  if (verbless && (before + 1 != at || !interval || !interval->named || value->percent)) return std::nullopt;
  // With its interval an estimate says itself what it is, however far its name.
  // After a comma the name stands right before, or an interval follows: "relative risk, 1.4", "odds ratio
  // [OR] for death, 1.32; 95% CI".
  const bool estimate = interval && interval->named;
  const size_t back_max = verbless ? 12 : comma ? (estimate ? 10 : 5) : estimate ? 40 : interval ? 30 : 16;
  for (size_t back = verbless ? 0 : 1; back <= back_max && back <= before; ++back) {
    const size_t index = before - back;
    if (const size_t open = opening_before(reader, index); open < index) {  // "(772 women, 13 events)"
      if (before - open > back_max) return std::nullopt;
      back = before - open;
      continue;
    }
    const Lexeme& lexeme = reader.at(index);
    const bool span = reader.plain_number(index) && unit_span_at(reader, index + 1);  // "1 year mortality"
    if (reader.any_sign(index, {".", ";", "\n"}) || (reader.plain_number(index) && !span))
      return std::nullopt;
    if (verbless && (reader.any_word(index, {"was", "were", "is", "had", "than", "and", "or", "while"}) ||
                     reader.any_sign(index, {",", ":", "="})))
      return std::nullopt;
    if (lexeme.kind != LexemeKind::kWord) continue;
    auto measure = measure_name_at(reader, index);
    if (!measure && is_curve_word(reader, index))
      measure = Measure{QuantityKind::kAccuracy, "AUC", index + 1};
    if (!measure) continue;
    measure = longest_name(reader, index, *measure);
    if (verbless && !(measure->kind == QuantityKind::kRatio && says_whose(reader, measure->end)))
      return std::nullopt;
    // What follows the name says what it is of: "difference between … was", not "accuracy … and 0.3 was".
    const bool right = measure->kind == QuantityKind::kAccuracy
                           ? value->percent || late_percent || value->value <= 1
                       : measure->kind == QuantityKind::kRatio
                           ? !value->percent
                           : reader.any_word(before, {"was", "were", "of"}) || (comma && estimate);
    if (!right) return std::nullopt;
    if (measure->kind == QuantityKind::kRatio &&
        (unit_span_at(reader, value->end) || looks_like_heart_or_breath(reader, value->end)))
      return std::nullopt;
    if (measure->name == "difference" && reader.any_word(before, {"of", "at"})) return std::nullopt;
    Quantity quantity;
    quantity.kind = measure->kind;
    quantity.measure = measure->name;
    quantity.value = value->value;
    if (value->percent) quantity.unit = "%";
    size_t end = value->end;
    if (const auto unit =
            measure->kind == QuantityKind::kDifference ? unit_span_at(reader, end) : std::nullopt) {
      quantity.unit = unit->name;
      end = unit->end;
    }
    end = reader.skip_percent(add_interval(reader, end, quantity));
    return Match{{finish(reader, quantity, at, end)}, end};
  }
  return std::nullopt;
}

Found measure_at(const Reader& reader, size_t at) {
  const auto measure = measure_name_at(reader, at);
  if (!measure) return std::nullopt;
  if (Found pair = pair_at(reader, at, *measure)) return pair;
  Quantity quantity;
  quantity.kind = measure->kind;
  quantity.measure = measure->name;
  size_t next = skip_to_value(reader, measure->end, quantity.confidence);
  // "PPV (96.5%, P<0.001)", "HR (0.72)": the value in brackets.
  const bool bracket = reader.any_sign(next, {"(", "["}) && measure->kind != QuantityKind::kDifference;
  if (bracket) ++next;
  next = reader.relation(next, quantity.relation);
  const auto value = reader.number(next);
  if (!value) return std::nullopt;
  if (value->percent && reader.any_word(value->end, {"ci", "confidence", "credible", "cri"}))
    return std::nullopt;  // "mean difference 95% CI: -2.3 (-3.1 to -1.6)"
  // "difference 12 patients", but "difference 4.6 (95% CI 1.0 to 8.1)"
  if (measure->name == "difference" && next == measure->end && !value->percent) {
    const auto unit = unit_span_at(reader, value->end);
    const auto interval = reader.interval(unit ? unit->end : value->end);
    if (!interval || !interval->named) return std::nullopt;
  }
  quantity.value = value->value;
  if (value->percent) quantity.unit = "%";
  size_t end = value->end;
  if (measure->kind == QuantityKind::kRatio && looks_like_heart_or_breath(reader, end)) return std::nullopt;
  // "median DOR was 10.3 months": the duration of a response
  const auto time = measure->kind == QuantityKind::kAccuracy ? unit_span_at(reader, end) : std::nullopt;
  if (time && time->unit_class == UnitClass::kTime) return std::nullopt;
  // "tachycardia (HR > 120)": a heart rate
  constexpr double kHeartRateMin = 30;
  if (measure->name == "HR" && value->integer && value->value >= kHeartRateMin) return std::nullopt;
  // "sensitivity 70-80%": a range of estimates.
  if (reader.separates(end, false) && (value->percent || is_share(measure->name))) {
    const auto high = reader.number(end + 1);
    if (high && high->value > value->value) {
      quantity.value = kNotStated;
      quantity.low = value->value;
      quantity.high = high->value;
      if (high->percent) quantity.unit = "%";
      end = high->end;
    }
  }
  if (const auto unit =
          measure->kind == QuantityKind::kDifference ? unit_span_at(reader, end) : std::nullopt) {
    quantity.unit = unit->name;
    end = unit->end;
  }
  end = add_interval(reader, end, quantity);
  if (bracket && reader.any_sign(end, {")", "]"})) ++end;
  if (!value->percent) {
    const size_t percent = reader.skip_percent(end);
    if (percent > end) quantity.unit = "%";
    end = percent;
  }
  return Match{{finish(reader, quantity, at, end)}, end};
}

}  // namespace attest::quantities
