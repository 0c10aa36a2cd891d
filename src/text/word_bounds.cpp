#include "text/word_bounds.h"

#include "base/ascii.h"

namespace attest {
namespace {

bool is_inside_word(char c) { return is_word_byte(c) || c == '-' || c == '\''; }

}  // namespace

size_t word_end(std::string_view text, size_t start) {
  while (start < text.size() && is_inside_word(text[start])) ++start;
  return start;
}

std::string_view word_ending(std::string_view text, size_t end) {
  while (end > 0 && text[end - 1] == ' ') --end;
  size_t start = end;
  while (start > 0 && is_inside_word(text[start - 1])) --start;
  return text.substr(start, end - start);
}

}  // namespace attest
