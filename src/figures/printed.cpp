#include "figures/printed.h"

#include <cstdlib>

#include <fmt/format.h>

#include "base/ascii.h"

namespace attest::figures {

namespace {

bool digit_at(std::string_view text, size_t at) { return at < text.size() && is_digit(text[at]); }

// Bytes of a decimal point at `at`: "." or the raised point of British journals; 0 when there is none.
size_t point_at(std::string_view text, size_t at) {
  if (at < text.size() && text[at] == '.') return 1;
  for (const std::string_view raised : {"\xC2\xB7", "\xE2\x88\x99", "\xE2\x8B\x85"}) {
    if (text.substr(std::min(at, text.size())).starts_with(raised)) return raised.size();
  }
  return 0;
}

}  // namespace

std::optional<Printed> next_printed(std::string_view words, size_t from) {
  for (size_t at = from; at < words.size(); ++at) {
    const size_t leading = point_at(words, at);
    if (!is_digit(words[at]) && (leading == 0 || !digit_at(words, at + leading))) continue;
    Printed printed;
    printed.start = at;
    std::string literal;
    while (digit_at(words, at) ||
           (at < words.size() && words[at] == ',' && digit_at(words, at + 1) && digit_at(words, at + 2) &&
            digit_at(words, at + 3) && !digit_at(words, at + 4) && !literal.empty() && literal.size() <= 3)) {
      if (words[at] != ',') literal += words[at];
      ++at;
    }
    const size_t point = point_at(words, at);
    if (point > 0 && digit_at(words, at + point)) {
      literal += '.';
      for (at += point; digit_at(words, at); ++at) {
        literal += words[at];
        ++printed.decimals;
      }
    }
    printed.end = at;
    printed.value = std::strtod(literal.c_str(), nullptr);
    return printed;
  }
  return std::nullopt;
}

std::optional<Printed> printed_in(std::string_view words, double value, size_t from) {
  constexpr double kSame = 1e-9;
  for (auto printed = next_printed(words, from); printed; printed = next_printed(words, printed->end)) {
    if (!(std::fabs(printed->value - std::fabs(value)) <= kSame * std::max(1.0, std::fabs(value)))) continue;
    printed->value = value;
    return printed;
  }
  return std::nullopt;
}

bool number_is_broken_before(std::string_view text, size_t at) {
  size_t end = std::min(at, text.size());
  const auto between = [](char c) { return c == ' ' || c == '\n' || c == '\''; };
  while (end > 0 && between(text[end - 1])) --end;
  const bool spaced = end < at;
  if (end == 0) return false;
  const char last = text[end - 1];
  const bool point =
      last == '.' || (last == ',' && !spaced) || (end > 1 && text[end - 2] == '\xC2' && last == '\xB7');
  if (!point) return false;
  size_t before = last == '\xB7' ? end - 2 : end - 1;
  while (before > 0 && text[before - 1] == ' ') --before;
  return before > 0 && is_digit(text[before - 1]);
}

bool has_broken_number(std::string_view words) {
  for (size_t at = 0; at + 1 < words.size(); ++at) {
    if (!is_digit(words[at])) continue;
    const size_t gap = words[at + 1] == ' ' ? at + 2 : at + 1;
    const size_t point = point_at(words, gap);
    if (point == 0) continue;
    const size_t next = gap + point;
    const bool apart = gap > at + 1 || (next < words.size() && words[next] == ' ');
    if (apart && digit_at(words, next < words.size() && words[next] == ' ' ? next + 1 : next)) return true;
  }
  return false;
}

std::string with_decimals(double value, int decimals) {
  constexpr int kDecimalsMax = 6;
  std::string words = fmt::format("{:.{}f}", value, std::min(decimals, kDecimalsMax));
  if (words.starts_with("-") && words.find_first_not_of("-0.") == std::string::npos) words.erase(0, 1);
  return words;
}

std::string p_words(double p) {
  constexpr double kLeast = 0.0001;
  if (p < kLeast) return "below 0.0001";
  if (p >= 0.1) return fmt::format("{:.2f}", p);
  return fmt::format("{:.{}f}", p, p >= 0.01 ? 3 : p >= 0.001 ? 4 : 5);
}

}  // namespace attest::figures
