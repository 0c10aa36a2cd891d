#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "index/segment.h"
#include "question/question.h"

namespace attest {

// A variant of a concept found in a sentence of the forward index.
struct PhraseMatch {
  uint16_t subject = 0;  // index into UnderstoodQuestion::concepts
  float weight = 0;      // of the variant
  bool abbreviation = false;
  uint32_t first = 0;  // terms [first, last] of the sentence
  uint32_t last = 0;
};

// The question's names as term numbers of one segment. A name is found where its stems stand together: in
// order without a gap, or in any order within a window two terms wider ("contraction of the puborectalis …
// paradoxical"). A match inside a homonym ("bladder sphincter dyssynergia") does not count.
class PhraseMatcher {
 public:
  PhraseMatcher(const UnderstoodQuestion& question, const index::Segment& segment);
  // Replaces `matches`.
  void find(const std::vector<uint32_t>& terms, std::vector<PhraseMatch>& matches) const;

 private:
  struct Phrase {
    uint16_t subject = 0;
    float weight = 0;
    bool abbreviation = false;
    bool homonym = false;
    size_t rarest = 0;  // place of the rarest stem in `terms`
    std::vector<uint32_t> terms;
  };
  static constexpr size_t kFilterBits = 1u << 14;

  void add(const UnderstoodQuestion& question, size_t subject, const index::Segment& segment);
  void add_phrase(Phrase&& phrase, const std::vector<std::string>& stems, const index::Segment& segment);
  bool match_at(const Phrase& phrase, const std::vector<uint32_t>& terms, size_t at,
                PhraseMatch& match) const;

  std::vector<Phrase> phrases_;
  std::unordered_map<uint32_t, std::vector<uint32_t>> by_rarest_;
  std::bitset<kFilterBits> filter_;  // most terms of a text are in no name: one bit says so
};

}  // namespace attest
