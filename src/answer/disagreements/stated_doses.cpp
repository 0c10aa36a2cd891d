#include "answer/disagreements/stated_doses.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/byte_span.h"
#include "quantities/quantities.h"

namespace attest {
namespace {

constexpr size_t kDosesMax = 3;  // a text with more compares doses

struct StatedDose {
  std::string written;  // "40 mg"
  ByteSpan span;        // of the text
};

// Of one amount and one unit; ranges and doses by weight of a meal are left out.
std::vector<StatedDose> doses_in(std::string_view text) {
  std::vector<StatedDose> doses;
  for (const Quantity& quantity : find_quantities(text)) {
    if (quantity.kind == QuantityKind::kDose && !std::isnan(quantity.value) && !quantity.unit.empty())
      doses.push_back({fmt::format("{:g} {}", quantity.value, quantity.unit), quantity.span});
  }
  return doses;
}

// "Name 50 mg", "name (50 mg", "name, 50 mg", "50 mg name", "50 mg of name".
bool is_dose_of(std::string_view lower, ByteSpan dose, std::string_view name) {
  std::string_view before = lower.substr(0, dose.start);
  for (const char between : {'(', ' ', ','}) {
    if (before.ends_with(between)) before.remove_suffix(1);
  }
  std::string_view behind = lower.substr(dose.end);
  if (behind.starts_with(" of")) behind.remove_prefix(std::string_view(" of").size());
  if (behind.starts_with(' ')) behind.remove_prefix(1);
  return before.ends_with(name) || behind.starts_with(name);
}

std::vector<std::string> doses_of(std::string_view text, const std::vector<StatedDose>& doses,
                                  const std::string& given) {
  std::vector<std::string> found;
  if (given.empty()) return found;
  const std::string lower = lower_ascii(text);
  const std::string name = lower_ascii(given);
  for (const StatedDose& dose : doses) {
    if (is_dose_of(lower, dose.span, name) &&
        std::find(found.begin(), found.end(), dose.written) == found.end())
      found.push_back(dose.written);
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

// "50 mg" and "50 mg/day" may be the same.
std::string_view amount_of(const std::string& dose) {
  return std::string_view(dose).substr(0, dose.find(' '));
}

bool same_amount(const std::string& a, const std::string& b) { return amount_of(a) == amount_of(b); }

// "A 40-mg bolus": a dose that stands with no name may be of either treatment, or another step of it.
bool has_unnamed_dose(const std::vector<StatedDose>& doses, const std::vector<std::string>& named) {
  return std::any_of(doses.begin(), doses.end(), [&](const StatedDose& dose) {
    return std::none_of(named.begin(), named.end(),
                        [&](const std::string& one) { return same_amount(one, dose.written); });
  });
}

}  // namespace

std::pair<std::string, std::string> differing_doses(const DosedText& x, const DosedText& y) {
  const std::vector<StatedDose> all_x = doses_in(x.text);
  const std::vector<StatedDose> all_y = doses_in(y.text);
  const std::vector<std::string> of_x = doses_of(x.text, all_x, x.given);
  const std::vector<std::string> of_y = doses_of(y.text, all_y, y.given);
  if (of_x.empty() || of_y.empty() || of_x.size() > kDosesMax || of_y.size() > kDosesMax) return {};
  const bool shared = std::any_of(of_x.begin(), of_x.end(), [&](const std::string& a) {
    return std::any_of(of_y.begin(), of_y.end(), [&](const std::string& b) { return same_amount(a, b); });
  });
  if (shared) return {};
  const auto names_all = [](const DosedText& side, const std::vector<StatedDose>& all,
                            const std::vector<std::string>& own) {
    std::vector<std::string> named = doses_of(side.text, all, side.other);
    named.insert(named.end(), own.begin(), own.end());
    return !has_unnamed_dose(all, named);
  };
  if (!names_all(x, all_x, of_x) || !names_all(y, all_y, of_y)) return {};
  return {listed(of_x), listed(of_y)};
}

}  // namespace attest
