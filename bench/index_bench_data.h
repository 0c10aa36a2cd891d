// The documents and questions that the index is measured on.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "index/index_document.h"
#include "text/tokens.h"

namespace attest::bench {

// One analysed document: its id, and what the index gets.
struct BenchDocument {
  std::string id;
  index::IndexDocument analysed;
};

struct BenchQuestion {
  std::vector<std::string> stems;
  std::map<std::string, double> relevant;  // id → grade
};

struct BenchCollection {
  std::vector<BenchDocument> documents;
  std::vector<BenchQuestion> questions;
  double analysis_seconds = 0;
};

// The first `documents_max` documents of documents.jsonl.zst, title and body; the titles of PubMedQA
// documents, which are the questions, are left out. The questions: PubMedQA's first `questions_max`.
Result<BenchCollection> load_mixed(const std::filesystem::path& data, size_t documents_max,
                                   size_t questions_max);

// The cystic fibrosis collection with its subject headings, 50 questions and graded judgements.
Result<BenchCollection> load_cystic_fibrosis(const std::filesystem::path& data);

}  // namespace attest::bench
