// Citation integrity (Sarol et al. 2024, "Assessing citation integrity in biomedical publications"): citing
// sentences, sentences of the cited paper, and whether these support them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "verify/citation_check.h"

namespace attest {

struct CitedClaim {
  std::string id;
  std::string article;  // the cited paper, which many sentences may cite
  std::string text;     // with the marks of the citations, as they stand
  CitationLabel label = CitationLabel::kSupported;
  std::string source_text;
  std::vector<ByteSpan> sentences;
  bool training_file = false;  // of claims_train.jsonl: never measured
};

// Reads citation_integrity/corpus.jsonl and every citation_integrity/claims_*.jsonl.
Result<std::vector<CitedClaim>> read_citation_integrity(const std::filesystem::path& data);

ClaimSource source_of(const CitedClaim& claim);

}  // namespace attest
