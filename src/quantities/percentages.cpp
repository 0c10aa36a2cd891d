// Percentages without their counts ("70–80 %", "63% (95% CI 50–74)"), and what else stands with a percent
// sign.
#include "quantities/reader.h"

namespace attest::quantities {

namespace {

// "0.27, 95% 0.14-0.52": the level of an interval whose name was left out. Where its bounds end, or 0.
size_t bare_bounds_end(const Reader& reader, const Number& level) {
  if (level.value != 90 && level.value != 95 && level.value != 99) return 0;
  size_t next = level.end;
  if (reader.any_sign(next, {":", ","})) ++next;
  const auto low = reader.number(next);
  if (!low || low->percent || low->integer || !reader.separates(low->end, false)) return 0;
  const auto high = reader.number(low->end + 1);
  return high && !high->percent && high->value >= low->value ? high->end : 0;
}

// "from 5.8 to 2.3%", "12 vs 15%": the percent sign stands once, behind the last.
bool shares_percent_sign(const Reader& reader, size_t at, const Number& first) {
  if (first.percent || first.end != at + 1) return false;
  const bool list =
      reader.any_word(first.end, {"and", "or", "vs", "versus", "v"}) || reader.sign(first.end, ",");
  const bool change =
      reader.word(first.end, "to") && at > 0 && reader.word(at - 1, "from") && says_change(reader, at - 1);
  if (!list && !change) return false;
  constexpr int kListMax = 8;
  size_t next = first.end;
  for (int count = 0; count < kListMax; ++count) {
    const size_t start = next;
    if (reader.sign(next, ",")) ++next;
    if (reader.any_word(next, {"and", "or", "vs", "versus", "v", "to"})) {
      ++next;
      if (reader.sign(next, ".") && reader.at(next).glued) ++next;
    }
    if (next == start) return false;
    const auto number = reader.number(next);
    if (!number) return false;
    if (number->percent) {
      // "0.27, 95% 0.14-0.52": the level of an interval.
      return !reader.number(number->end) && !reader.any_word(number->end, {"ci", "confidence", "credible"});
    }
    next = number->end;
  }
  return false;
}

// "at a significance level of 1%", "alpha of 5%".
bool is_significance_level(const Reader& reader, size_t at, size_t end) {
  if (reader.any_word(end, {"level", "significance"}) &&
      (reader.word(end, "significance") || reader.words(end, {"level", "of", "significance"}) ||
       reader.word(end + 1, "significance")))
    return true;
  if (at < 1) return false;
  size_t before = at - 1;
  while (before > 0 && (reader.any_word(before, {"of", "was", "is", "at", "than", "less", "to", "set"}) ||
                        reader.any_sign(before, {"=", "<", "<="})))
    --before;
  if (before == at - 1) return false;
  if (reader.any_word(before, {"significance", "alpha"})) return true;
  return reader.word(before, "level") && before > 0 && reader.any_word(before - 1, {"significance", "alpha"});
}

}  // namespace

Found percentage_at(const Reader& reader, size_t at) {
  const auto first = reader.number(at);
  if (!first) return std::nullopt;
  Quantity quantity;
  quantity.kind = QuantityKind::kPercentage;
  size_t end = first->end;
  if (shares_percent_sign(reader, at, *first) && !(at > 0 && reader.word(at - 1, "between"))) {
    quantity.value = first->value;
    quantity.unit = "%";
    quantity.span = reader.make(quantity.kind, at, end).span;
    return Match{{quantity}, end};
  }
  if (first->percent && is_significance_level(reader, at, end)) {
    constexpr double kPercent = 100;
    quantity.kind = QuantityKind::kPValue;
    quantity.measure = "p";
    quantity.value = first->value / kPercent;
    quantity.span = reader.make(quantity.kind, at, end).span;
    return Match{{quantity}, end};
  }
  if (reader.separates(end, false) || (reader.word(end, "and") && at > 0 && reader.word(at - 1, "between"))) {
    const auto second = reader.number(end + 1);
    const bool glued_words = second && (first->percent || second->percent);
    const bool change =
        at > 0 && reader.word(at - 1, "from") && reader.word(end, "to") && says_change(reader, at - 1);
    if (glued_words && second->percent && second->value >= first->value && !change) {
      quantity.low = first->value;
      quantity.high = second->value;
      quantity.unit = "%";
      quantity.span = reader.make(quantity.kind, at, second->end).span;
      return Match{{quantity}, second->end};
    }
  }
  // "65–46 %": it fell from the one to the other.
  if (!first->percent && reader.sign(end, "-")) {
    const auto second = reader.number(end + 1);
    if (second && second->percent && second->value < first->value) {
      quantity.value = first->value;
      quantity.unit = "%";
      quantity.span = reader.make(quantity.kind, at, end).span;
      return Match{{quantity}, end};
    }
  }
  if (!first->percent) return std::nullopt;
  // The level of an interval that stands alone: "95% CI 1.1-11.9".
  if (reader.any_word(end, {"ci", "cis", "cri"}) || (reader.any_word(end, {"confidence", "credible"}))) {
    const auto interval = reader.interval(at);
    if (!interval) return Match{{}, end};
    quantity = reader.make(QuantityKind::kRange, at, interval->end);
    quantity.low = interval->low;
    quantity.high = interval->high;
    quantity.confidence = interval->confidence;
    return Match{{quantity}, interval->end};
  }
  if (const size_t bounds_end = bare_bounds_end(reader, *first); bounds_end > 0) {
    return Match{{}, bounds_end};
  }
  quantity.value = first->value;
  quantity.unit = "%";
  if (const auto measure = measure_name_at(reader, end);
      measure && measure->kind == QuantityKind::kAccuracy) {
    quantity.kind = QuantityKind::kAccuracy;  // "77% specificity"
    quantity.measure = measure->name;
    quantity.span = reader.make(quantity.kind, at, measure->end).span;
    return Match{{quantity}, measure->end};
  }
  size_t parts_end = end;
  if (add_parts(reader, end, quantity, parts_end)) {
    quantity.kind = QuantityKind::kProportion;
    quantity.unit.clear();
    end = parts_end;
  }
  const auto interval = reader.interval(end);
  if (interval && (interval->named || (interval->low <= first->value && first->value <= interval->high))) {
    quantity.low = interval->low;
    quantity.high = interval->high;
    quantity.confidence = interval->confidence;
    end = interval->end;
  }
  quantity.span = reader.make(quantity.kind, at, end).span;
  return Match{{quantity}, end};
}

}  // namespace attest::quantities
