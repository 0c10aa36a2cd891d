// How rare a word is, and which words are used like it: learned once from a large mixed collection
// (train/word_table.cpp) and built into the program, so that a claim is read the same way beside ten
// documents as beside a million.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace attest {

// One word as training gives it.
struct TableWord {
  std::string stem;
  float rarity = 0;           // ln(documents / documents with the stem)
  std::vector<float> vector;  // any length that all words share; its direction counts
};

class WordTable {
 public:
  // Reads the format of docs/format/words.md. Fails with kCorrupt.
  static Result<WordTable> from_bytes(std::string_view bytes);
  // At most 2^20 words of at most 255 bytes, at most 256 numbers each. Sorts them.
  static Result<std::string> to_bytes(std::vector<TableWord> words);

  size_t size() const { return rarities_.size(); }
  size_t dimensions() const { return dimensions_; }

  static constexpr uint32_t kUnknown = ~0u;
  // Number of a stem, or kUnknown.
  uint32_t find(std::string_view stem) const;
  // ln(documents / documents with the stem); for a stem that is not in the table a little more than that of
  // the rarest one.
  float rarity(uint32_t word) const;
  // Cosine of two words' vectors, -1 to 1; 0 when either is unknown.
  float similarity(uint32_t first, uint32_t second) const;

 private:
  size_t dimensions_ = 0;
  float largest_rarity_ = 0;
  std::string stems_;             // all stems one after another, sorted
  std::vector<uint32_t> starts_;  // where each starts, and where the last one ends
  std::vector<float> rarities_;
  std::vector<int8_t> vectors_;  // unit vectors times 127, word after word
};

// data/words/words.table, built into the program and read once; safe for concurrent use. nullptr when the
// program was built without one.
const WordTable* built_in_words();

}  // namespace attest
