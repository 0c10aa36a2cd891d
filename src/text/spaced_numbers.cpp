#include "text/spaced_numbers.h"

#include <algorithm>
#include <iterator>

#include "base/ascii.h"
#include "base/one_of.h"

namespace attest {
namespace {

constexpr size_t kGroupDigits = 3;
constexpr size_t kSpacedBytesMax = 24;

size_t digits_end(std::string_view text, size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

std::string_view word_at(std::string_view text, size_t at) {
  size_t end = at;
  while (end < text.size() && end - at < kSpacedBytesMax && is_letter(text[end])) ++end;
  return text.substr(at, end - at);
}

std::string_view word_before(std::string_view text, size_t end) {
  size_t start = end;
  while (start > 0 && end - start < kSpacedBytesMax && is_letter(text[start - 1])) --start;
  return text.substr(start, end - start);
}

constexpr std::string_view kUnits[] = {"mg", "g",   "kg", "ml", "mL", "l",    "L",   "mm", "cm", "m",
                                       "ug", "mcg", "IU", "iu", "kJ", "kcal", "kPa", "pg", "ng", "mmHg"};

// Behind "10 036" stands what it counts.
bool counts_something(std::string_view text, size_t at, bool part) {
  if (at < text.size() && text[at] != ' ')
    return part && std::string_view("),;.").find(text[at]) != std::string_view::npos;
  const std::string_view word = word_at(text, std::min(at + 1, text.size()));
  if (is_one_of(word, kUnits)) return false;
  if (part) return true;
  static constexpr std::string_view kNoNouns[] = {
      "and", "or",   "of",   "to", "in", "at",   "on",    "for",    "with",  "were",
      "was", "is",   "had",  "v",  "vs", "per",  "by",    "versus", "as",    "a",
      "the", "from", "than", "b",  "x",  "days", "weeks", "months", "years", "hours"};
  return !word.empty() && is_lower(word.front()) && !is_one_of(word, kNoNouns);
}

// "1 500" where the space parts one number of three digits more.
bool is_group(std::string_view text, size_t space) {
  if (space >= text.size() || text[space] != ' ') return false;
  return digits_end(text, space + 1) == space + 1 + kGroupDigits;
}

}  // namespace

bool is_spaced_decimal(std::string_view text, size_t stop) {
  if (stop == 0 || stop + 2 >= text.size() || text[stop] != '.' || text[stop + 1] != ' ') return false;
  size_t start = stop;
  while (start > 0 && is_digit(text[start - 1])) --start;
  if (start == stop || stop - start > kGroupDigits || start == 0) return false;
  const char before = text[start - 1];
  if (before == '.' || before == ',' || before == '\n' || is_letter_byte(before)) return false;
  // "… ended. 1. 5% of": the number of a list.
  if (before == ' ' && start > 1 && (text[start - 2] == '.' || text[start - 2] == ':')) return false;
  const size_t end = digits_end(text, stop + 2);
  if (end == stop + 2 || end - stop - 2 > kGroupDigits) return false;
  const std::string_view behind = text.substr(end);
  for (const std::string_view sign :
       {"%", " %", ")", "]", ",", ";", "±", " ±", "+/-", " +/-", " (95", " [95", " (CI", " (SD", " (SE"}) {
    if (behind.starts_with(sign)) return true;
  }
  if (behind.size() > 1 && (behind[0] == '-' || behind[0] == '/')) return is_digit(behind[1]);
  if (!behind.starts_with(' ')) return false;
  static constexpr std::string_view kBehind[] = {"vs",    "versus",  "v",     "and",  "to",
                                                 "years", "months",  "weeks", "days", "year",
                                                 "hours", "minutes", "min",   "h"};
  const std::string_view word = word_at(behind, 1);
  return is_one_of(word, kUnits) || is_one_of(word, kBehind);
}

size_t spaced_thousands_end(std::string_view text, size_t start, size_t end) {
  if (end <= start || end - start > kGroupDigits || text[start] == '0' || !is_group(text, end)) return end;
  bool part = false;  // "155 of 10 036", "n = 10 036": what it is of may have been named before
  if (start > 0) {
    const char before = text[start - 1];
    if (before == ' ') {
      size_t word_end = start;
      while (word_end > 0 && text[word_end - 1] == ' ') --word_end;
      const std::string_view word = word_before(text, word_end);
      static constexpr std::string_view kLeads[] = {
          "of",         "with",       "in",         "included",      "including",
          "enrolled",   "randomised", "randomized", "total",         "from",
          "among",      "and",        "the",        "all",           "about",
          "to",         "were",       "was",        "analysed",      "analyzed",
          "identified", "screened",   "recruited",  "for",           "involving",
          "comprising", "than",       "over",       "approximately", "nearly",
          "only",       "between",    "by",         "these",         "those",
          "involved",   "examined",   "assigned",   "almost",        "around",
          "In",         "Of",         "Among",      "From",          "Overall",
          "additional", "another",    "further",    "reporting",     "per",
          "a",          "followed",   "studied",    "evaluated",     "reviewed",
          "our"};
      part = word == "of" || (word.empty() && word_end > 0 && text[word_end - 1] == '=');
      const bool sign = word.empty() && word_end > 0 &&
                        std::string_view("=<>,;:.(~").find(text[word_end - 1]) != std::string_view::npos;
      if (!sign && !is_one_of(word, kLeads)) return end;
    } else if (std::string_view("(=<>~$\n").find(before) == std::string_view::npos) {
      return end;
    } else {
      part = before == '=';
    }
  }
  size_t last = end;
  while (is_group(text, last)) last += 1 + kGroupDigits;
  return counts_something(text, last, part) ? last : end;
}

}  // namespace attest
