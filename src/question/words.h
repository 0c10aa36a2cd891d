#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_span.h"
#include "question/question.h"
#include "text/tokens.h"

namespace attest {

// One word of a question as the index would see it.
struct QuestionWord {
  std::string folded;
  std::string stem;
  ByteSpan span;
  bool stop = false;      // a function word
  bool capitals = false;  // written like an abbreviation: two or more capitals, no more small letters
  bool has_digit = false;
};

// One word as people say it: contractions written out ("can't" → "cannot"), no stemming, nothing left out.
// Cue patterns and lay phrases are matched on these.
struct PlainWord {
  std::string text;
  ByteSpan span;  // in the question; both halves of a contraction share it
};

// At most limits::kQuestionTermsMax words of each kind.
std::vector<QuestionWord> question_words(std::string_view text, Stemmer& stemmer);
std::vector<PlainWord> plain_words(std::string_view text);

// The words of a lay phrase that carry meaning, as canonical stems with their places: fillers ("I", "my",
// "when", "properly") dropped, everyday synonyms united ("poop", "stool" → "poo").
struct LayWord {
  std::string stem;
  ByteSpan span;
};
std::vector<LayWord> lay_words(std::string_view text, const Thesaurus& thesaurus, Stemmer& stemmer);
// The same where there is no thesaurus yet; `stands_for` gives the word that another is read as.
std::vector<LayWord> lay_words(std::string_view text,
                               const std::function<std::string_view(std::string_view)>& stands_for,
                               Stemmer& stemmer);

// Stems of the words that are not stop words, joined by single spaces: the key of Thesaurus::find_by_stems.
std::string join_stems(const std::vector<std::string>& stems);
// The key under which a thesaurus finds a name: its stems without stop words, joined. A capital "A" behind a
// word is a letter and stays: "vitamin A" is not "vitamins".
std::string name_key(std::string_view name, Stemmer& stemmer);

}  // namespace attest
