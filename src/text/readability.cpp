#include "text/readability.h"

#include <algorithm>
#include <vector>

#include "base/ascii.h"
#include "text/sentences.h"
#include "text/tokens.h"

namespace attest {
namespace {

bool is_vowel(char letter) {
  constexpr std::string_view kVowels = "aeiouy";
  return kVowels.find(letter) != std::string_view::npos;
}

}  // namespace

int count_syllables(std::string_view word) {
  int groups = 0;
  bool before = false;
  for (const char letter : word) {
    const bool vowel = is_vowel(letter);
    if (vowel && !before) ++groups;
    before = vowel;
  }
  // "made", "used" have one syllable less than vowel groups; "table", "treated" do not.
  const auto ends = [&](std::string_view ending) { return word.ends_with(ending); };
  const size_t size = word.size();
  if (groups > 1 && ends("e") && !ends("le")) --groups;
  if (groups > 1 && ends("ed") && size > 3 && word[size - 3] != 't' && word[size - 3] != 'd' &&
      !is_vowel(word[size - 3])) {
    --groups;
  }
  // "anemi-a", "bi-opsy": two vowels that are said apart.
  if (ends("ia") || ends("ium")) ++groups;
  if (word.starts_with("bio") || word.starts_with("dia")) ++groups;
  return std::max(groups, 1);
}

double reading_grade(std::string_view text) {
  double words = 0;
  double syllables = 0;
  double sentences = 0;
  std::vector<Token> tokens;
  for (const ByteSpan& span : split_sentences(text)) {
    tokenize(span.of(text), tokens);
    if (tokens.empty()) continue;
    ++sentences;
    for (const Token& token : tokens) {
      ++words;
      const bool number = is_digit(token.folded[0]);
      syllables += number ? 1 : count_syllables(token.folded);
    }
  }
  if (words == 0) return 0;
  return std::max(0.0, 0.39 * words / sentences + 11.8 * syllables / words - 15.59);
}

}  // namespace attest
