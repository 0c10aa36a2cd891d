// "Thirteen patients were treated with haloperidol and |14| with olanzapine": the size of a second group,
// whose noun stands with the first.
#include "quantities/reader.h"

namespace attest::quantities {

Found second_arm_at(const Reader& reader, size_t at) {
  constexpr size_t kBack = 30;
  constexpr size_t kWordsMin = 4;
  const auto counts = [&reader](size_t index) {
    return reader.plain_number(index) && reader.at(index).integer && !reader.is_year(index);
  };
  if (at < kWordsMin || !counts(at) || reader.at(at).value < 2 || in_brackets(reader, at))
    return std::nullopt;
  if (!reader.word(at - 1, "and") && !reader.any_sign(at - 1, {",", ";"})) return std::nullopt;
  if (!reader.any_word(at + 1, {"with", "to", "on", "received", "by"}) ||
      reader.at(at + 2).kind != LexemeKind::kWord)
    return std::nullopt;
  bool same_lead = false;
  bool given = false;  // a verb by which the first came to it
  for (size_t back = 2; back <= kBack && back <= at; ++back) {
    const size_t index = at - back;
    if (reader.any_sign(index, {".", ";", "\n"}) || reader.any_word(index, {"whom", "which", "these"}))
      return std::nullopt;
    same_lead = same_lead || reader.word(index, reader.at(at + 1).text);
    given = given || reader.any_word(index, {"treated", "received", "randomised", "randomized", "assigned",
                                             "allocated", "given", "allotted"});
    const auto noun = counts(index) ? counted_noun(reader, index + 1) : std::nullopt;
    if (!noun || !noun->sample || !same_lead || !given || noun->end >= at - 1) continue;
    const bool sample = is_sample(reader, index, noun->end);
    Quantity arm = reader.make(sample ? QuantityKind::kSampleSize : QuantityKind::kCount, at, at + 1);
    arm.value = reader.at(at).value;
    return Match{{arm}, at + 1};
  }
  return std::nullopt;
}

}  // namespace attest::quantities
