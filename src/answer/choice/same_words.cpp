#include "answer/choice/same_words.h"

#include <algorithm>
#include <iterator>

#include "base/ascii.h"
#include "base/one_of.h"

namespace attest {
namespace {

constexpr std::string_view kEmptyWords[] = {
    "a",        "an",         "the",         "we",    "that", "this",    "these",  "our",
    "conclude", "conclusion", "conclusions", "study", "show", "shows",   "showed", "found",
    "of",       "in",         "is",          "are",   "was",  "were",    "has",    "have",
    "been",     "it",         "and",         "also",  "thus", "overall", "usually"};
constexpr std::string_view kTurningWords[] = {
    "not",      "no",        "never",     "without", "with",     "before", "after",  "during",  "than",
    "versus",   "vs",        "more",      "less",    "fewer",    "higher", "lower",  "greater", "better",
    "worse",    "increased", "decreased", "reduced", "improved", "only",   "except", "men",     "women",
    "children", "adults",    "pregnant",  "elderly", "unless",   "if",     "may",    "might",   "could",
    "or",       "low",       "high",      "severe",  "mild"};

bool may_be_more(const std::string& word) {
  return std::none_of(word.begin(), word.end(), is_digit) && !is_one_of(word, kTurningWords);
}

}  // namespace

std::vector<std::string> telling_words(std::string_view sentence) {
  std::vector<std::string> words;
  std::string word;
  const auto take = [&] {
    if (!word.empty() && !is_one_of(word, kEmptyWords)) words.push_back(word);
    word.clear();
  };
  for (const char letter : lower_ascii(sentence)) {
    const bool inside =
        is_word_byte(letter) || ((letter == '.' || letter == '%') && !word.empty() && is_digit(word.back()));
    if (inside)
      word += letter;
    else
      take();
  }
  take();
  for (std::string& one : words) {
    while (one.size() > 1 && one.back() == '.') one.pop_back();
  }
  return words;
}

bool says_the_same(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  constexpr size_t kWordsMin = 5;
  constexpr size_t kShareOfMore = 8;  // one word of so many
  const std::vector<std::string>& few = a.size() <= b.size() ? a : b;
  const std::vector<std::string>& many = a.size() <= b.size() ? b : a;
  if (few.size() < kWordsMin) return few == many;
  if (many.size() - few.size() > std::max<size_t>(1, few.size() / kShareOfMore)) return false;
  auto next = few.begin();
  for (const std::string& word : many) {
    if (next != few.end() && *next == word)
      ++next;
    else if (!may_be_more(word))
      return false;
  }
  return next == few.end();
}

}  // namespace attest
