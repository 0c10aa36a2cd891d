// Which of many passages answer a question: a ranking by words for when the passages are in hand and no index
// is. Stage one is BM25 over stems. Stage two looks at what the best passages say that the question does not
// (relevance feedback, Rocchio 1971), at the other passages of the same document, at rare words and word
// pairs of the question, and at abbreviations that the passages themselves define; a small trained model
// weighs these.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "learn/features.h"

namespace attest {

struct Passage {
  std::string_view text;
  uint32_t document = 0;  // passages of one document have the same number
};

struct PassageScore {
  size_t passage = 0;      // index into what was given
  double probability = 0;  // of answering the question
};

// A pool of passages, prepared once for many questions. Borrows nothing: the texts may go.
class PassagePool {
 public:
  explicit PassagePool(std::span<const Passage> passages);
  ~PassagePool();
  PassagePool(PassagePool&&) noexcept;
  PassagePool& operator=(PassagePool&&) noexcept;

  size_t size() const;
  // All passages, the best first; equal ones in their order. In a build without the model, by BM25, with
  // probability 0. Safe for concurrent use.
  std::vector<PassageScore> rank(std::string_view question) const;
  // BM25 scores, one for each passage.
  std::vector<double> bm25(std::string_view question) const;

  // The features of the model data/models/passage.model for the passages that may answer (a few hundred at
  // most); `rest` the others, the likelier first.
  struct Candidates {
    std::vector<size_t> passages;
    std::vector<Features> features;
    std::vector<size_t> rest;
  };
  Candidates candidates(std::string_view question) const;

 private:
  struct Content;
  std::unique_ptr<Content> content_;
};

}  // namespace attest
