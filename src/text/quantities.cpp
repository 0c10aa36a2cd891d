// Quantities are read in one pass: at each number or name of a measure the patterns are tried, the more
// telling before the plainer, and the first that fits takes its lexemes. Written from how results are
// reported in abstracts (CONSORT and STARD reporting items, the AMA Manual of Style on numbers) rather than
// learned, so that each reading can be explained and tested.
#include "text/quantities.h"

#include <algorithm>
#include <array>

#include "text/quantities/reader.h"

namespace attest {

namespace {

using quantities::Found;
using quantities::LexemeKind;
using quantities::Reader;

// "[12]", "[3,4]", "[1-3]": the end of a citation that starts at `at`, `at` itself when there is none.
size_t skip_citation(const Reader& reader, size_t at) {
  if (!reader.sign(at, "[")) return at;
  constexpr size_t kCitationMax = 24;
  constexpr double kReferenceMax = 999;
  size_t next = at + 1;
  bool number = false;
  for (; next < at + kCitationMax; ++next) {
    if (reader.at(next).kind == LexemeKind::kNumber) {
      if (!reader.at(next).integer || reader.at(next).value > kReferenceMax) return at;
      number = true;
    } else if (!reader.any_sign(next, {",", "-", ";"})) {
      break;
    }
  }
  return number && reader.sign(next, "]") ? next + 1 : at;
}

// "(28).", "(10,12,13)", and what is glued to a formula: "PaCO(2)".
size_t skip_bracketed_label(const Reader& reader, size_t at) {
  if (!reader.sign(at, "(") || at == 0 || reader.at(at - 1).kind != LexemeKind::kWord) return at;
  constexpr size_t kLabelMax = 16;
  constexpr double kReferenceMax = 999;
  size_t numbers = 0;
  size_t next = at + 1;
  for (; next < at + kLabelMax; ++next) {
    if (reader.at(next).kind == LexemeKind::kNumber) {
      if (!reader.at(next).integer || reader.at(next).value > kReferenceMax) return at;
      ++numbers;
    } else if (!reader.sign(next, ",")) {
      break;
    }
  }
  if (numbers == 0 || !reader.sign(next, ")")) return at;
  const bool ends_sentence = reader.sign(next + 1, ".");
  return numbers > 1 || reader.at(at).glued || ends_sentence ? next + 1 : at;
}

// "1) were at least", "and (2) a relative": the number of an item in a list. Where it ends.
size_t skip_enumerator(const Reader& reader, size_t at) {
  constexpr double kItemsMax = 20;
  const bool open = reader.sign(at, "(");
  const size_t number = open ? at + 1 : at;
  const auto& lexeme = reader.at(number);
  if (lexeme.kind != LexemeKind::kNumber || !lexeme.integer || lexeme.value > kItemsMax) return at;
  if (!reader.sign(number + 1, ")") || reader.at(number + 2).kind != LexemeKind::kWord) return at;
  const bool announced = at == 0 || reader.any_sign(at - 1, {":", ";", ",", "."}) ||
                         reader.any_word(at - 1, {"and", "or", "by", "were", "are", "into"});
  return announced && !reader.at(at).spelled ? number + 2 : at;
}

// "[References: 39]", "2011;32(22):2781-2789": the end of what counts or places sources.
size_t skip_source(const Reader& reader, size_t at) {
  if (reader.word(at, "references") && reader.sign(at + 1, ":")) return at + 3;
  if (!reader.is_year(at) || !reader.sign(at + 1, ";")) return at;
  if (reader.at(at + 2).kind != LexemeKind::kNumber || !reader.at(at + 2).glued) return at;
  size_t next = at + 3;
  constexpr size_t kPartsMax = 12;
  while (next < at + kPartsMax && reader.at(next).glued &&
         (reader.at(next).kind == LexemeKind::kNumber || reader.any_sign(next, {"(", ")", ":", "-"})))
    ++next;
  return next;
}

// "Figure 2", "type 2 diabetes", "grades 3 and 4": the end of the label's numbers.
size_t skip_label(const Reader& reader, size_t at) {
  if (reader.at(at).kind != LexemeKind::kWord || !quantities::labels_number(reader.at(at).text)) return at;
  size_t next = at + 1;
  if (reader.any_sign(next, {".", "-"})) ++next;
  if (reader.at(next).kind != LexemeKind::kNumber || !reader.at(next).integer) return at;
  // "group 12 patients improved" reads badly either way; "levels 2.5" is a value, and so is what has a unit.
  const auto& after = reader.at(next + 1);
  if (after.kind == LexemeKind::kWord && quantities::unit_of(after.text)) return at;
  if (reader.any_sign(next + 1, {"%", "/"})) return at;
  size_t end = next + 1;
  if ((reader.any_word(end, {"and", "or", "to"}) || reader.any_sign(end, {"-", ",", "/"})) &&
      reader.at(end + 1).kind == LexemeKind::kNumber && reader.at(end + 1).integer &&
      reader.at(end + 2).kind != LexemeKind::kNumber && !reader.sign(end + 2, "%") &&
      !(reader.at(end + 2).kind == LexemeKind::kWord &&
        (quantities::unit_of(reader.at(end + 2).text) ||
         quantities::is_person_noun(reader.at(end + 2).text)))) {
    end += 2;
  }
  return end;
}

// "12 March 2014", "March 12, 2014", "March 2014": dates.
size_t skip_date(const Reader& reader, size_t at) {
  if (reader.at(at).kind == LexemeKind::kWord) {
    if (!quantities::is_month_name(reader.at(at).text)) return at;
    if (reader.is_year(at + 1)) return at + 2;
    if (reader.plain_number(at + 1) && reader.sign(at + 2, ",") && reader.is_year(at + 3)) return at + 4;
    return at;
  }
  const bool day = reader.plain_number(at) && reader.at(at).integer && reader.at(at).value <= 31;
  if (day && reader.at(at + 1).kind == LexemeKind::kWord &&
      quantities::is_month_name(reader.at(at + 1).text) && reader.is_year(at + 2)) {
    return at + 3;
  }
  if (reader.is_year(at) && reader.sign(at + 1, "-") && reader.plain_number(at + 2) &&
      reader.sign(at + 3, "-") && reader.plain_number(at + 4)) {
    return at + 5;
  }
  return at;
}

size_t skip_what_is_no_quantity(const Reader& reader, size_t at) {
  for (const auto skip :
       {skip_citation, skip_bracketed_label, skip_enumerator, skip_source, skip_label, skip_date}) {
    if (const size_t end = skip(reader, at); end > at) return end;
  }
  return at;
}

Found read_at(const Reader& reader, size_t at) {
  if (reader.at(at).kind == LexemeKind::kWord) {
    for (const auto pattern : {quantities::p_value_at, quantities::measure_at, quantities::sample_size_at,
                               quantities::summary_at, quantities::duration_at}) {
      if (Found found = pattern(reader, at)) return found;
    }
    return std::nullopt;
  }
  if (Found money = quantities::money_at(reader, at)) return money;
  const bool negative = reader.any_sign(at, {"-", "+"}) &&
                        !(reader.at(at).glued && at > 0 && reader.at(at - 1).kind != LexemeKind::kSign);
  if (!reader.plain_number(at) && !negative) return std::nullopt;
  for (const auto pattern : {quantities::dimension_at, quantities::summary_at, quantities::percentage_at,
                             quantities::proportion_at, quantities::dose_at, quantities::duration_at,
                             quantities::count_at, quantities::plain_at}) {
    if (Found found = pattern(reader, at)) return found;
  }
  return std::nullopt;
}

// "less than 5%", "at least 12 weeks": the relation that stands before, for kinds that do not read it
// themselves.
void add_relation(const Reader& reader, size_t at, Quantity& quantity) {
  if (quantity.relation != Relation::kEqual || at == 0) return;
  for (const size_t words : {size_t{2}, size_t{1}}) {
    if (at < words) continue;
    Relation relation = Relation::kEqual;
    if (reader.relation(at - words, relation) == at && relation != Relation::kEqual) {
      quantity.relation = relation;
      return;
    }
  }
}

}  // namespace

std::vector<Quantity> find_quantities(std::string_view text) {
  std::vector<Quantity> found;
  const Reader reader(text);
  size_t at = 0;
  while (at < reader.size() && reader.at(at).kind != LexemeKind::kEnd) {
    Found match;
    if (const size_t item = std::max(skip_enumerator(reader, at), skip_source(reader, at)); item > at) {
      at = item;
      continue;
    }
    match = read_at(reader, at);
    if (!match) {
      const size_t skipped = skip_what_is_no_quantity(reader, at);
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
    for (Quantity& quantity : match->quantities) found.push_back(std::move(quantity));
    at = match->end > at ? match->end : at + 1;
  }
  return found;
}

double duration_days(const Quantity& quantity) {
  struct UnitDays {
    std::string_view unit;
    double days;
  };
  constexpr std::array kDays = {UnitDays{"millisecond", 1.0 / 86'400'000},
                                UnitDays{"second", 1.0 / 86'400},
                                UnitDays{"minute", 1.0 / 1'440},
                                UnitDays{"hour", 1.0 / 24},
                                UnitDays{"day", 1},
                                UnitDays{"week", 7},
                                UnitDays{"month", 30.44},
                                UnitDays{"year", 365.25},
                                UnitDays{"decade", 3652.5}};
  const double value = quantity.value == quantity.value ? quantity.value : quantity.high;
  for (const UnitDays& entry : kDays) {
    if (quantity.unit == entry.unit) return value * entry.days;
  }
  return kNotStated;
}

const char* quantity_kind_name(QuantityKind kind) {
  switch (kind) {
    case QuantityKind::kProportion: return "proportion";
    case QuantityKind::kPercentage: return "percentage";
    case QuantityKind::kCount: return "count";
    case QuantityKind::kSampleSize: return "sample size";
    case QuantityKind::kMean: return "mean";
    case QuantityKind::kMedian: return "median";
    case QuantityKind::kRatio: return "ratio";
    case QuantityKind::kDifference: return "difference";
    case QuantityKind::kPValue: return "p-value";
    case QuantityKind::kDose: return "dose";
    case QuantityKind::kDuration: return "duration";
    case QuantityKind::kAccuracy: return "accuracy";
    case QuantityKind::kRange: return "range";
    case QuantityKind::kNumber: return "number";
  }
  return "number";
}

}  // namespace attest
