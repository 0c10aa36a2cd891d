// quantities: numbers that carry clinical meaning, with their spans: counts, percentages, estimates,
// intervals, p-values, doses, time spans. Takes text, gives typed numbers; what they are results of is for
// findings. May include base and text.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_span.h"

namespace attest {

inline constexpr double kNotStated = std::numeric_limits<double>::quiet_NaN();

enum class QuantityKind : uint8_t {
  kProportion,  // "17/24 (71 %)", "43 of 54 patients (80%)": numerator, denominator, value = percent or NaN
  kPercentage,  // "70%": value in percent; low/high when an interval or range follows ("70–80 %")
  kCount,       // "12 patients": value; unit = the counted noun as written, "session" for sessions
  kSampleSize,  // "n = 84", "84 patients were randomised", "a total of 77 women": value
  kMean,        // "4.2 ± 1.1", "mean 4.2 (SD 1.1)": value, deviation
  kMedian,      // "median 19.2 (range 7–40)", "(IQR 3–8)": value, low, high
  kRatio,       // OR/RR/HR/… : measure, value, low, high, confidence
  kDifference,  // MD/SMD/"risk difference"/"mean difference": measure, value, low, high, confidence
  kPValue,      // relation and value
  kDose,        // "100 mg", "6–15 units": value or low/high, unit; schedule in `detail` ("twice daily")
  kDuration,    // "12 months", "at 6-month follow-up", "week 12": value, unit
  kAccuracy,  // sensitivity, specificity, PPV, NPV, AUC, LR+…: measure, value (percent or ratio), low, high
  kRange,     // "1.1 to 11.9" standing alone
  kNumber,    // any other number
};

enum class Relation : uint8_t { kEqual, kLess, kLessOrEqual, kGreater, kGreaterOrEqual, kApproximately };

struct Quantity {
  QuantityKind kind = QuantityKind::kNumber;
  ByteSpan span;  // the whole expression, relative to the text that was given
  double value = kNotStated;
  double low = kNotStated;  // interval or range
  double high = kNotStated;
  double numerator = kNotStated;
  double denominator = kNotStated;
  double deviation = kNotStated;
  double confidence = kNotStated;  // 95 for a 95 % interval
  Relation relation = Relation::kEqual;
  std::string
      measure;  // "OR", "RR", "HR", "MD", "SMD", "sensitivity", "specificity", "AUC"… upper/lower as here
  std::string unit;        // canonical: "mg", "unit", "ml", "month", "week", "day", "year", "hour", "session"
  std::string detail;      // schedule or route as written ("twice daily", "intramuscular"), else ""
  bool follow_up = false;  // kDuration: stands as follow-up or time point ("at 6 months", "after one year")
};

// Every quantity of `text`, ordered by span, not overlapping. Number words up to one hundred and the
// fractions a clinician writes ("half", "two thirds", "seven in ten") are read too.
std::vector<Quantity> find_quantities(std::string_view text);

// A duration in days (month = 30.44, year = 365.25), or NaN when `quantity` is not a time.
double duration_days(const Quantity& quantity);

// Name of a kind as it stands in JSON and in eval files: "proportion", "p-value", …
const char* quantity_kind_name(QuantityKind kind);

}  // namespace attest
