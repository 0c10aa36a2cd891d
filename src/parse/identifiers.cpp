#include "parse/identifiers.h"

#include "base/ascii.h"

namespace attest {

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

}  // namespace attest
