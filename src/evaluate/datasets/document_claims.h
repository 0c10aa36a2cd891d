// Claims about documents of documents.jsonl.zst, written for this project (eval/claims/README.md), and what
// each document alone says of its claim.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/byte_span.h"
#include "base/result.h"
#include "collection/collection.h"
#include "question/question.h"
#include "verify/claim.h"
#include "verify/claim_sources.h"

namespace attest {

struct DocumentClaim {
  std::string document;
  ClaimLabel label = ClaimLabel::kNotEnoughEvidence;
  std::vector<ByteSpan> decided_by;  // of the document's text, the weightiest first; empty for the title
  std::string kind;                  // "S1": how it was made
  std::string text;
};

// Fails with kInput and the line where a row is not of five columns, or a label or a span is not one.
Result<std::vector<DocumentClaim>> read_document_claims(const std::filesystem::path& file);

// A claim with its document as a collection holds it, and the other names of what the claim speaks of.
struct LoadedClaim {
  DocumentClaim claim;
  LoadedSource source;
  std::vector<SameMeaning> meanings;
};

// Fails where a document is not in the collection: it needs all of documents.jsonl.zst.
Result<std::vector<LoadedClaim>> load_document_claims(const std::filesystem::path& file,
                                                      const Collection& collection,
                                                      const Thesaurus& thesaurus);

}  // namespace attest
