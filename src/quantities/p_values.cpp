// Probabilities, thresholds of significance too: "p < 0.05", "P = .17, .70 and .50", "α = 0.05", "P = NS".
#include <cmath>

#include "quantities/reader.h"

namespace attest::quantities {

namespace {

Quantity with_span(const Reader& reader, Quantity quantity, size_t first, size_t end) {
  quantity.span = reader.make(quantity.kind, first, end).span;
  return quantity;
}

// "α = 0.05": the threshold of significance.
Found threshold_at(const Reader& reader, size_t at) {
  const std::string_view written = reader.at(at).span.of(reader.text());
  if (written != "\xCE\xB1" && !reader.word(at, "alpha")) return std::nullopt;
  size_t next = at + 1;
  if (reader.word(next, "level")) ++next;
  if (!reader.sign(next, "=") && !reader.any_word(next, {"of", "was"})) return std::nullopt;
  const auto value = reader.number(next + 1);
  constexpr double kThresholdMax = 0.2;
  if (!value || value->percent || value->value <= 0 || value->value > kThresholdMax) return std::nullopt;
  Quantity quantity;
  quantity.kind = QuantityKind::kPValue;
  quantity.measure = "p";
  quantity.value = value->value;
  return Match{{with_span(reader, quantity, at, value->end)}, value->end};
}

// "10(-7)", "10^-7", "10-7": the lexeme after a power of ten, with its value.
std::optional<Number> power_of_ten(const Reader& reader, size_t at) {
  if (!reader.plain_number(at) || reader.at(at).value != 10) return std::nullopt;
  size_t next = at + 1;
  const bool bracket = reader.sign(next, "(") && reader.at(next).glued;
  if (bracket || reader.sign(next, "^")) ++next;
  if (!reader.sign(next, "-") || !reader.at(next).glued) return std::nullopt;
  constexpr double kExponentMax = 300;
  const Lexeme& exponent = reader.at(next + 1);
  if (exponent.kind != LexemeKind::kNumber || !exponent.integer || exponent.value > kExponentMax)
    return std::nullopt;
  if (bracket && !reader.sign(next + 2, ")")) return std::nullopt;
  Number number;
  number.value = std::pow(10, -exponent.value);
  number.start = at;
  number.end = bracket ? next + 3 : next + 2;
  return number;
}

}  // namespace

// "a two-sided significance level of 0.05", "at the 5% level of significance", "significantly (<0.05)".
Found significance_level_at(const Reader& reader, size_t at) {
  const auto value = reader.number(at);
  constexpr double kLevelMax = 0.1;
  constexpr double kPercent = 100;
  if (!value || at == 0 || value->value <= 0) return std::nullopt;
  if (value->value > (value->percent ? kLevelMax * kPercent : kLevelMax)) return std::nullopt;
  const auto named = [&reader](size_t index) {
    return reader.words(index, {"significance", "level"}) > 0 ||
           reader.words(index, {"level", "of", "significance"}) > 0 ||
           reader.words(index, {"level", "of", "statistical", "significance"}) > 0 ||
           reader.words(index, {"alpha", "risk"}) > 0 || reader.words(index, {"alpha", "error"}) > 0 ||
           reader.words(index, {"type", "i", "error"}) > 0;
  };
  bool found = named(value->end) && !reader.sign(at - 1, "<");
  constexpr size_t kBack = 11;
  size_t nearest = 0;
  for (size_t back = 1; back <= kBack && back <= at && !found; ++back) {
    const size_t index = at - back;
    if (reader.plain_number(index) || reader.any_sign(index, {";", "\n", ")"})) break;
    if (named(index)) nearest = index;
    if (nearest > 0) break;
  }
  if (nearest > 0) {
    // Nothing but words of setting stands between.
    size_t index = nearest;
    while (!reader.any_word(index, {"level", "significance", "alpha", "error", "risk"})) ++index;
    found = true;
    for (; index < at && found; ++index) {
      found = reader.any_sign(index, {"=", ":", "(", "<", "<=", "-"}) ||
              reader.any_word(
                  index,
                  {"significance", "level",      "statistical", "alpha", "error",   "risk",        "rate",
                   "of",           "was",        "were",        "is",    "at",      "set",         "accepted",
                   "be",           "to",         "will",        "as",    "a",       "the",         "defined",
                   "considered",   "fixed",      "chosen",      "i",     "adopted", "established", "and",
                   "than",         "less",       "used",        "all",   "for",     "tests",       "taken",
                   "established",  "determined", "sided",       "two",   "p"});
    }
  }
  if (!found) return std::nullopt;
  Quantity quantity;
  quantity.kind = QuantityKind::kPValue;
  quantity.measure = "p";
  quantity.value = value->percent ? value->value / kPercent : value->value;
  return Match{{with_span(reader, quantity, at, value->end)}, value->end};
}

Found p_value_at(const Reader& reader, size_t at) {
  if (Found threshold = threshold_at(reader, at)) return threshold;
  const bool variant = reader.any_word(at, {"pc", "ps"}) && reader.any_sign(at + 1, {"=", "<", ">", "<="});
  if (!reader.word(at, "p") && !variant) return std::nullopt;
  size_t next = at + 1;
  if (reader.sign(next, "-")) ++next;
  if (reader.any_word(next, {"value", "values"})) ++next;
  if (reader.any_sign(next, {"(", "["}) && reader.at(next + 1).kind == LexemeKind::kWord &&
      reader.any_sign(next + 2, {")", "]"}))
    next += 3;
  if (const size_t trend = reader.words(next, {"for", "trend"}))
    next = trend;
  else if (const size_t interaction = reader.words(next, {"for", "interaction"}))
    next = interaction;
  else if (const size_t heterogeneity = reader.words(next, {"for", "heterogeneity"}))
    next = heterogeneity;
  Quantity quantity;
  quantity.kind = QuantityKind::kPValue;
  quantity.measure = "p";
  const bool named = reader.any_word(next - 1, {"value", "values"});  // "p-value 0.008"
  const bool verb = reader.any_word(next, {"of", "was", "is", "values", "value"}) || reader.sign(next, ":");
  if (verb) ++next;
  const bool said = verb || named;
  const size_t after = reader.relation(next, quantity.relation);
  const bool related = after > next;
  if (reader.any_word(after, {"ns"}) || (related && reader.word(after, "n") && reader.word(after + 1, "s"))) {
    const size_t end = after + (reader.word(after, "ns") ? 1 : 2);
    quantity.detail = "NS";
    return Match{{with_span(reader, quantity, at, end)}, end};
  }
  // "P not significant"
  size_t denied = reader.words(after, {"not", "significant"});
  if (denied == 0) denied = reader.words(after, {"not", "statistically", "significant"});
  if (denied > 0 || reader.any_word(after, {"nonsignificant", "insignificant"})) {
    const size_t end = denied > 0 ? denied : after + 1;
    quantity.detail = "NS";
    return Match{{with_span(reader, quantity, at, end)}, end};
  }
  if (!related && !said) return std::nullopt;
  const auto power = power_of_ten(reader, after);
  const auto value = power ? power : reader.number(after);
  if (!value || value->value < 0 || value->value > 1 || value->percent) return std::nullopt;
  quantity.value = value->value;
  Match match{{with_span(reader, quantity, at, value->end)}, value->end};
  // "P = .17, .70 and .50, respectively".
  constexpr size_t kListMax = 8;
  while (match.quantities.size() < kListMax) {
    next = match.end;
    if (reader.sign(next, ",")) ++next;
    if (reader.word(next, "and")) ++next;
    const size_t start = next;
    Relation relation = quantity.relation;
    next = reader.relation(next, relation);
    const auto more = start > match.end ? reader.number(next) : std::nullopt;
    if (!more || more->integer || more->percent || more->value < 0 || more->value > 1) break;
    if (!reader.any_sign(more->end, {",", ")", "]", ";", "."}) &&
        !reader.any_word(more->end, {"and", "respectively"}))
      break;
    quantity.value = more->value;
    quantity.relation = relation;
    match.quantities.push_back(with_span(reader, quantity, start, more->end));
    match.end = more->end;
  }
  return match;
}

}  // namespace attest::quantities
