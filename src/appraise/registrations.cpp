#include "appraise/registrations.h"

#include <algorithm>
#include <cctype>

#include "base/ascii.h"

namespace attest {

namespace {

struct Registry {
  std::string_view prefix;
  size_t digits_min;
  size_t digits_max;
};

constexpr Registry kRegistries[] = {{"NCT", 8, 8},  {"ISRCTN", 8, 8}, {"ACTRN", 14, 14},  {"CRD", 9, 14},
                                    {"UMIN", 9, 9}, {"DRKS", 8, 8},   {"ChiCTR", 10, 10}, {"NTR", 3, 5}};

void scan(std::string_view text, std::vector<std::string>& found) {
  for (const Registry& registry : kRegistries) {
    for (size_t at = text.find(registry.prefix); at != std::string_view::npos;
         at = text.find(registry.prefix, at + 1)) {
      if (at > 0 && is_letter_or_digit(text[at - 1])) continue;
      size_t digits = at + registry.prefix.size();
      // "ISRCTN 11791740" is written with a space now and then.
      if (digits < text.size() && text[digits] == ' ') ++digits;
      size_t end = digits;
      while (end < text.size() && is_digit(text[end])) ++end;
      const size_t count = end - digits;
      if (count >= registry.digits_min && count <= registry.digits_max) {
        found.push_back(std::string(registry.prefix) + std::string(text.substr(digits, count)));
      }
    }
  }
}

}  // namespace

std::vector<std::string> find_registrations(const BibliographicRecord& record, std::string_view text) {
  std::vector<std::string> found;
  for (const DataBank& bank : record.data_banks) {
    for (const std::string& accession : bank.accessions) scan(accession, found);
  }
  if (const std::string_view stated = record.statement("registration"); !stated.empty()) scan(stated, found);
  for (const Identifier& identifier : record.identifiers) scan(identifier.value, found);
  scan(text, found);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace attest
