// Members of a list share what is written once: "0.3, 0.6 and 0.9 mg/kg", "OR of 4.2, 6.5 and 7.4", "14
// patients with one disease, 9 patients with another and 13 normal subjects".
#include "quantities/lists.h"

#include <algorithm>
#include <cmath>

namespace attest::quantities {
namespace {

bool is_bare(const Quantity& quantity) {
  return (quantity.kind == QuantityKind::kNumber || quantity.kind == QuantityKind::kRange) &&
         quantity.unit.empty() && quantity.measure.empty() && std::isnan(quantity.numerator) &&
         std::isnan(quantity.confidence);
}

bool is_bare_number(const Quantity& quantity) {
  return quantity.kind == QuantityKind::kNumber && is_bare(quantity);
}

enum class Gap : uint8_t { kOther, kComma, kJoined, kTo };

// What stands between two quantities: nothing but a comma, "and", "or", "versus", or "to".
Gap gap_of(const Reader& reader, size_t from, size_t to) {
  if (to <= from) return Gap::kOther;
  Gap gap = Gap::kComma;
  for (size_t at = from; at < to; ++at) {
    if (reader.sign(at, ",")) continue;
    if (reader.any_word(at, {"and", "or", "versus", "vs", "v"})) {
      gap = Gap::kJoined;
    } else if (reader.word(at, "to") && to == from + 1) {
      gap = Gap::kTo;
    } else {
      return Gap::kOther;
    }
  }
  return gap;
}

// The unit stands behind the last: doses, times, percentages.
void take_from_next(const Reader& reader, std::vector<PlacedQuantity>& found) {
  bool listed = false;  // the list goes on to a joined last member: "0.3, 0.6 and 0.9"
  for (size_t i = found.size(); i-- > 0;) {
    if (i + 1 >= found.size()) continue;
    Quantity& quantity = found[i].quantity;
    const Quantity& next = found[i + 1].quantity;
    const Gap gap = gap_of(reader, found[i].end, found[i + 1].first);
    listed = gap == Gap::kJoined || (gap == Gap::kComma && listed);
    if (gap == Gap::kOther || !is_bare(quantity)) continue;
    const bool dose = next.kind == QuantityKind::kDose;
    const bool last_of_doses = dose && gap == Gap::kComma;  // "(0.3, 0.6, 0.9 mg/kg)"
    const bool change = gap == Gap::kTo && quantity.kind == QuantityKind::kNumber;
    if (dose ? !(listed || last_of_doses || change)
             : !(next.kind == QuantityKind::kDuration
                     ? listed
                     : next.kind == QuantityKind::kPercentage && (listed || change)))
      continue;
    constexpr double kPercentMax = 100;
    if (next.kind == QuantityKind::kPercentage &&
        (quantity.kind == QuantityKind::kRange || quantity.value > kPercentMax))
      continue;
    quantity.kind = next.kind;
    quantity.unit = next.unit;
  }
}

// "OR of 4.2, 6.5, and 7.4", "(n = 72, 62, 48)".
void take_from_last(const Reader& reader, std::vector<PlacedQuantity>& found) {
  for (size_t i = 1; i < found.size(); ++i) {
    Quantity& quantity = found[i].quantity;
    const Quantity& last = found[i - 1].quantity;
    if (!is_bare_number(quantity)) continue;
    const Gap gap = gap_of(reader, found[i - 1].end, found[i].first);
    if (gap != Gap::kComma && gap != Gap::kJoined) continue;
    const bool integer = reader.at(found[i].first).integer;
    if (last.kind == QuantityKind::kRatio && !integer) {
      quantity.kind = QuantityKind::kRatio;
      quantity.measure = last.measure;
    } else if (last.kind == QuantityKind::kSampleSize && last.unit.empty() && integer &&
               in_brackets(reader, found[i].first)) {
      quantity.kind = QuantityKind::kSampleSize;
    }
  }
}

bool is_part_noun(std::string_view noun) {
  for (const std::string_view part : {"men", "women", "male", "female", "males", "females", "boys", "girls",
                                      "responders", "survivors", "smokers", "nonsmokers"}) {
    if (noun == part) return true;
  }
  return false;
}

// "14 patients with one disease, 9 patients with another": no verb between.
bool goes_on_with_people(const Reader& reader, size_t from, size_t to) {
  constexpr size_t kGapMax = 24;
  if (to <= from || to - from > kGapMax) return false;
  if (!reader.sign(to - 1, ",") && !reader.any_word(to - 1, {"and", "their"})) return false;
  for (size_t at = from; at < to; ++at) {
    if (reader.any_sign(at, {";", ":", "\n", "(", ")"})) return false;
    if (reader.sign(at, ".") && !reader.at(at).glued) return false;
    if (reader.any_word(at, {"was", "were", "had", "have", "has", "is", "are", "of", "died", "developed",
                             "showed", "received", "who", "which", "that", "including", "but", "while"}))
      return false;
  }
  return true;
}

void carry_samples(const Reader& reader, std::vector<PlacedQuantity>& found) {
  for (size_t i = 1; i < found.size(); ++i) {
    Quantity& quantity = found[i].quantity;
    const Quantity& last = found[i - 1].quantity;
    if (quantity.kind != QuantityKind::kCount || last.kind != QuantityKind::kSampleSize || last.unit.empty())
      continue;
    if (!is_sample_noun(quantity.unit) || is_part_noun(quantity.unit)) continue;
    if (goes_on_with_people(reader, found[i - 1].end, found[i].first))
      quantity.kind = QuantityKind::kSampleSize;
  }
}

// "4.2 (0.5) versus 2.0 (0.2)": two values with their deviations, or two with nothing said of them.
bool has_deviation(const std::vector<PlacedQuantity>& found, size_t i, const Reader& reader) {
  if (i + 1 >= found.size()) return false;
  const PlacedQuantity& value = found[i];
  const PlacedQuantity& spread = found[i + 1];
  return is_bare_number(value.quantity) && is_bare_number(spread.quantity) && value.quantity.value > 0 &&
         !reader.at(value.first).integer && !reader.at(spread.first).integer && spread.quantity.value > 0 &&
         spread.quantity.value < value.quantity.value && spread.first == value.end + 1 &&
         reader.sign(value.end, "(") && reader.sign(spread.end, ")");
}

// The deviation becomes a part of its mean.
void join_deviations(const Reader& reader, std::vector<PlacedQuantity>& found) {
  std::vector<bool> joined(found.size());
  for (size_t i = 0; i + 3 < found.size(); ++i) {
    if (joined[i] || !has_deviation(found, i, reader) || !has_deviation(found, i + 2, reader)) continue;
    constexpr size_t kBetweenMax = 20;
    const size_t from = found[i + 1].end + 1;
    const size_t to = found[i + 2].first;
    if (to <= from || to - from > kBetweenMax) continue;
    for (const size_t value : {i, i + 2}) {
      PlacedQuantity& mean = found[value];
      const PlacedQuantity& spread = found[value + 1];
      mean.quantity.kind = QuantityKind::kMean;
      mean.quantity.deviation = spread.quantity.value;
      mean.end = spread.end + 1;
      mean.quantity.span.end = reader.at(spread.end).span.end;
      if (const auto unit = unit_span_at(reader, mean.end)) {  // "17.9 (3.2) fmol/ml"
        mean.quantity.unit = unit->name;
        mean.end = unit->end;
        mean.quantity.span.end = reader.at(unit->end - 1).span.end;
      }
      joined[value + 1] = true;
    }
  }
  size_t kept = 0;
  for (size_t i = 0; i < found.size(); ++i) {
    if (joined[i]) continue;
    if (kept != i) found[kept] = std::move(found[i]);
    ++kept;
  }
  found.resize(kept);
}

}  // namespace

void carry_along_lists(const Reader& reader, std::vector<PlacedQuantity>& found) {
  join_deviations(reader, found);
  take_from_next(reader, found);
  take_from_last(reader, found);
  carry_samples(reader, found);
}

}  // namespace attest::quantities
