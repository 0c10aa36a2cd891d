// A claim, or a sentence that is held beside it, read into words that can be compared.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "learn/word_table.h"
#include "text/tokens.h"
#include "verify/claim.h"
#include "verify/direction_words.h"

namespace attest {

struct ClaimWord {
  std::string folded;
  std::string stem;
  ByteSpan span;
  uint32_t known = WordTable::kUnknown;  // number in the word table
  float weight = 0;                      // how rare it is; 0 for function words
  std::optional<DirectionWord> direction;
  bool negation = false;
  bool number = false;          // starts with a digit
  bool clause_start = false;    // a comma, "and", "but", "that"… stands before it
  bool part_start = false;      // a semicolon, the end of a sentence, "but", "whereas"… does
  std::optional<double> value;  // of a number, in digits or in words; a share ("a quarter") in percent
  bool percent = false;
  // A thing that the text is about: neither a function word, nor a direction, nor a negation, nor a number.
  bool topic = false;
};

// A second way to say what stands at a word: the long form beside its abbreviation.
struct OtherStem {
  std::string stem;
  uint32_t word = 0;  // index into ReadText::words
};

// Three letters in a row, and how often they stand there.
struct Trigram {
  uint32_t letters = 0;
  double count = 0;
};

struct ReadText {
  std::string lower;  // ASCII lower case, for phrases
  std::vector<ClaimWord> words;
  std::vector<OtherStem> others;
  std::vector<Trigram> trigrams;     // of `lower`, sorted, each once
  std::vector<std::string> numbers;  // canonical (numbers_of)
  bool negated = false;
  bool no_effect = false;  // says that nothing was found
  bool hedged = false;
  bool compares = false;  // "than", "versus", "compared"
};

// At most limits::kClaimWordsMax words are read.
ReadText read_claim_text(std::string_view text, const std::vector<SameMeaning>& meanings, Stemmer& stemmer);

// The words from `first` up to `end`, in small letters, with what stands between them.
std::string_view text_between(const ReadText& text, size_t first, size_t end);

// The abbreviations that a text defines, as stems.
std::vector<SameMeaning> abbreviations_of(std::string_view text, Stemmer& stemmer);

}  // namespace attest
