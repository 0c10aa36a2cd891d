#include <cctype>

#include "base/ascii.h"
#include "text/number_words.h"
#include "text/phrases.h"
#include "verify/verify_answer.h"

namespace attest {

namespace {

void trim_zeros(std::string& number) {
  if (number.find('.') != std::string::npos) {
    while (number.back() == '0') number.pop_back();
    if (number.back() == '.') number.pop_back();
  }
  size_t leading = 0;
  while (leading + 1 < number.size() && number[leading] == '0' && number[leading + 1] != '.') ++leading;
  number.erase(0, leading);
  if (number.starts_with('.')) number.insert(0, "0");
}

}  // namespace

std::vector<std::string> numbers_of(std::string_view text) {
  std::vector<std::string> numbers;
  for (size_t i = 0; i < text.size();) {
    const bool bare_point = text[i] == '.' && i + 1 < text.size() && is_digit(text[i + 1]) &&
                            (i == 0 || !is_letter_or_digit(text[i - 1]));
    if (!is_digit(text[i]) && !bare_point) {
      ++i;
      continue;
    }
    std::string number;
    while (i < text.size()) {
      const bool digit_follows = i + 1 < text.size() && is_digit(text[i + 1]);
      if (is_digit(text[i])) {
        number += text[i++];
      } else if (text[i] == '.' && digit_follows) {
        number += '.';
        ++i;
      } else if (text[i] == ',' && i + 3 < text.size() && is_digit(text[i + 1]) && is_digit(text[i + 2]) &&
                 is_digit(text[i + 3]) && (i + 4 >= text.size() || !is_digit(text[i + 4]))) {
        ++i;  // thousands
      } else if (text.substr(i, 2) == "\xC2\xB7" && i + 2 < text.size() && is_digit(text[i + 2])) {
        number += '.';
        i += 2;
      } else {
        break;
      }
    }
    trim_zeros(number);
    numbers.push_back(std::move(number));
  }
  const std::string lower = lower_ascii(text);
  // "one" is a pronoun more often than a number: only with a noun of counting behind it would it be one, so
  // it is left out on purpose.
  for (size_t value = 2; value < kNumberWords.size(); ++value) {
    if (has_phrase(lower, kNumberWords[value])) numbers.push_back(std::to_string(value));
  }
  return numbers;
}

}  // namespace attest
