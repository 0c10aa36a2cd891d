// The sentences of a source that are read for findings.
#pragma once

#include <vector>

#include "base/byte_span.h"
#include "document/document.h"
#include "findings/sentences/document_roles.h"

namespace attest {

// Every sentence of abstracts and of short texts, of long ones those that search chose; with what each does.
// Neighbouring short items of a list are read as one: "Fever • Headache" says what neither does.
std::vector<DocumentSentence> read_sentences(const Document& document, StudyDesign design,
                                             const std::vector<ByteSpan>& chosen);

}  // namespace attest
