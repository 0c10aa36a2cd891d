// Sentences whose quantities were marked (eval/quantities/GUIDELINES.md), with their text out of
// documents.jsonl.zst.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "base/byte_span.h"
#include "base/result.h"

namespace attest {

struct AnnotatedQuantity {
  std::string kind;  // as quantity_kind_name() gives it
  ByteSpan span;     // inside the sentence
  bool has_value = false;
  double value = 0;
};

struct AnnotatedSentence {
  size_t index = 0;  // of the draw
  std::string document;
  std::string source;
  std::string text;
  std::vector<AnnotatedQuantity> quantities;  // by span
};

// Reads `file` (annotations.jsonl or mending.jsonl) and the sentences out of `data`/documents.jsonl.zst, in
// the order of the file. Fails when a sentence is not in the documents.
Result<std::vector<AnnotatedSentence>> read_annotated_sentences(const std::filesystem::path& file,
                                                                const std::filesystem::path& data);

}  // namespace attest
