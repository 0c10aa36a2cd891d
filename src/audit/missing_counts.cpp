// "116 patients", "1,904 visits": numbers that are neither shares nor doses, and that a person would look for
// in the source all the same.
#include <algorithm>
#include <cmath>

#include "audit/accord.h"
#include "audit/judge.h"
#include "base/ascii.h"

namespace attest::audit {

namespace {

constexpr double kLookedForFrom = 10;
constexpr double kSameShare = 0.005;

// Every number of the source, as it was read.
std::vector<double> numbers_of_source(const AnswerSource& source) {
  std::vector<double> numbers;
  const auto add = [&](double value) {
    if (!std::isnan(value)) numbers.push_back(value);
  };
  add(source.appraisal.sample_size);
  for (const Finding& finding : source.findings) {
    for (const Quantity& quantity : finding.quantities) {
      for (const double value :
           {quantity.value, quantity.low, quantity.high, quantity.numerator, quantity.denominator})
        add(value);
    }
  }
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

bool holds_value(const std::vector<double>& numbers, double value) {
  const auto place = std::lower_bound(numbers.begin(), numbers.end(), value - kSameShare);
  return place != numbers.end() && *place <= value + kSameShare;
}

bool holds_sum(const std::vector<double>& numbers, double value) {
  return std::any_of(numbers.begin(), numbers.end(), [&](double one) {
    return one >= kLookedForFrom && value - one >= kLookedForFrom && holds_value(numbers, value - one);
  });
}

// Digits without the marks of thousands: "1,904" and "1 904" are 1904.
std::string without_thousands(std::string_view text) {
  std::string plain;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool mark = (text[i] == ',' || text[i] == ' ') && i > 0 && is_digit(text[i - 1]) &&
                      i + 3 < text.size() && is_digit(text[i + 1]) && is_digit(text[i + 2]) &&
                      is_digit(text[i + 3]) && (i + 4 >= text.size() || !is_digit(text[i + 4]));
    if (!mark) plain += text[i];
  }
  return plain;
}

// Stands for itself: no part of a name ("COX-2", "SF-36"), no year, no rank.
bool is_number_alone(std::string_view text, ByteSpan span, double value) {
  constexpr double kFirstYear = 1900;
  constexpr double kLastYear = 2100;
  const bool year = value >= kFirstYear && value <= kLastYear && value == std::floor(value);
  const std::string after = lower_ascii(text.substr(span.end, 12));
  if (year) return false;
  const bool starts = span.start == 0 || text[span.start - 1] == ' ' || text[span.start - 1] == '(';
  return starts && !after.starts_with("-") && !after.starts_with("th") && !after.starts_with("/");
}

}  // namespace

std::vector<std::string> missing_counts(const PageClaim& claim,
                                        const std::vector<const AnswerSource*>& sources) {
  std::vector<std::string> missing;
  const std::string& text = claim.sentence.text;
  for (const Quantity& quantity : claim.finding.quantities) {
    const bool counts = quantity.kind == QuantityKind::kCount || quantity.kind == QuantityKind::kSampleSize ||
                        quantity.kind == QuantityKind::kMean || quantity.kind == QuantityKind::kNumber;
    if (!counts || quantity.relation != Relation::kEqual || std::isnan(quantity.value)) continue;
    if (quantity.value < kLookedForFrom || !is_number_alone(text, quantity.span, quantity.value)) continue;
    const std::string printed(quantity.span.of(text));
    if (printed.empty() || !is_digit(printed.front())) continue;
    // "About 300", "some 300", "more than 300".
    const size_t from = quantity.span.start > 12 ? quantity.span.start - 12 : 0;
    const std::string before = lower_ascii(std::string_view(text).substr(from, quantity.span.start - from));
    const bool rough = before.ends_with("about ") || before.ends_with("some ") || before.ends_with("than ") ||
                       before.ends_with("nearly ") || before.ends_with("around ") ||
                       before.ends_with("over ") || before.ends_with("almost ");
    if (rough) continue;
    const bool held = std::any_of(sources.begin(), sources.end(), [&](const AnswerSource* source) {
      if (stands_printed(without_thousands(source->document.text), without_thousands(printed))) return true;
      const std::vector<double> numbers = numbers_of_source(*source);
      return holds_value(numbers, quantity.value) || holds_sum(numbers, quantity.value);
    });
    if (!held) missing.push_back(printed);
  }
  return missing;
}

}  // namespace attest::audit
