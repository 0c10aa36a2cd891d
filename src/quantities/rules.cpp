// Quantities are read in one pass: at each number or name of a measure the patterns are tried, the more
// telling before the plainer, and the first that fits takes its lexemes. Written from how results are
// reported in abstracts (CONSORT and STARD reporting items, the AMA Manual of Style on numbers) rather than
// learned, so that each reading can be explained and tested.
#include <cmath>

#include "quantities/estimate_lists.h"
#include "quantities/lists.h"

namespace attest::quantities {

namespace {

// What no pattern read, beyond the sources and items that were asked for before the patterns.
size_t skip_label_or_date(const Reader& reader, size_t at) {
  for (const auto skip : {skip_label, skip_date}) {
    if (const size_t end = skip(reader, at); end > at) return end;
  }
  return at;
}

Found read_at(const Reader& reader, size_t at) {
  if (reader.at(at).kind == LexemeKind::kWord) {
    for (const auto pattern : {p_value_at, measure_at, sample_size_at, summary_at, none_of_at, duration_at}) {
      if (Found found = pattern(reader, at)) return found;
    }
    return std::nullopt;
  }
  if (reader.word(at + 1, "lr")) {  // "+LR 4.5"
    if (Found measure = measure_at(reader, at)) return measure;
  }
  if (Found money = money_at(reader, at)) return money;
  const bool negative = reader.any_sign(at, {"-", "+"}) &&
                        !(reader.at(at).glued && at > 0 && reader.at(at - 1).kind != LexemeKind::kSign);
  if (!reader.plain_number(at) && !negative) return std::nullopt;
  for (const auto pattern : {significance_level_at, dimension_at, summary_at, named_before_at, percentage_at,
                             proportion_at, dose_at, duration_at, count_at, plain_at}) {
    if (Found found = pattern(reader, at)) return found;
  }
  return std::nullopt;
}

// "less than 5%", "at least 12 weeks": the relation that stands before, for kinds that do not read it
// themselves.
void add_relation(const Reader& reader, size_t at, Quantity& quantity) {
  if (quantity.relation != Relation::kEqual || at == 0) return;
  // "fell over 6 months": in their course, not in more than these; "for over 6 months" says more.
  if (quantity.kind == QuantityKind::kDuration && reader.word(at - 1, "over") &&
      !(at > 1 && reader.any_word(at - 2, {"for", "of", "after", "lasting", "lasted", "took", "aged", "by",
                                           "was", "were", "than", "with", "age"})))
    return;
  for (const size_t words : {size_t{3}, size_t{2}, size_t{1}}) {
    if (at < words) continue;
    Relation relation = Relation::kEqual;
    if (reader.relation(at - words, relation) == at && relation != Relation::kEqual) {
      quantity.relation = relation;
      return;
    }
  }
}

struct Earlier {
  Quantity quantity;
  size_t end = 0;  // lexeme after it
};

// Whether the words between two quantities compare or join them.
bool joins(const Reader& reader, size_t gap, size_t at, size_t gap_max, bool verbs) {
  if (at < gap + 1 || at - gap > gap_max) return false;
  bool compares = false;
  for (size_t index = gap; index < at; ++index) {
    if (reader.sign(index, "\n") || (reader.sign(index, ";") && index + 1 < at)) return false;
    if (reader.sign(index, ".") && !reader.at(index).glued) return false;
    compares =
        compares || reader.any_sign(index, {",", ";"}) ||
        reader.any_word(index, {"and", "or", "vs", "versus", "v", "to", "than", "compared", "against"});
    const bool comparison = index > gap && reader.word(index, "with") && reader.word(index - 1, "compared");
    if (!verbs &&
        reader.any_word(index, {"was", "were", "had", "ratio", "rate", "range", "score", "with", "which"}) &&
        !comparison)
      return false;
  }
  return compares;
}

// "median gastric pH, 1.0 vs. 1.1", "a mean of 5 in women and 6 in men": what the first value is called the
// next one is too, when both have the same unit and nothing but words of comparison lies between.
bool goes_on_as(const Reader& reader, const Earlier& before, size_t at, const Quantity& next) {
  using enum QuantityKind;
  const QuantityKind kind = before.quantity.kind;
  constexpr size_t kAgesMax = 8;  // "33.9 years in one group and 32.4 years in the other"
  if (kind == kNumber && before.quantity.measure == "age" && next.kind == kDuration &&
      next.unit == before.quantity.unit && !next.follow_up)
    return joins(reader, before.end, at, kAgesMax, false);
  if (kind != kMean && kind != kMedian && kind != kAccuracy) return false;
  const bool share =
      next.kind == kPercentage && (before.quantity.unit == "%" || before.quantity.unit.empty());
  if (next.kind != kNumber && !share) return false;
  // "1.5 vs. 1.0 cm": the unit stands once.
  const bool shared_unit = before.quantity.unit.empty() && before.end + 1 <= at &&
                           reader.any_word(before.end, {"vs", "versus", "v", "and"}) && at <= before.end + 2;
  if (!next.measure.empty() || (next.unit != before.quantity.unit && !share && !shared_unit)) return false;
  constexpr size_t kGapMax = 24;
  return joins(reader, before.end, at, kGapMax, false);
}

// "12 patients in the first group and 10 in the second", "25 children and 24 control patients": a number
// whose noun was left out, or that is joined to a sample, is what the number before it was.
bool counts_on(const Reader& reader, const Earlier& before, size_t at, size_t end, const Quantity& next) {
  using enum QuantityKind;
  const QuantityKind kind = before.quantity.kind;
  const bool share =
      kind == kProportion && !std::isnan(before.quantity.numerator);  // "21 (39%) improved, 9 in"
  if (kind != kCount && kind != kSampleSize && !share) return false;
  if (before.quantity.unit == "session") return false;
  const bool joined = at > 0 && reader.any_word(at - 1, {"and", "plus", "versus", "vs"});
  constexpr size_t kGapMax = 12;
  if (kind == kSampleSize && next.kind == kCount && joined && is_sample_noun(next.unit))
    return joins(reader, before.end, at, kGapMax, false);
  // "seven subjects with the trait and seven without"
  if (kind == kSampleSize && next.kind == kCount && joined && next.unit.empty() &&
      reader.any_word(end, {"with", "without"}))
    return joins(reader, before.end, at, kGapMax, true);
  if (next.kind != kNumber || !next.unit.empty() || !next.measure.empty() || end != at + 1) return false;
  if (!reader.at(at).integer || reader.is_year(at)) return false;
  const auto& after = reader.at(end);
  // "133 were randomised to the drug and 129 to placebo"
  const bool assigned = kind == kSampleSize && joined && reader.word(end, "to") &&
                        reader.any_word(before.end, {"were", "to", "was"}) &&
                        (reader.word(before.end, "to") ||
                         reader.any_word(before.end + 1, {"randomised", "randomized", "assigned", "allocated",
                                                          "randomly", "allotted"}));
  if (assigned) return joins(reader, before.end, at, 2 * kGapMax, true);
  constexpr size_t kGroupAhead = 6;
  // "in 6 patients, adenocarcinoma in 14, and in 3 treated with the drug"
  const bool within = kind == kCount && is_sample_noun(before.quantity.unit) && at > 0 &&
                      reader.word(at - 1, "in") && joins(reader, before.end, at, kGapMax, true) &&
                      (reader.any_sign(end, {",", ";", "."}) ||
                       reader.any_word(end, {"and", "with", "without", "treated", "receiving", "given"}));
  if (within) return true;
  // "1000 patients (500 in the intervention group and 500 in the control group)"
  if (kind == kSampleSize && at == before.end + 1 && reader.sign(at - 1, "(") && reader.word(end, "in")) {
    for (size_t ahead = end + 1; ahead <= end + kGroupAhead; ++ahead) {
      if (reader.any_word(ahead, {"group", "arm"})) return true;
      if (reader.any_sign(ahead, {".", ";", ")"})) break;
    }
  }
  const bool elided = after.kind == LexemeKind::kWord && ends_noun_phrase(after.text) &&
                      !reader.any_word(end, {"to", "or", "than"});
  const bool doing =
      after.kind == LexemeKind::kWord && after.text.size() > 4 &&
      after.text.substr(after.text.size() - 3) == "ing";  // "six taking one and four taking the other"
  bool in_group = reader.word(end, "in");  // "9 in the urine-testing group and 8 in the other group"
  for (size_t ahead = end + 1; in_group && ahead <= end + kGroupAhead; ++ahead) {
    if (reader.any_word(ahead, {"group", "arm"})) break;
    if (ahead == end + kGroupAhead || reader.any_sign(ahead, {".", ";", ")"})) in_group = false;
  }
  if ((share || (before.quantity.unit.empty() && kind == kCount)) && !in_group) return false;
  const bool listed =
      joined || (at > 0 && (reader.any_word(at - 1, {"with", "to"}) || reader.any_sign(at - 1, {";", ","})));
  return (elided || doing) && listed && joins(reader, before.end, at, kGapMax, joined || in_group);
}

}  // namespace

std::vector<Quantity> read_by_rules(const Reader& reader) {
  std::vector<PlacedQuantity> found;
  EstimateList estimates;
  size_t at = 0;
  Earlier last;     // the last quantity
  Earlier summary;  // the last that was no interval, no p-value and no size of a group
  while (at < reader.size() && reader.at(at).kind != LexemeKind::kEnd) {
    Found match;
    if (const size_t item = skip_source_or_item(reader, at); item > at) {
      at = item;
      continue;
    }
    match = read_at(reader, at);
    if (!match && reader.plain_number(at) && reader.at(at).spelled) {  // "and four in the other group"
      Quantity candidate = reader.make(QuantityKind::kNumber, at, at + 1);
      candidate.value = reader.at(at).value;
      if (reader.at(at).value > 1 && counts_on(reader, last, at, at + 1, candidate))
        match = Match{{candidate}, at + 1};
    }
    if (!match) {
      estimates.hear(reader, at);
      const size_t skipped = skip_label_or_date(reader, at);
      at = skipped > at ? skipped : at + 1;
      continue;
    }
    if (const size_t date = skip_date(reader, at); date > at) {
      at = date;
      continue;
    }
    if (!match->quantities.empty() && reader.at(at).kind != LexemeKind::kWord) {
      add_relation(reader, at, match->quantities.front());
    }
    estimates.carry(reader, at, *match);
    if (match->quantities.size() == 1) {
      Quantity& only = match->quantities.front();
      if (goes_on_as(reader, summary, at, only)) only.kind = summary.quantity.kind;
      if (counts_on(reader, last, at, match->end, only)) {
        const bool share = last.quantity.kind == QuantityKind::kProportion;
        only.kind = share ? QuantityKind::kCount : last.quantity.kind;
        if (only.unit.empty() && reader.word(at - 1, "in")) only.unit = last.quantity.unit;
      }
    }
    if (!match->quantities.empty()) {
      last = {match->quantities.back(), match->end};
      if (last.quantity.kind != QuantityKind::kRange && last.quantity.kind != QuantityKind::kSampleSize &&
          last.quantity.kind != QuantityKind::kPValue)
        summary = last;
    }
    for (const Quantity& quantity : match->quantities) estimates.see(quantity, match->end);
    for (Quantity& quantity : match->quantities) found.push_back({std::move(quantity), at, match->end});
    at = match->end > at ? match->end : at + 1;
  }
  carry_along_lists(reader, found);
  std::vector<Quantity> quantities;
  quantities.reserve(found.size());
  for (PlacedQuantity& placed : found) quantities.push_back(std::move(placed.quantity));
  return quantities;
}

}  // namespace attest::quantities
