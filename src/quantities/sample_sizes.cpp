// "n = 84": sample sizes that are named so.
#include "quantities/reader.h"

namespace attest::quantities {

Found sample_size_at(const Reader& reader, size_t at) {
  if (!reader.word(at, "n") || reader.at(at).glued) {
    if (!reader.word(at, "n") || !reader.any_sign(at - (at > 0), {"(", "[", ",", ";", "/"}))
      return std::nullopt;
  }
  Relation relation = Relation::kEqual;
  const size_t next = reader.relation(at + 1, relation);
  if (next == at + 1 || !reader.plain_number(next) || !reader.at(next).integer || reader.at(next).value < 0)
    return std::nullopt;
  if (Found proportion = proportion_at(reader, next)) {  // "n = 43/54 (80%)"
    proportion->quantities.front().span.start = reader.at(at).span.start;
    return proportion;
  }
  size_t end = next + 1;
  if (const auto noun = counted_noun(reader, end); noun && noun->sample) end = noun->end;  // "n = 5 patients"
  // "(n = 43, 80%)", "n=43 (80%)" are caught above only when the percentage is in brackets.
  if (reader.any_sign(end, {",", ";"})) {
    const auto percent = reader.number(end + 1);
    if (percent && percent->percent && reader.any_sign(percent->end, {")", "]"})) {
      Quantity quantity = reader.make(QuantityKind::kProportion, at, percent->end);
      quantity.numerator = reader.at(next).value;
      quantity.value = percent->value;
      return Match{{quantity}, percent->end};
    }
  }
  Quantity quantity = reader.make(QuantityKind::kSampleSize, at, end);
  quantity.value = reader.at(next).value;
  quantity.relation = relation;
  // "(n = 304 to 457)": groups of that size
  if (end == next + 1 && reader.separates(end, false) && reader.plain_number(end + 1) &&
      reader.at(end + 1).integer && reader.at(end + 1).value > quantity.value &&
      reader.any_sign(end + 2, {")", "]", ",", ";"})) {
    quantity.low = quantity.value;
    quantity.high = reader.at(end + 1).value;
    quantity.value = kNotStated;
    quantity.span = reader.make(quantity.kind, at, end + 2).span;
    return Match{{quantity}, end + 2};
  }
  // "n=24/group", "n = 20 per group", "n = 20 in each arm"
  const size_t each = reader.words(end, {"in", "each"});
  const size_t group = each > 0 ? each : reader.word(end, "per") || reader.sign(end, "/") ? end + 1 : 0;
  if (group > 0 && reader.any_word(group, {"group", "arm", "cohort", "treatment"}))
    quantity.detail = "per group";
  return Match{{quantity}, end};
}

}  // namespace attest::quantities
