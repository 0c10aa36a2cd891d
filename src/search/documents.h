#pragma once

#include <vector>

#include "search/candidates.h"
#include "search/phrases.h"

namespace attest {

// How a sentence or document holds a concept, as DocumentHit::concepts has it.
inline constexpr uint8_t kAbsent = 0;
inline constexpr uint8_t kWeak = 1;  // only a broader or related name
inline constexpr uint8_t kInText = 2;
inline constexpr uint8_t kInTitle = 3;

// A candidate that was read in the forward index.
struct ReadDocument {
  uint8_t held(size_t sentence, size_t subject) const {
    return sentence_concepts[sentence * concepts.size() + subject];
  }
  uint8_t& held(size_t sentence, size_t subject) {
    return sentence_concepts[sentence * concepts.size() + subject];
  }

  DocumentRef ref;
  float score = 0;
  std::vector<uint8_t> concepts;
  std::vector<index::ForwardSentence> sentences;
  std::vector<uint8_t> sentence_concepts;  // kAbsent, kWeak or kInText: a row for each sentence
  std::vector<float> concept_counts;       // mentions of each, those of a title counted more
};

// What is looked for in one segment.
class SegmentReader {
 public:
  SegmentReader(const UnderstoodQuestion& question, const QuestionWeights& weights,
                const index::Segment& segment);
  // Second stage for one document: which concepts it holds and how well it fits.
  Result<ReadDocument> read(const Candidate& candidate) const;

  bool is_number(uint32_t term) const { return term >= first_number_ && term < end_of_numbers_; }
  bool is_cue(uint32_t term) const { return contains(cues_, term); }
  bool is_other(uint32_t term) const { return contains(others_, term); }
  size_t other_count() const { return others_.size(); }
  const index::Segment& segment() const { return segment_; }

 private:
  static bool contains(const std::vector<uint32_t>& sorted, uint32_t term);
  std::vector<uint32_t> ordinals(const std::vector<std::string>& stems) const;
  void find_concepts(ReadDocument& document) const;
  float lexical(const ReadDocument& document) const;
  float together(const ReadDocument& document) const;
  float evidence(const ReadDocument& document) const;
  float topic(const ReadDocument& document) const;

  const UnderstoodQuestion& question_;
  const QuestionWeights& weights_;
  const index::Segment& segment_;
  PhraseMatcher matcher_;
  std::vector<uint32_t> cues_;
  std::vector<uint32_t> others_;
  std::vector<uint32_t> forms_;                       // that titles have beside their subject, whatever it is
  std::vector<std::pair<uint32_t, float>> words_;     // term, weight; sorted
  std::vector<std::pair<uint32_t, float>> evidence_;  // term, value in a title
  uint32_t first_number_ = 0;
  uint32_t end_of_numbers_ = 0;
};

// True when the document is about what the question requires: see the file's head.
bool is_about(const UnderstoodQuestion& question, const std::vector<uint8_t>& concepts);

// True when something that was asked for is in none of the documents, so that nothing here answers directly.
bool lacks_evidence(const UnderstoodQuestion& question, const Collection& collection,
                    const std::vector<ReadDocument>& documents);

}  // namespace attest
