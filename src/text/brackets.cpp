#include "text/brackets.h"

#include <cstddef>

namespace attest {

std::string text_outside_brackets(std::string_view text) {
  std::string plain(text);
  size_t depth = 0;
  for (char& c : plain) {
    const bool opens = c == '(' || c == '[';
    const bool closes = c == ')' || c == ']';
    depth += opens ? 1 : 0;
    if (depth > 0) c = ' ';
    if (closes && depth > 0) --depth;
  }
  return plain;
}

std::string without_round_brackets(std::string_view text) {
  std::string kept;
  size_t depth = 0;
  for (const char c : text) {
    if (c == '(') ++depth;
    if (depth == 0) kept += c;
    if (c == ')' && depth > 0) --depth;
  }
  return kept;
}

}  // namespace attest
