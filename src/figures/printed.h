// Private to figures: a number as it was printed, and what it may have been before it was rounded.
#pragma once

#include <cmath>
#include <optional>
#include <string>
#include <string_view>

namespace attest::figures {

struct Printed {
  double value = 0;
  int decimals = 0;
  size_t start = 0;  // in the words it was found in
  size_t end = 0;

  double unit() const { return std::pow(10.0, -decimals); }
  // What rounds to it. A little slack for values that lie on the border in binary arithmetic.
  double low() const { return value - unit() / 2 - 1e-9; }
  double high() const { return value + unit() / 2 + 1e-9; }
  bool holds(double exact) const { return low() <= exact && exact <= high(); }
  // What is rounded to one digit more first, and then to it: "86" of 85.48, by way of 85.5.
  bool holds_rounded_twice(double exact) const { return exact >= value - 0.55 * unit() && exact <= high(); }
  // What cuts to it: "66.6" of 66.67.
  bool cuts(double exact) const { return value - 1e-9 <= exact && exact < value + unit(); }
};

// The first number in digits at or after `from`.
std::optional<Printed> next_printed(std::string_view words, size_t from);

// The number `value` as it stands in `words`, at or after `from`. Empty where it is written otherwise: as a
// word, with a broken decimal point.
std::optional<Printed> printed_in(std::string_view words, double value, size_t from = 0);

// The text before `at` ends in what may be the first half of a number: "59. |2 % (29/49)", "59.|2 %".
bool number_is_broken_before(std::string_view text, size_t at);
// A digit, a point, a space and a digit stand in `words`: "59. 2".
bool has_broken_number(std::string_view words);

// `value` with `decimals` digits after the point; without zeros at its end where `short_form`.
std::string with_decimals(double value, int decimals);
// A probability: two significant digits, "< 0.0001" below that.
std::string p_words(double p);

}  // namespace attest::figures
