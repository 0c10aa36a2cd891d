// A figure of a source, said again with fewer digits or in another unit: "48 minutes" for 47.54 min, "1.9
// litres" for 1,907 ml, "28 % lower" for a hazard ratio of 0.72. What rounds to the figure, at the places
// that the figure has, is the same figure.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <string>

#include "audit/judge.h"
#include "base/ascii.h"

namespace attest::audit {

namespace {

struct ScaledUnit {
  char dimension = 0;  // 't' time, 'v' volume, 'm' mass; 0: not known here
  double size = 0;     // in seconds, millilitres, milligrams
};

ScaledUnit unit_named(std::string_view word) {
  struct Named {
    std::string_view words;  // each between spaces
    ScaledUnit unit;
  };
  constexpr double kDay = 86400;
  static constexpr Named kUnits[] = {
      {" second seconds sec secs s ", {'t', 1}},
      {" minute minutes min mins ", {'t', 60}},
      {" hour hours h hr hrs ", {'t', 3600}},
      {" day days d night nights ", {'t', kDay}},
      {" week weeks wk wks ", {'t', 7 * kDay}},
      {" month months mo mos ", {'t', 30.44 * kDay}},
      {" year years yr yrs ", {'t', 365.25 * kDay}},
      {" ml mls millilitre millilitres milliliter milliliters cc ", {'v', 1}},
      {" dl decilitre decilitres deciliter deciliters ", {'v', 100}},
      {" l litre litres liter liters ", {'v', 1000}},
      {" mcg ug microgram micrograms ", {'m', 0.001}},
      {" mg milligram milligrams ", {'m', 1}},
      {" g gram grams gramme grammes ", {'m', 1000}},
      {" kg kilogram kilograms ", {'m', 1e6}},
  };
  const std::string wanted = " " + lower_ascii(word) + " ";
  for (const Named& named : kUnits) {
    if (named.words.find(wanted) != std::string_view::npos) return named.unit;
  }
  return {};
}

struct NumberAsPrinted {
  double value = 0;
  int places = 0;  // after the point
  size_t end = 0;  // in the text; 0: there is none
};

// The first number of `text` from `from` on, thousands read with their commas.
NumberAsPrinted number_in(std::string_view text, size_t from) {
  while (from < text.size() && !is_digit(text[from])) ++from;
  std::string digits;
  NumberAsPrinted number;
  bool point = false;
  size_t at = from;
  for (; at < text.size(); ++at) {
    const bool before_digit = at + 1 < text.size() && is_digit(text[at + 1]);
    if (is_digit(text[at])) {
      digits += text[at];
      number.places += point ? 1 : 0;
    } else if (text[at] == '.' && before_digit && !point) {
      digits += '.';
      point = true;
    } else if (text[at] == ',' && !point && before_digit && at + 3 < text.size() && is_digit(text[at + 2]) &&
               is_digit(text[at + 3]) && (at + 4 == text.size() || !is_digit(text[at + 4]))) {
      continue;
    } else {
      break;
    }
  }
  if (digits.empty()) return {};
  std::from_chars(digits.data(), digits.data() + digits.size(), number.value);
  number.end = at;
  return number;
}

// The unit of a number that ends at `at`, behind its deviation: "47.54 ± 12.82 min", "1,907 SD ± 878 ml".
std::string_view unit_after(std::string_view text, size_t at) {
  constexpr size_t kBytesMax = 24;
  const size_t until = std::min(text.size(), at + kBytesMax);
  while (at < until) {
    if (!is_letter_byte(text[at]) || !is_ascii(text[at])) {
      if (text[at] == '.' || text[at] == ';' || text[at] == ',') {
        if (at + 1 >= text.size() || !is_digit(text[at + 1])) return {};
      }
      ++at;
      continue;
    }
    size_t end = at;
    while (end < text.size() && is_ascii(text[end]) && is_letter_byte(text[end])) ++end;
    const std::string_view word = text.substr(at, end - at);
    const std::string lower = lower_ascii(word);
    if (lower != "sd" && lower != "se" && lower != "sem" && lower != "to") return word;
    at = end;
  }
  return {};
}

// `value` rounded to `places` is `said`; the half may fall to either side.
bool rounds_to(double value, double said, int places) {
  constexpr double kSlack = 1e-9;
  const double half = 0.5 * std::pow(10.0, -places);
  return std::abs(value - said) <= half + kSlack * std::max(1.0, std::abs(value));
}

bool measure_restated(const StatedFigure& figure, std::string_view text) {
  const ScaledUnit unit = unit_named(figure.unit);
  if (unit.dimension == 0 || figure.high > figure.low) return false;
  const NumberAsPrinted printed = number_in(figure.printed, 0);
  if (printed.end == 0) return false;
  // One digit holds too many others.
  constexpr double kTwoDigits = 10;
  if (printed.places == 0 && printed.value < kTwoDigits) return false;
  for (NumberAsPrinted one = number_in(text, 0); one.end != 0; one = number_in(text, one.end)) {
    const ScaledUnit other = unit_named(unit_after(text, one.end));
    if (other.dimension != unit.dimension) continue;
    if (rounds_to(one.value * other.size / unit.size, printed.value, printed.places)) return true;
  }
  return false;
}

// "28 % lower" beside a ratio of 0.72, "68 % more" beside 1.68.
bool change_restated(const StatedFigure& figure, int places, double ratio) {
  constexpr double kWhole = 100;
  const double change = std::abs(kWhole * (1 - ratio));
  return figure.low == figure.high && rounds_to(change, figure.low, places);
}

}  // namespace

bool is_restated(const StatedFigure& figure, std::string_view said, const AnswerSource& source) {
  const NumberAsPrinted printed = number_in(figure.printed, 0);
  if (printed.end == 0) return false;
  const bool change = is_percentage(figure) && is_change(said, figure.span);
  if (figure.kind == QuantityKind::kRatio || figure.kind == QuantityKind::kAccuracy || change) {
    for (const Finding& finding : source.findings) {
      for (const Quantity& held : finding.quantities) {
        if (std::isnan(held.value)) continue;
        if (held.kind == figure.kind && !change && rounds_to(held.value, figure.low, printed.places))
          return true;
        if (change && held.kind == QuantityKind::kRatio &&
            change_restated(figure, printed.places, held.value))
          return true;
      }
    }
    return false;
  }
  return measure_restated(figure, source.document.text);
}

}  // namespace attest::audit
