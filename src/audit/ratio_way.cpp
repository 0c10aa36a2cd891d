#include "audit/ratio_way.h"

#include <charconv>
#include <iterator>
#include <vector>

#include "base/ascii.h"
#include "text/phrases.h"

namespace attest::audit {

namespace {

constexpr std::string_view kRatioNames[] = {"odds ratio", "relative risk", "hazard ratio", "risk ratio",
                                            "rate ratio"};

// Numbers with a point, in their order.
std::vector<double> decimals_of(std::string_view text) {
  std::vector<double> found;
  for (size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    double value = 0;
    const auto read =
        std::from_chars(text.data() + at, text.data() + text.size(), value, std::chars_format::fixed);
    const auto end = static_cast<size_t>(read.ptr - text.data());
    if (read.ec == std::errc() && text.substr(at, end - at).find('.') != std::string_view::npos)
      found.push_back(value);
    at = end > at ? end : at + 1;
  }
  return found;
}

}  // namespace

std::optional<int> way_of_ratio(std::string_view lower) {
  size_t named = std::string_view::npos;
  for (const std::string_view name : kRatioNames) {
    const size_t at = lower.find(name);
    if (at == std::string_view::npos) continue;
    if (named != std::string_view::npos || lower.find(name, at + 1) != std::string_view::npos) return {};
    named = at;
  }
  if (named == std::string_view::npos) return {};
  const std::string_view rest = lower.substr(named);
  if (!has_phrase(rest, "was") && !has_phrase(rest, "of")) return {};
  if (!has_phrase(rest, "ci") && !has_phrase(rest, "confidence interval")) return {};
  // The ratio and the two ends of its interval, and nothing else.
  constexpr size_t kNumbers = 3;
  const std::vector<double> numbers = decimals_of(rest);
  if (numbers.size() != kNumbers || numbers[1] > numbers[0] || numbers[2] < numbers[0]) return {};
  if (numbers[2] < 1) return -1;
  if (numbers[1] > 1) return 1;
  return {};
}

}  // namespace attest::audit
