// Shares in words: "half of the 40 patients", "two thirds", "none of 52".
#include "quantities/shares.h"

namespace attest::quantities {

namespace {

// "half of the 40 patients": the lexeme of the whole; 0 when it is not told.
size_t total_of_fraction(const Reader& reader, size_t at) {
  size_t total = reader.word(at + 1, "of") ? at + 2 : at + 1;
  const bool article = reader.any_word(total, {"the", "these", "those", "our", "all"});
  if (article) ++total;
  if (total == at + 1 || !whole(reader, total) || reader.is_year(total) || is_unit(reader, total + 1))
    return 0;
  const auto noun = counted_noun(reader, total + 1);
  return noun && noun->sample && reader.at(total).value >= 2 ? total : 0;
}

}  // namespace

Found fraction_words_at(const Reader& reader, size_t at) {
  if (!reader.at(at).fraction) return std::nullopt;
  if (reader.sign(at + 1, "-")) return std::nullopt;  // "half-life"
  if (reader.any_word(at + 1, {"a", "an"}) || unit_span_at(reader, at + 1))
    return std::nullopt;  // "half an hour"
  bool open = false;
  const auto percent = percent_after(reader, at + 1, open);
  if (percent && open && reader.any_sign(percent->end, {")", "]"})) {  // "more than half (52.4%)"
    Quantity quantity = reader.make(QuantityKind::kProportion, at, percent->end + 1);
    quantity.value = percent->value;
    return Match{{quantity}, percent->end + 1};
  }
  size_t end = at + 1;
  const char first_letter = reader.text()[reader.at(at).span.start];
  const bool counted_parts = first_letter != 'a' && first_letter != 'A' && reader.at(at).span.size() > 4;
  if (counted_parts) {  // "one third larger"; "half" and "a quarter" need what they are of
  } else if (reader.word(end, "of"))
    ++end;
  else if (!reader.any_word(end, {"the", "all"}) && skip_noun(reader, end) == end)
    return std::nullopt;
  // "half of the dose" is no proportion of people, but still a proportion.
  Quantity quantity = reader.make(QuantityKind::kProportion, at, at + 1);
  quantity.value = reader.at(at).value * 100;
  if (const size_t total = total_of_fraction(reader, at); total > 0) {
    const size_t noun = skip_noun(reader, total + 1);
    quantity.denominator = reader.at(total).value;
    quantity.unit = reader.at(noun - 1).text;
    quantity.span = reader.make(quantity.kind, at, noun).span;
    end = noun;
  } else {
    end = at + 1;
  }
  if (at > 0) reader.relation(at - 1, quantity.relation);
  return Match{{quantity}, end};
}

Found none_of_at(const Reader& reader, size_t at) {
  if (!reader.word(at, "none") || !reader.word(at + 1, "of")) return std::nullopt;
  const size_t total = reader.any_word(at + 2, {"the", "our", "these", "those", "all"}) ? at + 3 : at + 2;
  constexpr double kTotalMin = 2;
  if (!whole(reader, total) || reader.at(total).value < kTotalMin || is_unit(reader, total + 1) ||
      reader.is_year(total))
    return std::nullopt;
  Quantity quantity;
  quantity.numerator = 0;
  quantity.denominator = reader.at(total).value;
  size_t end = total + 1;
  if (const size_t noun = skip_noun(reader, end); noun > end) {
    quantity.unit = reader.at(noun - 1).text;
    end = noun;
  }
  end = add_percent(reader, end, quantity);
  quantity.kind = QuantityKind::kProportion;
  quantity.span = reader.make(quantity.kind, at, end).span;
  return Match{{quantity}, end};
}

}  // namespace attest::quantities
