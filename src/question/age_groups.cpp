#include "question/age_groups.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <vector>

#include "question/words.h"

namespace attest {
namespace {

constexpr auto kNamed = std::to_array<std::string_view>(
    {"child",      "children",    "kid",      "kids",    "boy",      "girl",    "baby",
     "babies",     "infant",      "infants",  "toddler", "toddlers", "newborn", "neonate",
     "adolescent", "adolescents", "teenager", "teen",    "man",      "woman",   "patient"});
constexpr auto kYears = std::to_array<std::string_view>({"year", "years", "yr", "yrs"});
constexpr auto kMonths = std::to_array<std::string_view>(
    {"month", "months", "mth", "mths", "week", "weeks", "wk", "wks", "day", "days"});

template <size_t N>
bool is_listed(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

int whole_number(std::string_view word) {
  int number = -1;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  return error == std::errc() && end == word.data() + word.size() ? number : -1;
}

}  // namespace

std::string with_age_group(std::string question) {
  constexpr int kChildYearsMax = 17;
  const std::vector<PlainWord> words = plain_words(question);
  const char* group = nullptr;
  for (size_t i = 0; i < words.size(); ++i) {
    if (is_listed(kNamed, words[i].text)) return question;
    if (i + 2 >= words.size() || words[i + 2].text != "old") continue;
    const int age = whole_number(words[i].text);
    if (age < 0) continue;
    if (is_listed(kMonths, words[i + 1].text)) group = " infant";
    if (is_listed(kYears, words[i + 1].text) && age <= kChildYearsMax) group = " child";
  }
  return group == nullptr ? question : question + group;
}

}  // namespace attest
