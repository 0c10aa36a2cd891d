// index: from tokens to immutable, memory-mapped segments, and back to ranked document numbers. Takes
// analysed documents, gives segments that answer "which documents, how well". May include base, text.
//
// A document inside an index is a small number; a term is a stem; the format is in docs/format/segment.md.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/byte_span.h"

namespace attest::index {

enum class Field : uint8_t {
  kTitle,
  kHeading,
  kBody,
  kSubject
};  // subject: MeSH, keywords, publication types
inline constexpr size_t kFieldCount = 4;

// One sentence of the forward index: where it stands and its terms in order (stop words left out).
struct IndexedSentence {
  ByteSpan span;      // in the document's text
  uint8_t field = 2;  // Field as a number
  uint16_t section = 0;
  std::vector<std::string> terms;
};

// A document as the index sees it.
struct IndexDocument {
  std::vector<IndexedSentence> sentences;  // title first; only text that may be cited
  std::vector<std::string> subject_terms;  // stems of MeSH headings and keywords
  std::vector<std::string> heading_terms;
};

}  // namespace attest::index
