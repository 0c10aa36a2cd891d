// Quantities whose name comes first: ratios, differences, measures of diagnostic accuracy.
#include <cmath>
#include <set>

#include "quantities/reader.h"

namespace attest::quantities {

namespace {

struct MeasureName {
  std::initializer_list<std::string_view> words;
  QuantityKind kind;
  std::string_view name;
  bool capitals = false;  // only in capitals: "OR" is a measure, "or" is not
};

constexpr auto kRatio = QuantityKind::kRatio;
constexpr auto kDifference = QuantityKind::kDifference;
constexpr auto kAccuracy = QuantityKind::kAccuracy;

// Longer phrases before their parts.
const MeasureName kMeasures[] = {
    {{"incidence", "rate", "ratio"}, kRatio, "IRR"},
    {{"incidence", "rate", "ratios"}, kRatio, "IRR"},
    {{"standardised", "mortality", "ratio"}, kRatio, "SMR"},
    {{"standardized", "mortality", "ratio"}, kRatio, "SMR"},
    {{"standardised", "incidence", "ratio"}, kRatio, "SIR"},
    {{"standardized", "incidence", "ratio"}, kRatio, "SIR"},
    {{"standardised", "incidence", "ratios"}, kRatio, "SIR"},
    {{"standardized", "incidence", "ratios"}, kRatio, "SIR"},
    {{"standardised", "mortality", "ratios"}, kRatio, "SMR"},
    {{"standardized", "mortality", "ratios"}, kRatio, "SMR"},
    {{"diagnostic", "odds", "ratio"}, kAccuracy, "DOR"},
    {{"positive", "likelihood", "ratio"}, kAccuracy, "LR+"},
    {{"negative", "likelihood", "ratio"}, kAccuracy, "LR-"},
    {{"positive", "lr"}, kAccuracy, "LR+"},
    {{"negative", "lr"}, kAccuracy, "LR-"},
    {{"odds", "ratio"}, kRatio, "OR"},
    {{"odds", "ratios"}, kRatio, "OR"},
    {{"risk", "ratio"}, kRatio, "RR"},
    {{"risk", "ratios"}, kRatio, "RR"},
    {{"relative", "risk"}, kRatio, "RR"},
    {{"relative", "risks"}, kRatio, "RR"},
    {{"hazard", "ratio"}, kRatio, "HR"},
    {{"hazard", "ratios"}, kRatio, "HR"},
    {{"hazards", "ratio"}, kRatio, "HR"},
    {{"rate", "ratio"}, kRatio, "rate ratio"},
    {{"prevalence", "ratio"}, kRatio, "prevalence ratio"},
    {{"number", "needed", "to", "treat"}, kRatio, "NNT"},
    {{"numbers", "needed", "to", "treat"}, kRatio, "NNT"},
    {{"number", "needed", "to", "harm"}, kRatio, "NNH"},
    {{"or"}, kRatio, "OR", true},
    {{"ors"}, kRatio, "OR", false},
    {{"adjor"}, kRatio, "OR", false},
    {{"aor"}, kRatio, "OR", false},
    {{"rr"}, kRatio, "RR", true},
    {{"rrs"}, kRatio, "RR", false},
    {{"arr"}, kDifference, "ARR", true},
    {{"relative", "hazard", "rates"}, kRatio, "HR"},
    {{"relative", "hazard"}, kRatio, "HR"},
    {{"relative", "hazards"}, kRatio, "HR"},
    {{"hazards", "ratios"}, kRatio, "HR"},
    {{"relative", "odds"}, kRatio, "OR"},
    {{"proportion", "ratio"}, kRatio, "prevalence ratio"},
    {{"incidence", "density", "ratio"}, kRatio, "IRR"},
    {{"hr"}, kRatio, "HR", true},
    {{"hrs"}, kRatio, "HR", true},
    {{"ahr"}, kRatio, "HR", false},
    {{"irr"}, kRatio, "IRR", true},
    {{"airr"}, kRatio, "IRR", false},
    {{"smr"}, kRatio, "SMR", true},
    {{"nnt"}, kRatio, "NNT", false},
    {{"nntb"}, kRatio, "NNT", false},
    {{"nnth"}, kRatio, "NNH", false},
    {{"nnh"}, kRatio, "NNH", false},
    {{"weighted", "mean", "difference"}, kDifference, "WMD"},
    {{"standardised", "mean", "difference"}, kDifference, "SMD"},
    {{"standardized", "mean", "difference"}, kDifference, "SMD"},
    {{"absolute", "risk", "reduction"}, kDifference, "ARR"},
    {{"relative", "risk", "reduction"}, kDifference, "RRR"},
    {{"risk", "reduction"}, kDifference, "RRR"},
    {{"rrr"}, kDifference, "RRR", true},
    {{"absolute", "risk", "difference"}, kDifference, "RD"},
    {{"mean", "difference"}, kDifference, "MD"},
    {{"mean", "differences"}, kDifference, "MD"},
    {{"risk", "difference"}, kDifference, "RD"},
    {{"median", "difference"}, kDifference, "median difference"},
    {{"absolute", "difference"}, kDifference, "difference"},
    {{"difference"}, kDifference, "difference"},
    {{"md"}, kDifference, "MD", true},
    {{"wmd"}, kDifference, "WMD", true},
    {{"smd"}, kDifference, "SMD", true},
    {{"rd"}, kDifference, "RD", true},
    {{"positive", "predictive", "value"}, kAccuracy, "PPV"},
    {{"negative", "predictive", "value"}, kAccuracy, "NPV"},
    {{"area", "under", "the", "receiver", "operating", "characteristic", "curve"}, kAccuracy, "AUC"},
    {{"area", "under", "the", "receiver", "operating", "characteristics", "curve"}, kAccuracy, "AUC"},
    {{"area", "under", "the", "roc", "curve"}, kAccuracy, "AUC"},
    {{"area", "under", "the", "curve"}, kAccuracy, "AUC"},
    {{"area", "under", "curve"}, kAccuracy, "AUC"},
    {{"c", "statistic"}, kAccuracy, "AUC"},
    {{"c", "index"}, kAccuracy, "AUC"},
    {{"concordance", "index"}, kAccuracy, "AUC"},
    {{"concordance", "statistic"}, kAccuracy, "AUC"},
    {{"positive", "predictive", "values"}, kAccuracy, "PPV"},
    {{"negative", "predictive", "values"}, kAccuracy, "NPV"},
    {{"positive", "likelihood", "ratios"}, kAccuracy, "LR+"},
    {{"negative", "likelihood", "ratios"}, kAccuracy, "LR-"},
    {{"prevalence", "ratios"}, kRatio, "prevalence ratio"},
    {{"rate", "ratios"}, kRatio, "rate ratio"},
    {{"mortality", "ratio"}, kRatio, "SMR"},
    {{"subhazard", "ratio"}, kRatio, "HR"},
    {{"aors"}, kRatio, "OR"},
    {{"pr"}, kRatio, "prevalence ratio", true},
    {{"diagnostic", "accuracy"}, kAccuracy, "accuracy"},
    {{"sensitivity"}, kAccuracy, "sensitivity"},
    {{"sensitivities"}, kAccuracy, "sensitivity"},
    {{"specificity"}, kAccuracy, "specificity"},
    {{"specificities"}, kAccuracy, "specificity"},
    {{"accuracy"}, kAccuracy, "accuracy"},
    {{"ppv"}, kAccuracy, "PPV", true},
    {{"npv"}, kAccuracy, "NPV", true},
    {{"auc"}, kAccuracy, "AUC", true},
    {{"auroc"}, kAccuracy, "AUC", false},
    {{"dor"}, kAccuracy, "DOR", true}};

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
    const Lexeme& lexeme = reader.at(index);
    const bool span = reader.plain_number(index) && unit_span_at(reader, index + 1);  // "1 year mortality"
    if (reader.any_sign(index, {".", ";", "\n"}) || (reader.plain_number(index) && !span))
      return std::nullopt;
    if (verbless && (reader.any_word(index, {"was", "were", "is", "had", "than", "and", "or", "while"}) ||
                     reader.any_sign(index, {",", ":", "="})))
      return std::nullopt;
    if (lexeme.kind != LexemeKind::kWord) continue;
    auto measure = measure_name_at(reader, index);
    if (!measure && is_curve_word(reader, index)) measure = Measure{kAccuracy, "AUC", index + 1};
    if (!measure) continue;
    measure = longest_name(reader, index, *measure);
    if (verbless && !(measure->kind == kRatio && says_whose(reader, measure->end))) return std::nullopt;
    // What follows the name says what it is of: "difference between … was", not "accuracy … and 0.3 was".
    const bool right = measure->kind == kAccuracy ? value->percent || late_percent || value->value <= 1
                       : measure->kind == kRatio
                           ? !value->percent
                           : reader.any_word(before, {"was", "were", "of"}) || (comma && estimate);
    if (!right) return std::nullopt;
    if (measure->kind == kRatio &&
        (unit_span_at(reader, value->end) || looks_like_heart_or_breath(reader, value->end)))
      return std::nullopt;
    if (measure->name == "difference" && reader.any_word(before, {"of", "at"})) return std::nullopt;
    Quantity quantity;
    quantity.kind = measure->kind;
    quantity.measure = measure->name;
    quantity.value = value->value;
    if (value->percent) quantity.unit = "%";
    size_t end = value->end;
    if (const auto unit = measure->kind == kDifference ? unit_span_at(reader, end) : std::nullopt) {
      quantity.unit = unit->name;
      end = unit->end;
    }
    end = reader.skip_percent(add_interval(reader, end, quantity));
    return Match{{finish(reader, quantity, at, end)}, end};
  }
  return std::nullopt;
}

std::optional<Measure> measure_name_at(const Reader& reader, size_t at) {
  if (reader.any_sign(at, {"+", "-"}) && reader.word(at + 1, "lr") && reader.at(at + 1).glued)  // "+LR"
    return Measure{kAccuracy, reader.sign(at, "+") ? "LR+" : "LR-", at + 2};
  if (reader.at(at).kind != LexemeKind::kWord) return std::nullopt;
  // "c-statistic", "C-index"
  if (reader.word(at, "c") && reader.sign(at + 1, "-") &&
      reader.any_word(at + 2, {"statistic", "statistics", "index", "indices"}))
    return Measure{kAccuracy, "AUC", at + 3};
  if (reader.word(at, "lr") && reader.any_sign(at + 1, {"+", "-"}) && reader.at(at + 1).glued) {
    return Measure{kAccuracy, reader.sign(at + 1, "+") ? "LR+" : "LR-", at + 2};
  }
  // Few words begin a name.
  static const std::set<std::string_view> kFirstWords = [] {
    std::set<std::string_view> words;
    for (const MeasureName& measure : kMeasures) words.insert(*measure.words.begin());
    return words;
  }();
  if (!kFirstWords.contains(reader.at(at).text)) return std::nullopt;
  for (const MeasureName& measure : kMeasures) {
    // "HRs" are no hours.
    const Lexeme& word = reader.at(at);
    const bool plural = word.text == "hrs" && word.span.of(reader.text()) == "HRs";
    if (measure.capitals && !word.capitals && !plural) continue;
    if (const size_t end = reader.words(at, measure.words)) return Measure{measure.kind, measure.name, end};
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
  const bool bracket = reader.any_sign(next, {"(", "["}) && measure->kind != kDifference;
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
  if (measure->kind == kRatio && looks_like_heart_or_breath(reader, end)) return std::nullopt;
  // "median DOR was 10.3 months": the duration of a response
  const auto time = measure->kind == kAccuracy ? unit_span_at(reader, end) : std::nullopt;
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
  if (const auto unit = measure->kind == kDifference ? unit_span_at(reader, end) : std::nullopt) {
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
