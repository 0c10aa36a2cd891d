#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "question/words.h"

namespace attest {

// What cue words say about a question's intent.
struct IntentReading {
  Intent intent = Intent::kGeneral;
  std::vector<Intent> secondary;  // also asked, strongest first
  int line_of_therapy = 0;
  float strength = 0;  // 0 when no cue was found
};

IntentReading read_intent(std::span<const PlainWord> words);

// True when `pattern` occurs in `words`. A pattern is words separated by spaces: "a|b" alternatives, "treat~"
// any word that starts so, "*" up to six words of any kind, "^" the start and "$" the end of the question;
// "!a|b": none of these words comes next.
bool matches_pattern(std::span<const PlainWord> words, std::string_view pattern);
// The same, beginning at word `at`.
bool matches_pattern_at(std::span<const PlainWord> words, size_t at, std::string_view pattern);

// Words of the cue patterns: correctly spelled, and never what a question is about by themselves.
bool is_cue_word(std::string_view word);
const std::vector<std::string>& cue_words();

}  // namespace attest
