// A figure counts as absent only where nothing that is written in the source could have given it, so that
// what is read wrongly there is taken to hold rather than to lack it.
#include "verify/stated_figures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "base/ascii.h"
#include "quantities/quantities.h"
#include "text/phrases.h"
#include "verify/stated_numbers.h"
#include "verify/word_starts.h"

namespace attest {
namespace {

using namespace std::string_view_literals;

constexpr double kCountFrom = 10;       // "two groups", "three drugs" are counted by whoever reads
constexpr double kSameSpan = 0.09;      // four weeks and a month, 52 weeks and a year
constexpr double kSameInverse = 0.02;   // of a ratio told from the other side
constexpr double kShareOfCounts = 0.6;  // points: 17 of 24 told as 70% or 71%

enum class FigureKind : uint8_t { kShare, kRatio, kNeeded, kAmount, kSpan, kCount };

struct Figure {
  FigureKind kind = FigureKind::kShare;
  Quantity quantity;
  double value = 0;   // of an amount in the smallest unit of its kind, of a span in days
  double digits = 0;  // the step of its last digit, as `value` counts
  std::string unit;   // of an amount: what it is the smallest of; of a ratio its measure
};

struct AmountUnit {
  std::string_view name;
  std::string_view smallest;
  double times;
};
constexpr std::array kAmountUnits = {
    AmountUnit{"ng"sv, "ng"sv, 1},      AmountUnit{"mcg"sv, "ng"sv, 1e3}, AmountUnit{"µg"sv, "ng"sv, 1e3},
    AmountUnit{"μg"sv, "ng"sv, 1e3},    AmountUnit{"ug"sv, "ng"sv, 1e3},  AmountUnit{"mg"sv, "ng"sv, 1e6},
    AmountUnit{"g"sv, "ng"sv, 1e9},     AmountUnit{"kg"sv, "ng"sv, 1e12}, AmountUnit{"ml"sv, "ml"sv, 1},
    AmountUnit{"dl"sv, "ml"sv, 100},    AmountUnit{"l"sv, "ml"sv, 1e3},   AmountUnit{"mm"sv, "mm"sv, 1},
    AmountUnit{"cm"sv, "mm"sv, 10},     AmountUnit{"m"sv, "mm"sv, 1e3},   AmountUnit{"iu"sv, "unit"sv, 1},
    AmountUnit{"units"sv, "unit"sv, 1},
};

// What is counted as by a study: other words behind a number are as often no noun at all.
constexpr std::array kCounted = {
    "patient"sv,   "people"sv,     "person"sv,  "women"sv,   "woman"sv,     "men"sv,         "child"sv,
    "infant"sv,    "adult"sv,      "boy"sv,     "girl"sv,    "adolescen"sv, "participant"sv, "subject"sv,
    "volunteer"sv, "individual"sv, "student"sv, "newborn"sv, "neonate"sv,   "mother"sv,      "smoker"sv,
    "trial"sv,     "stud"sv,       "case"sv,    "control"sv, "death"sv,     "event"sv,       "centre"sv,
    "center"sv,    "hospital"sv,   "eye"sv,     "tumo"sv,    "sample"sv,    "session"sv,     "dose"sv,
    "injection"sv, "visit"sv,      "course"sv};

// "mg/kg" → "ng/kg" and a million; "a day" is taken for granted.
double smallest_unit(std::string_view unit, std::string& smallest) {
  std::string lower = lower_ascii(unit);
  for (const std::string_view daily : {"/day"sv, "/d"sv, "/24h"sv}) {
    if (lower.ends_with(daily)) lower.resize(lower.size() - daily.size());
  }
  const size_t slash = std::min(lower.find('/'), lower.size());
  const std::string_view head = std::string_view(lower).substr(0, slash);
  for (const AmountUnit& one : kAmountUnits) {
    if (head != one.name) continue;
    smallest = std::string(one.smallest) + lower.substr(slash);
    return one.times;
  }
  smallest = lower;
  return 1;
}

// The step of the last digit of the first number that is written: 0.01 of "0.63", 1 of "12" and "twelve".
double last_digit(std::string_view written) {
  size_t at = written.find_first_of("0123456789");
  if (at == std::string_view::npos) return 1;
  while (at < written.size() && (is_digit(written[at]) || written[at] == ',')) ++at;
  size_t places = 0;
  if (at + 1 < written.size() && written[at] == '.') {
    for (size_t i = at + 1; i < written.size() && is_digit(written[i]); ++i) ++places;
  }
  return std::pow(10.0, -static_cast<double>(places));
}

std::optional<Figure> read_figure(const Quantity& quantity, std::string_view text) {
  Figure figure;
  figure.quantity = quantity;
  figure.value = std::isnan(quantity.value) ? quantity.low : quantity.value;
  const std::string_view written = quantity.span.of(text);
  figure.digits = last_digit(written);
  const bool has_percent = quantity.unit == "%" || written.find('%') != std::string_view::npos;
  switch (quantity.kind) {
    case QuantityKind::kPercentage:
    case QuantityKind::kProportion: figure.kind = FigureKind::kShare; break;
    case QuantityKind::kRatio:
      figure.kind = quantity.measure.starts_with("NN") ? FigureKind::kNeeded : FigureKind::kRatio;
      figure.unit = quantity.measure;
      break;
    case QuantityKind::kDuration: figure.kind = FigureKind::kSpan; break;
    case QuantityKind::kCount:
    case QuantityKind::kSampleSize:
      if (!starts_like(quantity.unit, kCounted)) return std::nullopt;
      figure.kind = FigureKind::kCount;
      break;
    case QuantityKind::kDose:
    case QuantityKind::kMean:
    case QuantityKind::kMedian:
      if (quantity.unit.empty()) return std::nullopt;
      figure.kind = has_percent                           ? FigureKind::kShare
                    : std::isnan(duration_days(quantity)) ? FigureKind::kAmount
                                                          : FigureKind::kSpan;
      break;
    default: return std::nullopt;
  }
  if (std::isnan(figure.value)) return std::nullopt;
  double times = 1;
  if (figure.kind == FigureKind::kAmount) times = smallest_unit(quantity.unit, figure.unit);
  if (figure.kind == FigureKind::kSpan) {
    const double days = duration_days(quantity);
    if (std::isnan(days)) return std::nullopt;
    if (figure.value != 0) times = days / figure.value;
    figure.unit = quantity.unit;
  }
  figure.value *= times;
  figure.digits *= times;
  return figure;
}

// Written with as many digits, or with fewer; "more than 40" is told of anything above.
bool is_rounded_to(const Figure& claimed, double value) {
  switch (claimed.quantity.relation) {
    case Relation::kLess:
    case Relation::kLessOrEqual: return value <= claimed.value;
    case Relation::kGreater:
    case Relation::kGreaterOrEqual: return value >= claimed.value;
    default: break;
  }
  return std::abs(claimed.value - value) <= claimed.digits / 2 + 1e-9 * std::max(1.0, std::abs(value));
}

// Calls `look` with each number that a quantity is made of, as it is written.
template <typename Look>
bool any_number(const Quantity& quantity, Look&& look) {
  for (const double value : {quantity.value, quantity.low, quantity.high, quantity.numerator,
                             quantity.denominator, quantity.deviation}) {
    if (!std::isnan(value) && look(value)) return true;
  }
  return false;
}

bool is_share(const Quantity& quantity) {
  return quantity.kind == QuantityKind::kPercentage || quantity.kind == QuantityKind::kProportion;
}

bool is_counted(const Quantity& quantity) {
  return quantity.kind == QuantityKind::kCount || quantity.kind == QuantityKind::kSampleSize;
}

bool holds_share(const Figure& claimed, const Quantity& one) {
  const auto is = [&claimed](double value) { return is_rounded_to(claimed, value); };
  const double counted = 100 * one.numerator / one.denominator;
  if (!std::isnan(counted) && std::abs(counted - claimed.value) <= kShareOfCounts) return true;
  if (one.kind == QuantityKind::kRatio && !std::isnan(one.value))
    return is(100 * std::abs(1 - one.value)) || is(100 * one.value);
  // "54/20%", and the columns of a table: the sign stands elsewhere.
  const bool plain = one.kind == QuantityKind::kNumber || one.kind == QuantityKind::kRange ||
                     one.kind == QuantityKind::kMean || one.kind == QuantityKind::kDifference ||
                     one.kind == QuantityKind::kAccuracy;
  const bool fraction = !std::isnan(one.numerator);
  const bool broken = claimed.value != std::round(claimed.value);
  if (is_share(one) || (plain && (fraction || broken || one.unit == "%")) ||
      one.kind == QuantityKind::kAccuracy)
    return any_number(one, [&](double value) { return is(value) || is(100 * value); }) ||
           (is_share(one) && is(100 - one.value));
  return plain && one.value < 1 && is(100 * one.value);
}

// "20 mg twice daily", "in three doses", "every 8 hours", and not "20 mg daily".
bool is_given_times(const Quantity& dose, double times) {
  static constexpr std::array kTwice = {"twice"sv, "two"sv, "bid"sv, "b.i.d*"sv};
  static constexpr std::array kThrice = {"thrice"sv, "three"sv, "tid"sv, "t.i.d*"sv};
  static constexpr std::array kOften = {"four"sv, "qid"sv, "q.i.d*"sv, "every"sv, "divided"sv};
  const std::string lower = lower_ascii(dose.detail);
  if (has_any_phrase(lower, kTwice)) return times == 2;
  if (has_any_phrase(lower, kThrice)) return times == 3;
  return has_any_phrase(lower, kOften) || lower.find_first_of("0123456789") != std::string::npos;
}

bool holds_amount(const Figure& claimed, const Quantity& one) {
  std::string unit;
  const double times = smallest_unit(one.unit, unit);
  if (unit != claimed.unit) return false;
  return any_number(one, [&](double value) {
    if (is_rounded_to(claimed, value * times)) return true;
    // "20 mg twice daily" is 40 mg a day.
    for (const double parts : {2.0, 3.0, 4.0}) {
      if ((is_given_times(one, parts) || is_given_times(claimed.quantity, parts)) &&
          (is_rounded_to(claimed, value * times * parts) || is_rounded_to(claimed, value * times / parts)))
        return true;
    }
    return false;
  });
}

bool holds_span(const Figure& claimed, const Quantity& one) {
  if (one.kind == QuantityKind::kRatio) return false;
  return any_number(one, [&](double value) {
    Quantity part = one;
    part.value = value;
    part.kind = QuantityKind::kDuration;
    const double days = duration_days(part);
    if (std::isnan(days)) return false;
    if (is_rounded_to(claimed, days)) return true;
    return one.unit != claimed.unit && std::abs(days - claimed.value) <= kSameSpan * claimed.value;
  });
}

bool holds(const Figure& claimed, const Quantity& one) {
  const auto written = [&](double value) { return is_rounded_to(claimed, value); };
  switch (claimed.kind) {
    case FigureKind::kShare: return holds_share(claimed, one);
    case FigureKind::kAmount: return holds_amount(claimed, one);
    case FigureKind::kSpan: return holds_span(claimed, one);
    case FigureKind::kNeeded:
    case FigureKind::kCount: return any_number(one, written);
    case FigureKind::kRatio: break;
  }
  if (is_share(one) && written(std::abs(1 - one.value / 100))) return true;
  return any_number(one, [&](double value) {
    return written(value) ||
           (one.kind == QuantityKind::kRatio && value > 0 &&
            std::abs(1 / value - claimed.value) <= kSameInverse * claimed.value + claimed.digits / 2);
  });
}

// What two figures of one sentence give: a difference of shares, a share or a sum of counts.
bool holds_together(const Figure& claimed, const std::vector<Quantity>& sentence) {
  const bool share = claimed.kind == FigureKind::kShare;
  const bool needed = claimed.kind == FigureKind::kNeeded;
  double sum = 0;
  for (const Quantity& one : sentence) {
    if (is_counted(one)) sum += one.value;
    for (const Quantity& other : sentence) {
      if (&one == &other) continue;
      if (is_share(one) && is_share(other)) {
        const double apart = std::abs(one.value - other.value);
        if (share && is_rounded_to(claimed, apart)) return true;
        if (needed && apart > 0 && std::abs(100 / apart - claimed.value) <= 1) return true;
      }
      if (!is_counted(one) || !is_counted(other)) continue;
      if (claimed.kind == FigureKind::kCount && is_rounded_to(claimed, one.value + other.value)) return true;
      if (share && other.value > 0 &&
          std::abs(100 * one.value / other.value - claimed.value) <= kShareOfCounts)
        return true;
    }
  }
  return claimed.kind == FigureKind::kCount && is_rounded_to(claimed, sum);
}

bool has_digit(std::string_view text) { return text.find_first_of("0123456789") != std::string_view::npos; }

// "The number needed to harm of aspirin was 16": what was measured stands further off.
void read_measure_before(Quantity& quantity, std::string_view claim) {
  struct Measure {
    std::string_view words;
    std::string_view name;
  };
  static constexpr std::array kMeasures = {Measure{"number needed to treat"sv, "NNT"sv},
                                           Measure{"number needed to harm"sv, "NNH"sv},
                                           Measure{"hazard ratio"sv, "HR"sv},
                                           Measure{"odds ratio"sv, "OR"sv},
                                           Measure{"relative risk"sv, "RR"sv},
                                           Measure{"risk ratio"sv, "RR"sv}};
  if (quantity.kind != QuantityKind::kNumber || std::isnan(quantity.value)) return;
  const std::string lower = lower_ascii(claim.substr(0, quantity.span.start));
  for (const Measure& measure : kMeasures) {
    if (!has_phrase(lower, measure.words)) continue;
    quantity.kind = QuantityKind::kRatio;
    quantity.measure = measure.name;
  }
}

// The figures of the claim that have to be found, and the number that each is among the claim's words.
struct Claimed {
  Figure figure;
  StatedNumber number;
};

// `in_words`: with spans of time that are told in words ("two years").
std::vector<Claimed> claimed_figures(std::string_view claim, const ReadText& read, bool in_words) {
  std::vector<Claimed> claimed;
  const std::vector<StatedNumber> numbers = stated_numbers(read);
  for (Quantity& quantity : find_quantities(claim)) {
    read_measure_before(quantity, claim);
    const std::optional<Figure> figure = read_figure(quantity, claim);
    if (!figure || quantity.relation == Relation::kApproximately) continue;
    if (figure->kind == FigureKind::kCount && figure->value < kCountFrom) continue;
    if (figure->kind == FigureKind::kShare && !has_digit(quantity.span.of(claim))) continue;
    const auto number = std::find_if(numbers.begin(), numbers.end(), [&](const StatedNumber& one) {
      const ByteSpan span = read.words[one.word].span;
      return span.start >= quantity.span.start && span.end <= quantity.span.end && !one.about;
    });
    if (number != numbers.end())
      claimed.push_back({*figure, *number});
    else if (in_words && figure->kind == FigureKind::kSpan && !has_digit(quantity.span.of(claim)))
      claimed.push_back({*figure, {}});
  }
  return claimed;
}

bool same_kind(const Figure& claimed, const Figure& other) {
  if (claimed.kind != other.kind) return false;
  if (claimed.kind == FigureKind::kShare || claimed.kind == FigureKind::kSpan) return true;
  if (claimed.kind == FigureKind::kCount)
    return claimed.quantity.unit == other.quantity.unit && other.value >= kCountFrom;
  return claimed.unit == other.unit;
}

// The sentence has another figure of the kind beside the same things.
bool states_another(const Claimed& claimed, const ReadText& claim, const SentenceBeside& sentence,
                    std::string_view text) {
  std::vector<StatedNumber> others;
  const std::vector<StatedNumber> numbers = stated_numbers(sentence.read);
  for (const Quantity& quantity : find_quantities(text)) {
    const std::optional<Figure> figure = read_figure(quantity, text);
    if (!figure || !same_kind(claimed.figure, *figure)) continue;
    for (const StatedNumber& number : numbers) {
      const ByteSpan span = sentence.read.words[number.word].span;
      if (span.start < quantity.span.start || span.end > quantity.span.end) continue;
      others.push_back(number);
      others.back().percent = claimed.number.percent;
    }
  }
  return hold_numbers(claim, {claimed.number}, others, sentence.comparison.aligned).other > 0;
}

// Those of `claimed` that nothing in the source could have given.
void keep_absent(std::vector<Claimed>& claimed, const ClaimSource& source) {
  const auto look_in = [&claimed](std::string_view text) {
    const std::vector<Quantity> quantities = find_quantities(text);
    std::erase_if(claimed, [&](const Claimed& one) {
      return holds_together(one.figure, quantities) ||
             std::any_of(quantities.begin(), quantities.end(),
                         [&](const Quantity& quantity) { return holds(one.figure, quantity); });
    });
  };
  if (!claimed.empty()) look_in(source.title.of(source.text));
  for (const ByteSpan& sentence : source.sentences) {
    if (claimed.empty()) return;
    look_in(sentence.of(source.text));
  }
}

AbsentFigure as_absent(const Claimed& one, std::string_view claim, bool another) {
  const FigureKind kind = one.figure.kind;
  return {std::string(one.figure.quantity.span.of(claim)), another, kind == FigureKind::kCount,
          kind == FigureKind::kAmount || kind == FigureKind::kSpan};
}

}  // namespace

std::optional<AbsentFigure> absent_figure(std::string_view claim, const SourceBeside& beside,
                                          const ClaimSource& source, std::span<const size_t> chosen) {
  std::vector<Claimed> claimed = claimed_figures(claim, beside.claim, false);
  keep_absent(claimed, source);
  std::optional<AbsentFigure> absent;
  for (const Claimed& one : claimed) {
    const bool another = std::any_of(chosen.begin(), chosen.end(), [&](size_t i) {
      const SentenceBeside& sentence = beside.sentences[i];
      return states_another(one, beside.claim, sentence, sentence.span.of(source.text));
    });
    if (absent && !another) continue;
    absent = as_absent(one, claim, another);
    if (another) break;
  }
  return absent;
}

bool is_counted_as_by_a_study(std::string_view unit) { return starts_like(unit, kCounted); }

std::vector<AbsentFigure> absent_figures(std::string_view claim, const ClaimSource& source) {
  Stemmer stemmer;
  std::vector<Claimed> claimed = claimed_figures(claim, read_claim_text(claim, {}, stemmer), true);
  keep_absent(claimed, source);
  std::vector<AbsentFigure> absent;
  for (const Claimed& one : claimed) absent.push_back(as_absent(one, claim, false));
  return absent;
}

}  // namespace attest
