#include "text/numbered_parts.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "base/ascii.h"
#include "text/phrases.h"

namespace attest {
namespace {

constexpr size_t kPartBytesMin = 40;  // "(1) age; (2) sex" numbers names

// Words that open a list of what was found, and not of who was taken in or what was done.
bool opens_findings(std::string_view lower) {
  static constexpr std::string_view kOpens[] = {"conclu*",     "consider that", "found that", "show*",
                                                "suggest*",    "indicat*",      "findings",   "results",
                                                "demonstrat*", "evidence"};
  return has_any_phrase(lower, kOpens);
}

// Where "(2) " stands behind a semicolon, from `from` on; else npos.
size_t find_number(std::string_view words, int number, size_t from) {
  const std::string mark = "(" + std::to_string(number) + ") ";
  for (size_t at = words.find(mark, from); at != std::string_view::npos; at = words.find(mark, at + 1)) {
    const std::string_view before = words.substr(0, at);
    if (before.ends_with("; ") || before.ends_with("; and ")) return at;
  }
  return std::string_view::npos;
}

}  // namespace

std::vector<ByteSpan> split_numbered_parts(std::string_view text, ByteSpan sentence) {
  const std::string_view words = sentence.of(text);
  const size_t first = words.find("(1) ");
  if (first == std::string_view::npos || !opens_findings(lower_ascii(words.substr(0, first))))
    return {sentence};
  std::vector<ByteSpan> parts;
  size_t start = 0;
  size_t number_at = first;
  for (int number = 2;; ++number) {
    const size_t next = find_number(words, number, number_at + 1);
    const size_t end = std::min(next, words.size());
    if (end - number_at < kPartBytesMin) return {sentence};
    size_t last = std::min(words.rfind(';', end - 1), end);
    if (next == std::string_view::npos) last = end;
    parts.push_back(
        {sentence.start + static_cast<uint32_t>(start), sentence.start + static_cast<uint32_t>(last)});
    if (next == std::string_view::npos) break;
    start = next;
    number_at = next;
  }
  return parts;
}

}  // namespace attest
