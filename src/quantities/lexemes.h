// Private to quantities: the text as numbers, words and signs, each normalised once, so that the patterns
// need not know about thin spaces, four kinds of dashes, "0·72", "1,112" or "one hundred and nine".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_span.h"

namespace attest::quantities {

enum class LexemeKind : uint8_t { kNumber, kWord, kSign, kEnd };

struct Lexeme {
  LexemeKind kind = LexemeKind::kEnd;
  ByteSpan span;
  // kWord: ASCII letters lowered, µ and μ as "u", inner full stops of "b.i.d." dropped.
  // kSign: one of ( ) [ ] , ; : = < > ≤ ("<=") ≥ (">=") ± ("+-") ~ / % - + . x ^ or "\n"; "?" for any other.
  std::string text;
  double value = 0;       // kNumber
  bool glued = false;     // nothing stands between it and the lexeme before
  bool integer = false;   // kNumber without decimals
  bool spelled = false;   // kNumber in words
  bool fraction = false;  // kNumber: "half", "two thirds": value is the fraction itself
  bool grouped = false;   // kNumber with thousands separators
  bool name = false;      // kNumber that is part of a name: "IL-6", "COVID-19", "3rd", "5HT"
  bool capitals = false;  // kWord entirely in capitals
};

// Ends with three lexemes of kind kEnd, so that patterns may look ahead without asking.
std::vector<Lexeme> read_lexemes(std::string_view text);

// Merges lexemes that spell numbers: "one hundred and nine", "twenty-one", "two thirds", "a quarter".
void merge_number_words(std::vector<Lexeme>& lexemes);

}  // namespace attest::quantities
