// Function words of English. Words that negate or compare ("no", "not", "without", "versus", "before",
// "after") carry meaning in medicine and are not here; nor is anything that is also an abbreviation or a name
// in lower case that matters ("all", "us" would be lost as acute lymphoblastic leukaemia and ultrasound: a
// folded token no longer shows its capitals, so "us" stays searchable).
#include <algorithm>
#include <array>

#include "text/tokens.h"

namespace attest {

namespace {

using namespace std::string_view_literals;

constexpr std::array kStopWords = {
    "a"sv,     "about"sv,      "also"sv,      "am"sv,     "an"sv,      "and"sv,    "any"sv,
    "are"sv,   "as"sv,         "at"sv,        "be"sv,     "been"sv,    "being"sv,  "but"sv,
    "by"sv,    "can"sv,        "could"sv,     "did"sv,    "do"sv,      "does"sv,   "doing"sv,
    "for"sv,   "from"sv,       "had"sv,       "has"sv,    "have"sv,    "having"sv, "he"sv,
    "her"sv,   "hers"sv,       "herself"sv,   "him"sv,    "himself"sv, "his"sv,    "how"sv,
    "i"sv,     "if"sv,         "in"sv,        "into"sv,   "is"sv,      "its"sv,    "itself"sv,
    "it"sv,    "me"sv,         "my"sv,        "myself"sv, "of"sv,      "on"sv,     "or"sv,
    "our"sv,   "ours"sv,       "ourselves"sv, "shall"sv,  "she"sv,     "should"sv, "so"sv,
    "some"sv,  "such"sv,       "than"sv,      "that"sv,   "the"sv,     "their"sv,  "theirs"sv,
    "them"sv,  "themselves"sv, "then"sv,      "there"sv,  "these"sv,   "they"sv,   "this"sv,
    "those"sv, "to"sv,         "upon"sv,      "was"sv,    "we"sv,      "were"sv,   "what"sv,
    "when"sv,  "where"sv,      "whether"sv,   "which"sv,  "while"sv,   "who"sv,    "whom"sv,
    "whose"sv, "why"sv,        "will"sv,      "with"sv,   "would"sv,   "you"sv,    "your"sv,
    "yours"sv, "yourself"sv,   "yourselves"sv};

constexpr auto kSorted = [] {
  auto words = kStopWords;
  std::sort(words.begin(), words.end());
  return words;
}();

constexpr size_t kLongest = [] {
  size_t longest = 0;
  for (const std::string_view word : kStopWords) longest = std::max(longest, word.size());
  return longest;
}();

// For each letter where the words that begin with it start in kSorted; then where the last ones end.
constexpr size_t kLetters = 'z' - 'a' + 1;
constexpr auto kStarts = [] {
  std::array<size_t, kLetters + 1> starts{};
  for (const std::string_view word : kSorted) ++starts[static_cast<size_t>(word.front() - 'a') + 1];
  for (size_t letter = 0; letter < kLetters; ++letter) starts[letter + 1] += starts[letter];
  return starts;
}();

}  // namespace

bool is_stop_word(std::string_view folded) {
  if (folded.empty() || folded.size() > kLongest || folded.front() < 'a' || folded.front() > 'z')
    return false;
  const auto letter = static_cast<size_t>(folded.front() - 'a');
  for (size_t i = kStarts[letter]; i < kStarts[letter + 1]; ++i) {
    if (kSorted[i] == folded) return true;
  }
  return false;
}

}  // namespace attest
