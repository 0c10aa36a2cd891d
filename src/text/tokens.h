#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_span.h"

namespace attest {

// One word of a text. Tokens are runs of letters or digits (Unicode); hyphens, slashes and other punctuation
// separate; an apostrophe-s is dropped; a decimal number ("2.5") is one token; Greek letters are spelled
// ("β" → "beta"). `folded` is NFKC, lower case, without diacritics.
struct Token {
  std::string folded;
  ByteSpan span;
};

// Replaces the content of `tokens` with the tokens of `text`. Never fails: invalid UTF-8 separates tokens.
void tokenize(std::string_view text, std::vector<Token>& tokens);
std::vector<Token> tokenize(std::string_view text);

// Function words that carry no meaning for search ("the", "of", "what"). Negations are not stop words.
bool is_stop_word(std::string_view folded);

// English Snowball stemmer (libstemmer). Not safe for concurrent use: one for each thread.
class Stemmer {
 public:
  Stemmer();
  ~Stemmer();
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;
  // The stem of a folded token, valid until the next call. Remembers recent words: text repeats itself.
  // British spellings meet American ones
  // ("oesophagus" / "esophagus", "randomised" / "randomized", "anaemia" / "anemia", "-aemia", "-our").
  std::string_view stem(std::string_view folded);
  // The stem with what tells words of one stem apart that are different things, for names: the same for
  // "stimulant" and "stimulants", another for "stimulation" (text/word_forms.h). Valid as long.
  std::string_view form(std::string_view folded);

 private:
  struct Memory;
  std::unique_ptr<Memory> memory_;
};

// Stems of all tokens of `text` that are not stop words, in order: what the index holds and questions use.
std::vector<std::string> stems_of(std::string_view text, Stemmer& stemmer);

}  // namespace attest
