// "The odds ratios were 1.05 (95% CI 0.77 to 1.44) for aspirin and 1.32 (0.98 to 1.76) for a beta blocker",
// "weighted mean difference: heart rate, -2.8 (-10.7 to 5.1); lactate, 0.4 (0.1 to 0.7)": the name stands
// once for all, and so may the name of the interval. The next number is of the list where the words between
// name nothing else that could be measured.
#include "quantities/estimate_lists.h"

#include <cmath>

namespace attest::quantities {
namespace {

constexpr size_t kListGapMax = 40;

bool ends_sentence(const Reader& reader, size_t at) {
  return reader.sign(at, "\n") || (reader.sign(at, ".") && !reader.at(at + 1).glued);
}

// Words for another thing that has a value of its own.
bool names_another_value(const Reader& reader, size_t at) {
  return reader.any_word(at, {"mean",          "means",
                              "median",        "average",
                              "coefficient",   "coefficients",
                              "slope",         "correlation",
                              "correlations",  "kappa",
                              "score",         "scores",
                              "level",         "levels",
                              "rate",          "rates",
                              "incidence",     "prevalence",
                              "probability",   "frequency",
                              "increase",      "decrease",
                              "concentration", "proportion",
                              "percentage",    "concentrations",
                              "heritability",  "cost",
                              "costs",         "year",
                              "years",         "chi",
                              "ratio",         "differences",
                              "reduction",     "values",
                              "index",         "sd",
                              "threshold"});
}

// "r = 0.4", "d = 0.2": another statistic.
bool is_of_short_name(const Reader& reader, size_t at) {
  if (at < 2 || !reader.sign(at - 1, "=")) return false;
  constexpr size_t kNameMin = 3;
  const Lexeme& name = reader.at(at - 2);
  return name.kind != LexemeKind::kWord || name.text.size() < kNameMin || name.text.starts_with("beta") ||
         name.text.starts_with("exp");
}

bool list_goes_on(const Reader& reader, size_t from, size_t at) {
  if (at <= from || at - from > kListGapMax || is_of_short_name(reader, at)) return false;
  int depth = 0;
  for (size_t index = from; index < at; ++index) {
    if (reader.any_sign(index, {"(", "["})) ++depth;
    if (reader.any_sign(index, {")", "]"})) --depth;
    // "for amlodipine (rate, 11 %) and": what stands in brackets is told beside it
    if (ends_sentence(reader, index) || (depth <= 0 && names_another_value(reader, index))) return false;
    if (index > from && measure_name_at(reader, index)) return false;
  }
  return true;
}

// "(95% CI)", "[95% confidence interval]": its last word, without bounds after it.
bool announces(const Reader& reader, size_t index) {
  const bool interval = reader.any_word(index, {"ci", "cis"}) ||
                        (index > 0 && reader.any_word(index, {"interval", "intervals"}) &&
                         reader.word(index - 1, "confidence"));
  return interval && reader.any_sign(index + 1, {")", "]"});
}

// The same in the `kListGapMax` lexemes before `at`: what stands in
// the brackets that follow.
bool is_announced(const Reader& reader, size_t at) {
  for (size_t back = 1; back <= kListGapMax && back < at; ++back) {
    const size_t index = at - back;
    if (ends_sentence(reader, index)) return false;
    if (announces(reader, index)) return true;
  }
  return false;
}

// An interval in brackets, or behind a comma with decimals: "0.78, 0.57-1.06".
std::optional<Interval> interval_of_member(const Reader& reader, size_t at, const Quantity& quantity) {
  auto interval = reader.interval(at);
  if (!interval && reader.any_sign(at, {",", ";"})) {
    const auto low = reader.number(at + 1);
    const auto high = low && !low->integer && reader.separates(low->end, false) ? reader.number(low->end + 1)
                                                                                : std::nullopt;
    if (high && !high->integer)
      interval = Interval{low->value, high->value, kNotStated, false, false, high->end};
  }
  if (!interval || quantity.value < interval->low || quantity.value > interval->high) return std::nullopt;
  return interval;
}

// "for fathers, 4.0 for mothers and": members without intervals, each with what it is of.
bool lists_plainly(const Reader& reader, size_t from, size_t at, size_t end) {
  constexpr size_t kPlainMax = 24;
  if (at - from > kPlainMax) return false;
  const bool joined = reader.sign(at - 1, ",") || reader.any_word(at - 1, {"and", "versus", "vs"});
  const bool started =
      at == from + 1 || reader.any_word(from, {"for", "in", "among", "with"}) || reader.sign(from, "(");
  const bool followed = reader.any_word(end, {"for", "in", "among", "with", "and"}) ||
                        reader.any_sign(end, {",", "(", ".", ";"});
  if (!joined || !started || !followed) return false;
  for (size_t index = from; index < at; ++index) {
    if (reader.any_word(index, {"was", "were", "is", "are", "had", "than", "compared", "respectively", "who",
                                "which", "to", "per"}) ||
        reader.sign(index, ";"))
      return false;
  }
  return true;
}

}  // namespace

void EstimateList::hear(const Reader& reader, size_t at) {
  if (named_ && at < end_) return;  // the second word of a name
  const auto measure = measure_name_at(reader, at);
  if (!measure) return;
  kind_ = measure->kind;
  name_ = measure->name;
  end_ = measure->end;
  named_ = true;
  valued_ = false;
  interval_ = false;
  // "risk ratio [95% CI]": bounds follow
  constexpr size_t kNearMax = 6;
  bounds_follow_ = false;
  for (size_t index = end_; index < end_ + kNearMax; ++index)
    bounds_follow_ = bounds_follow_ || announces(reader, index);
}

void EstimateList::see(const Quantity& quantity, size_t end) {
  if (!std::isnan(quantity.confidence)) {
    confidence_ = quantity.confidence;
    confidence_end_ = end;
  }
  const bool estimate = quantity.kind == QuantityKind::kRatio || quantity.kind == QuantityKind::kDifference;
  if (estimate && quantity.measure != "NNT" && quantity.measure != "NNH") {
    kind_ = quantity.kind;
    name_ = quantity.measure;
    end_ = end;
    named_ = true;
    valued_ = true;
    interval_ = !std::isnan(quantity.low);
  } else if (quantity.kind != QuantityKind::kPValue && quantity.kind != QuantityKind::kRange &&
             quantity.kind != QuantityKind::kCount && quantity.kind != QuantityKind::kSampleSize &&
             quantity.kind != QuantityKind::kDuration && quantity.kind != QuantityKind::kPercentage &&
             quantity.kind != QuantityKind::kDose && valued_ &&
             !(quantity.value == std::floor(quantity.value) && std::isnan(quantity.low))) {
    named_ = false;  // the list is over
  }
}

void EstimateList::carry(const Reader& reader, size_t at, Match& match) const {
  if (match.quantities.size() != 1) return;
  Quantity& only = match.quantities.front();
  const bool unnamed = only.kind == QuantityKind::kRatio && only.measure == "ratio";  // "0.78, 0.57-1.06"
  const bool share = only.kind == QuantityKind::kPercentage;
  const bool plain = only.kind == QuantityKind::kNumber && only.measure.empty();
  if ((!unnamed && !share && !plain) || std::isnan(only.value)) return;
  const bool said = !std::isnan(only.confidence);
  const bool level_near = confidence_end_ > 0 && confidence_end_ <= at && at - confidence_end_ <= kListGapMax;
  const bool announced = said || level_near || is_announced(reader, at);
  std::optional<Interval> interval;
  if (std::isnan(only.low) && (announced || (named_ && interval_)))
    interval = interval_of_member(reader, match.end, only);
  const bool ranged = interval || !std::isnan(only.low);

  // Is it one of the list?
  const bool ratio = named_ && kind_ == QuantityKind::kRatio;
  const bool difference = named_ && kind_ == QuantityKind::kDifference;
  bool member = (ratio || difference) && list_goes_on(reader, end_, at);
  if (ratio && (share || !only.unit.empty() || only.value <= 0)) member = false;
  if (member && !valued_) {
    // "were as follows: X, 1.2 (1.1 to 1.3)"; "odds ratios for X (1.2; 95% CI 1.1 to 1.3)"
    bool colon = false;
    for (size_t index = end_; index < at; ++index) colon = colon || reader.sign(index, ":");
    const bool bracketed = ratio && said && reader.sign(at - 1, "(");
    const bool told = !difference || name_ != "difference" || is_announced(reader, at);
    member = ranged && told && ((colon && announced) || bracketed || bounds_follow_);
  } else if (member && !ranged) {
    constexpr double kRatioMax = 100;
    member = ratio && !interval_ && !reader.at(match.end - 1).integer && only.value <= kRatioMax &&
             lists_plainly(reader, end_, at, match.end);
  } else if (member) {
    member = interval_;
  }
  if (interval && (member || announced)) {
    only.low = interval->low;
    only.high = interval->high;
    only.confidence = std::isnan(interval->confidence) ? confidence_ : interval->confidence;
    match.end = interval->end;
  }
  if (member && !std::isnan(only.low) && std::isnan(only.confidence) && level_near)
    only.confidence = confidence_;
  if (member) {
    only.kind = kind_;
    only.measure = name_;
  }
  if (member || interval) only.span = reader.make(only.kind, at, match.end).span;
}

}  // namespace attest::quantities
