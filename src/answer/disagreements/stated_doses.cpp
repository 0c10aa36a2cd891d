#include "answer/disagreements/stated_doses.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/ascii.h"
#include "base/one_of.h"

namespace attest {
namespace {

constexpr size_t kDosesMax = 3;  // a text with more compares doses

std::string_view number_at(std::string_view text, size_t at) {
  size_t end = at;
  while (end < text.size() && (is_digit(text[end]) || (text[end] == '.' && end > at))) ++end;
  while (end > at && text[end - 1] == '.') --end;
  return text.substr(at, end - at);
}

std::string_view unit_at(std::string_view text, size_t at) {
  return text.substr(at, text.find_first_of(" ,);.\n", at) - at);
}

bool is_unit(std::string_view unit) {
  static constexpr std::string_view kDoseUnits[] = {
      "mg",    "g",    "mcg",    "µg",      "μg",        "microg",     "iu",        "units",   "ml",
      "mg/kg", "mg/d", "mg/day", "g/day",   "g/d",       "iu/day",     "iu/d",      "mcg/day", "mg/h",
      "µg/h",  "u",    "mg/m2",  "mg/kg/d", "mg/kg/day", "microg/day", "microg/kg", "µg/kg"};
  return is_one_of(unit, kDoseUnits);
}

// "Name 50 mg", "name (50 mg", "50 mg name", "50 mg of name".
std::vector<std::string> doses_of(std::string_view whole, const std::string& given) {
  std::vector<std::string> found;
  if (given.empty()) return found;
  const std::string text = lower_ascii(whole);
  const std::string_view lower = text;
  const std::string name = lower_ascii(given);
  const auto add = [&](std::string_view number, std::string_view unit) {
    std::string dose = std::string(number) + " " + std::string(unit);
    if (std::find(found.begin(), found.end(), dose) == found.end()) found.push_back(std::move(dose));
  };
  for (size_t at = lower.find(name); at != std::string_view::npos; at = lower.find(name, at + 1)) {
    size_t start = at + name.size();
    if (start < lower.size() && lower[start] == ',') ++start;
    if (start < lower.size() && lower[start] == ' ') ++start;
    if (start < lower.size() && lower[start] == '(') ++start;
    const std::string_view number = number_at(lower, start);
    const size_t behind = start + number.size() + 1;
    if (!number.empty() && behind < lower.size() && lower[behind - 1] == ' ' &&
        is_unit(unit_at(lower, behind)))
      add(number, unit_at(lower, behind));
    std::string_view before = lower.substr(0, at);
    if (before.ends_with(" of ")) before.remove_suffix(std::string_view("of ").size());
    if (!before.ends_with(' ')) continue;
    before.remove_suffix(1);
    const size_t unit_from = before.find_last_of(" (") + 1;
    if (unit_from < 2 || !is_unit(before.substr(unit_from)) || before[unit_from - 1] != ' ') continue;
    size_t from = unit_from - 1;
    while (from > 0 && (is_digit(before[from - 1]) || before[from - 1] == '.')) --from;
    if (const std::string_view count = number_at(before, from); !count.empty())
      add(count, before.substr(unit_from));
  }
  return found;
}

std::string listed(const std::vector<std::string>& doses) {
  std::string all;
  for (size_t i = 0; i < doses.size(); ++i) {
    if (i > 0) all += i + 1 == doses.size() ? " and " : ", ";
    all += doses[i];
  }
  return all;
}

// "A 40-mg bolus", "5 to 20 mg/day": a dose that stands with no name may be of either treatment, or another
// step of it.
bool has_unnamed_dose(std::string_view whole, const std::vector<std::string>& named) {
  const std::string text = lower_ascii(whole);
  static constexpr std::string_view kWeights[] = {"mg", "mcg", "µg", "microg", "iu"};
  for (const std::string_view weight : kWeights) {
    for (size_t at = text.find(weight); at != std::string::npos; at = text.find(weight, at + 1)) {
      if (at < 2 || (text[at - 1] != ' ' && text[at - 1] != '-') || !is_digit(text[at - 2])) continue;
      size_t start = at - 1;
      while (start > 0 && (is_digit(text[start - 1]) || text[start - 1] == '.')) --start;
      const std::string number = text.substr(start, at - 1 - start);
      const bool known = std::any_of(named.begin(), named.end(), [&](const std::string& dose) {
        return dose.substr(0, dose.find(' ')) == number;
      });
      if (!known) return true;
    }
  }
  return false;
}

// "50 mg" and "50 mg/day" may be the same.
bool same_number(const std::string& a, const std::string& b) {
  return a.substr(0, a.find(' ')) == b.substr(0, b.find(' '));
}

}  // namespace

std::pair<std::string, std::string> differing_doses(const DosedText& x, const DosedText& y) {
  const std::vector<std::string> of_x = doses_of(x.text, x.given);
  const std::vector<std::string> of_y = doses_of(y.text, y.given);
  if (of_x.empty() || of_y.empty() || of_x.size() > kDosesMax || of_y.size() > kDosesMax) return {};
  const bool shared = std::any_of(of_x.begin(), of_x.end(), [&](const std::string& a) {
    return std::any_of(of_y.begin(), of_y.end(), [&](const std::string& b) { return same_number(a, b); });
  });
  if (shared) return {};
  for (const auto& [side, doses] : {std::pair(&x, &of_x), std::pair(&y, &of_y)}) {
    std::vector<std::string> named = doses_of(side->text, side->other);
    named.insert(named.end(), doses->begin(), doses->end());
    if (has_unnamed_dose(side->text, named)) return {};
  }
  return {listed(of_x), listed(of_y)};
}

}  // namespace attest
