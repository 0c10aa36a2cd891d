// Tokens. All of PubMed goes through this loop, so plain ASCII words, which are nearly all of them, are found
// and lowered by one table; a word with any other character goes to folding.cpp.
#include "text/tokens.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "text/folding.h"
#include "text/utf8.h"

namespace attest {

namespace {

// For each ASCII byte: 0 for a separator, else the lowered letter or the digit.
constexpr std::array<char, 256> kFold = [] {
  std::array<char, 256> table{};
  for (size_t c = 'a'; c <= 'z'; ++c) table[c] = static_cast<char>(c);
  for (size_t c = 'A'; c <= 'Z'; ++c) table[c] = static_cast<char>(c - 'A' + 'a');
  for (size_t c = '0'; c <= '9'; ++c) table[c] = static_cast<char>(c);
  return table;
}();

char fold(char c) { return kFold[static_cast<uint8_t>(c)]; }

constexpr std::string_view kMiddleDot = "\xC2\xB7";  // "0·72" in British journals
constexpr std::string_view kTypographicApostrophe = "\xE2\x80\x99";

// Appends tokens over the old elements of a vector, whose strings keep their memory.
class TokenWriter {
 public:
  explicit TokenWriter(std::vector<Token>& tokens) : tokens_(tokens) {}
  ~TokenWriter() { tokens_.resize(count_); }
  TokenWriter(const TokenWriter&) = delete;
  TokenWriter& operator=(const TokenWriter&) = delete;

  std::string& next(size_t start) {
    if (count_ == tokens_.size()) tokens_.emplace_back();
    Token& token = tokens_[count_];
    token.folded.clear();
    token.span.start = static_cast<uint32_t>(start);
    return token.folded;
  }
  // Keeps the token that `next` began, unless folding left nothing of it.
  void keep(size_t end) {
    if (tokens_[count_].folded.empty()) return;
    tokens_[count_].span.end = static_cast<uint32_t>(end);
    ++count_;
  }

 private:
  std::vector<Token>& tokens_;
  size_t count_ = 0;
};

// The end of the word that starts at `at`, or `at` itself when none does there. `plain` stays true while
// every byte is ASCII.
size_t word_end(std::string_view text, size_t at, bool& plain) {
  while (at < text.size()) {
    if (is_ascii(text[at])) {
      if (fold(text[at]) == 0) break;
      ++at;
      continue;
    }
    const DecodedCharacter character = decode_character(text, at);
    if (!character.valid || !is_word_character(character.value)) break;
    plain = false;
    at += character.size;
  }
  return at;
}

// The size of a decimal point at `at`, 0 when there is none.
size_t decimal_point(std::string_view text, size_t at) {
  size_t size = 0;
  if (at < text.size() && text[at] == '.')
    size = 1;
  else if (text.substr(at, kMiddleDot.size()) == kMiddleDot)
    size = kMiddleDot.size();
  return size > 0 && at + size < text.size() && is_digit(text[at + size]) ? size : 0;
}

size_t apostrophe(std::string_view text, size_t at) {
  if (at < text.size() && text[at] == '\'') return 1;
  return text.substr(at, kTypographicApostrophe.size()) == kTypographicApostrophe
             ? kTypographicApostrophe.size()
             : 0;
}

// What is left out after a word: the "'s" of a genitive. Returns its size, 0 when there is none.
size_t genitive(std::string_view text, size_t at) {
  const size_t size = apostrophe(text, at);
  if (size == 0 || at + size >= text.size() || fold(text[at + size]) != 's') return 0;
  bool plain = true;
  const size_t after = at + size + 1;
  return word_end(text, after, plain) == after ? size + 1 : 0;
}

}  // namespace

void tokenize(std::string_view text, std::vector<Token>& tokens) {
  TokenWriter writer(tokens);
  size_t at = 0;
  while (at < text.size()) {
    if (is_ascii(text[at]) && fold(text[at]) == 0) {
      ++at;
      continue;
    }
    const size_t start = at;
    std::string& folded = writer.next(start);
    bool digits_only = true;
    while (at < text.size() && fold(text[at]) != 0) {
      digits_only = digits_only && is_digit(text[at]);
      folded.push_back(fold(text[at]));
      ++at;
    }
    if (at < text.size() && !is_ascii(text[at])) {
      bool plain = true;
      const size_t end = word_end(text, at, plain);
      if (!plain) {
        folded.clear();
        append_folded(folded, text.substr(start, end - start));
        digits_only = false;
        at = end;
      }
    }
    if (at == start) {  // a character that is no part of a word
      at += decode_character(text, at).size;
      continue;
    }
    while (digits_only) {
      const size_t point = decimal_point(text, at);
      if (point == 0) break;
      folded.push_back('.');
      for (at += point; at < text.size() && is_digit(text[at]); ++at) folded.push_back(text[at]);
    }
    writer.keep(at);
    at += genitive(text, at);
  }
}

std::vector<Token> tokenize(std::string_view text) {
  constexpr size_t kBytesOfWord = 6;  // of most texts, with the space behind it
  constexpr size_t kRoomMax = 1u << 14;
  std::vector<Token> tokens;
  tokens.reserve(std::min(text.size() / kBytesOfWord + 1, kRoomMax));
  tokenize(text, tokens);
  return tokens;
}

std::vector<std::string> stems_of(std::string_view text, Stemmer& stemmer) {
  std::vector<std::string> stems;
  for (const Token& token : tokenize(text)) {
    if (!is_stop_word(token.folded)) stems.emplace_back(stemmer.stem(token.folded));
  }
  return stems;
}

}  // namespace attest
