#pragma once

#include <string_view>
#include <vector>

#include "question/words.h"

namespace attest {

// A name that was recognised in a question.
struct FoundName {
  size_t first = 0;  // question words [first, first + count)
  size_t count = 0;
  ByteSpan span;                                // in the question
  const Thesaurus::Entry* own = nullptr;        // of the program's own thesaurus
  std::vector<StoredConcept> stored;            // of the collection's thesaurus
  std::vector<LearnedAbbreviation> long_forms;  // of an abbreviation learned from the collection
  bool lay = false;                             // said in a layman's phrase
  bool adjective = false;                       // "neutropenic", of neutropenia
  bool generic = false;                         // known, but too general to be asked about
};

// The longest names first, from left to right, none overlapping; sorted by place.
Result<std::vector<FoundName>> find_names(std::string_view text, const std::vector<QuestionWord>& words,
                                          const Collection& collection, const Thesaurus& thesaurus,
                                          Stemmer& stemmer);

}  // namespace attest
