// "A 12-week trial", "for 12 weeks", "followed for 2 years": only where the text names one length. Other
// spans, such as how long people had been ill, are none.
#include "answer/disagreements/study_length.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "base/ascii.h"
#include "text/phrases.h"

namespace attest {
namespace {

struct LengthUnit {
  std::string_view word;
  double days;
};
constexpr LengthUnit kLengthUnits[] = {{"day", 1}, {"week", 7}, {"month", 30.4}, {"year", 365}};

std::string number_word(std::string_view word) {
  static constexpr std::string_view kNumbers[] = {"one",   "two",   "three", "four", "five",   "six",
                                                  "seven", "eight", "nine",  "ten",  "eleven", "twelve"};
  if (!word.empty() && std::all_of(word.begin(), word.end(), is_digit)) return std::string(word);
  for (size_t i = 0; i < std::size(kNumbers); ++i) {
    if (kNumbers[i] == word) return std::to_string(i + 1);
  }
  return {};
}

bool tells_length(std::string_view before, std::string_view behind) {
  static constexpr std::string_view kBefore[] = {
      " for ",  "followed for ", "follow-up of ", "duration of ",  "followed up for ",
      " over ", "lasted ",       "period of ",    "randomly for ", "follow-up was ",
      "after "};
  static constexpr std::string_view kBehind[] = {
      "double-blind", "randomi*",     "trial",      "study",       "treatment",          "follow-up",
      "period",       "course",       "controlled", "open-label",  "placebo-controlled", "multicent*",
      "crossover",    "of treatment", "phase",      "maintenance", "extension",          "open"};
  const bool glued = behind.starts_with('-') || behind.starts_with(' ');
  const std::string_view next = behind.substr(glued ? 1 : 0, 34);
  return std::any_of(std::begin(kBefore), std::end(kBefore),
                     [&](std::string_view words) { return before.ends_with(words); }) ||
         has_any_phrase(next.substr(0, next.find_first_of(",.;(")), kBehind);
}

StatedLength length_in(std::string_view lower) {
  StatedLength found;
  for (const LengthUnit& unit : kLengthUnits) {
    for (size_t at = lower.find(unit.word); at != std::string_view::npos;
         at = lower.find(unit.word, at + 1)) {
      if (at < 2 || (lower[at - 1] != ' ' && lower[at - 1] != '-')) continue;
      size_t start = at - 1;
      while (start > 0 && is_word_byte(lower[start - 1])) --start;
      const std::string number = number_word(lower.substr(start, at - 1 - start));
      size_t end = at + unit.word.size();
      if (end < lower.size() && lower[end] == 's') ++end;
      if (number.empty() || (end < lower.size() && is_word_byte(lower[end]))) continue;
      const std::string_view behind = lower.substr(end);
      if (behind.starts_with("-old") || behind.starts_with(" old") || behind.starts_with(" of age")) continue;
      if (!tells_length(lower.substr(0, start), behind)) continue;
      const double days = std::strtod(number.c_str(), nullptr) * unit.days;
      if (found.days > 0 && std::abs(found.days - days) > found.days / 10) return {};
      found.days = days;
      found.words = number + " " + std::string(unit.word) + (number == "1" ? "" : "s");
    }
  }
  return found;
}

}  // namespace

StatedLength study_length(const Document& document) {
  constexpr size_t kStartBytes = 4000;
  const StatedLength of_title = length_in(lower_ascii(document.record.title));
  if (of_title.days > 0) return of_title;
  return length_in(lower_ascii(std::string_view(document.text).substr(0, kStartBytes)));
}

}  // namespace attest
