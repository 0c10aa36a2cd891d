#include "parse/identifiers.h"

#include <array>

#include "base/ascii.h"

namespace attest {

namespace {

bool starts_with_ignoring_case(std::string_view text, std::string_view start) {
  if (text.size() < start.size()) return false;
  for (size_t i = 0; i < start.size(); ++i) {
    if (to_lower(text[i]) != to_lower(start[i])) return false;
  }
  return true;
}

// Primary registries of the WHO network whose numbers are a fixed word and digits
// (https://www.who.int/clinical-trials-registry-platform/network/primary-registries).
struct Registry {
  std::string_view prefix;
  size_t digits_min;
  size_t digits_max;
  std::string_view name;
};
constexpr std::array<Registry, 13> kRegistries = {{
    {"NCT", 8, 8, "ClinicalTrials.gov"},
    {"ISRCTN", 8, 8, "ISRCTN"},
    {"ACTRN", 14, 14, "ANZCTR"},
    {"UMIN", 9, 9, "UMIN-CTR"},
    {"DRKS", 8, 8, "DRKS"},
    {"IRCT", 11, 20, "IRCT"},
    {"PACTR", 12, 15, "PACTR"},
    {"TCTR", 11, 11, "TCTR"},
    {"KCT", 7, 7, "CRiS"},
    {"ChiCTR", 8, 10, "ChiCTR"},
    {"ChiCTR-TRC-", 8, 8, "ChiCTR"},
    {"jRCT", 10, 12, "jRCT"},
    {"NTR", 2, 5, "Netherlands Trial Register"},
}};

}  // namespace

std::string bare_doi(std::string_view text) {
  const size_t start = text.find("10.");
  if (start == std::string_view::npos) return {};
  // Only a resolver, a scheme or nothing may stand before it.
  const std::string_view before = text.substr(0, start);
  if (!before.empty() && before.find("doi") == std::string_view::npos &&
      before.find("DOI") == std::string_view::npos &&
      before.find_first_not_of(" \t\n") != std::string_view::npos) {
    return {};
  }
  size_t end = start;
  while (end < text.size() && static_cast<unsigned char>(text[end]) > ' ' && text[end] != '"' &&
         text[end] != '<' && text[end] != '>') {
    ++end;
  }
  std::string doi(text.substr(start, end - start));
  while (!doi.empty() && (doi.back() == '.' || doi.back() == ',' || doi.back() == ';')) doi.pop_back();
  const size_t slash = doi.find('/');
  if (slash == std::string::npos || slash < 7 || slash + 1 >= doi.size()) return {};
  for (char& c : doi) c = to_lower(c);
  return doi;
}

std::string bare_pmid(std::string_view text) {
  const size_t start = text.find_first_of("0123456789");
  if (start == std::string_view::npos) return {};
  size_t end = start;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end - start <= 10 ? std::string(text.substr(start, end - start)) : std::string();
}

std::string prefixed_pmcid(std::string_view text) {
  const std::string digits = bare_pmid(text);
  return digits.empty() ? digits : "PMC" + digits;
}

std::vector<std::pair<std::string, std::string>> find_registrations(std::string_view text) {
  std::vector<std::pair<std::string, std::string>> found;
  for (size_t at = 0; at < text.size(); ++at) {
    if (at > 0 && is_letter_or_digit(text[at - 1])) continue;
    const std::string_view rest = text.substr(at);
    for (const Registry& registry : kRegistries) {
      if (!starts_with_ignoring_case(rest, registry.prefix)) continue;
      size_t from = registry.prefix.size();
      // "NCT 01234567", "ISRCTN: 12345678".
      while (from < rest.size() && from < registry.prefix.size() + 3 &&
             (rest[from] == ' ' || rest[from] == ':' || rest[from] == '#')) {
        ++from;
      }
      size_t to = from;
      while (to < rest.size() && is_digit(rest[to])) ++to;
      if (to - from < registry.digits_min || to - from > registry.digits_max) continue;
      std::string number = std::string(registry.prefix) + std::string(rest.substr(from, to - from));
      found.emplace_back(registry.name, std::move(number));
      break;
    }
    // EudraCT: year, six digits, check digits.
    if (rest.size() >= 14 && is_digit(rest[0]) && rest[4] == '-' && rest[11] == '-' &&
        (rest.size() == 14 || !is_letter_or_digit(rest[14]))) {
      bool all_digits = rest[0] == '2' || rest[0] == '1';
      for (const size_t i : {1, 2, 3, 5, 6, 7, 8, 9, 10, 12, 13})
        all_digits = all_digits && is_digit(rest[i]);
      if (all_digits) found.emplace_back("EudraCT", std::string(rest.substr(0, 14)));
    }
  }
  return found;
}

}  // namespace attest
