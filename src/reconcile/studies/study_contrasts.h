// Titles that differ in what one study has only one of: knees or hips, men or women, 200 or 400 µg/kg.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace attest {

// Each title names one of a kind, and not the same.
bool titles_contrast(std::string_view a, std::string_view b);

// "distal stones" and "proximal stones": where one word of the same place tells the titles apart.
std::optional<std::pair<std::string, std::string>> differing_modifiers(std::string_view a,
                                                                       std::string_view b);

// "route", "oral", "intravenous": what each title names one of, and not the same.
struct DifferingForm {
  std::string kind;
  std::string of_a;
  std::string of_b;
};
std::vector<DifferingForm> differing_forms(std::string_view a, std::string_view b);

}  // namespace attest
