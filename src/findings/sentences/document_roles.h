// The sentences of a document with what each does: from the section's heading or category, from a label that
// the sentence starts with, or by estimate from words and place.
#pragma once

#include <span>

#include "appraise/appraisal.h"
#include "document/document.h"
#include "findings/sentences/sentence_role.h"

namespace attest {

struct DocumentSentence {
  ByteSpan span;                     // in the document's text; without a leading label ("RESULTS: ")
  uint32_t found_at = 0;             // where the sentence starts with its label: how search knows it
  const Section* section = nullptr;  // of the same document
  RoleEstimate role;
};

// Sets `role`, and takes leading labels off the spans. `sentences` in the order of the text. Only abstracts
// of studies are estimated: elsewhere a sentence without a telling section counts as evidence.
void read_roles(const Document& document, StudyDesign design, std::span<DocumentSentence> sentences);

}  // namespace attest
