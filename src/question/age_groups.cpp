#include "question/age_groups.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <vector>

#include "base/one_of.h"
#include "question/intents.h"
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

int whole_number(std::string_view word) {
  int number = -1;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  return error == std::errc() && end == word.data() + word.size() ? number : -1;
}

// "I am 30 weeks", "at 30 weeks", "30 weeks along": of one not yet born, where nobody is that old.
bool tells_weeks(const std::vector<PlainWord>& words) {
  constexpr int kWeeksMin = 4;
  constexpr int kWeeksMax = 42;
  for (size_t i = 1; i + 1 < words.size(); ++i) {
    const int weeks = whole_number(words[i].text);
    if (weeks < kWeeksMin || weeks > kWeeksMax || !words[i + 1].text.starts_with("week")) continue;
    const std::string_view before = words[i - 1].text;
    const std::string_view after = i + 2 < words.size() ? std::string_view(words[i + 2].text) : "";
    const bool of_mother = before == "am" || after == "along" || after == "gone" || after == "gestation";
    // "Improved at 12 weeks" is told of trials; whoever speaks of herself is pregnant.
    const bool in_time = before == "at" && matches_pattern(words, "i|my|she|wife|partner") &&
                         !matches_pattern(words, "old|after|since|post|effect~|improv~|trial|study");
    const bool after_event = after == "post" || after == "after" || after == "old" || after == "into";
    if ((of_mother || in_time) && !after_event) return true;
  }
  return false;
}

// "I am 79", "my mother is 82 and…", "my 85 year old aunt"; not "my pulse is 80" or "she is 70 kg".
bool tells_old_age(const std::vector<PlainWord>& words) {
  constexpr int kOldYearsMin = 65;
  constexpr int kOldYearsMax = 110;
  constexpr std::string_view kPeople =
      "he|she|who|mother|father|mum|mom|dad|mam|husband|wife|partner|nan|nana|gran|granny|grandma|grandpa|"
      "grandad|granddad|grandmother|grandfather|aunt|auntie|uncle|neighbour|neighbor|friend";
  constexpr std::string_view kUnits = "kg|kilo|kilos|pounds|lbs|stone|percent|mg|cm|inches|bpm|days|weeks";
  for (size_t i = 0; i < words.size(); ++i) {
    const int age = whole_number(words[i].text);
    if (age < kOldYearsMin || age > kOldYearsMax || matches_pattern_at(words, i + 1, kUnits)) continue;
    if (matches_pattern_at(words, i + 1, "year|years|yr|yrs old") || matches_pattern_at(words, i + 1, "yo"))
      return true;
    if (i > 0 && words[i - 1].text == "aged") return true;
    if (i < 2) continue;
    if (words[i - 2].text == "i" && words[i - 1].text == "am") return true;
    if (words[i - 1].text == "is" && matches_pattern_at(words, i - 2, kPeople)) return true;
  }
  return false;
}

}  // namespace

bool speaks_of_unborn(std::string_view question) {
  static constexpr std::string_view kPatterns[] = {
      "expecting|expect a|another|our|my|her|their|first|second baby|child|babies|twins",
      "trying|try|tries|planning|plan|hoping for a|another|our|my baby|child",
      "trying|planning|plan|want|wants|hoping to have|make|conceive a|another|our|my baby|child",
      "am|is|are|was|while|when|wife|daughter|sister|partner expecting $",
      "am|is|are|while|when expecting and|with|but|now|so|in|can|what|which|how",
      "mother|mothers|mum|mums|mom|moms to be",
      "expecting|expectant mother|mothers|mum|mom|woman|women|parents"};
  const std::vector<PlainWord> words = plain_words(question);
  return tells_weeks(words) || std::any_of(std::begin(kPatterns), std::end(kPatterns),
                                           [&](std::string_view one) { return matches_pattern(words, one); });
}

bool asks_of_having_children(std::string_view question) {
  static constexpr std::string_view kPatterns[] = {
      "can|could|will|may|still|able|ever|possible|want|hope|safely i|we|she|he|you|they|women|men|people|"
      "to|ever|still|safely * have|father|bear a|an|any|more|my|our|own|another|healthy|biological child|"
      "children|kids|baby|babies",
      "can|could|will|may|still|able|ever|possible|want|hope|to|i|we|she|he|you|they|women|men|people "
      "have|having|father|bear children|kids|babies $",
      "can|could|will|may|still|able|ever|possible|want|hope|to i|we|she|he|you|they|still|ever * "
      "have|father|bear children|kids|babies $",
      "can|could|will|may|still|able|ever|possible|want|hope|to i|we|she|he|you|they|still|ever * "
      "have|father|bear children|kids|babies with|if|after|and|or|when|while|later|naturally|one|despite"};
  const std::vector<PlainWord> words = plain_words(question);
  return std::any_of(std::begin(kPatterns), std::end(kPatterns),
                     [&](std::string_view one) { return matches_pattern(words, one); });
}

bool tells_of_own_childbirth(std::string_view question) {
  static constexpr std::string_view kOfChild[] = {
      "since|after having|had|delivering a|an|my|our|the|another|first|second baby|child|twins|son|daughter",
      "since|after having|had my|our first|second|third|last baby|child|son|daughter",
      "since|after i|she|wife had|delivered a|an|my|our|the|her|first|second baby|child|twins|son|daughter",
      "since|after i|she|wife had|delivered my|our|her first|second|third|last baby|child|son|daughter"};
  static constexpr std::string_view kOfBirth[] = {"since|after giving|gave birth",
                                                  "since|after i|she gave birth", "since|after childbirth",
                                                  "since|after the|my|her|our birth|labour|labor|delivery"};
  // Words of a child beside the one that was born tell of that child.
  static constexpr std::string_view kChildren[] = {"baby", "babies",   "child",   "children",
                                                   "son",  "daughter", "newborn", "infant"};
  const std::vector<PlainWord> words = plain_words(question);
  const auto named = std::count_if(words.begin(), words.end(),
                                   [](const PlainWord& one) { return is_one_of(one.text, kChildren); });
  // "After having my baby vaccinated": something was done to the child.
  static constexpr std::string_view kDone =
      "baby|child|twins|son|daughter vaccinat~|circumcis~|test~|check~|jab~|fed|treated|examined|on|sleep~";
  const auto tells = [&](std::string_view one) { return matches_pattern(words, one); };
  return !matches_pattern(words, kDone) &&
         ((named <= 1 && std::any_of(std::begin(kOfChild), std::end(kOfChild), tells)) ||
          (named == 0 && std::any_of(std::begin(kOfBirth), std::end(kOfBirth), tells)));
}

std::string with_age_group(std::string question) {
  constexpr int kChildYearsMax = 17;
  const std::vector<PlainWord> words = plain_words(question);
  // Who expects a baby is pregnant; who tries for one may be before she knows it.
  if (speaks_of_unborn(question)) {
    return matches_pattern(words, "pregnant|pregnancy") ? question : question + " pregnancy";
  }
  const char* group = nullptr;
  for (size_t i = 0; i < words.size(); ++i) {
    if (is_one_of(words[i].text, kNamed)) return question;
    if (i + 2 >= words.size() || words[i + 2].text != "old") continue;
    const int age = whole_number(words[i].text);
    if (age < 0) continue;
    if (is_one_of(words[i + 1].text, kMonths)) group = " infant";
    if (is_one_of(words[i + 1].text, kYears) && age <= kChildYearsMax) group = " child";
  }
  if (group == nullptr && tells_old_age(words)) group = " older adults";
  return group == nullptr ? question : question + group;
}

}  // namespace attest
