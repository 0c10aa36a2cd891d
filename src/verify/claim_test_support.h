// What the tests of claims share: a source made of lines, and two texts read and aligned.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "verify/assertions.h"
#include "verify/claim_features.h"
#include "verify/comparison.h"

namespace attest::test {

// A source of a title and sentences that are joined by spaces.
struct Paper {
  explicit Paper(const std::string& title, const std::vector<std::string>& lines) {
    text = title + "\n\n";
    source.id = "pmid:1";
    source.title = {0, static_cast<uint32_t>(title.size())};
    for (const std::string& line : lines) {
      const auto start = static_cast<uint32_t>(text.size());
      text += line;
      source.sentences.push_back({start, static_cast<uint32_t>(text.size())});
      text += ' ';
    }
    source.text = text;
  }
  Paper(const Paper&) = delete;
  Paper& operator=(const Paper&) = delete;

  std::string text;
  ClaimSource source;
};

inline ReadText read_text(std::string_view text) {
  Stemmer stemmer;
  return read_claim_text(text, {}, stemmer);
}

// A claim and a sentence, read, with what each asserts and which word stands for which.
struct Pair {
  Pair(std::string_view claim_text, std::string_view sentence_text)
      : claim(read_text(claim_text)), sentence(read_text(sentence_text)) {
    aligned = compare(claim, sentence).aligned;
    claimed = assertions_of(claim);
    found = assertions_of(sentence);
  }

  ReadText claim;
  ReadText sentence;
  std::vector<AlignedWord> aligned;
  std::vector<Assertion> claimed;
  std::vector<Assertion> found;
};

}  // namespace attest::test
