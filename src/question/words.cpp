#include "question/words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"
#include "base/limits.h"

namespace attest {
namespace {

// Contractions as typed with and without the apostrophe; the second column is what they say.
constexpr std::array<std::pair<std::string_view, std::string_view>, 49> kContractions = {{
    {"can't", "cannot"},
    {"cant", "cannot"},
    {"couldn't", "cannot"},
    {"couldnt", "cannot"},
    {"won't", "will not"},
    {"wont", "will not"},
    {"don't", "do not"},
    {"dont", "do not"},
    {"doesn't", "does not"},
    {"doesnt", "does not"},
    {"didn't", "did not"},
    {"didnt", "did not"},
    {"isn't", "is not"},
    {"isnt", "is not"},
    {"aren't", "are not"},
    {"arent", "are not"},
    {"wasn't", "was not"},
    {"hasn't", "has not"},
    {"hasnt", "has not"},
    {"haven't", "have not"},
    {"havent", "have not"},
    {"shouldn't", "should not"},
    {"shouldnt", "should not"},
    {"wouldn't", "would not"},
    {"wouldnt", "would not"},
    {"i'm", "i am"},
    {"im", "i am"},
    {"i've", "i have"},
    {"ive", "i have"},
    {"i'd", "i would"},
    {"i'll", "i will"},
    {"it's", "it is"},
    {"what's", "what is"},
    {"whats", "what is"},
    {"that's", "that is"},
    {"thats", "that is"},
    {"there's", "there is"},
    {"he's", "he is"},
    {"she's", "she is"},
    {"they're", "they are"},
    {"you're", "you are"},
    {"we're", "we are"},
    {"how's", "how is"},
    {"hows", "how is"},
    {"who's", "who is"},
    {"where's", "where is"},
    {"when's", "when is"},
    {"why's", "why is"},
    {"let's", "let us"},
}};

constexpr auto kLayFillers = std::to_array<std::string_view>(
    {"i",    "me",    "my",  "mine", "we",     "our",    "you",      "your",    "he",  "she",
     "his",  "her",   "it",  "its",  "they",   "their",  "the",      "a",       "an",  "to",
     "of",   "in",    "on",  "at",   "for",    "when",   "while",    "if",      "and", "or",
     "am",   "is",    "are", "was",  "be",     "been",   "have",     "has",     "had", "do",
     "does", "did",   "so",  "very", "really", "always", "properly", "just",    "up",  "that",
     "this", "there", "out", "then", "with",   "from",   "get",      "getting", "but"});

bool is_filler(std::string_view word) {
  return std::find(kLayFillers.begin(), kLayFillers.end(), word) != kLayFillers.end();
}

void append_plain(std::vector<PlainWord>& words, std::string&& text, ByteSpan span) {
  for (const auto& [contraction, meaning] : kContractions) {
    if (text != contraction) continue;
    size_t start = 0;
    while (start < meaning.size()) {
      const size_t end = std::min(meaning.find(' ', start), meaning.size());
      words.push_back({std::string(meaning.substr(start, end - start)), span});
      start = end + 1;
    }
    return;
  }
  const size_t apostrophe = text.find('\'');
  if (apostrophe != std::string::npos) text.resize(apostrophe);
  if (!text.empty()) words.push_back({std::move(text), span});
}

// "I haven't", "I havent": no haven.
bool is_denied_verb(std::string_view text, const QuestionWord& word) {
  const std::string_view rest = text.substr(word.span.end);
  for (const std::string_view denial : {"'t", "\xE2\x80\x99t"}) {
    if (word.folded.ends_with('n') && rest.starts_with(denial) &&
        (rest.size() == denial.size() || !is_word_byte(rest[denial.size()])))
      return true;
  }
  return word.folded.ends_with("nt") &&
         std::any_of(kContractions.begin(), kContractions.end(),
                     [&](const auto& contraction) { return contraction.first == word.folded; });
}

// "Vitamin A", "is vitamin a in eggs?": an article stands before a content word and, but for shouted text, in
// a small letter; everything else behind a content word is the letter.
void find_letters(std::string_view text, std::vector<QuestionWord>& words) {
  for (size_t i = 1; i < words.size(); ++i) {
    if (words[i].folded != "a" || words[i - 1].stop) continue;
    const bool before_content = i + 1 < words.size() && !words[i + 1].stop;
    if (words[i].span.of(text) == "A" || !before_content) words[i].stop = false;
  }
  // "A. baumannii": the letter of a genus.
  for (size_t i = 0; i + 1 < words.size(); ++i) {
    const uint32_t end = words[i].span.end;
    if (words[i].span.of(text) == "A" && text.substr(end, 2) == ". " && !is_upper(text[end + 2]))
      words[i].stop = false;
  }
}

}  // namespace

std::vector<QuestionWord> question_words(std::string_view text, Stemmer& stemmer) {
  std::vector<QuestionWord> words;
  for (Token& token : tokenize(text)) {
    if (words.size() == limits::kQuestionTermsMax) break;
    QuestionWord word;
    word.stem = std::string(stemmer.stem(token.folded));
    word.stop = is_stop_word(token.folded);
    word.span = token.span;
    size_t capitals = 0;
    size_t small = 0;
    for (const char c : token.span.of(text)) {
      if (is_upper(c)) ++capitals;
      if (is_lower(c)) ++small;
      if (is_digit(c)) word.has_digit = true;
    }
    word.capitals = capitals >= 2 && small <= 2 && capitals > small;
    word.folded = std::move(token.folded);
    word.stop = word.stop || is_denied_verb(text, word);
    words.push_back(std::move(word));
  }
  find_letters(text, words);
  return words;
}

std::vector<PlainWord> plain_words(std::string_view text) {
  std::vector<PlainWord> words;
  size_t at = 0;
  while (at < text.size() && words.size() < limits::kQuestionTermsMax) {
    if (!is_word_byte(text[at])) {
      ++at;
      continue;
    }
    const size_t start = at;
    std::string word;
    while (at < text.size()) {
      // The typographic apostrophe is U+2019, three bytes; dashes U+2010…U+2015 and other general
      // punctuation (E2 80 xx) separate words.
      if (text.substr(at, 3) == "\xE2\x80\x99") {
        word += '\'';
        at += 3;
      } else if (text.substr(at, 2) == "\xE2\x80") {
        break;
      } else if (text[at] == '\'' || is_word_byte(text[at])) {
        word += to_lower(text[at]);
        ++at;
      } else {
        break;
      }
    }
    if (at == start) {
      at += 3;
      continue;
    }
    append_plain(words, std::move(word), {static_cast<uint32_t>(start), static_cast<uint32_t>(at)});
  }
  return words;
}

std::vector<LayWord> lay_words(std::string_view text,
                               const std::function<std::string_view(std::string_view)>& stands_for,
                               Stemmer& stemmer) {
  std::vector<LayWord> words;
  bool after_down = false;
  for (const PlainWord& word : plain_words(text)) {
    // "Down there" says what "down below" says.
    const bool of_place = after_down && word.text == "there";
    after_down = word.text == "down";
    if (is_filler(word.text) && !of_place) continue;
    words.push_back({std::string(stemmer.stem(of_place ? "below" : stands_for(word.text))), word.span});
  }
  return words;
}

std::vector<LayWord> lay_words(std::string_view text, const Thesaurus& thesaurus, Stemmer& stemmer) {
  return lay_words(
      text, [&](std::string_view word) { return thesaurus.lay_word(word); }, stemmer);
}

std::string join_stems(const std::vector<std::string>& stems) {
  std::string joined;
  for (const std::string& stem : stems) {
    if (!joined.empty()) joined += ' ';
    joined += stem;
  }
  return joined;
}

std::string name_key(std::string_view name, Stemmer& stemmer) {
  std::vector<std::string> stems;
  const std::vector<Token> tokens = tokenize(name);
  for (size_t i = 0; i < tokens.size(); ++i) {
    const bool letter = i > 0 && tokens[i].span.of(name) == "A";
    if (letter || !is_stop_word(tokens[i].folded)) stems.emplace_back(stemmer.stem(tokens[i].folded));
  }
  return join_stems(stems);
}

}  // namespace attest
